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
  const single = [...text.matchAll(between)].map(({ 0: mark, index }) => ({ span: span(index, index + mark.length), edits: [{ span: span(index, index + mark.length), newText: wide.get(mark.trim()) ?? mark }] }));
  return [...single, ...pairs(text, brackets, "（", "）"), ...pairs(text, innerTitles, "〈", "〉")].sort((a, b) => a.span.start - b.span.start);
}

/** How many full-width marks a text has that could be half-width. */
export function wideMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isWide(text.charCodeAt(i)) && isHan(text.charCodeAt(i - 1))) count++;
  return count;
}

const wide: ReadonlyMap<string, string> = new Map([[",", "，"], [":", "："], [";", "；"], ["?", "？"], ["!", "！"]]);
/** With the blank that typists of Latin put behind a mark. */
const between = /(?<=[\u4e00-\u9fff》”）])[,:;?!] ?(?=[\u4e00-\u9fff《“（])/g;
const brackets = /(?<=[\u4e00-\u9fff》”])\([^()\n]{0,60}\)/g;
const innerTitles = /(?<=《[^《》<>\n]{0,60})<[^<>《》\n]{1,60}>(?=[^《<\n]{0,60}》)/g;

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
