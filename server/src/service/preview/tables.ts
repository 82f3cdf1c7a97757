import { cellText, shown, type BoundRow, type Cell as DraftCell, type Fact, type Pieces, type RowForm, type Span, type Table } from "../../core/index.js";
import type { Draft } from "../draft.js";
import { extentOf } from "./extent.js";
import { gridWidth, printedGrid, type GridCell } from "./grid.js";
import type { Cell, CellState, PlainTablePart, TablePart } from "./model.js";
import type { Mark } from "./prose.js";

/** A printed cell and where it stands in the draft, as far as it does. */
interface Placed {
  readonly printed: GridCell;
  readonly fact: Fact | undefined;
  readonly span: Span | undefined;
  readonly marks: number[];
}

/** An official table as the form prints it, with the draft's values and the findings at their cells. */
export function tablePart(draft: Draft, pieces: Pieces, marks: readonly Mark[]): TablePart {
  const [{ form, table }] = pieces;
  const places = placedCells(pieces);
  const loose = attach(marks, places.flat());
  return {
    kind: "table",
    key: form.key,
    name: form.name,
    labelColumns: form.labelColumns,
    columns: gridWidth(form),
    rows: places.map((row) => row.map((place) => cellOf(draft, place))),
    range: extentOf(draft, table.span),
    marks: loose,
  };
}

function placedCells(pieces: Pieces): Placed[][] {
  const bound = rowsOf(pieces);
  const others = otherLabels(pieces);
  return printedGrid(pieces[0].form).map((cells) =>
    cells.map((printed): Placed => {
      const { role, row, column } = printed;
      const found = row === undefined ? undefined : bound.get(row);
      if (role !== "value") return { printed, fact: undefined, span: row === undefined ? others(printed.text) : found?.label?.span, marks: [] };
      const fact = found?.facts.find((candidate) => candidate.column === column);
      return { printed, fact, span: fact?.span ?? found?.label?.span, marks: [] };
    }),
  );
}

/** By row of the form; each piece of table four has some cells of its only row. */
function rowsOf(pieces: Pieces): ReadonlyMap<RowForm, BoundRow> {
  const found = new Map<RowForm, BoundRow>();
  for (const row of pieces.flatMap(({ rows }) => rows)) {
    const before = found.get(row.form);
    found.set(row.form, before === undefined ? row : { ...before, facts: [...before.facts, ...row.facts] });
  }
  return found;
}

/** Heads of the draft by the words of the form; those that the form prints several times in the order of the draft. */
function otherLabels(pieces: Pieces): (text: string) => Span | undefined {
  const known = new Map<string, Span[]>();
  for (const { cell, expected, role } of pieces.flatMap(({ labels }) => labels)) {
    if (role !== "row") known.set(expected, [...(known.get(expected) ?? []), cell.span]);
  }
  return (text) => known.get(text)?.shift();
}

/** Gives each finding to the cell that it is about, or in whose words it stands. @returns the findings that no printed cell is about */
function attach(marks: readonly Mark[], places: readonly Placed[]): number[] {
  const inText = places.filter(({ fact, printed, span }) => span !== undefined && (fact !== undefined || printed.role !== "value"));
  return marks.flatMap(({ index, span }) => {
    const place = inText.find((candidate) => isSame(candidate.span, span)) ?? inText.find((candidate) => overlaps(candidate.span, span));
    place?.marks.push(index);
    return place === undefined ? [index] : [];
  });
}

function isSame(a: Span | undefined, b: Span): boolean {
  return a?.start === b.start && a.end === b.end;
}

function overlaps(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.start < b.end && b.start < a.end;
}

function cellOf(draft: Draft, { printed, fact, span, marks }: Placed): Cell {
  return {
    role: printed.role,
    text: printed.role === "value" ? textOf(fact) : printed.text,
    ...(printed.columns > 1 ? { columns: printed.columns } : {}),
    ...(printed.rows > 1 ? { rows: printed.rows } : {}),
    ...(printed.role === "value" ? { state: stateOf(fact) } : {}),
    ...(span === undefined ? {} : { range: extentOf(draft, span) }),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

function textOf(fact: Fact | undefined): string {
  return fact === undefined || fact.value.kind === "blank" ? "" : fact.value.raw;
}

const states: Readonly<Record<Fact["value"]["kind"], CellState>> = { blank: "open", placeholder: "open", number: "filled", text: "odd" };

function stateOf(fact: Fact | undefined): CellState {
  return fact === undefined ? "absent" : states[fact.value.kind];
}

/** A table that is none of the form's, or that a copy has thinned out: its rows as they stand in the draft, with the cells that it merges. */
export function plainTablePart(draft: Draft, table: Table, own: readonly (readonly DraftCell[])[], marks: readonly Mark[]): PlainTablePart {
  const placed = own.filter((cells) => cells.length > 0).map((cells) => cells.filter(({ isMerged }) => isMerged !== true).map((cell) => ({ cell, marks: [] as number[] })));
  const loose = marks.flatMap(({ index, span }) => {
    const place = placed.flat().find(({ cell }) => isSame(cell.span, span) || overlaps(cell.span, span));
    place?.marks.push(index);
    return place === undefined ? [index] : [];
  });
  const rows = placed.map((row, index) => row.map((place) => plainCell(draft, place.cell, placed.length - index, place.marks)));
  return { kind: "plainTable", rows, range: extentOf(draft, table.span), marks: loose };
}

/** @param left rows from this one to the end of the table, beyond which no cell reaches whatever its draft says */
function plainCell(draft: Draft, cell: DraftCell, left: number, marks: readonly number[]): Cell {
  const { columns, rows } = cell.merges ?? { columns: 1, rows: 1 };
  return {
    role: "value",
    text: shown(cellText(draft.analysis.report.text, cell)),
    ...(columns > 1 ? { columns } : {}),
    ...(Math.min(rows, left) > 1 ? { rows: Math.min(rows, left) } : {}),
    range: extentOf(draft, cell.span),
    ...(marks.length === 0 ? {} : { marks }),
  };
}
