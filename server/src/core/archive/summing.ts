import { exactAmount } from "../arithmetic/exactAmount.js";
import type { Fact, Report } from "../report/report.js";
import type { Summary } from "./summary.js";
import { inColumn } from "./units.js";

/** A cell of a report that adds up others, held against their sum. In millionths. */
export interface Sum {
  readonly fact: Fact;
  readonly own: bigint;
  readonly parts: bigint;
  /** Whether the number of every part is known; otherwise `parts` is the least that the sum can be. */
  readonly isWhole: boolean;
}

/** One for each cell that says a number. */
export function sumsOf(report: Report): readonly Sum[] {
  const { parts } = report.neighbours;
  return [...report.facts.values()].flatMap((fact) => {
    const own = ownNumber(report, fact);
    return own === undefined ? [] : [{ fact, own, ...sumOver(report, parts, fact) }];
  });
}

/** What a part says in the cell; undefined where nobody can know. */
export function numberOf(report: Report, { cells, edition, year }: Summary, { key, column }: Fact): bigint | undefined {
  const cell = cells.get(key);
  if (cell?.exact === undefined || edition !== report.edition.id || year !== report.year) return undefined;
  return inColumn(column, cell.exact, cell.unit);
}

function ownNumber(report: Report, fact: Fact): bigint | undefined {
  const exact = exactAmount(report, fact);
  return exact === undefined ? undefined : inColumn(fact.column, exact, fact.value.kind === "number" ? fact.value.unit : undefined);
}

function sumOver(report: Report, parts: readonly Summary[], fact: Fact): Pick<Sum, "parts" | "isWhole"> {
  const numbers = parts.map((part) => numberOf(report, part, fact));
  return { parts: numbers.reduce<bigint>((sum, number) => sum + (number ?? 0n), 0n), isWhole: !numbers.includes(undefined) };
}

/** Cells that cannot be the sum of the parts. */
export function wrongSums(sums: readonly Sum[]): readonly Sum[] {
  return sums.filter(({ fact, own, parts, isWhole }) => (isWhole ? own !== parts : fact.column.kind !== "change" && own < parts));
}

/** Without totals that are wrong only since the cells that they add up are. */
export function withoutConsequences(report: Report, wrong: readonly Sum[]): readonly Sum[] {
  const gaps = new Map(wrong.map(({ fact, own, parts }) => [fact.key, own - parts]));
  return wrong.filter(({ fact }) => !report.edition.identities.some((identity) => {
    const total = identity.left.length === 1 ? identity.left[0] : undefined;
    if (identity.table !== fact.table.key || total !== (identity.each === "row" ? fact.column.key : fact.row.key)) return false;
    const operands = identity.right.map((term) => gaps.get(identity.each === "row" ? `${fact.table.key}/${fact.row.key}/${term}` : `${fact.table.key}/${term}/${fact.column.key}`) ?? 0n);
    return operands.some((gap) => gap !== 0n) && operands.reduce((sum, gap) => sum + gap, 0n) === gaps.get(fact.key);
  }));
}

/** A part that explains every wrong cell by itself: it was left out, or counted twice. */
export interface Culprit {
  readonly part: Summary;
  readonly kind: "missing" | "twice";
}

export function culpritOf(report: Report, sums: readonly Sum[]): Culprit | undefined {
  if (!sums.every(({ isWhole }) => isWhole)) return undefined;
  const culprits = report.neighbours.parts.flatMap((part): Culprit[] => {
    if (explains(report, part, sums, -1n)) return [{ part, kind: "missing" }];
    return explains(report, part, sums, 1n) ? [{ part, kind: "twice" }] : [];
  });
  return culprits.length === 1 ? culprits[0] : undefined;
}

function explains(report: Report, part: Summary, sums: readonly Sum[], times: bigint): boolean {
  return sums.every(({ fact, own, parts }) => own - parts === times * (numberOf(report, part, fact) ?? 0n));
}
