import { remembered } from "../text/remembered.js";
import type { OwnPassage } from "./passages.js";
import type { Summary } from "./summary.js";

/** Letters in a row that are no chance: longer than set phrases such as 政府信息公开工作. */
const window = 12;

/** How much of a chapter stands in another one, in letters. */
export interface Overlap {
  readonly shared: number;
  readonly all: number;
}

/** Letters that lie in a stretch of `window` letters which the same chapter of the other report has too. Linear in both. */
export function overlapOf(own: readonly OwnPassage[], other: Summary, chapter: string): Overlap {
  const known = stretchesOf(other).get(chapter) ?? none;
  let shared = 0;
  let all = 0;
  for (const { words } of own) {
    all += words.length;
    shared += sharedLetters(words, known);
  }
  return { shared, all };
}

function sharedLetters(words: string, known: ReadonlySet<string>): number {
  let shared = 0;
  let counted = 0;
  for (let end = window; end <= words.length; end++) {
    if (!known.has(words.slice(end - window, end))) continue;
    shared += end - Math.max(counted, end - window);
    counted = end;
  }
  return shared;
}

const none: ReadonlySet<string> = new Set();

const stretchesOf: (summary: Summary) => ReadonlyMap<string, ReadonlySet<string>> = remembered(({ passages }) => {
  const chapters = new Map<string, Set<string>>();
  for (const { chapter, words } of passages) {
    const stretches = chapters.get(chapter) ?? new Set();
    for (let end = window; end <= words.length; end++) stretches.add(words.slice(end - window, end));
    chapters.set(chapter, stretches);
  }
  return chapters;
});
