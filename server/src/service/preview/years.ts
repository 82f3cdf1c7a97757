import type { Draft } from "../draft.js";
import type { YearCount } from "./model.js";

const received = "applications/received/total";
/** More columns than this say less. */
const most = 10;
const million = 1_000_000n;

/**
 * Applications received in this year and in those before it, oldest first, as far as the archive goes back without a gap.
 * Empty where no other year is known.
 */
export function yearsOf({ options, analysis: { report } }: Draft): readonly YearCount[] {
  const now = report.facts.get(received)?.value;
  if (report.year === undefined || now?.kind !== "number" || now.amount.scale !== 0) return [];
  const years = [{ year: report.year, received: Number(now.amount.digits) }];
  for (let before = report.neighbours.previous; before !== undefined && years.length < most; ) {
    const exact = before.cells.get(received)?.exact;
    if (before.year === undefined || exact === undefined) break;
    years.unshift({ year: before.year, received: Number(exact / million) });
    before = options.archive?.neighboursOf({ place: before.place, organ: before.organName, year: before.year }).previous;
  }
  return years.length > 1 ? years : [];
}
