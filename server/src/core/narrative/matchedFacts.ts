import type { Fact, Report } from "../report/report.js";
import type { Claim } from "./claim.js";
import { scaledAmount, valueOf } from "./values.js";

/**
 * The cells that a number of the prose tells of: those whose sum it equals, else those of the first thing that it can mean.
 * Empty where it is not certain what is counted, whose number it is or of which year.
 */
export function matchedFacts(report: Report, { amount, measure, relation, scope, year }: Claim): readonly Fact[] {
  if (measure === undefined || scope !== "own" || year !== "own" || (relation !== "count" && relation !== "none" && relation !== "all")) return [];
  const stated = scaledAmount(amount);
  const meaning = measure.meanings.find((candidate) => valueOf(report, candidate) === stated) ?? measure.meanings[0];
  return (meaning?.plus ?? []).flatMap((key) => report.facts.get(key) ?? []);
}
