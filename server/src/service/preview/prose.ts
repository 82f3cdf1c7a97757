import { shown, type Span } from "../../core/index.js";
import type { Draft } from "../draft.js";
import { extentOf } from "./extent.js";
import type { Run } from "./model.js";

/** A finding and its index among all of them. */
export interface Mark {
  readonly index: number;
  readonly span: Span;
}

/** As the model has them: absent where there are none. */
export function marksOf(marks: readonly Mark[]): { readonly marks?: readonly number[] } {
  return marks.length === 0 ? {} : { marks: marks.map(({ index }) => index) };
}

/** **…** as Markdown has it. */
const strong = /\*\*([^*\r\n]{1,400})\*\*/g;

/**
 * A stretch of prose, cut where a finding begins or ends, so that each run is marked as a whole. A finding without length has
 * an empty run at its place. The marks of Markdown around strong words are left out.
 */
export function runsOf(draft: Draft, span: Span, marks: readonly Mark[]): Run[] {
  const read = draft.analysis.report.text;
  const text = read.slice(span.start, span.end);
  // Most prose is of one kind.
  if (marks.length === 0 && !text.includes("**")) return text === "" ? [] : [{ text: shown(text), range: extentOf(draft, span) }];
  const words = strongWords(read, span);
  const starts = cuts(span, [...marks.map((mark) => mark.span), ...words.flatMap(({ outer, inner }) => [outer, inner])]);
  const pieces = starts.flatMap((start, index): Span[] => {
    const end = starts[index + 1] ?? span.end;
    return [...(marks.some((mark) => isEmptyAt(mark.span, start)) ? [{ start, end: start }] : []), ...(start < end ? [{ start, end }] : [])];
  });
  return pieces.filter((piece) => !isMarkup(piece, words)).map((piece) => runAt(draft, piece, marks, words));
}

interface StrongWords {
  readonly outer: Span;
  readonly inner: Span;
}

function strongWords(text: string, { start, end }: Span): StrongWords[] {
  return [...text.slice(start, end).matchAll(strong)].map((match) => {
    const outer = { start: start + match.index, end: start + match.index + match[0].length };
    return { outer, inner: { start: outer.start + 2, end: outer.end - 2 } };
  });
}

/** All offsets at which something begins or ends, in order, from the start of the stretch to its end. */
function cuts({ start, end }: Span, spans: readonly Span[]): number[] {
  const offsets = new Set([start, end, ...spans.flatMap((inner) => [inner.start, inner.end])]);
  return [...offsets].filter((offset) => start <= offset && offset <= end).sort((a, b) => a - b);
}

function runAt(draft: Draft, piece: Span, marks: readonly Mark[], words: readonly StrongWords[]): Run {
  const found = marks.filter(({ span }) => (piece.start === piece.end ? isEmptyAt(span, piece.start) : contains(span, piece)));
  return {
    text: shown(draft.analysis.report.text.slice(piece.start, piece.end)),
    range: extentOf(draft, piece),
    ...(words.some(({ inner }) => contains(inner, piece)) ? { isStrong: true } : {}),
    ...marksOf(found),
  };
}

function isMarkup(piece: Span, words: readonly StrongWords[]): boolean {
  return piece.start < piece.end && words.some(({ outer, inner }) => contains(outer, piece) && !contains(inner, piece));
}

function isEmptyAt({ start, end }: Span, offset: number): boolean {
  return start === end && start === offset;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.start < outer.end;
}
