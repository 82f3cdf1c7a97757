import type { Report, Slot } from "../report/report.js";
import { openMark } from "../report/openMark.js";
import type { Heading, SyntaxTree, Table } from "../syntax/nodes.js";
import type { Edition, SectionForm, TableForm } from "../forms/edition.js";
import { writeTable, type CellText, type TableStyle } from "./table.js";

/** How a draft writes what it has, so that what is added to it looks the same. */
export interface DraftStyle extends TableStyle {
  /** What stands before the number of a chapter heading: "", `## `, `<h2>`. */
  readonly beforeNumber: string;
  /** What stands behind its title: "", `</h2>`. */
  readonly behindTitle: string;
  /** Whether a blank line parts headings, paragraphs and tables. */
  readonly hasGaps: boolean;
}

export const canonicalStyle: DraftStyle = { spelling: "gfm", lineEnd: "\n", isSpaced: false, beforeNumber: "## ", behindTitle: "", hasGaps: true };

export function styleOf(report: Report): DraftStyle {
  const { text, source, tree, sections } = report;
  const tables = report.tables.map((bound) => bound.table);
  const heading = sections[0]?.heading;
  const tags = heading === undefined ? undefined : tagsAround(source, heading);
  const spelling = tables[0]?.spelling ?? (tags === undefined ? "gfm" : "html");
  const before = heading === undefined ? "" : text.slice(heading.span.start, heading.marker?.span.start ?? heading.title.start);
  return {
    spelling,
    lineEnd: source.includes("\r\n") ? "\r\n" : "\n",
    isSpaced: tables.some((table) => isSpaced(text, table)),
    beforeNumber: tags?.before ?? (/^#{1,6} $/.test(before) ? before : ""),
    behindTitle: tags?.behind ?? "",
    hasGaps: tags === undefined && (spelling === "gfm" || headingsHaveGaps(tree)),
  };
}

/** The tags of a heading in HTML: `<p><strong>` and `</strong></p>`. */
function tagsAround(source: string, { span, marker, title }: Heading): { readonly before: string; readonly behind: string } | undefined {
  const before = source.slice(span.start, marker?.span.start ?? title.start).trim();
  const behind = source.slice(title.end, span.end).trim();
  return /^(?:<[^<>]*>\s*)+$/.test(before) && /^(?:<[^<>]*>\s*)+$/.test(behind) ? { before, behind } : undefined;
}

/** A line of prose of its own, a paragraph where the draft is HTML. */
export function writeParagraph(words: string, { behindTitle }: DraftStyle): string {
  return behindTitle === "" ? words : `<p>${words}</p>`;
}

function isSpaced(text: string, table: Table): boolean {
  return table.spelling === "lines" && /\n\s*\n/.test(text.slice(table.span.start, table.span.end));
}

function headingsHaveGaps({ blocks }: SyntaxTree): boolean {
  return blocks.some((block, i) => block.kind === "heading" && block.level === 1 && blocks[i - 1]?.kind === "blank");
}

/**
 * A chapter with its heading, its table and a placeholder. The placeholder marks the chapter as still to be written:
 * blanks below it are not faults until it is deleted.
 */
export function writeChapter(edition: Edition, form: SectionForm, numeral: string, style: DraftStyle): string {
  const table = edition.tables.find((candidate) => candidate.key === form.table);
  const parts = [`${style.beforeNumber}${numeral}、${form.title}${style.behindTitle}`, writeParagraph(`${openMark}（${form.asks}）`, style)];
  if (table !== undefined) parts.push(writeTable(table, style, () => ""));
  return parts.join(style.hasGaps ? style.lineEnd + style.lineEnd : style.lineEnd);
}

/** A chapter whose table is filled in. `remarks` say what is still to be done and keep it open; without any it is finished. */
export function writeFilledChapter(form: SectionForm, table: TableForm, numeral: string, cell: CellText, remarks: readonly string[]): string {
  const marked = remarks.map((remark) => `${openMark}${remark}`);
  return [`${canonicalStyle.beforeNumber}${numeral}、${form.title}`, ...marked, writeTable(table, canonicalStyle, cell)].join("\n\n");
}

/** The text to insert at the slot's place, with the line ends that it needs before and behind. */
export function insertionAt(report: Report, slot: Slot, chapter: string, style: DraftStyle): string {
  const before = report.text.slice(0, slot.insertAt);
  const gap = style.hasGaps ? style.lineEnd : "";
  const opening = before === "" || /\n\s*$/.test(before) ? "" : style.lineEnd;
  const needsGapBefore = style.hasGaps && before !== "" && !/\n[ \t]*\r?\n$/.test(before + opening);
  return `${opening}${needsGapBefore ? gap : ""}${chapter}${style.lineEnd}${slot.insertAt < report.text.length ? gap : ""}`;
}
