// Results that are told lot by lot: 新收20件，予以公开15件；上年结转4件，予以公开4件.
import { isResult } from "./claim.js";
import type { Compared } from "./compared.js";

/** What one passage tells of results and of those that were carried in. */
interface Lots {
  /** By measure what its numbers make together. */
  readonly sums: Map<string, bigint>;
  carriedIn: Compared | undefined;
}

/**
 * Without the results that together are what the table has, or, where those of what was carried over are not told, lack no more than was carried over.
 */
export function withoutLots(wrong: readonly Compared[], comparable: readonly Compared[]): readonly Compared[] {
  if (!wrong.some(({ measure }) => isResult(measure))) return wrong;
  const passages = lotsIn(comparable);
  return wrong.filter((found) => !isResult(found.measure) || !isOneOfLots(found, passages.get(found.claim.passage)));
}

function lotsIn(comparable: readonly Compared[]): ReadonlyMap<number, Lots> {
  const passages = new Map<number, Lots>();
  for (const found of comparable) {
    const { measure, amount, claim } = found;
    const lots: Lots = passages.get(claim.passage) ?? { sums: new Map(), carriedIn: undefined };
    passages.set(claim.passage, lots);
    lots.sums.set(measure.name, (lots.sums.get(measure.name) ?? 0n) + amount);
    if (measure.name === "applications.carriedIn") lots.carriedIn = found;
  }
  return passages;
}

function isOneOfLots({ measure, values, amount, claim }: Compared, lots: Lots | undefined): boolean {
  const sum = lots?.sums.get(measure.name) ?? amount;
  if (sum !== amount && values.includes(sum)) return true;
  const carriedIn = lots?.carriedIn;
  return carriedIn !== undefined && carriedIn.claim.span.start > claim.span.start && values.some((value) => value >= amount && value - amount <= carriedIn.amount);
}
