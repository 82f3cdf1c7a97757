import { fold } from "../text/fold.js";
import { isSpace } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { isPageNumber, joinPieces, longestLabel, openedBy } from "./cellLine.js";
import { contentOf, isBlank, nextFilled, type Line } from "./lines.js";
import type { Cell, Row, Spelling } from "./nodes.js";
import { emptyPlace, rowOf, type ReadTable } from "./tableReader.js";

/** Blank lines that a web copy may leave between two rows of pipes. */
const blankLinesBetweenRows = 2;

/** Rows of pipes, with or without a delimiter row, and one cell a line that ends in a pipe. */
export function pipeTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  if (lines[at]?.hasPipe !== true || isProse(text, lines, at)) return undefined;
  const to = endOfRegion(text, lines, at);
  const own = lines.slice(at, to).filter((line) => !isBlank(line) && line.hasPipe);
  const spelling = spellingOf(text, own);
  return { to, spelling, rows: rowsOf(text, own, spelling) };
}

/** A sentence that happens to hold a pipe, with no other such line beside it. */
function isProse(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && lines[at + 1]?.hasPipe !== true && lines[at - 1]?.hasPipe !== true && /[。；]/.test(contentOf(text, line));
}

function endOfRegion(text: string, lines: readonly Line[], from: number): number {
  const first = openerOf(text, lines[from]);
  let to = from + 1;
  for (;;) {
    const next = nextPipeLine(text, lines, to);
    if (next === undefined) break;
    const opened = openerOf(text, lines[next]);
    if (opened !== undefined && opened !== first && first !== undefined) break;
    to = next + 1;
  }
  return to;
}

/** The number of a page may stand between two rows. */
function nextPipeLine(text: string, lines: readonly Line[], from: number): number | undefined {
  const next = nextFilled(lines, from, blankLinesBetweenRows);
  const line = next === undefined ? undefined : lines[next];
  if (next === undefined || line === undefined || line.hasPipe) return next;
  if (!isPageNumber(contentOf(text, line))) return undefined;
  const behind = nextFilled(lines, next + 1, blankLinesBetweenRows);
  return behind !== undefined && lines[behind]?.hasPipe === true ? behind : undefined;
}

/** The official table that begins with this line's first cell. */
function openerOf(text: string, line: Line | undefined): string | undefined {
  if (line === undefined || line.to - line.from > 2 * longestLabel) return undefined;
  const cell = contentOf(text, line)
    .split("|")
    .find((piece) => piece.trim() !== "");
  return cell === undefined ? undefined : openedBy(fold(cell));
}

function rowsOf(text: string, lines: readonly Line[], spelling: Spelling): Row[] {
  if (spelling === "cellPipe") return rowsOfCellLines(text, lines);
  // Only the second line can be a delimiter: a row of dashes further down is one in which somebody wrote none.
  return lines.filter((_, i) => spelling !== "gfm" || i !== 1).map((line) => rowOf(cellsOfLine(text, line), line));
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

function filledPieces(text: string, line: Line): string[] {
  return text
    .slice(line.from, line.to)
    .split("|")
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
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

/** `规章 |` newline `0 |` newline `|`: one cell a line; what follows the first pipe is only padding and ends the row. */
function rowsOfCellLines(text: string, lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let cells: Cell[] = [];
  const close = (): void => {
    if (cells.length > 0) rows.push(rowOf(cells));
    cells = [];
  };
  for (const line of lines) {
    const pipe = nextPipe(text, line.from, line.to);
    cells.push(cellBetween(text, line.from, pipe));
    if (text.slice(pipe + 1, line.to).includes("|")) close();
  }
  close();
  return rows;
}
