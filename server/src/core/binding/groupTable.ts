// Table four cut into a table for each kind of case: which of them it is stands in a heading of its own.
import type { BandForm, ColumnForm } from "../forms/edition.js";
import { foldedLabel } from "../forms/label.js";
import { fold } from "../text/fold.js";
import type { Entry } from "./entries.js";

/** Longer lines are prose, which may speak of any kind of case. */
const longestHeading = 40;

/**
 * The columns of the group that a table has all by itself: the heads of one group and no more, with its name in the table or in the
 * line over it. Of names inside of each other, 行政复议 and 复议后起诉, the one that ends last counts.
 */
export function columnsOfGroup(band: BandForm, texts: readonly Entry[], above: string): readonly ColumnForm[] | undefined {
  const groups = [...new Set(band.columns.flatMap(({ group }) => group ?? []))];
  const [first] = groups;
  if (first === undefined) return undefined;
  const heads = band.columns.filter(({ group }) => group === first).map(({ label }) => foldedLabel(label.text));
  const printed = texts.map(({ folded }) => folded);
  const own = printed.filter((folded) => heads.includes(folded));
  if (own.length !== heads.length || !heads.every((head, i) => own[i] === head)) return undefined;
  const name = lastNamed(groups, printed.filter((folded) => !heads.includes(folded)).join("")) ?? (above.length > longestHeading ? undefined : lastNamed(groups, fold(above)));
  return name === undefined ? undefined : band.columns.filter(({ group }) => group === name);
}

function lastNamed(groups: readonly string[], text: string): string | undefined {
  let name: string | undefined;
  let end = 0;
  for (const group of groups) {
    const folded = foldedLabel(group);
    const at = text.lastIndexOf(folded);
    if (at >= 0 && at + folded.length > end) [name, end] = [group, at + folded.length];
  }
  return name;
}
