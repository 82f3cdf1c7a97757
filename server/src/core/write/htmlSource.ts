// The tags of an HTML table as they stand in the draft, beside the grid that was read from them.
import { readHtml, type HtmlHandler, type HtmlTag } from "../syntax/html.js";
import { columnsCovered, rowsCovered } from "../syntax/htmlTableReader.js";
import type { Cell, Table } from "../syntax/nodes.js";
import { trimmed, type Span } from "../text/span.js";

/** A cell with its place in the grid and how far it reaches there. `next` is where the cell behind it, or the end of its row, begins. */
export interface SourceCell {
  readonly cell: Cell;
  readonly tag: HtmlTag;
  readonly next: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface HtmlSource {
  readonly cells: readonly SourceCell[];
  /** By place in the table; undefined for a row that has no cell of its own. */
  readonly rows: readonly (Span | undefined)[];
}

/** Undefined where tags and grid do not agree, as with tables in cells and rows that no `<tr>` opens. */
export function sourceOf(text: string, table: Table): HtmlSource | undefined {
  const tags = new RowTags(text);
  readHtml(text, table.span.start, table.span.end, tags);
  tags.endRow(table.span.end);
  const read = tags.rows.flatMap((row) => row.cells.map((tag, i) => ({ tag, row, next: row.cells[i + 1]?.start ?? row.closing ?? row.end })));
  const own = table.rows.flatMap((row, i) => row.cells.flatMap((cell, column) => (cell.isMerged === true ? [] : [{ cell, row: i, column }])));
  if (tags.isOdd || read.length !== own.length) return undefined;
  const rows: (Span | undefined)[] = table.rows.map(() => undefined);
  const cells = own.flatMap(({ cell, row, column }, i): SourceCell[] => {
    const at = read[i];
    if (at === undefined || cell.span.start < at.tag.end || cell.span.end > at.next) return [];
    rows[row] = { start: at.row.start, end: at.row.end };
    return [{ cell, tag: at.tag, next: at.next, row, column, rows: rowsCovered(at.tag), columns: columnsCovered(at.tag) }];
  });
  return cells.length === own.length ? { cells, rows } : undefined;
}

interface TaggedRow {
  readonly start: number;
  end: number;
  /** Where its closing tag begins, if it has one. */
  closing: number | undefined;
  readonly cells: HtmlTag[];
}

class RowTags implements HtmlHandler {
  readonly isDone = false;
  readonly rows: TaggedRow[] = [];
  isOdd = false;
  private row: TaggedRow | undefined;
  private tables = 0;

  constructor(private readonly source: string) {}

  open(tag: HtmlTag): void {
    if (tag.name === "table" && ++this.tables > 1) this.isOdd = true;
    if (tag.name === "tbody" || tag.name === "tfoot") this.endRow(tag.start);
    if (tag.name === "tr") this.openRow(tag);
    if (tag.name !== "td" && tag.name !== "th") return;
    if (this.row === undefined) this.isOdd = true;
    else this.row.cells.push(tag);
  }

  close(name: string, start: number, end: number): void {
    if (name === "tr" && this.row !== undefined) {
      this.row.closing = start;
      this.row.end = end;
      this.row = undefined;
    }
    if (name === "table" || name === "thead" || name === "tbody" || name === "tfoot") this.endRow(start);
  }

  text(): void {
    // What stands in a cell is known from the grid.
  }

  /** Ends a row that no tag has closed. */
  endRow(at: number): void {
    if (this.row !== undefined) this.row.end = trimmed(this.source, { start: this.row.start, end: at }).end;
    this.row = undefined;
  }

  private openRow({ start, end }: HtmlTag): void {
    this.endRow(start);
    this.row = { start, end, closing: undefined, cells: [] };
    this.rows.push(this.row);
  }
}
