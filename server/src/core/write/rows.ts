// Single rows of a table, written into it and taken out of it, in the spelling that it has.
import type { BandForm, RowForm, TableForm } from "../forms/edition.js";
import type { Cell, Table } from "../syntax/nodes.js";
import type { Span } from "../text/span.js";
import { labelCells, lineGap, rowLines, type TableStyle } from "./table.js";

/** Blank rows behind `before`, each with the line end before it; undefined in a spelling whose layout one row would break. */
export function insertedRows(form: TableForm, band: BandForm, rows: readonly RowForm[], before: RowForm, style: TableStyle): string | undefined {
  const { spelling } = style;
  if (spelling === "html" || spelling === "spaces") return undefined;
  let { groups } = before;
  const gap = lineGap(style);
  const values = band.columns.map(() => "");
  const lines = rows.flatMap((row) => {
    const labels = labelCells(form, row, groups);
    groups = row.groups;
    return rowLines({ labels, values }, spelling, widthOf(form));
  });
  return lines.map((line) => gap + line).join("");
}

function widthOf({ labelColumns, bands }: TableForm): number {
  return labelColumns + Math.max(...bands.map((band) => band.columns.length));
}

/** End of the line in which the row's last cell stands. */
export function lineEndBehind(text: string, cells: readonly Cell[]): number | undefined {
  const last = cells.at(-1);
  if (last === undefined) return undefined;
  let end = last.span.end;
  while (end < text.length && text.charCodeAt(end) !== 0x0a && text.charCodeAt(end) !== 0x0d) end++;
  return end;
}

/** The lines of a row with their line ends; undefined where a line holds more than the row, or markup around it. */
export function linesOf(text: string, table: Table, cells: readonly Cell[]): Span | undefined {
  const [first] = cells;
  const behind = lineEndBehind(text, cells);
  if (first === undefined || behind === undefined || table.spelling === "html" || table.spelling === "spaces") return undefined;
  const start = Math.max(text.lastIndexOf("\n", first.span.start - 1), text.lastIndexOf("\r", first.span.start - 1)) + 1;
  let end = behind;
  if (text.charCodeAt(end) === 0x0d) end++;
  if (text.charCodeAt(end) === 0x0a) end++;
  return { start, end };
}
