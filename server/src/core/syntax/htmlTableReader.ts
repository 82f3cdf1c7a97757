import { isSpace } from "../text/span.js";
import { joinPieces } from "./cellLine.js";
import type { HtmlHandler, HtmlTag } from "./html.js";
import type { Cell, Row } from "./nodes.js";

/** More columns than any table of a report has; a colspan of 9999 must not make ten thousand cells. */
const mostColumns = 64;
const mostRows = 1000;
/** Tags that end a line inside of a cell. Others, span, b, o:p, do not part what stands around them. */
const breakingTags = new Set(["br", "p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "tbody", "center", "h1", "h2", "h3", "h4", "h5", "h6", "pre"]);
/** Their text is never seen. */
const hiddenTags = new Set(["script", "style"]);

/** Builds the grid of one table: `rowspan` and `colspan` leave merged cells, so that a cell's place in its row is its column. */
export class HtmlTableReader implements HtmlHandler {
  isDone = false;
  private readonly rows: Row[] = [];
  private row: Cell[] | undefined;
  private rowStart = 0;
  private cell: OpenCell | undefined;
  /** For each column, how many rows below are still covered by a cell above. */
  private readonly covered: number[] = [];
  /** Tables inside of this one. */
  private readonly inner: InnerTable[] = [];
  private hidden: string | undefined;
  private end: number | undefined;
  private isClosed = false;

  constructor(
    private readonly source: string,
    private readonly start: number,
  ) {}

  open(tag: HtmlTag): void {
    if (hiddenTags.has(tag.name)) this.hidden = tag.name;
    if (tag.name === "table" && tag.start > this.start) this.inner.push({ start: tag.start, before: this.cell?.read(), cells: 0 });
    const inner = this.inner.at(-1);
    if (inner !== undefined) this.openInside(tag, inner);
    else if (tag.name === "tr") this.openRow(tag.end);
    else if (tag.name === "td" || tag.name === "th") this.openCell(tag);
    else this.cell?.open(tag);
  }

  close(name: string, start: number, end: number): void {
    if (name === this.hidden) this.hidden = undefined;
    if (this.inner.length > 0) this.closeInside(name);
    else if (name === "table") this.closeTable(start, end);
    else if (name === "tr") this.closeRow();
    else if (name === "td" || name === "th") this.closeCell();
    else this.cell?.close(name);
  }

  text(start: number, end: number, said?: string): void {
    if (this.hidden === undefined) this.cell?.text(start, end, said);
  }

  /** What was read up to the end of the table, up to a real table inside of it, or up to `limit`. */
  finish(limit: number): { readonly rows: readonly Row[]; readonly end: number; readonly isClosed: boolean } {
    this.closeRow();
    return { rows: this.rows, end: this.end ?? limit, isClosed: this.isClosed };
  }

  /** One number in a table of its own is a cell's content; a real table ends this one, which is layout or was left open. */
  private openInside(tag: HtmlTag, inner: InnerTable): void {
    this.cell?.open(tag);
    if (tag.name !== "td" && tag.name !== "th") return;
    inner.cells++;
    if (inner.cells < 2) return;
    if (this.cell !== undefined) this.addCell(this.cell, inner.before);
    this.cell = undefined;
    this.end = inner.start;
    this.isDone = true;
  }

  private closeInside(name: string): void {
    if (name === "table") this.inner.pop();
    this.cell?.close(name);
  }

  private closeTable(start: number, end: number): void {
    if (start <= this.start) return;
    this.closeRow();
    this.end = end;
    this.isClosed = true;
    this.isDone = true;
  }

  private openRow(at: number): void {
    this.closeRow();
    if (this.rows.length >= mostRows) return;
    this.row = [];
    this.rowStart = at;
  }

  private openCell(tag: HtmlTag): void {
    this.closeCell();
    if (this.row === undefined) this.openRow(tag.start);
    if (this.row === undefined) return;
    this.addCovered(this.row);
    this.cell = new OpenCell(this.source, tag);
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = undefined;
    if (cell !== undefined) this.addCell(cell, cell.read());
  }

  private addCell(cell: OpenCell, read: Cell | undefined): void {
    const { row } = this;
    if (row === undefined || read === undefined || row.length >= mostColumns) return;
    const column = row.length;
    const columns = Math.min(cell.columns, mostColumns - column);
    row.push(columns > 1 || cell.rows > 1 ? { ...read, merges: { columns, rows: cell.rows } } : read);
    for (let i = 0; i < columns; i++) this.covered[column + i] = cell.rows - 1;
    for (let i = 1; i < columns; i++) row.push(this.merged(row));
  }

  private closeRow(): void {
    this.closeCell();
    const { row } = this;
    this.row = undefined;
    if (row === undefined) return;
    while (row.length < this.covered.length && this.covered.slice(row.length).some((count) => count > 0)) {
      const before = row.length;
      this.addCovered(row);
      if (row.length === before) row.push(this.merged(row));
    }
    if (row.length > 0) this.rows.push({ span: { start: this.rowStart, end: Math.max(this.rowStart, row.at(-1)?.span.end ?? 0) }, cells: row });
  }

  private addCovered(row: Cell[]): void {
    for (let count = this.covered[row.length] ?? 0; count > 0; count = this.covered[row.length] ?? 0) {
      this.covered[row.length] = count - 1;
      row.push(this.merged(row));
    }
  }

  private merged(row: readonly Cell[]): Cell {
    const at = row.at(-1)?.span.end ?? this.rowStart;
    return { span: { start: at, end: at }, isMerged: true };
  }
}

interface InnerTable {
  readonly start: number;
  /** What the cell around it said before it. */
  readonly before: Cell | undefined;
  cells: number;
}

/** The content of a cell while its tags go by. */
class OpenCell {
  readonly rows: number;
  readonly columns: number;
  private first: number | undefined;
  private last = 0;
  private readonly pieces: string[] = [""];
  /** Where content of an empty cell would stand: inside of the innermost tag, `<td><p>here</p></td>`. */
  private place: number;
  private isPlaced = false;

  constructor(
    private readonly source: string,
    tag: HtmlTag,
  ) {
    this.rows = rowsCovered(tag);
    this.columns = columnsCovered(tag);
    this.place = tag.end;
  }

  open(tag: HtmlTag): void {
    if (!this.isPlaced && tag.name !== "br") this.place = tag.end;
    if (breakingTags.has(tag.name)) this.pieces.push("");
  }

  close(name: string): void {
    this.isPlaced = true;
    if (breakingTags.has(name)) this.pieces.push("");
  }

  text(start: number, end: number, said: string | undefined): void {
    const [from, to] = said === undefined ? this.visible(start, end) : isBlank(said) ? [end, end] : [start, end];
    if (from < to) {
      this.first ??= from;
      this.last = to;
    }
    this.pieces[this.pieces.length - 1] += said ?? this.source.slice(start, end);
  }

  read(): Cell {
    if (this.first === undefined) return { span: { start: this.place, end: this.place } };
    const span = { start: this.first, end: this.last };
    const said = joinPieces(this.pieces.flatMap((piece) => piece.split(/[\r\n]+/)).map((piece) => piece.trim()).filter((piece) => piece !== ""));
    return said === this.source.slice(span.start, span.end) ? { span } : { span, text: said };
  }

  private visible(start: number, end: number): readonly [number, number] {
    let [from, to] = [start, end];
    while (from < to && isSpace(this.source.charCodeAt(from))) from++;
    while (to > from && isSpace(this.source.charCodeAt(to - 1))) to--;
    return [from, to];
  }
}

function isBlank(said: string): boolean {
  return [...said].every((character) => isSpace(character.charCodeAt(0)));
}

export function rowsCovered({ attributes }: HtmlTag): number {
  return spanOf(attributes.get("rowspan"), mostRows);
}

export function columnsCovered({ attributes }: HtmlTag): number {
  return spanOf(attributes.get("colspan"), mostColumns);
}

/** `rowspan=2`, `rowspan="2"`, `rowspan=0` (all rows below); anything else is one. */
function spanOf(value: string | undefined, most: number): number {
  const count = Number(value ?? "1");
  if (!Number.isInteger(count) || count < 0) return 1;
  return count === 0 ? most : Math.min(count, most);
}
