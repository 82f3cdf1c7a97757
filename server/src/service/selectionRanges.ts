import type { Position, SelectionRange } from "vscode-languageserver-types";
import type { Block, BoundTable, Span } from "../core/index.js";
import type { Draft } from "./draft.js";
import { blockAt, placeInTable, sectionAt, type PlaceInTable } from "./places.js";

/** What “expand selection” takes in, step by step: a cell, its row, its table; in prose a word, its sentence, its paragraph; then the chapter and the text. */
export function selectionRanges(draft: Draft, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => nestedRange(draft, stepsAt(draft, draft.lines.offset(position)), position));
}

function stepsAt({ analysis: { report } }: Draft, offset: number): readonly Span[] {
  const place = placeInTable(report, offset);
  const block = blockAt(report, offset);
  const inner = place !== undefined ? tableSteps(place) : block === undefined ? [] : proseSteps(report.text, block, offset);
  const section = sectionAt(report, offset);
  return [...inner, ...(section === undefined ? [] : [section.span]), { start: 0, end: report.text.length }];
}

function tableSteps({ table, row, cell, bound }: PlaceInTable): Span[] {
  return [cell.span, rowSpan(bound, cell.span) ?? row.span, table.span];
}

/** Where a cell has a line of its own, the row is what the form says it is: from its label to its last number. */
function rowSpan(bound: BoundTable | undefined, cell: Span): Span | undefined {
  for (const { label, facts } of bound?.rows ?? []) {
    const [first, last] = [label?.span ?? facts[0]?.span, facts.at(-1)?.span ?? label?.span];
    if (first !== undefined && last !== undefined && first.start <= cell.start && cell.end <= last.end) return bound?.table.spelling === "gfm" || bound?.table.spelling === "pipe" ? undefined : { start: first.start, end: last.end };
  }
  return undefined;
}

function proseSteps(text: string, block: Block, offset: number): Span[] {
  const paragraph = block.kind === "paragraph" ? block.content : trimmedEnd(text, block.span);
  const sentence = sentenceAt(text, paragraph, offset);
  const word = wordAt(text, sentence, offset);
  return [...(word === undefined ? [] : [word]), sentence, paragraph];
}

/** From behind one full stop to the next, that one included. */
function sentenceAt(text: string, paragraph: Span, offset: number): Span {
  const at = Math.min(Math.max(offset, paragraph.start), paragraph.end);
  let start = at;
  while (start > paragraph.start && !isSentenceEnd(text.charAt(start - 1))) start--;
  let end = at;
  while (end < paragraph.end && !isSentenceEnd(text.charAt(end))) end++;
  return { start, end: Math.min(end + 1, paragraph.end) };
}

function isSentenceEnd(character: string): boolean {
  return "。！？!?；;".includes(character);
}

/** A sentence is cut into words only as far around the place as any word reaches. */
const longestWord = 40;
const words = new Intl.Segmenter("zh", { granularity: "word" });

function wordAt(text: string, sentence: Span, offset: number): Span | undefined {
  const from = Math.max(sentence.start, offset - longestWord);
  const near = text.slice(from, Math.min(sentence.end, offset + longestWord));
  const word = words.segment(near).containing(Math.min(Math.max(offset - from, 0), Math.max(near.length - 1, 0)));
  return word?.isWordLike === true ? { start: from + word.index, end: from + word.index + word.segment.length } : undefined;
}

function trimmedEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Innermost first. A step that does not hold the one before, or is the same, is left out; the protocol wants each inside the next. */
function nestedRange({ lines }: Draft, steps: readonly Span[], position: Position): SelectionRange {
  const kept: Span[] = [];
  for (const step of steps) {
    const last = kept.at(-1);
    if (last === undefined || (step.start <= last.start && last.end <= step.end && step.end - step.start > last.end - last.start)) kept.push(step);
  }
  let outer: SelectionRange | undefined;
  for (const span of kept.reverse()) outer = outer === undefined ? { range: lines.range(span) } : { range: lines.range(span), parent: outer };
  return outer ?? { range: { start: position, end: position } };
}
