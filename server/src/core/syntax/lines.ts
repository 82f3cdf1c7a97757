import { isSpace } from "../text/span.js";

/** One line of the draft. `[start, end)` holds its terminator, `[from, to)` is the content without white space at the ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly hasPipe: boolean;
}

/** Splits at LF, CRLF and CR. The lines tile the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const stop = endOfContent(text, start);
    lines.push(lineOf(text, start, stop, endOfLine(text, stop)));
    start = endOfLine(text, stop);
  }
  return lines;
}

function endOfContent(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d) return i;
    i++;
  }
  return i;
}

function endOfLine(text: string, stop: number): number {
  if (stop >= text.length) return text.length;
  return text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? stop + 2 : stop + 1;
}

function lineOf(text: string, start: number, stop: number, end: number): Line {
  let from = start;
  let to = stop;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start, end, from, to, hasPipe: hasPipeBetween(text, from, to) };
}

/** `indexOf` would look on to the end of the text behind every line without a pipe: square time. */
function hasPipeBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x7c) return true;
  return false;
}

export function isBlank(line: Line): boolean {
  return line.from === line.to;
}

export function contentOf(text: string, line: Line): string {
  return text.slice(line.from, line.to);
}
