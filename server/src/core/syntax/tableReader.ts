import type { Span } from "../text/span.js";
import type { Line } from "./lines.js";
import type { Cell, Row, Spelling } from "./nodes.js";

/** A table in one of the spellings that go by lines; `to` stands behind the last line that belongs to it. */
export interface ReadTable {
  readonly to: number;
  readonly spelling: Spelling;
  readonly rows: readonly Row[];
}

/** Reads the table that begins at line `at`, if one in this reader's spelling does. */
export type TableReader = (text: string, lines: readonly Line[], at: number) => ReadTable | undefined;

/** What a row takes of the text; a line, unless parts of it stand on others. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

export function rowOf(cells: readonly Cell[], line?: Extent): Row {
  const first = line?.from ?? cells[0]?.span.start ?? 0;
  const last = line?.to ?? cells.at(-1)?.span.end ?? first;
  return { span: { start: first, end: last }, cells };
}

export function cellOfLine(line: Line): Cell {
  return { span: { start: line.from, end: line.to } };
}

/** Where the content of an empty cell would stand: behind its first blank. */
export function emptyPlace(from: number, to: number): Span {
  const place = Math.min(from + 1, to);
  return { start: place, end: place };
}
