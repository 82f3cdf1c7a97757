import type { ColumnForm } from "../forms/edition.js";
import type { Entry } from "./entries.js";
import { matchLabel, type FormIndex } from "./formIndex.js";

/**
 * The printed head rows above some rows of a table. Where every row has as many cells as the head, the place of a
 * column's label is the place of its values, whatever order the columns stand in.
 */
export class Head {
  private places = new Map<string, number>();
  private width = 0;
  private isComplete = false;

  /** Takes a row of heads. The first one behind rows of values begins a new head (a band of table two, a page break). */
  add(entries: readonly Entry[], index: FormIndex): void {
    if (this.isComplete) this.clear();
    this.width = entries.length;
    entries.forEach((entry, place) => {
      const column = entry.kind === "text" ? matchLabel(index, entry.folded, "column")?.label.column : undefined;
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
    const everyValueHasHead = row.every((entry, place) => place < firstValue || entry.kind === "blank" || known.includes(place));
    return known.length === columns.length || everyValueHasHead ? places.map((place) => (place === undefined ? undefined : row[place])) : undefined;
  }

  private clear(): void {
    this.places = new Map();
    this.width = 0;
    this.isComplete = false;
  }
}
