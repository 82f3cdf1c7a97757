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
    const line = lineAt(text, start, to);
    lines.push(line);
    start = line.end;
  }
  return lines;
}

/** Looks at each character once: `indexOf` would look on to the end of the text behind every line without the wanted one. */
function lineAt(text: string, start: number, limit: number): Line {
  let stop = start;
  let hasPipe = false;
  let hasTab = false;
  for (; stop < limit; stop++) {
    const code = text.charCodeAt(stop);
    if (code === 0x0a || code === 0x0d) break;
    if (code === 0x7c) hasPipe = true;
    else if (code === 0x09) hasTab = true;
  }
  let from = start;
  let to = stop;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start, stop, end: endOfLine(text, stop, limit), from, to, hasPipe, hasTab };
}

function endOfLine(text: string, stop: number, to: number): number {
  if (stop >= to) return to;
  return Math.min(to, text.charCodeAt(stop) === 0x0d && text.charCodeAt(stop + 1) === 0x0a ? stop + 2 : stop + 1);
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
