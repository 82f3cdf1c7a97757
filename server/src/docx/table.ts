import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import { headRows } from "../export/headRows.js";
import type { Cell, PlainTablePart, TablePart } from "../export/printed.js";
import { styleIds, typeArea } from "./styles.js";
import { xmlText } from "./xmlText.js";

/** Twips that the columns of labels take, by their number; the columns of values share the rest of the type area. */
const labelWidths: Readonly<Record<number, readonly number[]>> = { 0: [], 1: [2560], 3: [600, 940, 2700] };

/** An official table, as wide as the type area. */
export function officialTable({ labelColumns, columns, rows }: TablePart): Table {
  const labels = labelWidths[labelColumns] ?? Array.from({ length: labelColumns }, () => Math.floor((typeArea * 2) / 5 / labelColumns));
  const widths = [...labels, ...shares(typeArea - sum(labels), columns - labels.length)];
  return tableOf(rows, widths, { ...typeFor(columns), isLeft: ({ role }) => labelColumns > 1 && (role === "row" || role === "rowGroup" || role === "note"), headRows: headRows(rows) });
}

/** A table of the author's own, its ragged rows filled up. */
export function plainTable({ rows }: PlainTablePart): Table {
  const widths = widthsOf(rows);
  const columns = Math.max(...widths);
  const filled = rows.map((row, index) => [...row, ...Array.from({ length: columns - (widths[index] ?? columns) }, (): Cell => ({ role: "value", text: "" }))]);
  return tableOf(filled, shares(typeArea, columns), { ...typeFor(columns), isLeft: () => false, headRows: 0 });
}

/** How many columns the cells of each row take, with those that reach down into it from above. */
function widthsOf(rows: readonly (readonly Cell[])[]): number[] {
  const widths = rows.map(() => 0);
  for (const [index, row] of rows.entries()) {
    for (const { columns = 1, rows: height = 1 } of row) for (let below = 0; below < height; below++) widths[index + below] = (widths[index + below] ?? 0) + columns;
  }
  return widths;
}

interface Look {
  /** Of the type, in half points. */
  readonly size: number;
  /** Of a row, at least, in twips. */
  readonly height: number;
  readonly isLeft: (cell: Cell) => boolean;
  /** Rows at the top that are printed again on each page. */
  readonly headRows: number;
}

function tableOf(rows: readonly (readonly Cell[])[], widths: readonly number[], look: Look): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 15, right: 15, top: 25, bottom: 25 },
    rows: rows.map((row, index) => new TableRow({ cantSplit: true, height: { value: look.height, rule: HeightRule.ATLEAST }, tableHeader: index < look.headRows, children: row.map((cell) => cellOf(cell, look, widths.length)) })),
  });
}

/** 小四 where there is room. 小五 in the many columns of tables three and four; so the 28 rows of table three stand on one page. */
function typeFor(columns: number): Pick<Look, "size" | "height"> {
  if (columns <= 6) return { size: 24, height: 440 };
  return { size: 18, height: columns <= 10 ? 330 : 440 };
}

/** Words that begin at the line stand off it a little. */
const leftWords = { alignment: AlignmentType.LEFT, indent: { left: 40, right: 25, firstLine: 0, firstLineChars: 0 } };

/** Heads of the many columns break into two characters a line, 商业 / 企业, and not into three and one. */
function isNarrowHead({ role, text }: Cell, columns: number): boolean {
  return columns > 6 && role === "column" && text.length > 3;
}

function cellOf(cell: Cell, { size, isLeft }: Look, columns: number): TableCell {
  return new TableCell({
    columnSpan: cell.columns ?? 1,
    rowSpan: cell.rows ?? 1,
    ...(isNarrowHead(cell, columns) ? { margins: { left: 60, right: 60 } } : {}),
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: styleIds.tableText, ...(isLeft(cell) ? leftWords : {}), children: [new TextRun({ text: xmlText(cell.text), size })] })],
  });
}

/** A length in equal whole parts; the first ones take what is left over. */
function shares(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(length / count) + (index < length % count ? 1 : 0));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
