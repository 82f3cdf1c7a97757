import { remembered, type Block, type BoundLabel, type BoundTable, type Cell, type Fact, type Report, type Row, type Section, type Span, type Table } from "../core/index.js";

/** A cell of a table of the draft, with all that the report knows about it. */
export interface PlaceInTable {
  readonly table: Table;
  readonly row: Row;
  readonly cell: Cell;
  readonly bound: BoundTable | undefined;
  readonly fact: Fact | undefined;
  readonly label: BoundLabel | undefined;
}

/** The cell that an offset stands in: between its pipes where it has some, on its line where it has one of its own. */
export function placeInTable(report: Report, offset: number): PlaceInTable | undefined {
  const table = blockAt(report, offset);
  if (table?.kind !== "table") return undefined;
  const index = indexOf(report);
  const entry = cellAt(report.text, index.cells(table), offset);
  if (entry === undefined) return undefined;
  const { start, end } = entry.cell.span;
  const key = `${start}-${end}`;
  return { table, ...entry, bound: index.tables.get(table), fact: index.facts.get(key), label: index.labels.get(key) };
}

/** The block that holds an offset. Blocks tile the text, so there is one unless the text is empty. */
export function blockAt({ tree }: Report, offset: number): Block | undefined {
  const at = lastBefore(tree.blocks, offset, ({ span }) => span.start);
  return at === undefined ? undefined : tree.blocks[at];
}

/** The chapter that an offset lies in; neither its preamble nor its signature belongs to one. */
export function sectionAt({ sections }: Report, offset: number): Section | undefined {
  const at = lastBefore(sections, offset, ({ span }) => span.start);
  const section = at === undefined ? undefined : sections[at];
  return section !== undefined && offset <= section.span.end ? section : undefined;
}

interface CellEntry {
  readonly row: Row;
  readonly cell: Cell;
}

/** Where the parts of the tables stand, computed once for a report. */
interface Index {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly labels: ReadonlyMap<string, BoundLabel>;
  readonly tables: ReadonlyMap<Table, BoundTable>;
  readonly cells: (table: Table) => readonly CellEntry[];
}

const indexOf: (report: Report) => Index = remembered(({ tables }) => ({
  facts: new Map(tables.flatMap(({ rows }) => rows).flatMap(({ facts }) => facts).map((fact) => [`${fact.span.start}-${fact.span.end}`, fact])),
  labels: new Map(tables.flatMap(({ labels }) => labels).map((label) => [`${label.cell.span.start}-${label.cell.span.end}`, label])),
  tables: new Map(tables.map((bound) => [bound.table, bound])),
  cells: remembered((table: Table) => table.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })))),
}));

function cellAt(text: string, cells: readonly CellEntry[], offset: number): CellEntry | undefined {
  const at = lastBefore(cells, offset, ({ cell }) => cell.span.start);
  const [before, after] = at === undefined ? [undefined, cells[0]] : [cells[at], cells[at + 1]];
  if (before !== undefined && isOnePiece(text, before.cell.span.end, offset)) return before;
  return after !== undefined && isOnePiece(text, offset, after.cell.span.start) ? after : undefined;
}

/** Whether nothing that parts two cells stands between the offsets. */
function isOnePiece(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/[|\t\r\n]/.test(text.charAt(at))) return false;
  return true;
}

/** Index of the last item that starts at or before the offset, by halves. */
export function lastBefore<Item>(items: readonly Item[], offset: number, start: (item: Item) => number): number | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && start(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? undefined : low - 1;
}

/** The cells of all tables that a stretch of the text has something of, if only one character. */
export function cellsWithin(report: Report, { start, end }: Span): Cell[] {
  const index = indexOf(report);
  return report.tree.blocks.flatMap((block) => {
    if (block.kind !== "table" || block.span.end <= start || end <= block.span.start) return [];
    return index.cells(block).flatMap(({ cell }) => (cell.span.start < end && start < cell.span.end ? [cell] : []));
  });
}
