// What the tests of the features ask of a draft: the place of a cell by its key, and what stands at a range.
import type { Location, Position, Range } from "vscode-languageserver-types";
import type { Draft } from "../../../server/src/service/draft.js";
import { textAt } from "./support.js";

export function cell({ analysis, lines }: Draft, key: string): Position {
  const fact = analysis.report.facts.get(key);
  if (fact === undefined) throw new Error(`the draft has no ${key}`);
  return lines.position(fact.span.start);
}

/** The place of the nth occurrence of some words, counted from 0. */
export function wordsAt({ snapshot, lines }: Draft, words: string, nth = 0): Position {
  let at = -1;
  for (let i = 0; i <= nth; i++) at = snapshot.text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`the draft does not say ${words}`);
  return lines.position(at + 1);
}

/** The keys of the cells at the ranges, or the words where there is no cell. */
export function keysAt(draft: Draft, ranges: readonly Range[]): string[] {
  return ranges.map((range) => {
    const start = draft.lines.offset(range.start);
    return [...draft.analysis.report.facts.values()].find(({ span }) => span.start === start)?.key ?? textAt(draft, range);
  });
}

export function rangesOf(locations: readonly Location[]): Range[] {
  return locations.map(({ range }) => range);
}
