// How near a printed row label of a draft is to each row of a form: the costs that the alignment adds up.
import { labelCore, labelNumber } from "../forms/label.js";
import { labelUse } from "../forms/lexicon.js";
import { haveLikeLengths, similarity } from "../text/similarity.js";
import { gapCost } from "./align.js";
import { coreOf, keep, similarEnough, type FormIndex, type FormLabel } from "./formIndex.js";

/** In the order of trust. A likeness costs from `alike` (the same words nearly) to `alike` + 0.41. */
export const costs = {
  exact: 0,
  /** Same words, another punctuation or no number: no fault. */
  sameWords: 0.05,
  /** Same words under another number. */
  otherNumber: 0.3,
  alike: 0.4,
  /** What another edition calls the row. */
  namesake: 0.4,
  /** Only a character or the number in common: dearer than any likeness, cheaper than one row too many and one too few. */
  place: 1.8 * gapCost,
} as const;

/** A label at this cost is that row, wherever it stands; above it only its neighbours tell. */
export const firmCost = 0.85;

/** The cost of taking the label for each row of the form; Infinity where nothing speaks for it. */
export function nearness(index: FormIndex, folded: string): readonly number[] {
  const known = index.nearness.get(folded);
  if (known !== undefined) return known;
  const core = labelCore(folded);
  const number = labelNumber(folded);
  const isOwn = index.exact.get(folded)?.some((label) => label.role === "row") === true;
  const isKnown = isOwn || labelUse(folded) !== undefined;
  const namesake = index.namesakes.get(folded);
  const computed = index.rows.map((row) => Math.min(namesake?.role === "row" && namesake.text === row.form.label.text ? costs.namesake : Number.POSITIVE_INFINITY, ...row.labels.map((label) => (isOwn && label.folded !== folded ? Number.POSITIVE_INFINITY : cost(label, folded, core, number, isKnown)))));
  keep(index.nearness, folded, computed);
  return computed;
}

function cost(label: FormLabel, folded: string, core: string, number: string | undefined, isKnown: boolean): number {
  if (label.folded === folded) return costs.exact;
  const own = labelNumber(label.folded);
  const ownCore = coreOf(label);
  if (ownCore === core && core !== "") return number === undefined || number === own ? costs.sameWords : costs.otherNumber;
  // The very label of another row or of another edition is no misspelling of this one.
  if (!isKnown && core.length >= 3 && haveLikeLengths(ownCore, core)) {
    const score = similarity(core, ownCore);
    if (score >= similarEnough) return costs.alike + (1 - score);
  }
  const isSameNumber = number !== undefined && number !== "" && number === own;
  return isSameNumber || shareCharacter(ownCore, core) ? costs.place : Number.POSITIVE_INFINITY;
}

function shareCharacter(a: string, b: string): boolean {
  for (const character of a) if (b.includes(character)) return true;
  return false;
}
