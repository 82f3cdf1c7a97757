/**
 * Chapters that stand inside a line: 一、总体情况。2024年…, or a whole report whose line breaks a copy has lost. They are read as if
 * title and text stood on lines of their own. A list of the chapters (本报告由一、总体情况，二、…六部分组成, a table of contents) is none.
 */
import { sectionTitles } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { matchesIn } from "../text/matches.js";
import { isSpace, trimmed, type Span } from "../text/span.js";
import type { Line } from "./lines.js";
import { markerAt } from "./marker.js";
import type { Block, Heading, Marker } from "./nodes.js";
import { blockOfLine, foldedTitleOf, isChapterTitle } from "./textLine.js";
import { descriptiveTitleAt, officialTitleAt } from "./titleAt.js";

export function withRunInChapters(text: string, blocks: readonly Block[]): Block[] {
  const own = ownChapters(text, blocks);
  return blocks.flatMap((block) => {
    if (block.kind !== "paragraph" && block.kind !== "heading") return [block];
    const content = withoutMarks(text, trimmed(text, block.span));
    if (block.kind === "heading" && block.title.end === content.end && isWhole(text, block)) return [block];
    const chapters = chaptersIn(text, content, own);
    return chapters.length === 0 ? [block] : split(text, block, chapters);
  });
}

/** Without the hashes and asterisks of Markdown, or what a conversion left, before it. */
function withoutMarks(text: string, content: Span): Span {
  const marks = /^(?:#{1,6}\s{0,4})?(?:\*\*|__)?[\s?？\ufffd]{0,12}/.exec(text.slice(content.start, Math.min(content.end, content.start + 16)))?.[0].length ?? 0;
  return { start: content.start + marks, end: content.end };
}

/** The chapters that stand on lines of their own, by title and by number. */
interface OwnChapters {
  /** Where such a title stands inside of a line it is only named. */
  readonly titles: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<number | undefined>;
}

function ownChapters(text: string, blocks: readonly Block[]): OwnChapters {
  const headings = blocks.filter((block): block is Heading => block.kind === "heading" && block.level === 1);
  const official = headings.filter(({ title }) => isChapterTitle(text.slice(title.start, title.end)));
  return { titles: new Set(headings.map((heading) => foldedTitleOf(text, heading))), ordinals: new Set(official.map(({ marker }) => marker?.ordinal)) };
}

/** A heading that is nothing but a title, as nearly all are. */
function isWhole(text: string, heading: Heading): boolean {
  const words = text.slice(heading.title.start, heading.title.end);
  return !/\s/.test(words) || sectionTitles.has(fold(words)) || !goesOn(words);
}

/** 六、其他需要报告的事项  无 · 一、总体情况 （一）主动公开: text behind a short title; 一、总体情况 ……… 1 is a line of a table of contents. */
function goesOn(words: string): boolean {
  return /\s{2}\S*\p{L}|\s(?:暂?无|没有|[（(][一二三四五六七八九十1-9]|20\d\d)/u.test(words);
}

/** A number with a chapter's title behind it. */
interface Candidate {
  readonly marker: Marker;
  readonly title: Span;
  readonly ordinal: number;
  /** `official`: one that a form prints; `telling`: in words that tell of a chapter's contents. */
  readonly kind: "official" | "telling" | "other";
  readonly beginsLine: boolean;
  /** A sentence has ended before the number. */
  readonly beginsSentence: boolean;
  /** Blanks, a stop, a year or a bracket follow: the words of the title end here for certain. */
  readonly isParted: boolean;
  /** Characters up to the next candidate, without what parts the items of a list. */
  readonly textLength: number;
  /** The candidate before it has no text. */
  readonly followsTitle: boolean;
  /** Nothing stands behind its title. */
  readonly isLast: boolean;
}

/** So few characters are the number of a page. */
const noText = 3;
const lastOrdinal = 20;

function chaptersIn(text: string, content: Span, own: OwnChapters): readonly Candidate[] {
  const chain = heaviestChain(candidatesIn(text, content, own));
  return isSeries(chain) ? chain.filter((candidate, i) => isOfficial(candidate) || continues(candidate, chain[i - 1], chain[i + 1])) : chain.filter((candidate) => standsAlone(candidate, own));
}

/** Two titles of a form with their texts, or four others in a row that tell of chapters. */
function isSeries(chain: readonly Candidate[]): boolean {
  const written = chain.filter(hasText);
  if (!written.some(({ beginsLine, beginsSentence }) => beginsLine || beginsSentence)) return false;
  if (written.filter(isOfficial).length >= 2) return true;
  const telling = written.filter(({ kind, beginsLine, beginsSentence }) => kind !== "other" && (beginsLine || beginsSentence));
  return telling.length >= 4 && telling.every(({ ordinal }, i) => ordinal === (telling[0]?.ordinal ?? 0) + i);
}

function isOfficial({ kind }: Candidate): boolean {
  return kind === "official";
}

/** Words that no form prints are a chapter's title only where the numbers of its neighbours say so. */
function continues({ ordinal, kind, beginsSentence, isParted }: Candidate, before: Candidate | undefined, after: Candidate | undefined): boolean {
  if (kind === "other" && !(beginsSentence && isParted)) return false;
  return before?.ordinal === ordinal - 1 || (before === undefined && after?.ordinal === ordinal + 1);
}

function standsAlone(candidate: Candidate, { ordinals }: OwnChapters): boolean {
  const fillsGap = ordinals.size >= 2 && !ordinals.has(candidate.ordinal);
  if (!isOfficial(candidate) || !(candidate.isParted || fillsGap)) return false;
  return candidate.beginsLine || (candidate.beginsSentence && hasText(candidate) && !candidate.followsTitle);
}

/** In the line or, behind its last title, on the lines below. */
function hasText({ textLength, isLast, followsTitle }: Candidate): boolean {
  return textLength > noText || (isLast && !followsTitle);
}

const numbers = /第?(?:[一二三四五六七八九十](?:[（(][^（()）]{1,16}[）)])?){1,3}(?:部分|章)?\s{0,4}[、.．,，:：]/g;

function candidatesIn(text: string, content: Span, own: OwnChapters): readonly Candidate[] {
  const places = Array.from(matchesIn(text.slice(content.start, content.end), numbers), ({ index }) => content.start + index);
  const titled = places.flatMap((place) => titledAt(text, place, content, own));
  return titled.flatMap((found, i) => {
    const next = titled[i + 1]?.marker.span.start ?? content.end;
    const isListed = /^[\s\uffff]*[、，,；;及和与以等]/.test(text.slice(found.title.end, found.title.end + 4));
    const textLength = textBetween(text, found.title.end, next);
    const followsTitle = i > 0 && textBetween(text, titled[i - 1]?.title.end ?? content.start, found.marker.span.start) <= noText;
    return isListed ? [] : [{ ...found, textLength, followsTitle, isLast: textLength === 0 && next === content.end }];
  });
}

function titledAt(text: string, place: number, content: Span, own: OwnChapters): Omit<Candidate, "textLength" | "followsTitle" | "isLast">[] {
  const marked = markerAt(text, place, content.end);
  const ordinal = marked?.marker.style === "chapter" ? marked.marker.ordinal : undefined;
  if (marked === undefined || ordinal === undefined || ordinal > lastOrdinal) return [];
  const official = officialTitleAt(text, marked.next, content.end);
  const other = official === undefined ? descriptiveTitleAt(text, marked.next, content.end) : undefined;
  const end = official ?? other?.end;
  if (end === undefined) return [];
  const kind = official !== undefined ? "official" : other?.isTelling === true ? "telling" : "other";
  const title = { start: marked.next, end };
  const beginsLine = place === content.start;
  if (!beginsLine && own.titles.has(fold(text.slice(title.start, title.end)))) return [];
  const isParted = end >= content.end || /^[。：:\s\uffff（(\d*_]/.test(text.slice(end, end + 1));
  return [{ marker: marked.marker, title, ordinal, kind, beginsLine, beginsSentence: !beginsLine && beginsSentence(text, place, content.start), isParted }];
}

/** Behind a stop or a closing bracket, behind 现将有关情况报告如下： or behind blanks where a line break stood; not behind a comma or 包括. */
function beginsSentence(text: string, place: number, from: number): boolean {
  const before = text.slice(Math.max(from, place - longestLook), place).replace(blanks, "").replace(letters, "").replace(blanks, "");
  if (/(?:[。！？!?…」”"）)】>》]|如下[：:])$/.test(before)) return true;
  return isSpace(text.charCodeAt(place - 1)) && !/[、，,；;：:《“"（(由为即含括及和与或分见]$/.test(before);
}

const longestLook = 60;
const blanks = /[\s\uffff]+$/;
/** A converter's pinyin, which ends no sentence. */
const letters = /(?:[（(][^（()）\d\u3400-\u9fff]{1,16}[）)])+$/;

function textBetween(text: string, from: number, to: number): number {
  let [start, end] = [from, to];
  while (start < end && isSeparator(text, start)) start++;
  while (end > start && isSeparator(text, end - 1)) end--;
  return end - start;
}

function isSeparator(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) || "、，,；;：:。.…·-—_".includes(text.charAt(at));
}

/**
 * The numbers that go up and have most text behind them: where a table of contents stands in the same line, the chapters
 * themselves. Ordinals are few, so that each candidate is held against a bounded number of chains.
 */
function heaviestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const best: ({ readonly weight: number; readonly last: Link } | undefined)[] = [];
  for (const candidate of candidates) {
    let before: (typeof best)[number];
    for (const chain of best.slice(0, candidate.ordinal)) if (chain !== undefined && chain.weight > (before?.weight ?? 0)) before = chain;
    const weight = (before?.weight ?? 0) + weightOf(candidate);
    if (weight > (best[candidate.ordinal]?.weight ?? 0)) best[candidate.ordinal] = { weight, last: { candidate, before: before?.last } };
  }
  const heaviest = best.reduce((most, chain) => (chain !== undefined && chain.weight > (most?.weight ?? 0) ? chain : most), undefined);
  return chainUpTo(heaviest?.last);
}

interface Link {
  readonly candidate: Candidate;
  readonly before: Link | undefined;
}

function chainUpTo(last: Link | undefined): Candidate[] {
  const chain: Candidate[] = [];
  for (let link = last; link !== undefined; link = link.before) chain.push(link.candidate);
  return chain.reverse();
}

function weightOf({ kind, beginsLine, beginsSentence, textLength }: Candidate): number {
  return weights[kind] + (beginsLine || beginsSentence ? 5 : 0) + Math.min(textLength, 30);
}

const weights: Readonly<Record<Candidate["kind"], number>> = { official: 10, telling: 2, other: 0 };

/** What stands before the first chapter, then title and text of each. */
function split(text: string, { span: whole }: Block, chapters: readonly Candidate[]): Block[] {
  const starts = chapters.map(({ marker, beginsLine }) => (beginsLine ? whole.start : marker.span.start));
  const before = piece(text, whole.start, starts[0] ?? whole.end);
  return [
    ...before,
    ...chapters.flatMap(({ marker, title }, i): Block[] => {
      const end = starts[i + 1] ?? whole.end;
      const body = bodyAt(text, behindMarks(text, title.end), end);
      const heading: Heading = { kind: "heading", span: { start: starts[i] ?? marker.span.start, end: body }, level: 1, marker, title };
      return [heading, ...piece(text, body, end)];
    }),
  ];
}

/** **一、总体情况**: the marks that end the bold title. */
function behindMarks(text: string, end: number): number {
  return /^(?:\*\*|__)/.test(text.slice(end, end + 2)) ? end + 2 : end;
}

/** Behind the stop and the blanks that part a title from its text; the end where nothing follows. */
function bodyAt(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (isSpace(text.charCodeAt(at)) || "。：:".includes(text.charAt(at)))) at++;
  return at;
}

/** A stretch of a line as a line. */
function piece(text: string, start: number, end: number): Block[] {
  if (start === end) return [];
  const content = trimmed(text, { start, end });
  const line: Line = { start, stop: content.end, end, from: content.start, to: content.end, hasPipe: false, hasTab: false };
  return [content.start === content.end ? { kind: "blank", span: { start, end } } : blockOfLine(text, line)];
}
