import type { TableForm } from "../forms/edition.js";
import type { PrintedRow } from "./table.js";

/** A cell of the grid with how far it reaches. */
interface HtmlCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

/** The table as HTML, one row a line, with the cells merged that the official form merges. */
export function writeHtmlTable(form: TableForm, rows: readonly PrintedRow[]): string[] {
  const grid = new Grid(form, rows);
  return ["<table>", ...rows.map((_, i) => `  <tr>${grid.row(i).map(tagged).join("")}</tr>`), "</table>"];
}

function tagged({ text, rows, columns }: HtmlCell): string {
  const down = rows > 1 ? ` rowspan="${rows}"` : "";
  const across = columns > 1 ? ` colspan="${columns}"` : "";
  return `<td${down}${across}>${escaped(text)}</td>`;
}

/** As the content of a tag. */
export function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Which printed cell each place of the table belongs to: "" is merged into its left neighbour, or into the cell above. */
class Grid {
  private readonly width: number;

  constructor(
    private readonly form: TableForm,
    private readonly rows: readonly PrintedRow[],
  ) {
    this.width = Math.max(...rows.map((row) => row.labels.length + row.values.length));
  }

  row(place: number): HtmlCell[] {
    const cells: HtmlCell[] = [];
    for (let column = 0; column < this.width; ) {
      const columns = this.columnsAt(place, column);
      if (!this.isCovered(place, column)) cells.push({ text: this.text(place, column), rows: this.rowsAt(place, column), columns });
      column += columns;
    }
    return cells;
  }

  private text(place: number, column: number): string {
    const row = this.rows[place];
    return row === undefined ? "" : ([...row.labels, ...row.values][column] ?? "");
  }

  /** Values are never merged; labels and heads reach over the empty places to their right. */
  private columnsAt(place: number, column: number): number {
    const row = this.rows[place];
    if (row === undefined) return 1;
    const isValue = row.values.length > 0 && column >= row.labels.length;
    const printed = row.labels.length + row.values.length;
    if (isValue && column < printed - 1) return 1;
    let next = column + 1;
    while (next < this.width && this.isEmpty(row, place, next)) next++;
    return next - column;
  }

  private isEmpty(row: PrintedRow, place: number, column: number): boolean {
    const printed = row.labels.length + row.values.length;
    if (column >= printed) return true;
    return column < row.labels.length && row.labels[column] === "" && !this.isCovered(place, column);
  }

  /** Below a cell of the head, or below a group's label, stands nothing of its own. */
  private isCovered(place: number, column: number): boolean {
    const row = this.rows[place];
    if (row === undefined || place === 0 || column >= row.labels.length || row.labels[column] !== "") return false;
    return row.values.length === 0 ? this.isBelowHead(place, column) : column < row.labels.findIndex((text) => text !== "");
  }

  /** 自然人 and 总计 reach down over the row of 商业企业; so does the note over both rows of heads. */
  private isBelowHead(place: number, column: number): boolean {
    if (column < this.form.labelColumns) return true;
    const above = this.text(place - 1, column);
    return above !== "" ? this.columnsAt(place - 1, column) === 1 : this.isCovered(place - 1, column);
  }

  private rowsAt(place: number, column: number): number {
    let next = place + 1;
    while (next < this.rows.length && this.text(place, column) !== "" && this.text(next, column) === "" && this.isCovered(next, column)) next++;
    return next - place;
  }
}
