import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import type { Claim, Narrative } from "./claim.js";
import { readNarrative } from "./reader.js";

/** The numbers of the prose and their breakdowns, in the order of the text; read when first asked for, once for a report. */
export const narrativeOf: (report: Report) => Narrative = remembered(readNarrative);

/** Each number of the prose as it is understood. */
export function claimsOf(report: Report): readonly Claim[] {
  return narrativeOf(report).claims;
}
