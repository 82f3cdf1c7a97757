// Marks between Chinese characters, half-width and full-width.
import type { Edit } from "../../text/edit.js";
import { span, type Span } from "../../text/span.js";

export interface HalfWidthMark {
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/**
 * Marks that stand between ideographs, in the order of the text; a pair of brackets around ideographs is one. 1,234 and 12:30
 * are numbers, (一) after no ideograph is the number of a heading, 务(wù) is pinyin: none of them counts.
 */
export function halfWidthMarks(text: string): readonly HalfWidthMark[] {
  const single = [...text.matchAll(/[,:;?!] ?/g)].filter(({ 0: mark, index }) => isChinese(text, index - 1) && isChinese(text, index + mark.length)).map(({ 0: mark, index }) => {
    const place = span(index, index + mark.length);
    return { span: place, edits: [{ span: place, newText: wide.get(mark.trim()) ?? mark }] };
  });
  const inBrackets = pairs(text, brackets, "（", "）").filter(({ span: { start } }) => isChinese(text, start - 1));
  const inTitles = pairs(text, innerTitles, "〈", "〉").filter(({ span: { start } }) => isInTitle(text, start));
  return [...single, ...inBrackets, ...inTitles].sort((a, b) => a.span.start - b.span.start);
}

/** How many full-width marks a text has that could be half-width. */
export function wideMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isWide(text.charCodeAt(i)) && isHan(text.charCodeAt(i - 1))) count++;
  return count;
}

const wide: ReadonlyMap<string, string> = new Map([[",", "，"], [":", "："], [";", "；"], ["?", "？"], ["!", "！"]]);
const brackets = /\([^()\n]{1,60}\)/g;
/** ‹ and › are Western quotation marks. */
const innerTitles = /[<‹][^<>‹›《》\n]{1,60}[>›]/g;

/** An ideograph, or a mark that closes or opens what is Chinese. */
function isChinese(text: string, at: number): boolean {
  return at >= 0 && (isHan(text.charCodeAt(at)) || "《》“”（）".includes(text.charAt(at) || "-"));
}

function isInTitle(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestTitle), at);
  return before.lastIndexOf("《") > Math.max(before.lastIndexOf("》"), before.lastIndexOf("\n"));
}

const longestTitle = 60;

function pairs(text: string, shape: RegExp, open: string, close: string): HalfWidthMark[] {
  return [...text.matchAll(shape)].flatMap(({ 0: matched, index }) => {
    const last = index + matched.length - 1;
    if (!/[\u4e00-\u9fff]/.test(matched)) return [];
    return [{ span: span(index, last + 1), edits: [{ span: span(index, index + 1), newText: open }, { span: span(last, last + 1), newText: close }] }];
  });
}

function isWide(code: number): boolean {
  return code === 0xff0c || code === 0xff1a || code === 0xff1b || code === 0xff1f || code === 0xff01 || code === 0xff08;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
