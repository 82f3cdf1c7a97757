import { amountOf } from "../arithmetic/range.js";
import { organKey } from "../archive/organ.js";
import type { Summary } from "../archive/summary.js";
import { inColumn, moneyUnit, printsUnit } from "../archive/units.js";
import type { ColumnForm, Edition, RowForm, TableForm } from "../forms/edition.js";
import { formatAmount } from "../report/amount.js";

/** What reports add up to, in the cells of one form. */
export interface Added {
  /** Text of each cell, by fact key. */
  readonly values: ReadonlyMap<string, string>;
  readonly gaps: readonly Gap[];
}

/** What could not be counted. Everything else of the report is. */
export type Gap =
  /** Nothing of the report is counted. */
  | { readonly kind: "report"; readonly part: Summary; readonly because: Exclusion }
  /** None of its cells: the table is missing, comes twice or runs together. */
  | { readonly kind: "table"; readonly part: Summary; readonly table: TableForm }
  | { readonly kind: "row"; readonly part: Summary; readonly table: TableForm; readonly row: RowForm }
  /** It is there and says no number, or money without its unit. */
  | { readonly kind: "cell"; readonly part: Summary; readonly table: TableForm; readonly row: RowForm; readonly column: ColumnForm };

/** `twin`: another report of the same organ is among them, and nobody knows which one counts. */
export type Exclusion = "otherYear" | "unknownYear" | "otherEdition" | "twin";

/** Adds up reports cell by cell, exactly. The order of the reports does not matter. */
export function addUp(parts: readonly Summary[], edition: Edition, year: number): Added {
  const excluded = parts.flatMap((part): Gap[] => {
    const because = exclusion(part, parts, edition, year);
    return because === undefined ? [] : [{ kind: "report", part, because }];
  });
  const out = new Set(excluded.map(({ part }) => part));
  const counted = parts.filter((part) => !out.has(part));
  const gaps = counted.flatMap((part) => edition.tables.flatMap((table) => gapsOf(part, table)));
  return { values: new Map(edition.tables.flatMap((table) => sums(counted, table))), gaps: [...excluded, ...gaps] };
}

function exclusion(part: Summary, parts: readonly Summary[], edition: Edition, year: number): Exclusion | undefined {
  if (part.year === undefined) return "unknownYear";
  if (part.year !== year) return "otherYear";
  if (part.edition !== edition.id) return "otherEdition";
  return parts.some((other) => other !== part && other.organ !== undefined && other.organ === part.organ && other.year === year) ? "twin" : undefined;
}

interface FormCell {
  readonly key: string;
  readonly row: RowForm;
  readonly column: ColumnForm;
}

function cellsOf({ key, bands }: TableForm): readonly FormCell[] {
  return bands.flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => ({ key: `${key}/${row.key}/${column.key}`, row, column }))));
}

function sums(parts: readonly Summary[], table: TableForm): readonly (readonly [string, string])[] {
  return cellsOf(table).map(({ key, column }) => [key, written(column, parts.reduce((sum, part) => sum + (numberOf(part, key, column) ?? 0n), 0n))]);
}

function numberOf({ cells }: Summary, key: string, column: ColumnForm): bigint | undefined {
  const cell = cells.get(key);
  return cell?.exact === undefined ? undefined : inColumn(column, cell.exact, cell.unit);
}

/** 12, +3, 25.1, and 25.1万元 where the form prints no unit. */
function written(column: ColumnForm, millionths: bigint): string {
  const plain = formatAmount(amountOf(millionths));
  if (column.kind === "change" && millionths > 0n) return `+${plain}`;
  return column.kind === "amount" && millionths !== 0n && !printsUnit(column) ? plain + moneyUnit : plain;
}

/** Told as a whole where the whole table or row is not there. */
function gapsOf(part: Summary, table: TableForm): readonly Gap[] {
  const unknown = cellsOf(table).filter(({ key, column }) => numberOf(part, key, column) === undefined);
  if (cellsOf(table).every(({ key }) => !part.cells.has(key))) return [{ kind: "table", part, table }];
  const absent = new Set(unknown.filter(({ row }) => cellsOf(table).every((cell) => cell.row !== row || !part.cells.has(cell.key))).map(({ row }) => row));
  const rows = [...absent].map((row): Gap => ({ kind: "row", part, table, row }));
  const cells = unknown.filter(({ row }) => !absent.has(row)).map(({ row, column }): Gap => ({ kind: "cell", part, table, row, column }));
  return [...rows, ...cells];
}

/** Whether a report is of the very organ that adds up: it may be an earlier sum. */
export function isOfOrgan({ organ }: Summary, name: string): boolean {
  return organ === organKey(name);
}
