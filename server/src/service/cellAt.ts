// Where the cursor goes from a cell: the next one to the right, the same column below, the next place still to be written.
import type { Position, Range } from "vscode-languageserver-types";
import { determinedCells, isOpenCell, type Fact, type Span, type Table } from "../core/index.js";
import { cellPath } from "./cellPath.js";
import { isOurs, type Draft } from "./draft.js";

export type CellDirection = "here" | "next" | "previous" | "below" | "above" | "open";

export interface CellRequest {
  readonly position: Position;
  readonly direction: CellDirection;
}

export interface CellPlace {
  /** Content of the cell, to be selected; empty in a blank cell, and behind or before the table where it has been left. */
  readonly range: Range;
  /** The sums of the form leave one value for this cell: completion offers it. */
  readonly isDetermined: boolean;
  /** What the cell is called: 三、本年度办理结果, （一）予以公开, 自然人. Absent where no form says so, and outside the table. */
  readonly path?: readonly string[];
}

/**
 * The way through a table whose cells stand between pipes, so that a client can go it at once, however fast somebody types: what
 * is typed into a cell moves the pipes behind it, but not their number.
 */
export interface CellWay {
  /** In the order of Tab. */
  readonly stops: readonly CellStop[];
}

export interface CellStop {
  readonly line: number;
  /** Pipes before the cell in its line, and in the whole line. */
  readonly pipes: number;
  readonly of: number;
  /** Indices of the stops below and above in the same column. */
  readonly below?: number;
  readonly above?: number;
}

interface Stop {
  readonly span: Span;
  readonly fact: Fact | undefined;
}

/** The cell to go to; undefined where the cursor is in no table (and for `open` where nothing is left to write). */
export function cellAt(draft: Draft, { position, direction }: CellRequest): CellPlace | undefined {
  if (!isOurs(draft)) return undefined;
  const offset = draft.lines.offset(position);
  if (direction === "open") return nextOpen(draft, offset);
  const table = tableBlockAt(draft, offset);
  return table === undefined ? undefined : moved(draft, table, offset, direction);
}

/** The way through the table at a position; undefined where there is none, or none whose rows have pipes. */
export function cellWay(draft: Draft, position: Position): CellWay | undefined {
  if (!isOurs(draft)) return undefined;
  const table = tableBlockAt(draft, draft.lines.offset(position));
  if (table === undefined || (table.spelling !== "gfm" && table.spelling !== "pipe")) return undefined;
  const stops = stopsOf(draft, table);
  const indices = new Map(stops.map((stop, index) => [stop, index]));
  return {
    stops: stops.map((stop): CellStop => {
      const { line, character } = draft.lines.position(stop.span.start);
      const words = draft.lines.lineText(line);
      const column = stops.filter((other) => inSameColumn(other, stop) || other === stop);
      const at = column.indexOf(stop);
      const [below, above] = [column[at + 1], column[at - 1]];
      return {
        line,
        pipes: pipesIn(words.slice(0, character)),
        of: pipesIn(words),
        ...(below === undefined ? {} : { below: indices.get(below) ?? 0 }),
        ...(above === undefined ? {} : { above: indices.get(above) ?? 0 }),
      };
    }),
  };
}

function pipesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("|"); at >= 0; at = text.indexOf("|", at + 1)) count++;
  return count;
}

function moved(draft: Draft, table: Table, offset: number, direction: Exclude<CellDirection, "open">): CellPlace | undefined {
  const stops = stopsOf(draft, table);
  const here = stops.findIndex(({ span }) => isInCell(draft.snapshot.text, span, offset));
  if (direction === "here") return place(draft, stops[here]);
  if (direction === "next") return place(draft, here >= 0 ? stops[here + 1] : stops.find(({ span }) => span.start > offset)) ?? behind(draft, table);
  if (direction === "previous") return place(draft, here >= 0 ? stops[here - 1] : stops.findLast(({ span }) => span.end < offset)) ?? before(draft, table);
  const current = stops[here];
  if (current === undefined) return undefined;
  const sameColumn = stops.filter((stop) => inSameColumn(stop, current) || stop === current);
  const next = sameColumn[sameColumn.indexOf(current) + (direction === "below" ? 1 : -1)];
  return place(draft, next) ?? (direction === "below" ? behind(draft, table) : before(draft, table));
}

/** Where the columns differ from band to band, as in table two, the first column of the next band follows. */
function inSameColumn({ fact }: Stop, current: Stop): boolean {
  if (fact === undefined || current.fact === undefined) return false;
  const bands = fact.table.bands;
  if (bands.length === 1) return fact.column.key === current.fact.column.key;
  const isOwnBand = bands.some(({ rows }) => rows.includes(fact.row) && current.fact !== undefined && rows.includes(current.fact.row));
  return isOwnBand ? fact.column.key === current.fact.column.key : bands.some(({ rows, columns }) => rows.includes(fact.row) && columns[0]?.key === fact.column.key);
}

/** The cells that the author fills in; in a table that is none of the form's, or could not be read, all cells. */
function stopsOf({ analysis: { report } }: Draft, table: Table): Stop[] {
  const facts = report.tables.find((bound) => bound.table === table)?.rows.flatMap((row) => row.facts) ?? [];
  const stops = facts.length > 0 ? facts.map((fact): Stop => ({ span: fact.span, fact })) : table.rows.flatMap((row) => row.cells.map((cell): Stop => ({ span: cell.span, fact: undefined })));
  return stops.sort((a, b) => a.span.start - b.span.start);
}

/** A place is in a cell if nothing that ends a cell stands between them: no pipe, no tab and no line end. */
function isInCell(text: string, { start, end }: Span, offset: number): boolean {
  if (start <= offset && offset <= end) return true;
  if (Math.min(Math.abs(offset - start), Math.abs(offset - end)) > 200) return false;
  return !/[|\t\r\n]/.test(offset < start ? text.slice(offset, start) : text.slice(end, offset));
}

function tableBlockAt({ snapshot: { text }, analysis: { report } }: Draft, offset: number): Table | undefined {
  for (const block of report.tree.blocks) {
    if (block.span.start > offset) return undefined;
    if (block.kind === "table" && (offset < block.span.end || (offset === block.span.end && !/[\r\n]$/.test(text)))) return block;
  }
  return undefined;
}

function place({ lines, analysis: { report } }: Draft, stop: Stop | undefined): CellPlace | undefined {
  if (stop === undefined) return undefined;
  const { fact } = stop;
  const range = lines.range(stop.span);
  if (fact === undefined) return { range, isDetermined: false };
  return { range, isDetermined: isOpenCell(report, fact) && determinedCells(report).get(fact.key)?.fact === fact, path: cellPath(report, fact) };
}

function behind({ lines }: Draft, { span }: Table): CellPlace {
  return { range: lines.range({ start: span.end, end: span.end }), isDetermined: false };
}

/** The end of the line above. */
function before({ lines, snapshot: { text } }: Draft, { span }: Table): CellPlace {
  let end = span.start;
  if (text.charAt(end - 1) === "\n") end--;
  if (text.charAt(end - 1) === "\r") end--;
  return { range: lines.range({ start: end, end }), isDetermined: false };
}

/** The next blank cell or 【待填写】 behind the cursor, then from the beginning. */
function nextOpen(draft: Draft, offset: number): CellPlace | undefined {
  const { report } = draft.analysis;
  const cells = [...report.facts.values()].filter((fact) => isOpenCell(report, fact)).map((fact): Stop => ({ span: fact.span, fact }));
  const stops = [...cells, ...marksIn(draft)].sort((a, b) => a.span.start - b.span.start);
  return place(draft, stops.find(({ span }) => span.start > offset) ?? stops[0]);
}

/** 【待填写】 together with what the form asks for, which stands in brackets behind it. */
function marksIn({ snapshot: { text } }: Draft): Stop[] {
  return [...text.matchAll(/【待填[写寫]】(?:（[^（）\r\n]{0,120}）)?/g)].map((match): Stop => ({ span: { start: match.index, end: match.index + match[0].length }, fact: undefined }));
}

