// The columns of numbers of a table set in columns: where they stand, as far as its full rows and its heads tell.
import { labelUse } from "../../forms/lexicon.js";
import type { Label } from "./labels.js";
import type { Token } from "./tokens.js";

export interface Column {
  readonly left: number;
  readonly right: number;
}

/** The values of one line. */
export type Values = readonly Token[];

/** Numbers that a full row has: the most that two rows have, or the only row that has as many. */
export function fullWidth(rows: readonly Values[]): number {
  const counts = rows.map((row) => row.length).sort((a, b) => b - a);
  const [most, second] = counts;
  if (most === undefined) return 0;
  return second === undefined || second === most || most - second > 2 ? most : mostCommon(counts, most);
}

/** A single row that is one or two numbers wider than all others is damaged, unless the others are too few to say so. */
function mostCommon(counts: readonly number[], most: number): number {
  const second = counts[1] ?? most;
  return counts.filter((count) => count === second).length >= 4 ? second : most;
}

/**
 * Columns from the rows that fill them all, and from heads (自然人, 总计) that stand over none of them: there all cells are
 * blank. `firstLeft` is where labels end, so that a label is not taken for a head.
 */
export function columnsOf(rows: readonly Values[], width: number, heads: readonly Label[], firstLeft: number): Column[] {
  const full = rows.filter((row) => row.length === width);
  const columns: Column[] = Array.from({ length: full.length === 0 ? 0 : width }, (_, i) => hull(full.flatMap((row) => row[i] ?? [])));
  for (const head of heads) {
    if (labelUse(head.folded)?.role !== "column" || head.left < firstLeft || columns.some((column) => overlap(head, column) > 0)) continue;
    columns.push({ left: head.left, right: head.right });
  }
  return columns.sort((a, b) => a.left - b.left);
}

function hull(tokens: readonly Token[]): Column {
  return tokens.reduce<Column>(({ left, right }, token) => ({ left: Math.min(left, token.left), right: Math.max(right, token.right) }), { left: Infinity, right: -Infinity });
}

/** How much wider the columns are than their numbers need: the measure by which the page was set has the least. */
export function looseness(rows: readonly Values[]): number {
  const width = fullWidth(rows);
  const full = rows.filter((row) => row.length === width);
  return columnsOf(full, width, [], 0).reduce((sum, column, i) => sum + (column.right - column.left) - widest(full, i), 0);
}

function widest(rows: readonly Values[], place: number): number {
  return rows.reduce((most, row) => Math.max(most, (row[place]?.right ?? 0) - (row[place]?.left ?? 0)), -Infinity);
}

/**
 * The column of each token, in order; undefined where two would share one, where one stands between two, and where the
 * columns run into each other, as they do if two pages are set differently.
 */
export function placesOf(tokens: readonly Column[], columns: readonly Column[]): number[] | undefined {
  if (tokens.length === columns.length) return tokens.map((_, i) => i);
  if (columns.some((column, i) => column.left < (columns[i - 1]?.right ?? 0))) return undefined;
  const places: number[] = [];
  for (const token of tokens) {
    const place = nearest(token, columns);
    if (place === undefined || place <= (places.at(-1) ?? -1)) return undefined;
    places.push(place);
  }
  return places;
}

/** The column that a token shares most with, or the next one, if it is not as far from the one beside it. */
export function nearest(token: Column, columns: readonly Column[]): number | undefined {
  let best: number | undefined;
  let [most, second] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  columns.forEach((column, i) => {
    const shared = overlap(token, column);
    if (shared > most) [best, second, most] = [i, most, shared];
    else second = Math.max(second, shared);
  });
  return most > 0 || most > 2 * second + 1 ? best : undefined;
}

/** Columns that both take; below zero the gap between them. */
export function overlap(a: Column, b: Column): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}
