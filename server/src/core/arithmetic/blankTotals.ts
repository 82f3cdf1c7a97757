// Totals that were left blank in a finished report over numbers that tell what they are.
import { isFinished } from "../report/finished.js";
import type { Fact, Report } from "../report/report.js";
import type { Identity, Reading } from "./identity.js";
import { exactly, open as unknown } from "./range.js";

/** A blank total, the sum that says what it should be, and its value. */
export interface BlankTotal {
  readonly fact: Fact;
  readonly identity: Identity;
  readonly value: bigint;
}

export interface BlankTotals {
  readonly totals: readonly BlankTotal[];
  /** Cells as they would be read if these were filled in. A blank total of parts that are not all known may then be any number. */
  readonly read: Reading;
}

/**
 * Blank totals of parts that are all known and not all none. One may be a part of another: （七）总计 of 自然人, blank in a row that is blank
 * throughout. Sums of columns tell before those of rows do.
 */
export function blankTotals(report: Report, identities: readonly Identity[], read: Reading): BlankTotals {
  const open = identities.filter((identity) => isOverBlank(report, identity)).sort((a, b) => byColumnsFirst(a, b));
  const found = new Map<Fact, BlankTotal>();
  const sums = new Map<Fact, bigint | undefined>();
  const filled = readingWith(read, sums);
  for (let before = -1; before < sums.size; ) {
    before = sums.size;
    for (const identity of open) {
      const fact = identity.left[0]?.fact;
      const value = fact === undefined || sums.has(fact) ? undefined : sumOfParts(identity, filled);
      if (fact === undefined || value === undefined) continue;
      sums.set(fact, value);
      if (value !== 0n) found.set(fact, { fact, identity, value });
    }
  }
  if (found.size === 0) return { totals: [], read };
  for (const { left } of open) for (const { fact } of left) if (fact !== undefined && !sums.has(fact)) sums.set(fact, undefined);
  return { totals: [...found.values()], read: filled };
}

function readingWith(read: Reading, sums: ReadonlyMap<Fact, bigint | undefined>): Reading {
  return (operand) => {
    if (operand.fact === undefined || !sums.has(operand.fact)) return read(operand);
    const value = sums.get(operand.fact);
    return value === undefined ? unknown : { low: value, high: value };
  };
}

function isOverBlank(report: Report, { relation, left, right }: Identity): boolean {
  const fact = left[0]?.fact;
  return relation === "equal" && left.length === 1 && right.length > 1 && fact?.value.kind === "blank" && isFinished(report, fact);
}

function byColumnsFirst(a: Identity, b: Identity): number {
  return Number(a.form.each === "row") - Number(b.form.each === "row");
}

/** Undefined where some part is not known. */
function sumOfParts({ right }: Identity, read: Reading): bigint | undefined {
  let sum = 0n;
  for (const operand of right) {
    const part = exactly(read(operand));
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

/** Of the totals of one kind in a table, in the order of the draft: 总计 of several rows. */
export function byKind(totals: readonly BlankTotal[]): readonly (readonly BlankTotal[])[] {
  const kinds = new Map<string, BlankTotal[]>();
  for (const total of [...totals].sort((a, b) => a.fact.span.start - b.fact.span.start)) {
    const { form } = total.identity;
    const key = `${form.table} ${form.code}`;
    kinds.set(key, [...(kinds.get(key) ?? []), total]);
  }
  return [...kinds.values()];
}
