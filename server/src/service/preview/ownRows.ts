// The rows of a table that is printed as it stands, also where its spelling does not show them.
import { cellText, isValueText, type BoundTable, type Cell } from "../../core/index.js";

/** Spellings in which a row of the tree is one of the table. */
const withRows = new Set<BoundTable["table"]["spelling"]>(["gfm", "pipe", "tabs", "html", "spaces"]);

/** Of a stream of cells the rows that the form knows; between them a row begins with the words behind numbers. */
export function ownRows(text: string, { table, alignment }: BoundTable): readonly (readonly Cell[])[] {
  if (withRows.has(table.spelling)) return table.rows.map(({ cells }) => cells);
  const known = alignment.filter(({ form }) => form !== undefined);
  const starts = new Set(known.flatMap(({ cells }) => cells.slice(0, 1)));
  const ends = new Set(known.flatMap(({ cells }) => cells.slice(-1)));
  const inside = new Set(known.flatMap(({ cells }) => cells.slice(1)));
  const rows: Cell[][] = [];
  let before: Cell | undefined;
  for (const cell of table.rows.flatMap(({ cells }) => cells)) {
    const begins = before === undefined || starts.has(cell) || ends.has(before) || (!inside.has(cell) && isWords(text, cell) && !isWords(text, before));
    if (begins) rows.push([cell]);
    else rows.at(-1)?.push(cell);
    before = cell;
  }
  return rows;
}

function isWords(text: string, cell: Cell): boolean {
  const words = cellText(text, cell);
  return words !== "" && !isValueText(words);
}
