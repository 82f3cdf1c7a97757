import { isSpace } from "../text/span.js";

/**
 * One line of the draft. `[start, end)` holds its terminator, `[start, stop)` does not, `[from, to)` is the content without
 * white space at the ends. `hasTab` also counts a tab before the content: it leaves the first field of a row empty.
 */
export interface Line {
  readonly start: number;
  readonly stop: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly hasPipe: boolean;
  readonly hasTab: boolean;
}

/** Splits at LF, CRLF and CR. The lines tile the text from `from` to `to`. */
export function splitLines(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const stop = endOfContent(text, start, to);
    const end = endOfLine(text, stop, to);
    lines.push(lineOf(text, start, stop, end));
    start = end;
  }
  return lines;
}

function endOfContent(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || code === 0x0d) return i;
    i++;
  }
  return i;
}

function endOfLine(text: string, stop: number, to: number): number {
  if (stop >= to) return to;
  return Math.min(to, text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? stop + 2 : stop + 1);
}

function lineOf(text: string, start: number, stop: number, end: number): Line {
  let from = start;
  let to = stop;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start, stop, end, from, to, hasPipe: hasBetween(text, 0x7c, from, to), hasTab: hasBetween(text, 0x09, start, stop) };
}

/** `indexOf` would look on to the end of the text behind every line without the character: square time. */
function hasBetween(text: string, wanted: number, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === wanted) return true;
  return false;
}

export function isBlank(line: Line): boolean {
  return line.from === line.to;
}

export function contentOf(text: string, line: Line): string {
  return text.slice(line.from, line.to);
}

/** The next lines behind `at` that are not blank. */
export function followingLines(lines: readonly Line[], at: number, count: number): Line[] {
  const found: Line[] = [];
  for (let i = at + 1; i < lines.length && found.length < count; i++) {
    const line = lines[i];
    if (line !== undefined && !isBlank(line)) found.push(line);
  }
  return found;
}

/** Place of the next line from `at` on that is not blank, with at most `blanks` blank ones before it. */
export function nextFilled(lines: readonly Line[], at: number, blanks = Number.POSITIVE_INFINITY): number | undefined {
  for (let i = at; i < lines.length && i <= at + blanks; i++) {
    const line = lines[i];
    if (line !== undefined && !isBlank(line)) return i;
  }
  return undefined;
}
