import { labelUse } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { isSpace } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { isPageNumber, joinPieces, longestLabel, openedBy } from "./cellLine.js";
import { contentOf, nextFilled, type Line } from "./lines.js";
import { cellText, type Cell, type Row, type Spelling } from "./nodes.js";
import { blankLinesBetweenRows, filledPieces, pipeLineAt, type PipeLine } from "./pipeLines.js";
import { emptyPlace, rowOf, type Extent, type ReadTable } from "./tableReader.js";

/** Rows of pipes, with or without a delimiter row, and one cell a line that ends in a pipe. */
export function pipeTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  const first = pipeLineAt(text, lines, at);
  if (first === undefined || (first.first === at && first.line === lines[at] && isProse(text, lines, at))) return undefined;
  const own = regionFrom(text, lines, first);
  const spelling = spellingOf(text, own.map(({ line }) => line));
  return { to: (own.at(-1) ?? first).last + 1, spelling, rows: rowsOf(text, own, spelling) };
}

/** A sentence that happens to hold a pipe, with no other such line beside it. */
function isProse(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && lines[at + 1]?.hasPipe !== true && lines[at - 1]?.hasPipe !== true && /[。；]/.test(contentOf(text, line));
}

function regionFrom(text: string, lines: readonly Line[], first: PipeLine): PipeLine[] {
  const opened = openerOf(text, first.line);
  const own = [first];
  for (let row = first; ; ) {
    const next = nextPipeLine(text, lines, row.last + 1);
    if (next === undefined) return own;
    const opener = openerOf(text, next.line);
    if (opener !== undefined && opener !== opened && opened !== undefined) return own;
    own.push(next);
    row = next;
  }
}

/** The number of a page may stand between two rows. */
function nextPipeLine(text: string, lines: readonly Line[], from: number): PipeLine | undefined {
  const next = nextFilled(lines, from, blankLinesBetweenRows);
  const row = next === undefined ? undefined : pipeLineAt(text, lines, next);
  if (next === undefined || row !== undefined || !isPageNumber(lineText(text, lines[next]))) return row;
  const behind = nextFilled(lines, next + 1, blankLinesBetweenRows);
  return behind === undefined || lines[behind]?.hasPipe !== true ? undefined : pipeLineAt(text, lines, behind);
}

function lineText(text: string, line: Line | undefined): string {
  return line === undefined ? "" : contentOf(text, line);
}

/** The official table that begins with this line's first cell, however wide the row is set. */
function openerOf(text: string, line: Line | undefined): string | undefined {
  if (line === undefined) return undefined;
  let start = line.from;
  while (start < line.to && (text.charCodeAt(start) === 0x7c || isSpace(text.charCodeAt(start)))) start++;
  let end = start;
  while (end < line.to && end - start <= longestLabel && text.charCodeAt(end) !== 0x7c) end++;
  return start === end || end - start > longestLabel ? undefined : openedBy(fold(text.slice(start, end)));
}

function rowsOf(text: string, lines: readonly PipeLine[], spelling: Spelling): Row[] {
  if (spelling === "cellPipe") return rowsOfCellLines(text, lines);
  const own = spelling === "gfm" ? lines.filter((_, i) => !isDelimiterAt(text, lines, i)) : lines;
  const rows = own.map((line) => ({ line, row: rowOf(cellsOfRow(text, line), spanOf(line)) }));
  return spelling === "gfm" ? rows.map(({ row }) => row) : rowsPutTogether(text, rows);
}

/**
 * Only the second line of a table can be a delimiter: a row of dashes further down is one in which somebody wrote none. Behind
 * blank lines, or a label that stands over its row, a table begins anew.
 */
function isDelimiterAt(text: string, lines: readonly PipeLine[], at: number): boolean {
  const [head, own] = [lines[at - 1], lines[at]];
  if (head === undefined || own?.first !== head.last + 1 || !isDelimiterRow(text, own.line)) return false;
  const before = lines[at - 2];
  return before === undefined || head.first > before.last + 1 || head.opening !== undefined;
}

function spanOf({ line, opening, ending }: PipeLine): Extent {
  return { from: opening?.cell.span.start ?? line.from, to: ending?.rest?.to ?? ending?.cell.span.end ?? line.to };
}

function cellsOfRow(text: string, { line, opening, ending }: PipeLine): Cell[] {
  const own = cellsOfLine(text, line);
  const first = opening === undefined ? own : [opening.cell, ...own.slice(opening.endsInRow ? 1 : 0)];
  if (ending === undefined) return first;
  return [...first.slice(0, -1), ending.cell, ...(ending.rest === undefined ? [] : cellsOfLine(text, ending.rest).slice(1))];
}

/** `行政强制 |` newline `| ||`: a label alone on its line has the cells of the lines behind it that hold one value or nothing. */
function rowsPutTogether(text: string, rows: readonly { readonly line: PipeLine; readonly row: Row }[]): Row[] {
  const put: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const own = rows[i];
    if (own === undefined) break;
    const cells = [...own.row.cells];
    let { end } = own.row.span;
    for (let next = rows[i + 1]; next !== undefined && isRowLabel(text, own.row) && isLoneCell(text, next.line.line); next = rows[++i + 1]) {
      cells.push(...cellsOfCellLine(text, next.line.line));
      end = next.row.span.end;
    }
    put.push(cells.length === own.row.cells.length ? own.row : { span: { start: own.row.span.start, end }, cells });
  }
  return put;
}

function isRowLabel(text: string, { cells }: Row): boolean {
  const [only, second] = cells;
  return only !== undefined && second === undefined && labelUse(fold(cellText(text, only)))?.role === "row";
}

function isLoneCell(text: string, line: Line): boolean {
  const [only, second] = filledPieces(text, line);
  return second === undefined && (only === undefined || (isValueText(only) && text.charCodeAt(line.from) !== 0x7c));
}

/** | --- | ---: | */
function isDelimiterRow(text: string, line: Line): boolean {
  let dashes = 0;
  for (let i = line.from; i < line.to; i++) {
    const character = text.charAt(i);
    if (character === "-") dashes++;
    else if (character !== "|" && character !== ":" && character !== " ") return false;
  }
  return dashes >= 2 && text.slice(line.from, line.to).includes("|");
}

function spellingOf(text: string, lines: readonly Line[]): Spelling {
  const second = lines[1];
  if (second !== undefined && isDelimiterRow(text, second)) return "gfm";
  let several = 0;
  let valuesAlone = 0;
  for (const line of lines) {
    const filled = filledPieces(text, line);
    if (filled.length > 1) several++;
    else if (filled[0] === undefined || isValueText(filled[0])) valuesAlone++;
  }
  // In rows of pipes a value never stands alone on its line; where cells have a line each it always does.
  return valuesAlone >= 2 && several <= lines.length / 20 ? "cellPipe" : "pipe";
}

/** Cells between the pipes of one line. A pipe at the start and one at the end are the frame, not cells. */
function cellsOfLine(text: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  let from = text.charAt(line.from) === "|" ? line.from + 1 : line.from;
  for (;;) {
    const to = nextPipe(text, from, line.to);
    if (to === line.to && from === line.to) break;
    cells.push(cellBetween(text, from, to));
    if (to === line.to) break;
    from = to + 1;
  }
  return cells;
}

/** The next pipe that no backslash makes a character like any other; `to` where there is none. */
function nextPipe(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c) return i;
    if (code === 0x5c && text.charCodeAt(i + 1) === 0x7c) i++;
  }
  return to;
}

function cellBetween(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return { span: emptyPlace(from, to) };
  const bold = boldMark(text, start, end);
  return plainCell(text, start + bold, end - bold);
}

/** **总计**: the marks are Markdown's, not the cell's. */
function boldMark(text: string, start: number, end: number): number {
  const mark = text.slice(start, start + 2);
  return end - start > 4 && (mark === "**" || mark === "__") && text.startsWith(mark, end - 2) ? 2 : 0;
}

/** `\|` stands for a pipe, `<br>` for a line break, as Markdown has them in cells. */
function plainCell(text: string, start: number, end: number): Cell {
  const raw = text.slice(start, end);
  if (!/\\\||<br|&nbsp;/i.test(raw)) return { span: { start, end } };
  const pieces = raw.replaceAll("\\|", "|").replaceAll("&nbsp;", "\u00a0").split(/<br ?\/?>/i);
  return { span: { start, end }, text: joinPieces(pieces.map((piece) => piece.trim())).trim() };
}

/** `规章 |` newline `0 |` newline `|`: one cell a line. Of a run of pipes each is an empty cell, and it ends the row. */
function rowsOfCellLines(text: string, lines: readonly PipeLine[]): Row[] {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  const close = (): void => {
    if (cells.length > 0) rows.push(rowOf(cells));
    cells = [];
  };
  for (const { line, opening } of lines) {
    const own = cellsOfCellLine(text, line);
    cells.push(...(opening === undefined ? own : [opening.cell, ...own.slice(opening.endsInRow ? 1 : 0)]));
    if (own.length > 1) close();
  }
  close();
  return rows;
}

/** A cell before each pipe: in one cell a line a bare pipe is an empty cell, not a frame. */
function cellsOfCellLine(text: string, line: Line): Cell[] {
  const cells: Cell[] = [];
  for (let from = line.from; from < line.to; ) {
    const pipe = nextPipe(text, from, line.to);
    cells.push(cellBetween(text, from, pipe));
    from = pipe + 1;
  }
  return cells;
}
