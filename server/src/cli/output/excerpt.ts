import { glyphs, type Glyph } from "./glyphs.js";

/** A stretch of one line with the range inside it; columns are those of a terminal. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly indent: number;
  readonly width: number;
}

const ellipsis: Glyph = { text: "...", width: 3, length: 0 };

/** The part of a line around `start`–`end` (UTF-16) that fits into `columns`. A paragraph of a draft is one long line. */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  // More characters than fit, so that a report on one line of a megabyte is not measured for each finding.
  const from = Math.max(0, start - 2 * columns);
  const all = glyphs(line.slice(from, Math.min(end, start + 2 * columns) + 2 * columns));
  const first = glyphAt(all, start - from);
  const last = Math.max(first, glyphAt(all, end - from));
  const marked = cut(all.slice(first, last), columns, "start");
  const room = Math.max(0, columns - widthOf(marked));
  // A third of the room goes to what stands before: people read on to the right.
  const before = cut(all.slice(0, first), Math.max(Math.floor(room / 3), room - widthOf(all.slice(last))), "end");
  const after = cut(all.slice(last), room - widthOf(before), "start");
  return { before: textOf(before), marked: textOf(marked), after: textOf(after), indent: widthOf(before), width: widthOf(marked) };
}

function glyphAt(all: readonly Glyph[], offset: number): number {
  let passed = 0;
  const index = all.findIndex(({ length }) => (passed += length) > offset);
  return index === -1 ? all.length : index;
}

/** As many glyphs as fit, kept from the start or from the end, with an ellipsis where some were left out. */
function cut(all: readonly Glyph[], columns: number, keep: "start" | "end"): readonly Glyph[] {
  if (widthOf(all) <= columns) return all;
  const ordered = keep === "start" ? all : [...all].reverse();
  const kept: Glyph[] = [];
  let width = ellipsis.width;
  for (const one of ordered) {
    width += one.width;
    if (width > columns) break;
    kept.push(one);
  }
  return keep === "start" ? [...kept, ellipsis] : [ellipsis, ...kept.reverse()];
}

function widthOf(all: readonly Glyph[]): number {
  return all.reduce((sum, { width }) => sum + width, 0);
}

function textOf(all: readonly Glyph[]): string {
  return all.map(({ text }) => text).join("");
}
