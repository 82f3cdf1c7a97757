// Places that are not prose and that no rule about characters may touch: addresses, code, directives.
import type { Span } from "../span.js";

/** Addresses of the web and of mail, code in back quotes, and <!-- comments -->, in the order of the text; they may overlap. */
function maskedSpans(text: string): readonly Span[] {
  const spans = [...comments(text), ...code(text), ...addresses(text, "://"), ...addresses(text, "www."), ...mails(text)];
  return spans.sort((a, b) => a.start - b.start);
}

/** The items that stand outside all masks; the masks are looked for only if there are items. */
export function unmasked<T extends { readonly span: Span }>(text: string, items: readonly T[]): readonly T[] {
  if (items.length === 0) return items;
  const masks = maskedSpans(text);
  let next = 0;
  let covered = 0;
  return items.filter(({ span }) => {
    for (let mask = masks[next]; mask !== undefined && mask.start < span.end; mask = masks[++next]) covered = Math.max(covered, mask.end);
    return span.start >= covered;
  });
}

function* comments(text: string): Iterable<Span> {
  const last = text.lastIndexOf("-->");
  for (let start = text.indexOf("<!--"); start >= 0; ) {
    const end = start < last ? text.indexOf("-->", start) + 3 : lineEnd(text, start);
    yield { start, end };
    start = text.indexOf("<!--", end);
  }
}

/** A fenced block or a run within one line; a back quote that nothing closes is a slip of the pen. */
function* code(text: string): Iterable<Span> {
  for (let start = text.indexOf("`"); start >= 0; ) {
    const isFence = text.startsWith("```", start);
    const close = isFence ? text.indexOf("```", start + 3) : text.indexOf("`", start + 1);
    const isClosed = close >= 0 && (isFence || !text.slice(start, close).includes("\n"));
    const end = isClosed ? close + (isFence ? 3 : 1) : start + 1;
    if (isClosed) yield { start, end };
    start = text.indexOf("`", end);
  }
}

function* addresses(text: string, mark: string): Iterable<Span> {
  for (let at = text.indexOf(mark); at >= 0; ) {
    const start = mark === "://" ? leftEnd(text, at, isLetter) : at;
    const end = rightEnd(text, at + mark.length, isAddress);
    yield { start, end };
    at = text.indexOf(mark, end);
  }
}

function* mails(text: string): Iterable<Span> {
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const start = leftEnd(text, at, isName);
    const end = rightEnd(text, at + 1, isName);
    if (start < at && at + 1 < end) yield { start, end };
  }
}

/** No address has a longer scheme or name; without a limit a text of nothing but @ and letters would take square time. */
const farthest = 64;

function leftEnd(text: string, at: number, fits: (code: number) => boolean): number {
  let start = at;
  while (start > 0 && at - start < farthest && fits(text.charCodeAt(start - 1))) start--;
  return start;
}

function rightEnd(text: string, at: number, fits: (code: number) => boolean): number {
  let end = at;
  while (end < text.length && fits(text.charCodeAt(end))) end++;
  return end;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isName(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2d || code === 0x5f || code === 0x2b;
}

/** Visible ASCII but what closes an address in prose: quotes, brackets, pipes. */
function isAddress(code: number): boolean {
  if (code <= 0x20 || code >= 0x7f) return false;
  return code !== 0x22 && code !== 0x27 && code !== 0x28 && code !== 0x29 && code !== 0x3c && code !== 0x3e && code !== 0x60 && code !== 0x7c;
}
