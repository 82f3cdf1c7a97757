// Open cells for which the relations of the form leave exactly one value: totals above all, but also any cell whose sum is
// known. What an author can be offered, without guessing.
import { exactAmount } from "./exactAmount.js";
import { amountOf } from "./range.js";
import { equalitiesOf, operandsOf, type Identity } from "./identity.js";
import { formatAmount } from "../report/amount.js";
import { isFinished } from "../report/finished.js";
import type { BoundTable, Fact, Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { meansNone } from "../text/valueText.js";

/** A cell that is still to be filled and the text that belongs into it. `because` is the relation that leaves no other. */
export interface Filling {
  readonly fact: Fact;
  readonly text: string;
  readonly because: Identity | undefined;
}

/** Values in millionths of one, by fact key. */
type Known = Map<string, bigint>;

/** Whether a cell still waits for its number: blank, XX, 【】; a dash too as long as the report is not finished. */
export function isOpenCell(report: Report, fact: Fact): boolean {
  if (fact.value.kind === "blank") return true;
  return fact.value.kind === "placeholder" && !(isFinished(report, fact) && meansNone(fact.value.raw));
}

/** All open cells whose value follows from the cells that are filled, also by way of other such cells. */
export const determinedCells: (report: Report) => ReadonlyMap<string, Filling> = remembered((report) => {
  const known = knownValues(report);
  return solved(report, equalitiesOf(report), known);
});

/**
 * What is left of a table if nothing else is to be reported: what is determined, 0 in every other open cell, and in each
 * open total the sum of its parts. A total for which row and column disagree stays open.
 */
export function fillingsOfRest(report: Report, { form }: BoundTable): readonly Filling[] {
  const { sums, zeros } = filled(report, form.key, () => true);
  return [...sums, ...zeros.map((fact): Filling => ({ fact, text: "0", because: undefined }))];
}

/** The totals and other cells of one table that follow from the rest. The other blanks of a finished report are read as 0. */
export function fillingsOfTotals(report: Report, { form }: BoundTable): readonly Filling[] {
  return filled(report, form.key, (fact) => fact.value.kind === "blank" && isFinished(report, fact)).sums;
}

/** What follows in a table where some of its open cells, apart from totals and from what is determined, are none. */
function filled(report: Report, table: string, isNone: (fact: Fact) => boolean): { readonly sums: readonly Filling[]; readonly zeros: readonly Fact[] } {
  const known = knownValues(report);
  const identities = equalitiesOf(report);
  const determined = solved(report, identities, known);
  const totals = identities.filter(({ left }) => left.length === 1);
  const isTotal = new Set(totals.flatMap(({ left }) => left.map(({ key }) => key)));
  const zeros = openCells(report, table).filter((fact) => !determined.has(fact.key) && !isTotal.has(fact.key) && isNone(fact));
  for (const { key } of zeros) known.set(key, 0n);
  const further = zeros.length === 0 ? [] : solved(report, totals, known).values();
  return { sums: [...determined.values(), ...further].filter(({ fact }) => fact.table.key === table), zeros };
}

function openCells(report: Report, table: string): Fact[] {
  return [...report.facts.values()].filter((fact) => fact.table.key === table && isOpenCell(report, fact));
}

function knownValues(report: Report): Known {
  const known: Known = new Map();
  for (const [key, fact] of report.facts) {
    const value = isOpenCell(report, fact) ? undefined : exactAmount(report, fact);
    if (value !== undefined) known.set(key, value);
  }
  return known;
}

/** Adds to `known` round by round what follows from it. A cell for which two relations disagree is left out for good. */
function solved(report: Report, identities: readonly Identity[], known: Known): Map<string, Filling> {
  const found = new Map<string, Filling>();
  const disputed = new Set<string>();
  let waiting = identities;
  for (;;) {
    const round = new Map<string, { readonly value: bigint; readonly because: Identity }>();
    for (const identity of waiting) {
      const next = onlyUnknown(identity, known);
      if (next === undefined || disputed.has(next.key)) continue;
      const before = round.get(next.key);
      if (next.value < 0n || (before !== undefined && before.value !== next.value)) disputed.add(next.key);
      else if (before === undefined) round.set(next.key, { value: next.value, because: identity });
    }
    const size = found.size;
    for (const [key, { value, because }] of round) {
      const fact = report.facts.get(key);
      if (disputed.has(key) || fact === undefined || !isOpenCell(report, fact)) continue;
      known.set(key, value);
      found.set(key, { fact, text: formatAmount(amountOf(value)), because });
    }
    if (found.size === size) return found;
    waiting = waiting.filter((identity) => operandsOf(identity).some(({ key }) => !known.has(key)));
  }
}

/** The value that the one unknown operand of an identity must have; undefined where more are unknown, or none. */
function onlyUnknown({ left, right }: Identity, known: Known): { readonly key: string; readonly value: bigint } | undefined {
  let unknown: string | undefined;
  let sign = 1n;
  let residual = 0n;
  for (const [operands, side] of [[left, 1n], [right, -1n]] as const) {
    for (const { key } of operands) {
      const value = known.get(key);
      if (value !== undefined) residual += side * value;
      else if (unknown !== undefined) return undefined;
      else [unknown, sign] = [key, side];
    }
  }
  return unknown === undefined ? undefined : { key: unknown, value: -sign * residual };
}
