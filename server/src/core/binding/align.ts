/**
 * Aligns two sequences at least cost, as a spelling checker aligns letters: what a draft has with what the form asks for.
 * A missing, doubled or added member shifts no other (Needleman and Wunsch 1970).
 */

/** One step along both sequences. `draft` and `form` are places in them. */
export type Step =
  | { readonly kind: "match"; readonly draft: number; readonly form: number }
  | { readonly kind: "missing"; readonly form: number }
  | { readonly kind: "extra"; readonly draft: number };

/** What a member costs that only one sequence has. A match that costs more than two of these is never made. */
export const gapCost = 1;

/**
 * The cheapest way, in order; of two that cost the same the one that matches. `cost(draft, form)` is that of taking one
 * for the other, Infinity where it cannot be. Time and space are the product of both lengths.
 */
export function align(drafts: number, forms: number, cost: (draft: number, form: number) => number): Step[] {
  const width = forms + 1;
  const best = new Float64Array((drafts + 1) * width);
  for (let form = 1; form <= forms; form++) best[form] = form * gapCost;
  for (let draft = 1; draft <= drafts; draft++) {
    best[draft * width] = draft * gapCost;
    for (let form = 1; form <= forms; form++) {
      const gap = Math.min(at(best, (draft - 1) * width + form), at(best, draft * width + form - 1)) + gapCost;
      best[draft * width + form] = Math.min(gap, at(best, (draft - 1) * width + form - 1) + cost(draft - 1, form - 1));
    }
  }
  return wayBack(best, drafts, forms, cost);
}

function wayBack(best: Float64Array, drafts: number, forms: number, cost: (draft: number, form: number) => number): Step[] {
  const width = forms + 1;
  const steps: Step[] = [];
  for (let draft = drafts, form = forms; draft > 0 || form > 0; ) {
    const here = at(best, draft * width + form);
    if (draft > 0 && form > 0 && here === at(best, (draft - 1) * width + form - 1) + cost(draft - 1, form - 1)) {
      steps.push({ kind: "match", draft: --draft, form: --form });
    } else if (form > 0 && here === at(best, draft * width + form - 1) + gapCost) steps.push({ kind: "missing", form: --form });
    else steps.push({ kind: "extra", draft: --draft });
  }
  return steps.reverse();
}

function at(values: Float64Array, place: number): number {
  return values[place] ?? Number.POSITIVE_INFINITY;
}
