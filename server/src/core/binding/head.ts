import type { BandForm, ColumnForm, TableForm } from "../forms/edition.js";
import type { Table } from "../syntax/nodes.js";
import { addAll } from "../text/addAll.js";
import { layoutOf, type ColumnLayout } from "./columns.js";
import type { Entry } from "./entries.js";
import { matchLabel, type FormIndex } from "./formIndex.js";

/**
 * The printed head above some rows of a table. Where the spelling keeps columns, the place of a column's label is the
 * place of its values, whatever order the columns stand in.
 */
export class Head {
  private entries: Entry[] = [];
  private places = new Map<string, number>();
  private width = 0;
  private isComplete = false;
  private layouts = new Map<BandForm, ColumnLayout | undefined>();

  constructor(
    private readonly index: FormIndex,
    private readonly form: TableForm,
    private readonly table: Table,
  ) {}

  /** Takes a row of heads. The first one behind rows of values begins a new head (a band of table two, a page break). */
  add(entries: readonly Entry[]): void {
    if (this.isComplete) this.clear();
    addAll(this.entries, entries);
    this.width = entries.length;
    entries.forEach((entry, place) => {
      const column = entry.kind === "text" ? matchLabel(this.index, entry.folded, "column")?.label.column : undefined;
      if (column !== undefined) this.places.set(column.label.text, place);
    });
  }

  rowsFollow(): void {
    this.isComplete = true;
  }

  /** The cells of a row in the order of `columns`; undefined where the head does not tell. */
  place(row: readonly Entry[], firstValue: number, columns: readonly ColumnForm[]): readonly (Entry | undefined)[] | undefined {
    if (row.length !== this.width) return undefined;
    const places = columns.map((column) => this.places.get(column.label.text));
    const known = places.filter((place) => place !== undefined);
    if (known.length === 0 || new Set(known).size !== known.length || known.some((place) => place < firstValue)) return undefined;
    if (known.length === columns.length) return inOwnCells(row, firstValue, places) ?? places.map((place) => (place === undefined ? undefined : row[place]));
    const everyValueHasHead = row.every((entry, place) => place < firstValue || entry.kind === "blank" || known.includes(place));
    return everyValueHasHead ? places.map((place) => (place === undefined ? undefined : row[place])) : undefined;
  }

  /** What the head says of missing and added columns. */
  layout(band: BandForm): ColumnLayout | undefined {
    if (!this.layouts.has(band)) this.layouts.set(band, layoutOf(this.index, this.form, band, this.entries, this.table.spelling !== "spaces"));
    return this.layouts.get(band);
  }

  private clear(): void {
    this.entries = [];
    this.places = new Map();
    this.width = 0;
    this.isComplete = false;
    this.layouts = new Map();
  }
}

/**
 * A head and its row may merge other cells (本年增/减 over two, 230 over two before it): the numbers then stand in the order of the
 * heads, not below them. Undefined where the row has all its cells below the heads, or another number of them.
 */
function inOwnCells(row: readonly Entry[], firstValue: number, places: readonly (number | undefined)[]): readonly Entry[] | undefined {
  if (places.every((place) => place !== undefined && row[place]?.cell.isMerged !== true)) return undefined;
  const own = row.filter((entry, place) => place >= firstValue && entry.cell.isMerged !== true);
  if (own.length !== places.length) return undefined;
  const inOrder = [...places].sort((a, b) => (a ?? 0) - (b ?? 0));
  const found = places.flatMap((place) => own[inOrder.indexOf(place)] ?? []);
  return found.length === places.length ? found : undefined;
}
