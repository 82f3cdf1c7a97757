// Clauses, sentences and paragraphs that stand there twice: what is left when a passage was pasted or moved.
import type { Span } from "../../text/span.js";

export interface Repeat {
  readonly kind: "clause" | "sentence" | "paragraph";
  readonly first: Span;
  /** Every further copy, with the mark that goes if the copy goes. */
  readonly copies: readonly Copy[];
}

export interface Copy {
  readonly span: Span;
  readonly removal: Span;
}

/** Shorter ones may be meant: 「学习，学习，再学习」, 「一是行政复议情况。没有发生。二是行政诉讼情况。没有发生。」 */
const shortestClause = 6;
const shortestSentence = 20;
const shortestParagraph = 40;

/** In the plain text, whose paragraphs are given; in the order of their first copies within a paragraph. */
export function repeats(text: string, paragraphs: readonly Span[]): readonly Repeat[] {
  const whole = repeatedParagraphs(text, paragraphs);
  const copies = new Set(whole.flatMap((repeat) => repeat.copies.map(({ span }) => span)));
  const inside = paragraphs.filter((paragraph) => !copies.has(paragraph)).flatMap((paragraph) => [...repeatedClauses(text, paragraph), ...repeatedSentences(text, paragraph)]);
  return [...whole, ...inside];
}

function repeatedParagraphs(text: string, paragraphs: readonly Span[]): Repeat[] {
  const telling = paragraphs.filter((paragraph) => paragraph.end - paragraph.start >= shortestParagraph && countHan(text, paragraph) >= shortestParagraph);
  return equals(text, telling).map(([first, ...others]) => ({ kind: "paragraph", first, copies: others.map((span) => ({ span, removal: span })) }));
}

/** 「加强领导，加强领导，」: the second goes with the mark before it. */
function repeatedClauses(text: string, paragraph: Span): Repeat[] {
  const found: Repeat[] = [];
  let previous: Span | undefined;
  for (const clause of pieces(text, paragraph, isClauseEnd)) {
    if (previous !== undefined && isSame(text, previous, clause) && isTelling(text, clause, shortestClause)) {
      found.push({ kind: "clause", first: previous, copies: [{ span: clause, removal: { start: previous.end, end: clause.end } }] });
    } else previous = clause;
  }
  return found;
}

function repeatedSentences(text: string, paragraph: Span): Repeat[] {
  if (paragraph.end - paragraph.start < 2 * shortestSentence) return [];
  const long = pieces(text, paragraph, isSentenceEnd).filter((sentence) => sentence.end - sentence.start >= shortestSentence);
  if (long.length < 2) return [];
  const telling = long.filter((sentence) => isTelling(text, sentence, shortestSentence) && !deniesSomething.test(text.slice(sentence.start, sentence.end)));
  return equals(text, telling).map(([first, ...others]) => ({ kind: "sentence", first, copies: others.map((span) => ({ span, removal: { start: span.start, end: span.end + 1 } })) }));
}

/** The same thing did not happen in several respects. */
const deniesSomething = /[无未没零]|不存在/;

/** The spans whose text comes more than once. */
function equals(text: string, spans: readonly Span[]): [Span, ...Span[]][] {
  const known = new Map<string, [Span, ...Span[]]>();
  for (const span of spans) {
    const words = text.slice(span.start, span.end);
    const same = known.get(words);
    if (same === undefined) known.set(words, [span]);
    else same.push(span);
  }
  return [...known.values()].filter((same) => same.length > 1);
}

/** What stands between two marks, without blanks at its beginning. */
function pieces(text: string, { start, end }: Span, isEnd: (code: number) => boolean): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && !isEnd(text.charCodeAt(i))) continue;
    while (from < i && text.charCodeAt(from) === 0x20) from++;
    if (from < i) found.push({ start: from, end: i });
    from = i + 1;
  }
  return found;
}

function isSame(text: string, a: Span, b: Span): boolean {
  return a.end - a.start === b.end - b.start && text.startsWith(text.slice(a.start, a.end), b.start);
}

/** Long enough, and no row of counts. */
function isTelling(text: string, span: Span, least: number): boolean {
  return countHan(text, span) >= least && !/\d/.test(text.slice(span.start, span.end));
}

function countHan(text: string, { start, end }: Span): number {
  let count = 0;
  for (let i = start; i < end; i++) if (text.charCodeAt(i) >= 0x3400 && text.charCodeAt(i) <= 0x9fff) count++;
  return count;
}

function isClauseEnd(code: number): boolean {
  return code === 0x2c || isSentenceEnd(code);
}

/** 。 ! ? ; in the half-width form of the plain text. */
function isSentenceEnd(code: number): boolean {
  return code === 0x3002 || code === 0x21 || code === 0x3f || code === 0x3b;
}
