import { fillerCode } from "./filler.js";
import { properForm } from "./script/compatibility.js";
import { foldCode } from "./script/han.js";
import { isInvisible } from "./script/invisible.js";
import { remembered } from "./remembered.js";
import { pinyinAnnotations, type PinyinAnnotation } from "./script/pinyin.js";
import type { Span } from "./span.js";

/**
 * A draft as it is read: Simplified, with half-width marks, without pinyin and invisible characters. Unlike a folded label it
 * keeps blanks and line ends, and knows where each of its characters stands in the draft. All reading of prose begins here:
 * folded lines (`foldedText.ts`) are views of it.
 */
export interface PlainText {
  readonly draft: string;
  readonly text: string;
  /** Offset in the draft of each character, and of the draft's end. */
  readonly offsets: Int32Array;
  /** The pinyin that was left out. */
  readonly annotations: readonly PinyinAnnotation[];
}

/** Computed once for a report, however many rules ask. */
export const plainTextOf: (report: { readonly text: string }) => PlainText = remembered(({ text }) => plainText(text));

/** 「以公開粗監(jiān)督，」 becomes 「以公开粗监督,」. Never longer than the draft. */
export function plainText(draft: string): PlainText {
  const annotations = pinyinAnnotations(draft);
  const offsets = new Int32Array(draft.length + 1);
  let text = "";
  let length = 0;
  let next = 0;
  // Stretches that stay as they are go over whole: most of a Simplified draft.
  let from = 0;
  for (let i = 0; i < draft.length; i++) {
    const annotation = annotations[next];
    if (annotation?.span.start === i) {
      text += draft.slice(from, i);
      from = annotation.span.end;
      i = from - 1;
      next++;
      continue;
    }
    const code = draft.charCodeAt(i);
    const plain = plainCode(code);
    if (plain !== dropped) offsets[length++] = i;
    if (plain === code) continue;
    text += plain === dropped ? draft.slice(from, i) : draft.slice(from, i) + String.fromCharCode(plain);
    from = i + 1;
  }
  offsets[length] = draft.length;
  return { draft, text: text + draft.slice(from), offsets: offsets.subarray(0, length + 1), annotations };
}

/** The place in the draft of the characters from `start` to `end`; what was left out behind the last one is not in it. */
export function draftSpan({ offsets }: PlainText, start: number, end: number): Span {
  const first = offsets[start] ?? 0;
  return { start: first, end: end > start ? (offsets[end - 1] ?? first) + 1 : first };
}

/** The characters of the plain text that stand in a stretch of the draft. */
export function plainSpan({ draft, text, offsets }: PlainText, { start, end }: Span): Span {
  // Where nothing was left out each character stands at its own offset.
  if (text.length === draft.length) return { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  return { start: firstFrom(offsets, start), end: firstFrom(offsets, end) };
}

/** The first character that stands at `offset` or behind it. */
function firstFrom(offsets: Int32Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const dropped = -1;

function plainCode(code: number): number {
  if (code < 0x7f) return code < 0x20 && isInvisible(code) ? dropped : code;
  if (code >= 0x3400 && code <= 0x9fff) return foldCode(code);
  if (code >= 0x3000 && code < 0x3100) return code === 0x3000 ? 0x20 : code;
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return otherCode(code);
}

function otherCode(code: number): number {
  if (code === 0xa0) return 0x20;
  if (code === fillerCode || isInvisible(code)) return dropped;
  const proper = code >= 0x2100 ? properForm(String.fromCharCode(code)) : undefined;
  return proper === undefined ? code : foldCode(proper.charCodeAt(0));
}
