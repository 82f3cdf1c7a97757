import type { Report, Section } from "../report/report.js";
import { fold } from "../text/fold.js";
import type { LineIndex } from "../text/lineIndex.js";
import { slice, type Span } from "../text/span.js";
import type { TextRange } from "./summary.js";

/** A paragraph of a chapter of prose as one year's is held against the next one's. */
export interface Passage {
  readonly chapter: string;
  /** Letters only: without years, numbers, punctuation and white space, in Simplified characters. */
  readonly words: string;
  readonly range: TextRange;
}

/** A paragraph with its place in the draft at hand. */
export interface OwnPassage {
  readonly span: Span;
  readonly words: string;
}

/** Chapters that are to be written anew each year. What stands under 其他 is the same set phrase in most reports. */
export const proseChapters: readonly string[] = ["overview", "problems"];

export function passagesOf(report: Report, lines: LineIndex): readonly Passage[] {
  return chaptersOfProse(report).flatMap((section) => ownPassages(report, section).map(({ span, words }) => ({ chapter: section.key, words, range: lines.range(span) })));
}

/** Chapters of prose that the form prescribes; before 2019 their contents were free. */
export function chaptersOfProse({ sections }: Report): readonly Section[] {
  return sections.filter(({ key, form, isOpen }) => form?.match === "exact" && proseChapters.includes(key) && !isOpen);
}

export function ownPassages({ text }: Report, { blocks }: Section): readonly OwnPassage[] {
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph") return [];
    const words = fold(slice(text, block.content)).replace(/\P{L}+/gu, "");
    return words === "" ? [] : [{ span: block.content, words }];
  });
}
