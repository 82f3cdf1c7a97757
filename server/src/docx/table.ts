import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from "docx";
import { headRows } from "../export/headRows.js";
import type { Cell, PlainTablePart, TablePart } from "../export/printed.js";
import { styleIds, typeArea } from "./styles.js";
import { xmlText } from "./xmlText.js";

/** Twips that the columns of labels take, by their number; the columns of values share the rest of the type area. */
const labelWidths: Readonly<Record<number, readonly number[]>> = { 0: [], 1: [2400], 3: [600, 940, 2700] };

/** An official table, as wide as the type area. */
export function officialTable({ labelColumns, columns, rows }: TablePart): Table {
  const labels = labelWidths[labelColumns] ?? Array.from({ length: labelColumns }, () => Math.floor((typeArea * 2) / 5 / labelColumns));
  const widths = [...labels, ...shares(typeArea - sum(labels), columns - labels.length)];
  return tableOf(rows, widths, { ...typeFor(columns), isLeft: ({ role }) => labelColumns > 1 && (role === "row" || role === "rowGroup" || role === "note"), headRows: headRows(rows) });
}

/** A table of the author's own, its ragged rows filled up. */
export function plainTable({ rows }: PlainTablePart): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => [...row, ...Array.from({ length: columns - row.length }, (): Cell => ({ role: "value", text: "" }))]);
  return tableOf(filled, shares(typeArea, columns), { ...typeFor(columns), isLeft: () => false, headRows: 0 });
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
    margins: { left: 40, right: 40, top: 30, bottom: 30 },
    rows: rows.map((row, index) => new TableRow({ cantSplit: true, height: { value: look.height, rule: HeightRule.ATLEAST }, tableHeader: index < look.headRows, children: row.map((cell) => cellOf(cell, look)) })),
  });
}

/** 小四 where there is room, 五号, 小五 in the fifteen columns of table four. */
function typeFor(columns: number): Pick<Look, "size" | "height"> {
  if (columns <= 6) return { size: 24, height: 440 };
  return columns <= 10 ? { size: 20, height: 360 } : { size: 18, height: 440 };
}

function cellOf(cell: Cell, { size, isLeft }: Look): TableCell {
  return new TableCell({
    columnSpan: cell.columns ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: styleIds.tableText, ...(isLeft(cell) ? { alignment: AlignmentType.LEFT } : {}), children: [new TextRun({ text: xmlText(cell.text), size })] })],
  });
}

/** A length in equal whole parts; the first ones take what is left over. */
function shares(length: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.floor(length / count) + (index < length % count ? 1 : 0));
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
