import { cellText, type Cell, type Table } from "../syntax/nodes.js";
import { labelWords } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { isValueText } from "../text/valueText.js";

/** A cell and what can be said of it without knowing the form. `folded` is "" for values and blanks, a label without its note. */
export interface Entry {
  readonly cell: Cell;
  readonly raw: string;
  readonly kind: "value" | "blank" | "text";
  readonly folded: string;
}

/** The rows of a table as entries. In spellings that do not show rows this is one row with everything in it. */
export function entriesOf(text: string, table: Table): Entry[][] {
  const rows = table.rows.map((row) => row.cells.map((cell) => entryOf(text, cell)));
  return showsRows(table) ? rows : [rows.flat()];
}

export function showsRows(table: Table): boolean {
  return table.spelling !== "cellPipe" && table.spelling !== "alternate" && table.spelling !== "lines";
}

function entryOf(text: string, cell: Cell): Entry {
  const raw = cellText(text, cell);
  if (raw === "") return { cell, raw, kind: "blank", folded: "" };
  return isValueText(raw) ? { cell, raw, kind: "value", folded: "" } : { cell, raw, kind: "text", folded: labelWords(fold(raw)) };
}
