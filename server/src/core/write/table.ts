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

/** Labels are printed, merged ones are ""; values are what the author fills in. A head has no values. */
export interface PrintedRow {
  readonly labels: readonly string[];
  readonly values: readonly string[];
}

/** What stands for a blank where the spelling cannot show one. */
const lostBlank = "—";

/** The official table in any spelling, without a line end behind it. */
export function writeTable(form: TableForm, style: TableStyle, cell: CellText): string {
  const rows = form.bands.flatMap((band) => bandRows(form, band, cell));
  const { lineEnd } = style;
  switch (style.spelling) {
    case "gfm":
      return gfm(form, rows).join(lineEnd);
    case "pipe":
      return rows.map((row) => `${packed(row).join(" | ")} |`).join(lineEnd);
    case "cellPipe":
      return rows.flatMap((row) => packed(row).map((text) => (text === "" ? "|" : `${text} |`))).join(lineEnd);
    case "alternate":
      return rows.flatMap((row) => packed(row).flatMap((text) => (text === "" ? ["|"] : [text, "|"]))).join(lineEnd);
    case "lines":
      return rows.flatMap(cellLines).join(style.isSpaced ? lineEnd + lineEnd : lineEnd);
    case "tabs":
      return filledRows(rows).map((cells) => cells.join("\t")).join(lineEnd);
    case "html":
      return writeHtmlTable(form, rows).join(lineEnd);
    case "spaces":
      return writeSpaceTable(form, rows).join(lineEnd);
  }
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

function gfm(form: TableForm, rows: readonly PrintedRow[]): string[] {
  const filled = filledRows(rows);
  const lines = filled.map((cells) => `| ${cells.join(" | ")} |`);
  const delimiter = `| ${(filled[0] ?? []).map((_, i) => (i < form.labelColumns ? "---" : "---:")).join(" | ")} |`;
  return [...lines.slice(0, 1), delimiter, ...lines.slice(1)];
}

/** Each row as wide as the widest, with empty cells where the form merges. */
function filledRows(rows: readonly PrintedRow[]): string[][] {
  const width = Math.max(...rows.map((row) => row.labels.length + row.values.length));
  return rows.map(({ labels, values }) => [...labels, ...values, ...Array.from({ length: width - labels.length - values.length }, () => "")]);
}
