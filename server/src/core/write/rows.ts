// Single rows of a table, written into it and taken out of it, in the spelling that it has.
import type { BandForm, RowForm, TableForm } from "../forms/edition.js";
import type { BoundTable, RowAlignment } from "../report/report.js";
import type { Cell, Table } from "../syntax/nodes.js";
import type { Edit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import { htmlRowEdits } from "./htmlRows.js";
import { spaceRowEdits } from "./spaceRows.js";
import { labelCells, lineGap, rowLines, type InScript, type TableStyle } from "./table.js";

/** Rows that a table lacks, one behind the other in the form, and the rows of the same band that stand on either side in the draft. */
export interface RowGap {
  readonly bound: BoundTable;
  readonly band: BandForm;
  readonly rows: readonly RowForm[];
  readonly before: RowAlignment | undefined;
  readonly after: RowAlignment | undefined;
}

/** Blank rows in the gap, laid out as the rows around it; undefined where it is not certain how they would stand. */
export function rowEdits(text: string, gap: RowGap, style: TableStyle, inScript: InScript): readonly Edit[] | undefined {
  if (style.spelling === "html") return htmlRowEdits(text, gap, style, inScript);
  if (style.spelling === "spaces") return spaceRowEdits(text, gap, style, inScript);
  return lineRowEdits(text, gap, style, inScript);
}

function lineRowEdits(text: string, { bound: { form, table }, band, rows, before, after }: RowGap, style: TableStyle, inScript: InScript): readonly Edit[] | undefined {
  const gap = lineGap(style);
  const lines = newLines(form, band, rows, before?.form?.groups ?? [], style)?.map(inScript);
  const place = before === undefined ? lineStartOf(text, table, after) : lineEndBehind(text, before.cells);
  if (lines === undefined || place === undefined) return undefined;
  const written = lines.map((line) => (before === undefined ? `${line ?? ""}${gap}` : `${gap}${line ?? ""}`)).join("");
  return lines.includes(undefined) ? undefined : [{ span: { start: place, end: place }, newText: written }];
}

/** The first row of a Markdown table is its head. */
function lineStartOf(text: string, table: Table, row: RowAlignment | undefined): number | undefined {
  const first = row?.cells[0];
  if (first === undefined || (table.spelling === "gfm" && table.rows[0]?.cells.includes(first) === true)) return undefined;
  return lineStart(text, first.span.start);
}

/** Blank rows behind `before`, each with the line end before it; undefined in a spelling whose layout one row would break. */
export function insertedRows(form: TableForm, band: BandForm, rows: readonly RowForm[], before: RowForm, style: TableStyle): string | undefined {
  const gap = lineGap(style);
  return newLines(form, band, rows, before.groups, style)
    ?.map((line) => gap + line)
    .join("");
}

function newLines(form: TableForm, band: BandForm, rows: readonly RowForm[], groupsBefore: readonly string[], { spelling }: TableStyle): string[] | undefined {
  if (spelling === "html" || spelling === "spaces") return undefined;
  let groups = groupsBefore;
  const values = band.columns.map(() => "");
  return rows.flatMap((row) => {
    const labels = labelCells(form, row, groups);
    groups = row.groups;
    return rowLines({ labels, values }, spelling, widthOf(form));
  });
}

function widthOf({ labelColumns, bands }: TableForm): number {
  return labelColumns + Math.max(...bands.map((band) => band.columns.length));
}

/** End of the line in which the row's last cell stands. */
function lineEndBehind(text: string, cells: readonly Cell[]): number | undefined {
  const last = cells.at(-1);
  if (last === undefined) return undefined;
  let end = last.span.end;
  while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end++;
  return end;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The lines of a row with their line ends; undefined where a line holds more than the row, or markup around it. */
export function linesOf(text: string, table: Table, cells: readonly Cell[]): Span | undefined {
  const [first] = cells;
  const behind = lineEndBehind(text, cells);
  if (first === undefined || behind === undefined || table.spelling === "html" || table.spelling === "spaces") return undefined;
  let end = behind;
  if (text.charCodeAt(end) === 0x0d) end++;
  if (text.charCodeAt(end) === 0x0a) end++;
  return { start: lineStart(text, first.span.start), end };
}
