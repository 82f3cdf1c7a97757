import { filler, fillerCode } from "../text/filler.js";
import { ordinalOf } from "../text/numerals.js";
import type { Marker, MarkerStyle } from "./nodes.js";

/** A number at the start of a line and where the text behind it begins, both as offsets into the draft. */
export interface MarkedStart {
  readonly marker: Marker;
  readonly next: number;
}

/** No number is longer, with the blanks around it. */
const longestMarker = 32;
/** A converter's pinyin, 一(yī)、: no word of Chinese stands in such brackets. */
const pinyin = "(?:[（(][a-z\\u00e0-\\u00fc\\u0101-\\u01dc /]{1,16}[）)])?";
const numeral = `((?:[一二三四五六七八九十]${pinyin}){1,3})`;
const chapter = new RegExp(`^(?:第?${numeral}(?:部分|章)?\\s{0,4}[、.．,，:：]|第${numeral}(?:部分|章)\\s)\\s{0,8}`);
const spaced = new RegExp(`^${numeral}\\s{1,8}`);
const part = new RegExp(`^[（(]\\s?${numeral}\\s?[）)]\\s{0,4}[、.．]?\\s{0,8}`);
const emptied = /^[（(]\s?[）)]\s{0,8}/;
const item = /^(\d{1,2}|[０-９]{1,2})(?:[、．]|\.(?!\d))\s{0,8}/;
const point = /^[（(]\s?(\d{1,2}|[０-９]{1,2})\s?[）)]\s{0,8}/;
const firstly = /([一二三四五六七八九十]{1,3})是/y;

/** What any of these begins with. */
const firsts: ReadonlySet<string> = new Set("第一二三四五六七八九十（(0123456789０１２３４５６７８９");

/** The number that the text from `from` on begins with, in any of the four official levels. */
export function markerAt(text: string, from: number, to: number): MarkedStart | undefined {
  if (!firsts.has(text.charAt(from))) return undefined;
  const start = text.slice(from, Math.min(to, from + longestMarker));
  if (start.includes(filler)) return markerAmongTags(text, from, to);
  return (
    marked(from, "chapter", chapter.exec(start), ordinalIn) ??
    marked(from, "part", part.exec(start), ordinalIn) ??
    marked(from, "item", item.exec(start), arabic) ??
    marked(from, "point", point.exec(start), arabic) ??
    marked(from, "part", emptied.exec(start), () => undefined)
  );
}

/** 一 概述: the number of a chapter whose mark is a blank. Whether it is one only the words behind it tell. */
export function spacedNumberAt(text: string, from: number, to: number): MarkedStart | undefined {
  return firsts.has(text.charAt(from)) ? marked(from, "chapter", spaced.exec(text.slice(from, Math.min(to, from + longestMarker))), ordinalIn) : undefined;
}

/** `<b>一</b><span>、总体情况`: read without what stands for the tags, and its places found again. */
function markerAmongTags(text: string, from: number, to: number): MarkedStart | undefined {
  const places: number[] = [];
  for (let i = from; i < to && places.length < longestMarker; i++) if (text.charCodeAt(i) !== fillerCode) places.push(i);
  const found = markerAt(places.map((place) => text.charAt(place)).join(""), 0, places.length);
  if (found === undefined) return undefined;
  const last = found.marker.span.end - 1;
  return { marker: { ...found.marker, span: { start: from, end: (places[last] ?? from) + 1 } }, next: places[found.next] ?? to };
}

function marked(from: number, style: MarkerStyle, match: RegExpExecArray | null, ordinal: (text: string) => number | undefined): MarkedStart | undefined {
  if (match === null) return undefined;
  const length = match[0].trimEnd().length;
  return { marker: { span: { start: from, end: from + length }, style, ordinal: ordinal(match[1] ?? match[2] ?? "") }, next: from + match[0].length };
}

function ordinalIn(numeral: string): number | undefined {
  return ordinalOf(numeral.replace(/[（(][^）)]*[）)]/g, ""));
}

function arabic(digits: string): number {
  return Number(digits.normalize("NFKC"));
}

/** 一是 …; 二是 …: the points that a paragraph lists, at its start or after a stop. */
export function pointsIn(text: string, from: number, to: number): Marker[] {
  const points: Marker[] = [];
  for (let at = from; at < to; at++) {
    const point = text.charAt(at) === "是" ? pointEndingAt(text, from, at) : undefined;
    if (point !== undefined) points.push(point);
  }
  return points;
}

const stops = "。；;：:，,、！？!? \u3000";

function pointEndingAt(text: string, from: number, at: number): Marker | undefined {
  for (let start = Math.max(from, at - 3); start < at; start++) {
    if (start > from && !stops.includes(text.charAt(start - 1))) continue;
    firstly.lastIndex = start;
    const match = firstly.exec(text);
    if (match === null || start + match[0].length !== at + 1) continue;
    return { span: { start, end: at + 1 }, style: "firstly", ordinal: ordinalOf(match[1] ?? "") };
  }
  return undefined;
}
