import { isSpace, type Span } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { isBlank, type Line } from "./lines.js";
import type { Cell, Row, Spelling, Table } from "./nodes.js";
import type { TableRegion } from "./tableRegion.js";

/** Reads the cells of a region in whichever of the four spellings it stands. */
export function readTable(text: string, lines: readonly Line[], region: TableRegion): Table {
  const own = lines.slice(region.from, region.to).filter((line) => !isBlank(line));
  const spelling = region.spelling === "lines" ? "lines" : pipeSpelling(text, own);
  const span = { start: lines[region.from]?.start ?? 0, end: lines[region.to - 1]?.end ?? 0 };
  return { kind: "table", span, spelling, rows: rowsOf(text, own, spelling) };
}

function rowsOf(text: string, lines: readonly Line[], spelling: Spelling): Row[] {
  if (spelling === "lines") return [rowOf(lines.map((line) => ({ span: { start: line.from, end: line.to } })))];
  if (spelling === "cellPipe") return rowsOfCellLines(text, lines);
  // Only the second line can be a delimiter: a row of dashes further down is one in which somebody wrote none.
  return lines.filter((_, i) => spelling !== "gfm" || i !== 1).map((line) => rowOf(cellsOfLine(text, line), line));
}

function rowOf(cells: readonly Cell[], line?: Line): Row {
  const first = line?.from ?? cells[0]?.span.start ?? 0;
  const last = line?.to ?? cells.at(-1)?.span.end ?? first;
  return { span: { start: first, end: last }, cells };
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

function pipeSpelling(text: string, lines: readonly Line[]): Spelling {
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
    const pipe = text.indexOf("|", from);
    const to = pipe < 0 || pipe >= line.to ? line.to : pipe;
    if (to === line.to && from === line.to) break;
    cells.push(cellBetween(text, from, to));
    if (to === line.to) break;
    from = to + 1;
  }
  return cells;
}

function cellBetween(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { span: start === end ? emptyPlace(from, to) : { start, end } };
}

/** Where the content of an empty cell would stand: behind its first blank. */
function emptyPlace(from: number, to: number): Span {
  const place = Math.min(from + 1, to);
  return { start: place, end: place };
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
    const pipe = text.indexOf("|", line.from);
    cells.push(cellBetween(text, line.from, pipe));
    if (text.slice(pipe + 1, line.to).includes("|")) close();
  }
  close();
  return rows;
}
