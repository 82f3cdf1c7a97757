// The parts of a whole in a table whose rows vary: 1.当面申请数 2.网络申请数 3.信函、传真申请数, in another year six of them.
import { cellText, type Cell } from "../syntax/nodes.js";
import { labelNumber } from "../forms/label.js";
import { readValue } from "../report/amount.js";
import type { BoundRow, BoundTable, Fact, Report } from "../report/report.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import type { Instance } from "./identity.js";

export interface PartList {
  /** The parts that the draft has, in the form's order. */
  readonly present: Instance["right"];
  /** Whether nothing else stands among them: only then do they have to make up the whole. */
  readonly isWhole: boolean;
}

/** Of an identity whose left side is the whole and whose right side is every part that some province lists. */
export function partsOf(report: Report, { table, left, right }: Instance): PartList {
  const present = right.filter(({ key }) => report.facts.has(key));
  const bound = report.tables.find(({ form }) => form === table);
  const whole = left[0] === undefined ? undefined : report.facts.get(left[0].key);
  const parts = present.flatMap(({ key }) => report.facts.get(key) ?? []);
  return { present, isWhole: bound !== undefined && whole !== undefined && left.length === 1 && standAlone(report, bound, whole, parts) && isComplete(report.text, bound, right, parts) };
}

/** The parts follow their whole, numbered without a gap, and no number stands among them or behind them that belongs to no row of the form. */
function standAlone(report: Report, bound: BoundTable, whole: Fact, parts: readonly Fact[]): boolean {
  const rows = rowsInOrder(bound);
  const at = rows.findIndex(({ form }) => form === whole.row);
  const own = new Set(parts.map(({ row }) => row));
  const last = rows.findLastIndex(({ form }) => own.has(form));
  const first = rows.findIndex(({ form }) => own.has(form));
  if (at < 0 || first <= at || last < first) return false;
  const end = rows[last + 1] === undefined ? bound.table.span.end : startOf(rows[last + 1]);
  if (strangers(report, bound).some((start) => whole.span.start < start && start < end)) return false;
  return areNumberedInOrder(report.text, rows.slice(first, last + 1).filter(({ form }) => own.has(form)));
}

/**
 * All parts that the form numbers, or as many with numbers of their own: provinces divide 3.信函、传真申请数. Of a form's list without
 * numbers every part has to be there, since an author who leaves out reasons may still have counted them.
 */
function isComplete(text: string, { rows }: BoundTable, right: Instance["right"], parts: readonly Fact[]): boolean {
  const missing = right.filter(({ key }) => parts.every((part) => part.key !== key));
  const numbered = right.filter(({ label }) => numberOf(label) !== undefined);
  if (missing.length === 0 || numbered.length === 0) return missing.length === 0;
  if (numbered.every((part) => !missing.includes(part))) return true;
  const own = new Set(parts.map(({ row }) => row));
  return numbersOf(text, rows.filter(({ form }) => own.has(form))).length >= numbered.length;
}

function rowsInOrder({ rows }: BoundTable): BoundRow[] {
  return rows.filter(({ facts }) => facts.length > 0).sort((a, b) => startOf(a) - startOf(b));
}

function startOf(row: BoundRow | undefined): number {
  return row?.facts[0]?.span.start ?? 0;
}

function strangers(report: Report, bound: BoundTable): readonly number[] {
  return strangersOf(report).get(bound) ?? [];
}

/** Where the numbers stand that belong to no row of the form, by table. */
const strangersOf: (report: Report) => ReadonlyMap<BoundTable, readonly number[]> = remembered((report) => new Map(report.tables.map((bound) => [bound, unbound(report.text, bound)])));

function unbound(text: string, { table, rows }: BoundTable): number[] {
  const known = new Set(rows.flatMap(({ facts }) => facts.map(({ span }) => span.start)));
  const isNumber = (cell: Cell): boolean => readValue(cellText(text, cell)).kind === "number";
  return table.rows.flatMap(({ cells }) => cells.filter((cell) => !known.has(cell.span.start) && isNumber(cell)).map(({ span }) => span.start));
}

function areNumberedInOrder(text: string, rows: readonly BoundRow[]): boolean {
  return numbersOf(text, rows).every((number, i) => number === i + 1);
}

function numbersOf(text: string, rows: readonly BoundRow[]): number[] {
  return rows.flatMap(({ label }) => (label === undefined ? [] : (numberOf(cellText(text, label)) ?? [])));
}

/** 其中：1.当面申请数 is 1; a label without a number in digits has none. */
function numberOf(label: string): number | undefined {
  const number = labelNumber(fold(label).replace(/^其中[:,]?/, ""));
  return number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined;
}
