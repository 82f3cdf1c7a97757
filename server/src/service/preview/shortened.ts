import type { Draft } from "../draft.js";
import { say } from "../words.js";
import { extentOf } from "./extent.js";
import type { OmittedPart, Part } from "./model.js";
import { plansOf, type MarkedPlan } from "./parts.js";
import { marksOf } from "./prose.js";

/** A page with more would keep its reader waiting at each key. A real report has at most a few hundred paragraphs. */
const mostProse = 500;

/** Title, chapters and tables as they are; of too much prose the first, with a word on how much follows. What is left out is not made. */
export function shortenedParts(draft: Draft): readonly Part[] {
  const shown: Part[] = [];
  let prose = 0;
  let left: MarkedPlan[] = [];
  const close = (): void => {
    if (left.length > 0) shown.push(omitted(draft, left));
    left = [];
  };
  for (const marked of plansOf(draft)) {
    if (isProse(marked) && ++prose > mostProse) left.push(marked);
    else {
      close();
      shown.push(marked.plan.make(marked.marks));
    }
  }
  close();
  return shown;
}

function isProse({ plan: { kind } }: MarkedPlan): boolean {
  return kind === "paragraph" || kind === "heading";
}

function omitted(draft: Draft, left: readonly MarkedPlan[]): OmittedPart {
  const text = say(draft.analysis.language, { zh: `此处另有 ${left.length} 段，预览从略，导出不受影响。`, en: `${left.length} more paragraphs are not shown here. An export has them.` });
  const range = extentOf(draft, { start: left[0]?.plan.spans[0]?.start ?? 0, end: left.at(-1)?.plan.spans.at(-1)?.end ?? 0 });
  return { kind: "omitted", text, range, ...marksOf(left.flatMap(({ marks }) => marks)) };
}
