// Whose numbers an annex before 2019 has: of the whole county or of its government's office only.
import type { Report } from "../report/report.js";
import type { Claim } from "./claim.js";
import { claimsOf } from "./claims.js";
import type { Compared } from "./compared.js";
import { scaledAmount } from "./values.js";

/**
 * Where 全县主动公开13000条 stands beside a number of another size that the annex has, each is of a circle of its own. Since 2019 the form is of the whole.
 */
export function withoutOtherCircles(report: Report, wrong: readonly Compared[]): readonly Compared[] {
  if (wrong.length === 0 || report.edition.tables.some(({ key }) => key === "applications")) return wrong;
  const stated = statedIn(claimsOf(report));
  return wrong.filter((found) => !found.values.some((value) => value > 0n && isOfOtherSize(value, found.amount) && placesOf(found).some((place) => stated.get(place)?.has(value) === true)));
}

function isOfOtherSize(value: bigint, amount: bigint): boolean {
  return amount >= 2n * value || value >= 2n * amount;
}

/** By measure, and by passage and unit, the amounts of the text. */
function statedIn(claims: readonly Claim[]): ReadonlyMap<string, ReadonlySet<bigint>> {
  const stated = new Map<string, Set<bigint>>();
  for (const claim of claims) {
    const amount = claim.relation === "count" ? scaledAmount(claim.amount) : undefined;
    if (amount === undefined) continue;
    for (const place of [claim.measure?.name ?? "", besideOf(claim)]) stated.set(place, (stated.get(place) ?? new Set()).add(amount));
  }
  return stated;
}

/** What was published is told in many words; any number of the passage may be the annex's. */
function placesOf({ measure, claim }: Compared): readonly string[] {
  return measure.name === "disclosed.information" ? [measure.name, besideOf(claim)] : [measure.name];
}

function besideOf({ passage, unit }: Claim): string {
  return `${passage} ${unit ?? ""}`;
}
