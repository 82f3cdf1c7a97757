// Brackets, quotation marks and title marks that nothing closes or opens: （以下简称《条例》有关要求, 坚持”以公开为常态.
import type { Report } from "../../report/report.js";
import { addAll } from "../../text/addAll.js";
import { draftSpan, plainSpan, plainTextOf, type PlainText } from "../../text/plainText.js";
import type { Span } from "../../text/span.js";

export interface UnpairedMark {
  readonly span: Span;
  readonly kind: Pair["kind"];
  readonly isOpening: boolean;
  /** The mark with the words that it stands in front of or behind, to find it by. */
  readonly words: Span;
}

/**
 * One for each kind of mark in a paragraph, and only where the paragraph is whole: lines that a page broke, and passages that
 * go over several paragraphs, are put together first.
 */
export function unpairedMarks(report: Report): readonly UnpairedMark[] {
  const plain = plainTextOf(report);
  const lines = linesOf(report, plain);
  const loose = lines.flatMap((line, i) => looseMarks(plain.text, line, i));
  const told = new Set<string>();
  return withoutLaterPairs(loose).flatMap(({ at, line, pair, isOpening }): UnpairedMark[] => {
    const own = lines[line];
    const key = `${line}/${pair.kind}/${isOpening ? 1 : 0}`;
    if (own === undefined || told.has(key) || isDoubled(plain.text, at) || (pair.kind === "bracket" && !isOpening)) return [];
    if (pair.kind === "quote" && isOpening && goesOnQuoting(plain.text, lines[line + 1])) return [];
    const isWhole = isOpening ? endsSentence(plain.text, own) : beginsSentence(plain.text, lines[line - 1]);
    if (!isWhole && !(pair.kind === "title" && isLongerThanTitles(plain.text, own, at, isOpening))) return [];
    told.add(key);
    const words = isOpening ? { start: at, end: Math.min(own.end, at + mostShown) } : { start: Math.max(own.start, at + 1 - mostShown), end: at + 1 };
    return [{ span: draftSpan(plain, at, at + 1), kind: pair.kind, isOpening, words: draftSpan(plain, words.start, words.end) }];
  });
}

interface Pair {
  readonly open: string;
  readonly close: string;
  readonly kind: "title" | "quote" | "bracket";
}

const pairs: readonly Pair[] = [
  { open: "《", close: "》", kind: "title" },
  { open: "“", close: "”", kind: "quote" },
  // 1)公开 is a number: a closing one that stands alone is not told.
  { open: "(", close: ")", kind: "bracket" },
];
const byOpen = new Map(pairs.map((pair) => [pair.open, pair]));
const byClose = new Map(pairs.map((pair) => [pair.close, pair]));

interface Loose {
  readonly at: number;
  readonly line: number;
  readonly pair: Pair;
  readonly isOpening: boolean;
}

interface Line extends Span {
  /** The next line begins anew behind it. */
  readonly isHeading: boolean;
}

/** Paragraphs and headings in the plain text, without what is nothing but blanks. */
function linesOf({ tree, title }: Report, plain: PlainText): readonly Line[] {
  return tree.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" && block.kind !== "heading") return [];
    let { start, end } = plainSpan(plain, block.span);
    while (end > start && isBlank(plain.text.charCodeAt(end - 1))) end--;
    while (start < end && isBlank(plain.text.charCodeAt(start))) start++;
    const isTitle = title !== undefined && title.span.start < block.span.end && block.span.start < title.span.end;
    return start === end ? [] : [{ start, end, isHeading: block.kind === "heading" || isTitle }];
  });
}

/**
 * A mark closes the nearest open one of its kind; what was opened between the two stays loose. A straight quote may open or close: a
 * line that has one says nothing of its quotation marks.
 */
function looseMarks(text: string, { start, end }: Span, line: number): Loose[] {
  const open: Loose[] = [];
  const loose: Loose[] = [];
  let isStraight = false;
  for (let at = start; at < end; at++) {
    if (!isMark(text.charCodeAt(at))) continue;
    const character = text.charAt(at);
    if (character === '"') isStraight = true;
    const opened = byOpen.get(character);
    if (opened !== undefined) open.push({ at, line, pair: opened, isOpening: true });
    const closed = byClose.get(character);
    if (closed === undefined) continue;
    const last = lastOf(open, closed);
    if (last >= 0) addAll(loose, open.splice(last).slice(1));
    else loose.push({ at, line, pair: closed, isOpening: false });
  }
  return [...loose, ...open].filter(({ pair }) => !isStraight || pair.kind !== "quote").sort((a, b) => a.at - b.at);
}

/** Deeper marks are not looked for: without the limit a text of nothing but opening marks would take square time. */
const deepest = 20;

function lastOf(open: readonly Loose[], pair: Pair): number {
  for (let i = open.length - 1; i >= Math.max(0, open.length - deepest); i--) if (open[i]?.pair === pair) return i;
  return -1;
}

/** So many lines may lie between a mark and the one that closes it. */
const farthest = 8;

function withoutLaterPairs(loose: readonly Loose[]): readonly Loose[] {
  const paired = new Set<Loose>();
  for (const [i, mark] of loose.entries()) {
    if (!mark.isOpening) continue;
    const close = loose.slice(i + 1, i + 1 + deepest).find((other) => !other.isOpening && other.pair === mark.pair && !paired.has(other));
    if (close === undefined || close.line - mark.line > farthest) continue;
    paired.add(mark).add(close);
  }
  return loose.filter((mark) => !paired.has(mark));
}

/** Of a quotation of several paragraphs each opens with a mark, only the last closes with one (GB/T 15834—2011). */
function goesOnQuoting(text: string, next: Line | undefined): boolean {
  return next !== undefined && text.charAt(next.start) === "“";
}

/** A line that ends otherwise goes on in the next one. */
function endsSentence(text: string, { end }: Span): boolean {
  return "。;!?".includes(text.charAt(end - 1));
}

/** Where nothing stands before it, the text may begin in the middle. */
function beginsSentence(text: string, before: Line | undefined): boolean {
  return before !== undefined && (before.isHeading || endsSentence(text, before) || text.charAt(before.end - 1) === ":");
}

/** No title has a stop in it or is longer, whatever the lines are. */
function isLongerThanTitles(text: string, line: Span, at: number, isOpening: boolean): boolean {
  const words = isOpening ? text.slice(at + 1, Math.min(line.end, at + longestTitle)) : text.slice(Math.max(line.start, at - longestTitle), at);
  return words.includes("。") || words.length >= longestTitle - 1;
}

const longestTitle = 120;

/** 《《 is told by doubled-text. */
function isDoubled(text: string, at: number): boolean {
  return text.charAt(at + 1) === text.charAt(at) || text.charAt(at - 1) === text.charAt(at);
}

const mostShown = 12;

/** 《 》 “ ” ( ) " */
function isMark(code: number): boolean {
  return code === 0x300a || code === 0x300b || code === 0x201c || code === 0x201d || code === 0x28 || code === 0x29 || code === 0x22;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
