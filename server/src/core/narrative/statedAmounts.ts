import type { Report } from "../report/report.js";
import { claimsOf } from "./claims.js";
import type { Claim } from "./claim.js";
import { scaledAmount } from "./values.js";

/**
 * The amounts, in millionths, that the prose states for single cells: evidence for what a wrong cell should hold. Only exact
 * numbers of this year and of this report whose words admit one meaning, and that one a single cell.
 */
export function statedAmounts(report: Report): ReadonlyMap<string, readonly bigint[]> {
  const stated = new Map<string, bigint[]>();
  for (const claim of claimsOf(report)) {
    const key = singleCell(claim);
    const amount = scaledAmount(claim.amount);
    if (key === undefined || amount === undefined) continue;
    const amounts = stated.get(key) ?? [];
    stated.set(key, amounts);
    if (!amounts.includes(amount)) amounts.push(amount);
  }
  return stated;
}

function singleCell({ measure, relation, exactness, year, scope }: Claim): string | undefined {
  if (measure === undefined || measure.isUpperBound || (relation !== "count" && relation !== "none") || exactness !== "exact" || year !== "own" || scope !== "own") return undefined;
  const [only, second] = measure.meanings;
  const isSingle = only !== undefined && second === undefined && only.plus.length === 1 && only.minus.length === 0;
  // Money needs its unit first.
  return isSingle && !measure.isMoney ? only.plus[0] : undefined;
}
