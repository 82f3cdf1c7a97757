// Single rows of a table, written into it and taken out of it, in the spelling that it has.
import type { BandForm, RowForm, TableForm } from "../forms/edition.js";
import type { Cell, Table } from "../syntax/nodes.js";
import type { Span } from "../text/span.js";
import { labelCells, type TableStyle } from "./table.js";

/** Blank rows behind `before`, each with the line end before it; undefined in a spelling whose layout one row would break. */
export function insertedRows(form: TableForm, band: BandForm, rows: readonly RowForm[], before: RowForm, style: TableStyle): string | undefined {
  if (style.spelling === "html" || style.spelling === "spaces") return undefined;
  let groups = before.groups;
  const gap = style.spelling === "lines" && style.isSpaced ? style.lineEnd + style.lineEnd : style.lineEnd;
  return rows
    .map((row) => {
      const labels = labelCells(form, row, groups);
      groups = row.groups;
      return gap + blankRow(labels, band.columns.length, widthOf(form), style);
    })
    .join("");
}

/** What stands for a blank where a line that holds nothing would be none. */
const lostBlank = "—";

function blankRow(labels: readonly string[], values: number, width: number, { spelling, lineEnd, isSpaced }: TableStyle): string {
  const printed = labels.filter((label) => label !== "");
  const blanks = Array.from({ length: values }, () => "");
  const grid = [...labels, ...Array.from({ length: width - labels.length }, () => "")];
  switch (spelling) {
    case "gfm":
      return `| ${grid.join(" | ")} |`;
    case "tabs":
      return grid.join("\t");
    case "pipe":
      return `${[...printed, ...blanks].join(" | ")} |`;
    case "cellPipe":
      return [...printed.map((label) => `${label} |`), ...blanks.map(() => "|")].join(lineEnd);
    case "alternate":
      return [...printed.flatMap((label) => [label, "|"]), ...blanks.map(() => "|")].join(lineEnd);
    default:
      return [...printed, ...blanks.map(() => lostBlank)].join(isSpaced ? lineEnd + lineEnd : lineEnd);
  }
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
