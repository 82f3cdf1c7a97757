import { mayBeginTitle, sectionTitles } from "../forms/lexicon.js";
import { shown, shownLength } from "../text/filler.js";
import { fold } from "../text/fold.js";
import { trimmed } from "../text/span.js";
import { contentOf, type Line } from "./lines.js";
import { markerAt, pointsIn, spacedNumberAt, type MarkedStart } from "./marker.js";
import type { Block, Heading, Paragraph } from "./nodes.js";
import { tellsChapter } from "./titleAt.js";

/** A heading is short; the longest official title has 23 characters, descriptive ones in real reports reach 40. */
const longestHeading = 45;
/** Of a heading, or of what a web site prints around the report. */
const longestLine = 200;
const sentenceEnd = /[。！？!?]/;
const headingEnd = /[。；;：:，,.\s]+$/;
const frontMatterName =
  /^(索引号|组配分类|发文机关|发布机构|发布机关|成文日期|发布日期|发布时间|公开日期|生成日期|废止日期|有效性|时效|发文字号|文号|标题|名称|信息名称|主题分类|分类|主题词|关键词|内容概述|信息来源|来源|作者|公开方式|公开形式|公开责任部门|体裁|语种|title):/i;
const siteNoise = /(您?当前(所在)?位置:|【?字体:|打印本页|关闭窗口|主办单位:|承办单位:|版权所有|ICP备|公网安备|网站标识码|浏览器版本|为确保最佳浏览效果|^上一篇|^下一篇|^首页>)/i;
/** Words of web pages that reports use too: 网站访问量3200万次。（三）推进无障碍改造 */
const ambiguousNoise = /访问量|浏览次数|阅读次数|点击数|无障碍|关怀版|长者模式|分享到|扫一扫/;
const proseMark = /[。;,]|^\(?[一二三四五六七八九十\d]{1,3}[、.)]/;

/** Reads a line that belongs to no table. */
export function blockOfLine(text: string, line: Line): Block {
  const range = { start: line.start, end: line.end };
  const content = contentOf(text, line);
  if (content.startsWith("<!--") && content.endsWith("-->")) return { kind: "directive", span: range, content: trimmed(text, { start: line.from + 4, end: line.to - 3 }) };
  if (isShort(text, line) && /[:：>量版障碍扫次备码体]/.test(content)) {
    const named = frontMatter(text, line) ?? noise(text, line);
    if (named !== undefined) return named;
  }
  return heading(text, line) ?? paragraph(text, line);
}

function isShort(text: string, { from, to }: Line): boolean {
  return to - from <= longestLine || shownLength(text, { start: from, end: to }) <= longestLine;
}

function frontMatter(text: string, line: Line): Block | undefined {
  const bullet = /^[-*•]\s+/.exec(contentOf(text, line))?.[0].length ?? 0;
  const from = line.from + bullet;
  const colon = indexOfColon(text, from, line.to);
  if (colon < 0 || colon - from > 12) return undefined;
  if (!frontMatterName.test(`${fold(text.slice(from, colon))}:`)) return undefined;
  return {
    kind: "frontMatter",
    span: { start: line.start, end: line.end },
    name: trimmed(text, { start: from, end: colon }),
    value: trimmed(text, { start: colon + 1, end: line.to }),
  };
}

function indexOfColon(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3a || code === 0xff1a) return i;
  }
  return -1;
}

function noise(text: string, line: Line): Block | undefined {
  const folded = fold(contentOf(text, line));
  const isNoise = siteNoise.test(folded) ? !sentenceEnd.test(folded.slice(0, -1)) : ambiguousNoise.test(folded) && !proseMark.test(folded);
  return isNoise ? { kind: "noise", span: { start: line.start, end: line.end } } : undefined;
}

/** Markdown marks around a heading: `## …`, `**…**`; and question marks that a conversion left before its number. */
function withoutMarkdown(text: string, line: Line): { readonly from: number; readonly to: number; readonly hashes: number } {
  if (!/[#*_\s?？\ufffd]/.test(text.charAt(line.from))) return { from: line.from, to: line.to, hashes: 0 };
  const damage = damageAt(text, line.from, line.to);
  if (damage > 0) return { from: line.from + damage, to: line.to, hashes: 0 };
  const opening = /^(#{1,6})?\s*(\*{2}|__)?\s*/.exec(contentOf(text, line));
  const hashes = opening?.[1]?.length ?? 0;
  const bold = opening?.[2];
  const from = line.from + (opening?.[0].length ?? 0);
  const to = bold !== undefined && text.slice(from, line.to).endsWith(bold) ? line.to - bold.length : line.to;
  return bold !== undefined && to === line.to ? { from: line.from, to: line.to, hashes: 0 } : { from, to, hashes };
}

/** ????一、总体情况: how much of the line stands before the number and is nothing but lost blanks. */
function damageAt(text: string, from: number, to: number): number {
  const damage = /^[?？\ufffd][?？\ufffd\s]{0,11}/.exec(text.slice(from, from + 12))?.[0].length ?? 0;
  return damage > 0 && markerAt(text, from + damage, to) !== undefined ? damage : 0;
}

function heading(text: string, line: Line): Heading | undefined {
  if (!isShort(text, line)) return undefined;
  const inner = withoutMarkdown(text, line);
  const marked = markerAt(text, inner.from, inner.to) ?? spacedNumber(text, inner.from, inner.to);
  const title = trimmed(text, { start: marked?.next ?? inner.from, end: inner.to });
  const words = text.slice(title.start, title.end);
  if (marked === undefined) return unnumberedHeading(line, title, words, inner.hashes);
  return isTitleLike(words) ? { kind: "heading", span: { start: line.start, end: line.end }, level: levelOf(marked), marker: marked.marker, title } : undefined;
}

/** 一 概 述, 二 政府信息主动公开情况: a number without its mark, before words that can only be a chapter's title. */
function spacedNumber(text: string, from: number, to: number): MarkedStart | undefined {
  const found = spacedNumberAt(text, from, to);
  return found !== undefined && tellsChapter(fold(text.slice(found.next, to))) ? found : undefined;
}

function isTitleLike(words: string): boolean {
  return words.length > 0 && fold(words).length <= longestHeading && !sentenceEnd.test(words.slice(0, -1)) && !/[。！？]$/.test(words);
}

/** To the letter, whatever number stands before it. */
export function isChapterTitle(words: string): boolean {
  return mayBeginTitle(words, 0) && sectionTitles.has(fold(words.replace(headingEnd, "")));
}

/** `## 概述`, or a line that is a chapter's title to the letter and has only lost its number. */
function unnumberedHeading(line: Line, title: Heading["title"], words: string, hashes: number): Heading | undefined {
  if (words === "" || shown(words).length > 60) return undefined;
  const isChapter = isChapterTitle(words);
  if (hashes === 0 && !isChapter) return undefined;
  return { kind: "heading", span: { start: line.start, end: line.end }, level: hashes > 2 && !isChapter ? 2 : 1, marker: undefined, title };
}

/** By the number alone; which of the lower ones number chapters the whole draft says (`chapterLevels.ts`). */
function levelOf({ marker }: MarkedStart): 1 | 2 | 3 {
  if (marker.style === "chapter") return 1;
  return marker.style === "part" ? 2 : 3;
}

function paragraph(text: string, line: Line): Paragraph {
  const inner = withoutMarkdown(text, line);
  const bullet = /^[-*+]\s+/.exec(text.slice(inner.from, inner.from + 8))?.[0].length ?? 0;
  const from = inner.from + bullet;
  const marked = markerAt(text, from, inner.to);
  return {
    kind: "paragraph",
    span: { start: line.start, end: line.end },
    content: { start: line.from, end: line.to },
    marker: marked?.marker,
    lead: marked === undefined ? undefined : leadOf(text, marked.next, inner.to),
    points: pointsIn(text, from, inner.to),
  };
}

/** The first sentence of a numbered paragraph, if it is short enough to be its heading. */
function leadOf(text: string, from: number, to: number): Paragraph["lead"] {
  const sentence = /^[^。；;：:\r\n]{2,40}/.exec(text.slice(from, Math.min(to, from + 41)))?.[0];
  if (sentence === undefined) return undefined;
  const end = from + sentence.length;
  return end === to || /[。；;：:]/.test(text.charAt(end)) ? trimmed(text, { start: from, end }) : undefined;
}

/** The words of a heading that tell which chapter it is, folded, without number and closing punctuation. */
export function foldedTitleOf(text: string, heading: Heading): string {
  return fold(text.slice(heading.title.start, heading.title.end)).replace(/[。;:,.]+$/, "");
}
