/**
 * Writes what is missing from a draft: tables, chapters, a whole blank report, in the spelling and the style of the draft.
 * Knows forms and reports; no rule's business.
 */
import type { Spelling } from "../syntax/nodes.js";
import type { BandForm, RowForm, TableForm } from "../forms/edition.js";

export interface TableStyle {
  readonly spelling: Spelling;
  readonly lineEnd: string;
  /** Whether blank lines stand between the cells of a table that has one cell a line. */
  readonly isSpaced: boolean;
}

/** Text for a value cell by its key `row/column`; "" leaves it blank. */
export type CellText = (row: string, column: string) => string;

/** What stands for a blank where the spelling cannot show one. */
const lostBlank = "—";

/** The official table in one of the four spellings, without a line end behind it. */
export function writeTable(form: TableForm, style: TableStyle, cell: CellText): string {
  const rows = form.bands.flatMap((band) => bandRows(form, band, cell));
  if (style.spelling === "gfm") return gfm(form, rows).join(style.lineEnd);
  if (style.spelling === "pipe") return rows.map((row) => `${packed(row).join(" | ")} |`).join(style.lineEnd);
  if (style.spelling === "cellPipe") return rows.flatMap((row) => packed(row).map((text) => (text === "" ? "|" : `${text} |`))).join(style.lineEnd);
  const between = style.isSpaced ? style.lineEnd + style.lineEnd : style.lineEnd;
  return rows.flatMap((row) => [...row.labels.filter((text) => text !== ""), ...row.values.map((text) => (text === "" ? lostBlank : text))]).join(between);
}

/** Labels are printed, merged ones are ""; values are what the author fills in. A head has no values. */
interface PrintedRow {
  readonly labels: readonly string[];
  readonly values: readonly string[];
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

function gfm(form: TableForm, rows: readonly PrintedRow[]): string[] {
  const width = Math.max(...rows.map((row) => row.labels.length + row.values.length));
  const lines = rows.map((row) => `| ${fill([...row.labels, ...row.values], width).join(" | ")} |`);
  const delimiter = `| ${Array.from({ length: width }, (_, i) => (i < form.labelColumns ? "---" : "---:")).join(" | ")} |`;
  return [...lines.slice(0, 1), delimiter, ...lines.slice(1)];
}

function fill(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => "")];
}
