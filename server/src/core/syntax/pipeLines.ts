// Lines of a pipe table put together to rows: a narrow column, or the copy of a page, breaks a label or a row over several of them.
import { isLabelStart, labelUse, mayBeginLabel } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { trimmed, type Span } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { joinPieces, longestLabel } from "./cellLine.js";
import { contentOf, isBlank, nextFilled, type Line } from "./lines.js";
import type { Cell } from "./nodes.js";

/** Blank lines that a web copy may leave between two rows of pipes, or between the halves of one. */
export const blankLinesBetweenRows = 2;
/** Lines over which one label is broken at most. */
const mostPieces = 10;

/**
 * A row of pipes. `opening` is a first cell that begins, or stands whole, on lines above without a pipe; where it `endsInRow` it takes
 * the place of the line's own first cell. `ending` is what the last cell goes on with on the lines below, and `rest` the line
 * whose other cells follow it.
 */
export interface PipeLine {
  readonly line: Line;
  readonly opening: { readonly cell: Cell; readonly endsInRow: boolean } | undefined;
  readonly ending: { readonly cell: Cell; readonly rest: Line | undefined } | undefined;
  /** Place of the first and of the last line that the row takes. */
  readonly first: number;
  readonly last: number;
}

/** The row that begins at this line: with its pipes, or with a label whose row of pipes follows. */
export function pipeLineAt(text: string, lines: readonly Line[], at: number): PipeLine | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  if (line.hasPipe) return { line, opening: undefined, ...endingOf(text, lines, at), first: at };
  const opened = openingAt(text, lines, at);
  const own = opened === undefined ? undefined : lines[opened.row];
  if (opened === undefined || own === undefined) return undefined;
  return { line: own, opening: { cell: opened.cell, endsInRow: opened.endsInRow }, ...endingOf(text, lines, opened.row), first: at };
}

interface Opening {
  readonly cell: Cell;
  readonly endsInRow: boolean;
  readonly row: number;
}

/**
 * 3.补正后申请内容 over 仍不明确 | 0 | 0 |, and 2.其他法律行政法规禁 over 止公开 over | 0 | 0 |, a row that has no label of its own. Where
 * several labels, or several such rows, follow each other, which belongs to which is not known.
 */
function openingAt(text: string, lines: readonly Line[], at: number): Opening | undefined {
  const line = lines[at];
  if (line === undefined || line.to - line.from > longestLabel || !mayBeginLabel(text, line.from)) return undefined;
  const broken = piecesFrom(text, lines, at, "");
  if (broken === undefined) return undefined;
  const cell = joined(text, broken.pieces);
  if (broken.isInRow) return { cell, endsInRow: true, row: broken.last };
  if (labelUse(broken.folded)?.role !== "row") return undefined;
  const row = nextFilled(lines, broken.last + 1, blankLinesBetweenRows);
  if (row === undefined || !holdsOnlyValues(text, lines[row]) || !followsRow(lines, at)) return undefined;
  const next = nextFilled(lines, row + 1, blankLinesBetweenRows);
  const behind = next !== undefined && isDelimiterLike(text, lines[next]) ? nextFilled(lines, next + 1, blankLinesBetweenRows) : next;
  return behind !== undefined && holdsOnlyValues(text, lines[behind]) ? undefined : { cell, endsInRow: false, row };
}

function followsRow(lines: readonly Line[], at: number): boolean {
  for (let i = at - 1; i >= at - 1 - blankLinesBetweenRows; i--) {
    const line = lines[i];
    if (line !== undefined && !isBlank(line)) return line.hasPipe;
  }
  return false;
}

function isDelimiterLike(text: string, line: Line | undefined): boolean {
  return line?.hasPipe === true && /^[|\s:-]+$/.test(contentOf(text, line));
}

interface Pieces {
  readonly pieces: readonly Span[];
  readonly folded: string;
  readonly last: number;
  /** Whether the last piece is the first cell of a line with pipes. */
  readonly isInRow: boolean;
}

/** The longest label that the lines from `at` on make behind `begun`. */
function piecesFrom(text: string, lines: readonly Line[], at: number, begun: string): Pieces | undefined {
  let folded = begun;
  let blanks = 0;
  let found: Pieces | undefined;
  const pieces: Span[] = [];
  for (let i = at; i < lines.length && pieces.length < mostPieces; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isBlank(line)) {
      if (++blanks > blankLinesBetweenRows) break;
      continue;
    }
    const piece = firstPiece(text, line);
    const own = piece === undefined ? "" : fold(text.slice(piece.start, piece.end));
    if (piece === undefined || own === "" || !isLabelStart(folded + own)) break;
    folded += own;
    pieces.push(piece);
    if (labelUse(folded) !== undefined) found = { pieces: [...pieces], folded, last: i, isInRow: line.hasPipe };
    if (line.hasPipe) break;
  }
  return found;
}

/** What stands before the first pipe; a line that begins with one begins a row. */
function firstPiece(text: string, line: Line): Span | undefined {
  let end = line.from;
  while (end < line.to && text.charCodeAt(end) !== 0x7c) end++;
  return end === line.from || end - line.from > longestLabel ? undefined : trimmed(text, { start: line.from, end });
}

/** `（三）不予公开 | 1.属于国家` over `秘密 | 0 | 0 |`: a last cell without its pipe that is the beginning of a label and none itself. */
function endingOf(text: string, lines: readonly Line[], at: number): Pick<PipeLine, "ending" | "last"> {
  const whole = { ending: undefined, last: at };
  const line = lines[at];
  if (line === undefined || text.charCodeAt(line.to - 1) === 0x7c) return whole;
  const last = trimmed(text, { start: text.lastIndexOf("|", line.to - 1) + 1, end: line.to });
  const begun = last.end - last.start > longestLabel || isValueText(text.slice(last.start, last.end)) ? "" : fold(text.slice(last.start, last.end));
  if (begun.length < 2 || labelUse(begun) !== undefined || !isLabelStart(begun)) return whole;
  const broken = piecesFrom(text, lines, at + 1, begun);
  if (broken === undefined) return whole;
  const rest = broken.isInRow ? lines[broken.last] : undefined;
  return { ending: { cell: joined(text, [last, ...broken.pieces]), rest }, last: broken.last };
}

function joined(text: string, pieces: readonly Span[]): Cell {
  const span = { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
  const said = joinPieces(pieces.map(({ start, end }) => text.slice(start, end)));
  return pieces.length === 1 ? { span } : { span, text: said };
}

function holdsOnlyValues(text: string, line: Line | undefined): boolean {
  if (line?.hasPipe !== true) return false;
  const filled = filledPieces(text, line);
  return filled.length > 0 && filled.every(isValueText);
}

export function filledPieces(text: string, line: Line): string[] {
  return contentOf(text, line)
    .split("|")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}
