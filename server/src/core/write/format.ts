// Brings the look of a draft in order and leaves every word and number as it is: GFM tables with their pipes below each
// other, chapter headings with the spacing and the punctuation that the form prints.
import type { Report, Section } from "../report/report.js";
import { cellText, type Heading, type Row, type Table } from "../syntax/nodes.js";
import type { Edit } from "../text/edit.js";
import { numeralOf } from "../text/numerals.js";
import { contains, slice, trimmed, type Span } from "../text/span.js";
import { pipeRow } from "./table.js";

/** Columns that a text takes on the screen; a Chinese character takes two. Handed in, since that is a table of Unicode's. */
export type DisplayWidth = (text: string) => number;

type Side = "left" | "right" | "center";

interface Column {
  readonly width: number;
  readonly side: Side;
}

/** A GFM column is at least as wide as its shortest delimiter, `---`. */
const narrowest = 3;

/** One edit for each line that changes, in the order of the text. Formatting twice changes nothing. */
export function formatEdits(report: Report, width: DisplayWidth): Edit[] {
  const { source: text, tree } = report;
  const headings = new Map(report.sections.map((section) => [section.heading, section]));
  return tree.blocks.flatMap((block) => {
    if (block.kind === "table") return block.spelling === "gfm" ? tableEdits(text, block, width) : [];
    return block.kind === "heading" ? headingEdits(report, block, headings.get(block)) : [];
  });
}

function tableEdits(text: string, table: Table, width: DisplayWidth): Edit[] {
  const delimiter = delimiterOf(text, table);
  // `\|` is a pipe inside a cell to Markdown and the end of a cell to us: such a table stays as it is.
  if (delimiter === undefined || slice(text, table.span).includes("\\|")) return [];
  const sides = sidesOf(slice(text, delimiter));
  const rows = table.rows.map((row) => row.cells.map((cell) => cellText(text, cell)));
  const columns = columnsOf(rows, sides, width);
  const delimiterEdit = replaced(text, delimiter, pipeRow(sides.map((_, at) => dashes(columns[at]))));
  const rowEdits = table.rows.flatMap((row, i) => rowEdit(text, row, rows[i] ?? [], columns, width));
  return [...rowEdits, ...delimiterEdit].sort((a, b) => a.span.start - b.span.start);
}

/** The line below the first row; the tree keeps it as no row. */
function delimiterOf(text: string, { rows, span }: Table): Span | undefined {
  const [head, next] = rows;
  if (head === undefined) return undefined;
  const between = trimmed(text, { start: head.span.end, end: next?.span.start ?? span.end });
  return /^[|:\- ]+$/.test(slice(text, between)) ? between : undefined;
}

function sidesOf(delimiter: string): Side[] {
  return delimiter
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((piece) => piece.trim())
    .map((piece) => (piece.endsWith(":") ? (piece.startsWith(":") ? "center" : "right") : "left"));
}

function columnsOf(rows: readonly (readonly string[])[], sides: readonly Side[], width: DisplayWidth): Column[] {
  const widths: number[] = sides.map(() => narrowest);
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? narrowest, width(cell))));
  return widths.map((own, at) => ({ width: own, side: sides[at] ?? "left" }));
}

function dashes(column: Column | undefined): string {
  const { width, side } = column ?? { width: narrowest, side: "left" };
  if (side === "left") return "-".repeat(width);
  return side === "right" ? `${"-".repeat(width - 1)}:` : `:${"-".repeat(width - 2)}:`;
}

/** A row that is short of cells stays short: a cell more would give its numbers another column. */
function rowEdit(text: string, row: Row, cells: readonly string[], columns: readonly Column[], width: DisplayWidth): Edit[] {
  if (cells.length === 0) return [];
  return replaced(text, row.span, pipeRow(cells.map((cell, at) => padded(cell, columns[at], width))));
}

function padded(cell: string, column: Column | undefined, width: DisplayWidth): string {
  const missing = Math.max(0, (column?.width ?? 0) - width(cell));
  if (column?.side === "right") return " ".repeat(missing) + cell;
  const before = column?.side === "center" ? Math.floor(missing / 2) : 0;
  return " ".repeat(before) + cell + " ".repeat(missing - before);
}

/** A row of a list or quotation keeps what stands before it; blanks behind it go. */
function replaced(text: string, span: Span, line: string): Edit[] {
  return slice(text, span) === line ? [] : [{ span, newText: line }];
}

/** Only the number and the blanks around it, never the words of a heading; only where the heading is surely one of the report's. */
function headingEdits({ source: text, title }: Report, heading: Heading, section: Section | undefined): Edit[] {
  const number = officialNumber(text, heading, section);
  const isTitle = title !== undefined && title.lines.some((line) => contains(heading.title, line));
  if (number === undefined && section === undefined && !isTitle) return [];
  const before = { start: trimmed(text, heading.span).start, end: heading.title.start };
  const written = heading.marker === undefined ? "" : text.slice(heading.marker.span.start, before.end);
  const opening = text.slice(before.start, before.end - written.length);
  // Anything but hashes before the number (** and the like) is the author's.
  if (!/^(?:#{1,6}[ \t]*)?$/.test(opening)) return [];
  return replaced(text, before, `${opening.trimEnd()}${opening === "" ? "" : " "}${number ?? written}`);
}

/** The number as the form prints it, 一、 for a chapter and （一） for a part; undefined where it is another or not certain. */
function officialNumber(text: string, { marker }: Heading, section: Section | undefined): string | undefined {
  if (marker?.ordinal === undefined) return undefined;
  const written = slice(text, marker.span);
  if (marker.style === "chapter" && section?.form !== undefined && /^[一二三四五六七八九十]{1,3}\s{0,4}[、.．,，:：]$/.test(written)) return `${numeralOf(marker.ordinal)}、`;
  if (marker.style === "part" && /^[（(]/.test(written)) return `（${numeralOf(marker.ordinal)}）`;
  return undefined;
}
