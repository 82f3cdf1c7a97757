// Pinyin that a text converter left behind its characters: 務(wù), 和(hé / huò), 公(gong)(gong).
import type { Span } from "../span.js";
import { foldScript, isHan } from "./han.js";
import { commonReadings, otherReadings } from "./pinyin.generated.js";

/** One or several brackets behind one character, each holding nothing but readings of that character. */
export interface PinyinAnnotation {
  /** All brackets, stacked ones included, without the character. */
  readonly span: Span;
  /**
   * The character is in common use and this is its usual reading, so no author would have written it out. 犍(qián)为 and
   * 六(lù)安 are not such: there an author may well have.
   */
  readonly isUsual: boolean;
}

/** Linear: a bracket is read only behind an ideograph, and no further than the longest list of readings. */
export function pinyinAnnotations(text: string): readonly PinyinAnnotation[] {
  const found: PinyinAnnotation[] = [];
  for (let i = nextOpening(text, 1); i < text.length; i = nextOpening(text, i)) {
    const annotation = isHan(text.charCodeAt(i - 1)) ? annotationAt(text, i) : undefined;
    if (annotation !== undefined) found.push(annotation);
    i = annotation?.span.end ?? i + 1;
  }
  return found;
}

/** From `from` on; the length where no bracket opens. */
function nextOpening(text: string, from: number): number {
  opening.lastIndex = from;
  return opening.test(text) ? opening.lastIndex - 1 : text.length;
}

const opening = /[(（]/g;

/** If a bracket of small letters closes at `last`, where it opens; for passing over annotations backwards. */
export function annotationStart(text: string, last: number): number | undefined {
  if (!isClosing(text.charCodeAt(last))) return undefined;
  const first = Math.max(0, last - longestBracket);
  let start = last - 1;
  while (start > first && isInside(text.charCodeAt(start))) start--;
  return start < last - 1 && isOpening(text.charCodeAt(start)) ? start : undefined;
}

/** If a bracket of small letters opens at `start`, the offset behind it. */
export function annotationEnd(text: string, start: number): number | undefined {
  return bracketAt(text, start)?.end;
}

function annotationAt(text: string, start: number): PinyinAnnotation | undefined {
  const base = text.charAt(start - 1);
  let end = start;
  let isUsual = true;
  for (let next = bracketAt(text, end); next !== undefined; next = bracketAt(text, end)) {
    const knowledge = knowledgeOf(base, next);
    if (knowledge === undefined) break;
    isUsual &&= knowledge === "usual";
    end = next.end;
  }
  return end === start ? undefined : { span: { start, end }, isUsual };
}

interface Bracket {
  readonly end: number;
  readonly syllables: readonly string[];
  readonly hasTone: boolean;
}

const longestBracket = 40;
const separators = /[/／,，、|\s]+/;
const toneMarks = /[\u0300\u0301\u0304\u030c]/g;

/** `(hé / huò)` as syllables without tones; undefined where something else than small letters stands in the bracket. */
function bracketAt(text: string, start: number): Bracket | undefined {
  if (!isOpening(text.charCodeAt(start))) return undefined;
  const last = Math.min(text.length, start + longestBracket);
  let end = start + 1;
  while (end < last && isInside(text.charCodeAt(end))) end++;
  if (end === start + 1 || end >= last || !isClosing(text.charCodeAt(end))) return undefined;
  const marked = text.slice(start + 1, end).normalize("NFD");
  const toneless = marked.replace(toneMarks, "");
  const syllables = toneless.normalize("NFC").trim().split(separators).map(asTyped);
  return { end: end + 1, syllables, hasTone: toneless.length < marked.length };
}

/** Pages have ɡ and ɑ of the phonetic alphabet, keyboards have v or u: for ü. */
function asTyped(syllable: string): string {
  return syllable.replace(/ɡ/g, "g").replace(/ɑ/g, "a").replace(/v|u:/, "ü");
}

/** Without a tone mark a single letter is a list letter, (a), not a reading. */
function knowledgeOf(base: string, { syllables, hasTone }: Bracket): "usual" | "other" | undefined {
  if (!hasTone && syllables.some((syllable) => syllable.length < 2)) return undefined;
  const folded = foldScript(base);
  if (!syllables.every((syllable) => isReading(syllable, base, folded))) return undefined;
  return syllables.some((syllable) => readings().common.get(syllable)?.includes(folded)) ? "usual" : "other";
}

function isReading(syllable: string, base: string, folded: string): boolean {
  const { common, other } = readings();
  const characters = (common.get(syllable) ?? "") + (other.get(syllable) ?? "");
  return characters.includes(folded) || characters.includes(base);
}

function isOpening(code: number): boolean {
  return code === 0x28 || code === 0xff08;
}

function isClosing(code: number): boolean {
  return code === 0x29 || code === 0xff09;
}

/** Small letters with or without tone, and what stands between two readings. */
function isInside(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || code === 0x20 || code === 0x2f || code === 0x2c || code === 0x3a || code === 0x7c;
  if (code < 0x250) return (code >= 0xe0 && code <= 0x1dc) || code === 0x1f9 || code === 0xa0;
  return code === 0x251 || code === 0x261 || isToneMark(code) || code === 0x1e3f || code === 0x1ebf || code === 0x1ec1 || code === 0xff0f || code === 0xff0c || code === 0x3001 || code === 0x3000;
}

function isToneMark(code: number): boolean {
  return code === 0x300 || code === 0x301 || code === 0x304 || code === 0x308 || code === 0x30c || code === 0x302;
}

interface Readings {
  /** Syllable -> the characters in common use whose usual reading it is. */
  readonly common: ReadonlyMap<string, string>;
  readonly other: ReadonlyMap<string, string>;
}

let built: Readings | undefined;

function readings(): Readings {
  return (built ??= { common: bySyllable(commonReadings), other: bySyllable(otherReadings) });
}

/** `a啊阿 ai埃挨`: letters, then characters. */
function bySyllable(table: string): ReadonlyMap<string, string> {
  return new Map(
    table.split(" ").map((entry) => {
      let letters = 0;
      while (entry.charCodeAt(letters) < 0x3400) letters++;
      return [entry.slice(0, letters), entry.slice(letters)];
    }),
  );
}
