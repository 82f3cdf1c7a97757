import type { Language } from "../../core/index.js";
import { say } from "../words.js";
import type { OmittedPart, Part, TextPart, WrittenPart } from "./model.js";

/** A page with more would keep its reader waiting at each key. A real report has at most a few hundred paragraphs. */
const mostProse = 1_000;

/** Title, chapters and tables as they are; of too much prose the first, with a word on how much follows. */
export function shortened(parts: readonly WrittenPart[], language: Language): readonly Part[] {
  if (parts.length <= mostProse) return parts;
  const shown: Part[] = [];
  let prose = 0;
  let left: TextPart[] = [];
  const close = (): void => {
    if (left.length > 0) shown.push(omitted(left, language));
    left = [];
  };
  for (const part of parts) {
    if (isProse(part) && ++prose > mostProse) left.push(part);
    else {
      close();
      shown.push(part);
    }
  }
  close();
  return shown;
}

function isProse(part: WrittenPart): part is TextPart {
  return part.kind === "paragraph" || part.kind === "heading";
}

function omitted(left: readonly TextPart[], language: Language): OmittedPart {
  const text = say(language, { zh: `此处另有 ${left.length} 段，预览从略，导出不受影响。`, en: `${left.length} more paragraphs are not shown here. An export has them.` });
  const marks = left.flatMap((part) => [...part.marks, ...part.runs.flatMap((run) => run.marks ?? [])]);
  const [first, last] = [left[0], left.at(-1)];
  const nowhere = { line: 0, character: 0 };
  return { kind: "omitted", text, range: { start: first?.range.start ?? nowhere, end: last?.range.end ?? nowhere }, marks: [...new Set(marks)] };
}
