import { labelUse } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { trimmed } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { brokenLabelAt, isChapterTitle, isLabelLike, isPageMark, longestLabel, openedBy } from "./cellLine.js";
import { contentOf, followingLines, isBlank, nextFilled, type Line } from "./lines.js";
import type { Cell, Row } from "./nodes.js";
import { cellOfLine, rowOf, type ReadTable } from "./tableReader.js";

/**
 * A cell and a pipe on lines of their own in turn, or the pipe before the cell. Two pipes with nothing between them are an
 * empty cell; a run of pipes on one line ends a row.
 */
export function alternateTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  if (!opens(text, lines, at)) return undefined;
  const reader = new AlternateReader(text, lines, at);
  return reader.read();
}

/** `规章` newline `|` newline `0`, or `|` newline `规章` newline `|`: in one cell a line, `规章 |`, a label never goes without its pipe. */
function opens(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return false;
  if (!line.hasPipe) return isLabelBeforePipe(text, lines, at);
  const next = isPipeLine(text, line) ? nextFilled(lines, at + 1) : undefined;
  return next !== undefined && isLabelBeforePipe(text, lines, next);
}

/** The pipe is asked for first: it costs less than comparing the line with every label, and prose has none. */
function isLabelBeforePipe(text: string, lines: readonly Line[], at: number): boolean {
  return followedByPipe(text, lines, brokenLabelAt(text, lines, at)?.last ?? at) && isLabelLine(text, lines, at);
}

function isLabelLine(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.hasPipe || line.to - line.from > longestLabel) return false;
  const folded = fold(contentOf(text, line));
  return labelUse(folded) !== undefined || (!isChapterTitle(folded) && (isLabelLike(folded) || brokenLabelAt(text, lines, at) !== undefined));
}

function followedByPipe(text: string, lines: readonly Line[], at: number): boolean {
  const [next] = followingLines(lines, at, 1);
  return next !== undefined && isPipeLine(text, next);
}

/** Nothing but pipes. */
function isPipeLine(text: string, line: Line): boolean {
  return line.hasPipe && /^[|\s]{1,40}$/.test(contentOf(text, line));
}

class AlternateReader {
  private readonly rows: Row[] = [];
  private cells: Cell[] = [];
  /** Where the last pipe of the row stands, if no cell has come behind it. */
  private pipe: number | undefined;
  private readonly opened: string | undefined;
  private readonly isPipeFirst: boolean;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly at: number,
  ) {
    const first = lines[at];
    this.isPipeFirst = first?.hasPipe === true;
    const label = this.isPipeFirst ? followingLines(lines, at, 1)[0] : first;
    this.opened = label === undefined ? undefined : openedBy(fold(contentOf(text, label)));
  }

  read(): ReadTable {
    let to = this.at;
    for (let i = this.at; i < this.lines.length; i++) {
      const line = this.lines[i];
      if (line === undefined) break;
      if (isBlank(line) || isPageMark(contentOf(this.text, line))) continue;
      const last = line.hasPipe ? this.readPipes(line, i) : this.readCell(line, i);
      if (last === undefined) break;
      i = last;
      to = i + 1;
    }
    this.closeRow();
    return { to, spelling: "alternate", rows: this.rows };
  }

  /** A line of pipes, or a cell that somebody has put beside its pipe. Gives the place of the line. */
  private readPipes(line: Line, at: number): number | undefined {
    const content = contentOf(this.text, line);
    const pieces = content.split("|").filter((piece) => piece.trim() !== "");
    if (pieces.length > 1 || pieces.some((piece) => !this.isCell(piece.trim(), at))) return undefined;
    let from = line.from;
    let pipes = 0;
    for (let i = line.from; i <= line.to; i++) {
      if (i < line.to && this.text.charCodeAt(i) !== 0x7c) continue;
      this.addPiece(from, i);
      from = i + 1;
      if (i === line.to || ++pipes > 1) continue;
      this.addPipe(i);
    }
    if (pipes > 1) this.closeRow();
    return at;
  }

  private addPiece(from: number, to: number): void {
    const span = trimmed(this.text, { start: from, end: to });
    if (span.start !== span.end) this.addCell({ span });
  }

  private readCell(line: Line, at: number): number | undefined {
    const broken = isValueText(contentOf(this.text, line)) ? undefined : brokenLabelAt(this.text, this.lines, at);
    if (broken === undefined && !this.isCell(contentOf(this.text, line), at)) return undefined;
    this.addCell(broken?.cell ?? cellOfLine(line));
    return broken?.last ?? at;
  }

  private isCell(content: string, at: number): boolean {
    if (isValueText(content)) return true;
    if (content.length > longestLabel) return false;
    const folded = fold(content);
    const use = labelUse(folded);
    if (use !== undefined) return use.opens === undefined || use.opens === this.opened;
    if (isChapterTitle(folded)) return false;
    return isLabelLike(folded) || this.isUnknownCell(content, at);
  }

  /** Words that no form has are a cell if they stand between two pipes. */
  private isUnknownCell(content: string, at: number): boolean {
    return this.pipe !== undefined && !/[。；！？]/.test(content) && followedByPipe(this.text, this.lines, at);
  }

  private addCell(cell: Cell): void {
    this.cells.push(cell);
    this.pipe = undefined;
  }

  /** A pipe behind a pipe leaves an empty cell between them; the first one of a row only does where pipes stand behind their cells. */
  private addPipe(at: number): void {
    const isFirst = this.cells.length === 0 && this.pipe === undefined;
    if (this.pipe !== undefined) this.cells.push(emptyCell(this.pipe + 1));
    else if (isFirst && !this.isPipeFirst) this.cells.push(emptyCell(at));
    this.pipe = at;
  }

  private closeRow(): void {
    if (this.isPipeFirst && this.pipe !== undefined) this.cells.push(emptyCell(this.pipe + 1));
    if (this.cells.length > 0) this.rows.push(rowOf(this.cells));
    this.cells = [];
    this.pipe = undefined;
  }
}

function emptyCell(at: number): Cell {
  return { span: { start: at, end: at } };
}
