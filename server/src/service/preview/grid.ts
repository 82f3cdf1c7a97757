import { remembered, type Edition } from "../../core/index.js";
import type { CellRole } from "./model.js";

type TableForm = Edition["tables"][number];
type BandForm = TableForm["bands"][number];
type RowForm = BandForm["rows"][number];

/** A cell as the official form prints it. `row` is the row that a label names, or that a value belongs to. */
export interface GridCell {
  readonly role: CellRole;
  /** The printed words; "" for a value. */
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly row?: RowForm;
  readonly column?: BandForm["columns"][number];
}

/** Number of columns of the whole table. */
export function gridWidth({ labelColumns, bands }: TableForm): number {
  return labelColumns + Math.max(...bands.map(({ columns }) => columns.length));
}

/** The table as the form prints it, row by row, with the cells that it merges. */
export const printedGrid: (form: TableForm) => readonly (readonly GridCell[])[] = remembered((form) =>
  form.bands.flatMap((band) => [...headRows(form, band), ...band.rows.map((row, index) => dataRow(form, band, row, index))]),
);

function headRows(form: TableForm, band: BandForm): GridCell[][] {
  if (form.head !== undefined) return mergedHead(form.head, form.labelColumns);
  const width = gridWidth(form);
  const title: GridCell[][] = band.title === undefined ? [] : [[{ role: "columnGroup", text: band.title.text, columns: width, rows: 1 }]];
  const columns = spread(band, width - form.labelColumns).map(({ column, columns }): GridCell => ({ role: "column", text: column.label.text, columns, rows: 1, column }));
  return [...title, [{ role: "column", text: band.head?.text ?? "", columns: form.labelColumns, rows: 1 }, ...columns]];
}

/** Of a band with fewer columns than the table has the last one takes the rest, as the form merges it. */
function spread(band: BandForm, width: number): { readonly column: BandForm["columns"][number]; readonly columns: number }[] {
  const last = band.columns.length - 1;
  return band.columns.map((column, index) => ({ column, columns: index === last ? width - last : 1 }));
}

/** "" stands where a cell is merged into the one on its left, and below that one into the one above it. */
function mergedHead(head: readonly (readonly string[])[], labelColumns: number): GridCell[][] {
  const taken = new Set<string>();
  const isFree = (row: number, column: number): boolean => head[row]?.[column] === "" && !taken.has(`${row} ${column}`);
  return head.map((texts, row) =>
    texts.flatMap((text, column) => {
      if (text === "") return [];
      const columns = lengthOf((offset) => isFree(row, column + offset));
      const rows = lengthOf((offset) => range(columns).every((across) => isFree(row + offset, column + across)));
      for (const down of range(rows)) for (const across of range(columns)) taken.add(`${row + down} ${column + across}`);
      return [{ role: headRole(column < labelColumns, columns), text, columns, rows }];
    }),
  );
}

function headRole(isCorner: boolean, columns: number): CellRole {
  if (isCorner) return "note";
  return columns > 1 ? "columnGroup" : "column";
}

/** 1, and one more for each step that holds. */
function lengthOf(holds: (offset: number) => boolean): number {
  let length = 1;
  while (holds(length)) length++;
  return length;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function dataRow(form: TableForm, band: BandForm, row: RowForm, index: number): GridCell[] {
  const values = spread(band, gridWidth(form) - form.labelColumns).map(({ column, columns }): GridCell => ({ role: "value", text: "", columns, rows: 1, row, column }));
  return form.labelColumns === 0 ? values : [...groupCells(band, row, index), { role: "row", text: row.label.text, columns: form.labelColumns - row.groups.length, rows: 1, row }, ...values];
}

/** The labels of the groups that begin with this row, each as high as the group. */
function groupCells(band: BandForm, row: RowForm, index: number): GridCell[] {
  return row.groups.flatMap((text, level): GridCell[] => {
    const belongs = (other: RowForm | undefined): boolean => row.groups.slice(0, level + 1).every((group, above) => other?.groups[above] === group);
    if (belongs(band.rows[index - 1])) return [];
    return [{ role: "rowGroup", text, columns: 1, rows: lengthOf((offset) => belongs(band.rows[index + offset])) }];
  });
}
