import { fillerCode } from "./filler.js";

/** A half-open range of UTF-16 offsets into the text of a draft. Positions (line, character) exist at the edge only. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function slice(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The span without the white space at its two ends; an empty span at the start if nothing else is in it. */
export function trimmed(text: string, range: Span): Span {
  let { start, end } = range;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === end ? { start: range.start, end: range.start } : { start, end };
}

/** White space as drafts have it: ASCII blanks, no-break space, the ideographic space and the typographic spaces. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || code === 0xfeff || code === fillerCode;
}
