// Which row of the form each row of a draft is: labels first, then the rows around it.
import { labelUse } from "../forms/lexicon.js";
import { align, type Step } from "./align.js";
import { isHead, type DraftRow, type LabelReading } from "./draftRows.js";
import type { FormIndex, FormRow } from "./formIndex.js";
import { costs, firmCost, nearness } from "./nearness.js";

/**
 * How a row was found: by its very label, by the same words, by a label written wrong, by its place between two others;
 * `moved`: where another row belongs; `doubled`: a second time; `extra`: no form has it; `missing`: only the form has it.
 */
export type RowMatchKind = "exact" | "words" | "misspelt" | "place" | "moved" | "doubled" | "extra" | "missing";

export interface RowMatch {
  readonly kind: RowMatchKind;
  readonly draft: DraftRow | undefined;
  readonly form: FormRow | undefined;
  /** Place of the label among the cells of the row. */
  readonly at: number;
  readonly cost: number;
}

/** All rows of draft and form in order, each once. */
export function alignRows(index: FormIndex, drafts: readonly DraftRow[]): RowMatch[] {
  return asPrinted(index, drafts) ?? alignedAtLeastCost(index, drafts);
}

/** All labels are the form's own and in its order, as in most drafts: nothing has to be weighed. */
function asPrinted(index: FormIndex, drafts: readonly DraftRow[]): RowMatch[] | undefined {
  const matches: RowMatch[] = [];
  for (const draft of drafts) {
    const at = draft.labels.at(-1) ?? -1;
    const place = index.placeOf.get(draft.entries[at]?.folded ?? "");
    if (place === undefined || place < matches.length) return undefined;
    pushMissing(index, matches, place);
    matches.push({ kind: "exact", draft, form: index.rows[place], at, cost: 0 });
  }
  pushMissing(index, matches, index.rows.length);
  return matches;
}

/** While all is in order, a row's place in the alignment is its place in the form. */
function pushMissing(index: FormIndex, matches: RowMatch[], until: number): void {
  while (matches.length < until) matches.push({ kind: "missing", draft: undefined, form: index.rows[matches.length], at: -1, cost: 0 });
}

function alignedAtLeastCost(index: FormIndex, drafts: readonly DraftRow[]): RowMatch[] {
  const rows = drafts.map((draft) => ({ draft, readings: readingsOf(index, draft) }));
  const near = rows.map(({ readings }) => best(index, readings));
  const steps = align(rows.length, index.rows.length, (draft, form) => near[draft]?.costs[form] ?? Number.POSITIVE_INFINITY);
  const matches = withoutGuesses(steps, near).map((step): RowMatch => {
    const form = step.kind === "extra" ? undefined : index.rows[step.form];
    if (step.kind === "missing") return { kind: "missing", draft: undefined, form, at: -1, cost: 0 };
    const draft = rows[step.draft]?.draft;
    if (step.kind === "extra") return { kind: "extra", draft, form, at: draft?.labels.at(-1) ?? -1, cost: 0 };
    const cost = near[step.draft]?.costs[step.form] ?? 0;
    return { kind: kindOf(cost), draft, form, at: near[step.draft]?.at[step.form] ?? -1, cost };
  });
  return withStrays(matches, near, rows.map((row) => row.draft), index);
}

interface Near {
  readonly costs: readonly number[];
  /** Place of the label by which the row comes nearest to each row of the form. */
  readonly at: readonly number[];
}

function best(index: FormIndex, readings: readonly LabelReading[]): Near {
  const lowest = index.rows.map(() => Number.POSITIVE_INFINITY);
  const at = index.rows.map(() => -1);
  for (const reading of readings) {
    for (const [place, cost] of nearness(index, reading.folded).entries()) {
      if (reading.exactly && cost > costs.sameWords) continue;
      if (cost + reading.cost >= (lowest[place] ?? 0)) continue;
      [lowest[place], at[place]] = [cost + reading.cost, reading.at];
    }
  }
  return { costs: lowest, at };
}

/** The last label before the values names a row; the ones before it name its groups, or it stands in pieces. */
function readingsOf(index: FormIndex, { entries, labels, hasValues }: DraftRow): LabelReading[] {
  const last = labels.at(-1);
  const entry = last === undefined ? undefined : entries[last];
  if (last === undefined || entry === undefined) return hasValues ? [{ folded: "", at: entries.findIndex(({ kind }) => kind === "blank"), cost: 0, exactly: false }] : [];
  const readings: LabelReading[] = isHead(index, entry) ? [] : [{ folded: entry.folded, at: last, cost: 0, exactly: false }];
  let joined = entry.folded;
  for (const at of labels.slice(-3, -1).reverse()) {
    joined = (entries[at]?.folded ?? "") + joined;
    readings.push({ folded: joined, at: last, cost: 0.01, exactly: true });
  }
  if (labelUse(entry.folded)?.role === "row" && !isHead(index, entry)) return readings;
  for (const at of labels.slice(0, -1)) {
    const before = entries[at];
    if (before !== undefined && !isHead(index, before)) readings.push({ folded: before.folded, at, cost: 0.1, exactly: !isUnit(entry.folded) });
  }
  return readings;
}

/** 条, 件, 万元: what stands between label and values in the annexes. */
function isUnit(folded: string): boolean {
  return folded.length <= 2;
}

function kindOf(cost: number): RowMatchKind {
  if (cost < costs.sameWords) return "exact";
  if (cost < costs.otherNumber) return "words";
  return cost <= firmCost ? "misspelt" : "place";
}

/** A row is known by its place alone only between two that are known by their labels, and not if its label is another row's. */
function withoutGuesses(steps: readonly Step[], near: readonly Near[]): Step[] {
  const isFirm = (step: Step | undefined): boolean => step === undefined || (step.kind === "match" && (near[step.draft]?.costs[step.form] ?? 0) <= firmCost);
  return steps.flatMap((step, i): Step[] => {
    if (step.kind !== "match" || isFirm(step)) return [step];
    const isAnothers = near[step.draft]?.costs.some((cost) => cost <= firmCost) === true;
    if (!isAnothers && isFirm(steps[i - 1]) && isFirm(steps[i + 1])) return [step];
    return [{ kind: "missing", form: step.form }, { kind: "extra", draft: step.draft }];
  });
}

/** Rows that the order left over: one whose place another row has taken, or that is there twice. */
function withStrays(matches: readonly RowMatch[], near: readonly Near[], drafts: readonly DraftRow[], index: FormIndex): RowMatch[] {
  const nearOf = new Map(drafts.map((draft, i) => [draft, near[i]]));
  const moved = new Map<RowMatch, RowMatch>();
  const taken = new Set<number>();
  const missing = new Set(matches.flatMap((match) => (match.kind === "missing" && match.form !== undefined ? [match.form.place] : [])));
  for (const match of matches) {
    if (match.kind !== "extra" || match.draft === undefined) continue;
    const nearest = nearOf.get(match.draft);
    const place = nearest === undefined ? -1 : placeOfLowest(nearest.costs);
    const cost = nearest?.costs[place] ?? Number.POSITIVE_INFINITY;
    const isFree = missing.has(place) && !taken.has(place);
    if (cost > (isFree ? firmCost : costs.otherNumber)) continue;
    taken.add(place);
    moved.set(match, { ...match, kind: isFree ? "moved" : "doubled", form: index.rows[place], at: nearest?.at[place] ?? -1, cost });
  }
  return matches.flatMap((match) => (match.kind === "missing" && taken.has(match.form?.place ?? -1) ? [] : [moved.get(match) ?? match]));
}

function placeOfLowest(values: readonly number[]): number {
  let lowest = -1;
  for (let i = 0; i < values.length; i++) if (lowest < 0 || (values[i] ?? 0) < (values[lowest] ?? 0)) lowest = i;
  return lowest;
}
