import { determinedOf, faultsOf, isOpenCell, remembered, totalOf, type Fact, type Identity, type Report } from "../core/index.js";

/** A value that the sums leave to a cell, and the sum that shows it. */
export interface SuggestedValue {
  readonly fact: Fact;
  /** In millionths of one. */
  readonly value: bigint;
  readonly by: Identity;
}

/** What open cells can only be, and totals that are wrong or blank should be. */
export const suggestedValues: (report: Report) => readonly SuggestedValue[] = remembered((report) => {
  const open: readonly SuggestedValue[] = [...determinedOf(report).values()];
  const wrong = faultsOf(report).flatMap(({ fact, value, identity }) => (value !== undefined && totalOf(identity) === fact ? [{ fact, value, by: identity }] : []));
  return [...open, ...wrong];
});

/**
 * Blank totals where the numbers contradict each other, so that more than one value follows: what a total is to be its parts still say,
 * and what is typed or filled in is to be what the hint names. Of the parts themselves nothing can be said then.
 */
export function openTotals(report: Report): readonly SuggestedValue[] {
  return suggestedValues(report).filter(({ fact, by }) => totalOf(by) === fact && isOpenCell(report, fact));
}
