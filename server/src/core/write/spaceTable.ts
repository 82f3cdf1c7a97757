import type { TableForm } from "../forms/edition.js";
import { displayWidth } from "../text/displayWidth.js";
import type { PrintedRow } from "./table.js";

const gap = 2;

/** A row a line, set in columns with blanks as on a screen that gives an ideograph two; numbers end where their column ends. */
export function writeSpaceTable(form: TableForm, rows: readonly PrintedRow[]): string[] {
  const starts = columnStarts(form, rows);
  return rows.map((row) => writeRow(form, row, starts));
}

/** Where each column begins: behind every cell that ends before it. A merged label reaches over the columns to its right. */
function columnStarts(form: TableForm, rows: readonly PrintedRow[]): number[] {
  const width = Math.max(...rows.map((row) => row.labels.length + row.values.length));
  const starts = [0];
  for (let column = 1; column <= width; column++) {
    const ends = rows.flatMap((row) => lastBefore(form, row, column)).map(({ at, text }) => (starts[at] ?? 0) + displayWidth(text) + gap);
    starts.push(Math.max(starts[column - 1] ?? 0, ...ends));
  }
  return starts;
}

/** The cell of a row that ends where `column` begins. */
function lastBefore(form: TableForm, row: PrintedRow, column: number): { readonly at: number; readonly text: string }[] {
  const cells = [...row.labels, ...row.values];
  const isMergedInto = column < form.labelColumns && (cells[column] ?? "") === "";
  const at = cells.slice(0, column).findLastIndex((text) => text !== "");
  const text = cells[at];
  if (text === undefined || isMergedInto || isGroupHead(form, row, at, column)) return [];
  return [{ at, text }];
}

/** 法人或其他组织 stands over five columns and needs no room of its own in the first. */
function isGroupHead(form: TableForm, row: PrintedRow, at: number, column: number): boolean {
  const cells = [...row.labels, ...row.values];
  return at >= form.labelColumns && row.values.length === 0 && column < cells.length && cells[column] === "";
}

function writeRow(form: TableForm, row: PrintedRow, starts: readonly number[]): string {
  let line = "";
  let width = 0;
  [...row.labels, ...row.values].forEach((text, column) => {
    if (text === "") return;
    const isNumber = column >= row.labels.length || (column >= form.labelColumns && row.values.length === 0);
    const room = (starts[column + 1] ?? 0) - gap - displayWidth(text);
    const start = isNumber ? Math.max(starts[column] ?? 0, room) : (starts[column] ?? 0);
    line += " ".repeat(Math.max(0, start - width)) + text;
    width = Math.max(width, start) + displayWidth(text);
  });
  return line;
}
