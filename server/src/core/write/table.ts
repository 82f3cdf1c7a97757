/**
 * Writes what is missing from a draft: tables, chapters, a whole blank report, in the spelling and the style of the draft.
 * Knows forms and reports; no rule's business.
 */
import type { BandForm, RowForm, TableForm } from "../forms/edition.js";
import type { Spelling } from "../syntax/nodes.js";
import { writeHtmlTable } from "./htmlTable.js";
import { writeSpaceTable } from "./spaceTable.js";

export interface TableStyle {
  readonly spelling: Spelling;
  readonly lineEnd: string;
  /** Whether blank lines stand between the cells of a table that has one cell a line. */
  readonly isSpaced: boolean;
}

/** Text for a value cell by its key `row/column`; "" leaves it blank. */
export type CellText = (row: string, column: string) => string;

/** Words of the form in the script of the draft; undefined where they cannot be converted. */
export type InScript = (text: string) => string | undefined;

/** Labels are printed, merged ones are ""; values are what the author fills in. A head has no values. */
export interface PrintedRow {
  readonly labels: readonly string[];
  readonly values: readonly string[];
}

/** What stands for a blank where the spelling cannot show one. */
export const lostBlank = "—";

/** The official table in any spelling, without a line end behind it. */
export function writeTable(form: TableForm, style: TableStyle, cell: CellText): string {
  const rows = form.bands.flatMap((band) => bandRows(form, band, cell));
  const { spelling } = style;
  if (spelling === "html") return writeHtmlTable(form, rows).join(style.lineEnd);
  if (spelling === "spaces") return writeSpaceTable(form, rows).join(style.lineEnd);
  const width = Math.max(...rows.map((row) => row.labels.length + row.values.length));
  const lines = rows.flatMap((row) => rowLines(row, spelling, width));
  if (spelling === "gfm") lines.splice(1, 0, delimiter(form, width));
  return lines.join(lineGap(style));
}

/** Spellings in which a row is written by itself; `html` and `spaces` lay the whole table out. */
export type RowSpelling = Exclude<Spelling, "html" | "spaces">;

/** The lines of one row of a table whose widest row has `width` cells; those of a table of one cell a line are many. */
export function rowLines(row: PrintedRow, spelling: RowSpelling, width: number): string[] {
  switch (spelling) {
    case "gfm":
      return [pipeRow(filled(row, width))];
    case "tabs":
      return [filled(row, width).join("\t")];
    case "pipe":
      return [`${packed(row).join(" | ")} |`];
    case "cellPipe":
      return packed(row).map((text) => (text === "" ? "|" : `${text} |`));
    case "alternate":
      return packed(row).flatMap((text) => (text === "" ? ["|"] : [text, "|"]));
    case "lines":
      return cellLines(row);
  }
}

/** What parts two lines of a table. */
export function lineGap({ spelling, lineEnd, isSpaced }: TableStyle): string {
  return spelling === "lines" && isSpaced ? lineEnd + lineEnd : lineEnd;
}

/** A row of a Markdown table. */
export function pipeRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function bandRows(form: TableForm, band: BandForm, cell: CellText): PrintedRow[] {
  const head: PrintedRow[] = (form.head ?? bandHead(band)).map((labels) => ({ labels, values: [] }));
  let before: readonly string[] = [];
  const rows = band.rows.map((row) => {
    const labels = form.labelColumns === 0 ? [] : labelCells(form, row, before);
    before = row.groups;
    return { labels, values: band.columns.map((column) => cell(row.key, column.key)) };
  });
  return [...head, ...rows];
}

function bandHead(band: BandForm): string[][] {
  return [...(band.title === undefined ? [] : [[band.title.text]]), [band.head?.text ?? "", ...band.columns.map((column) => column.label.text)]];
}

/** A group's label stands in the first of its rows only, as the form merges the cells below it. */
export function labelCells(form: TableForm, row: RowForm, before: readonly string[]): string[] {
  const groups = row.groups.map((group, level) => (before[level] === group ? "" : group));
  const cells = [...groups, row.label.text];
  return [...cells, ...Array.from({ length: form.labelColumns - cells.length }, () => "")];
}

/** Without the cells that the form merges: what a web copy of the table keeps. */
function packed({ labels, values }: PrintedRow): string[] {
  return [...labels.filter((text) => text !== ""), ...values];
}

function cellLines({ labels, values }: PrintedRow): string[] {
  return [...labels.filter((text) => text !== ""), ...values.map((text) => (text === "" ? lostBlank : text))];
}

/** Labels to the left, numbers to the right. */
function delimiter(form: TableForm, width: number): string {
  return pipeRow(Array.from({ length: width }, (_, i) => (i < form.labelColumns ? "---" : "---:")));
}

/** As wide as the widest row, with empty cells where the form merges. */
function filled({ labels, values }: PrintedRow, width: number): string[] {
  return [...labels, ...values, ...Array.from({ length: width - labels.length - values.length }, () => "")];
}
