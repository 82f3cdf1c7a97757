import type { Cell } from "./printed.js";

/**
 * How many rows at the top of a table are its head, to be printed again on each page. A head that comes back further down, as
 * in table two, belongs to its band alone.
 */
export function headRows(rows: readonly (readonly Cell[])[]): number {
  const isHead = (row: readonly Cell[]): boolean => row.every(({ role }) => role !== "value");
  const first = rows.findIndex((row) => !isHead(row));
  return first === -1 || rows.slice(first).some(isHead) ? 0 : first;
}
