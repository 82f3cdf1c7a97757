import type { Entry } from "./entries.js";

/**
 * Puts the cells behind a row label into `width` columns, or says that it cannot be known (`undefined`). A web copy may
 * have dropped the blanks and padded the row at its end; then a number's column is gone and is never guessed.
 */
export function placeValues(values: readonly Entry[], width: number, padsAtEnd = false): readonly Entry[] | undefined {
  const filled = values.filter((entry) => entry.kind !== "blank").length;
  if (values.length === width) return values;
  if (filled === 0) return values.length > width ? values.slice(0, width) : undefined;
  if (values.length < width || filled > width) return undefined;
  if (filled === width) return together(values, width);
  if (padsAtEnd && values.slice(width).every(isBlank)) return values.slice(0, width);
  return paddedAtEnd(values, width) ?? paddedAtStart(values, width);
}

/** The values of one row, and how many columns it should have. */
export interface RowValues {
  readonly values: readonly Entry[];
  readonly width: number;
}

/** So many rows that could as well be moved by a column show the same only where they are filled up. */
const enoughRows = 3;

/**
 * Whether the rows of a table are filled up with blanks behind their last column, and blanks before a number are kept: then the
 * first cell behind a label is that of the first column in every row. A row shows it whose last number stands in the last
 * column though cells follow; one whose numbers reach beyond it shows that it is otherwise.
 */
export function padsAtEnd(rows: readonly RowValues[]): boolean {
  let certain = 0;
  let likely = 0;
  let keepsBlanks = false;
  for (const { values, width } of rows) {
    const last = values.findLastIndex((entry) => !isBlank(entry));
    if (last >= width) return false;
    if (last < width - 1) continue;
    if (values.length > width && values[0]?.kind !== "blank") certain++;
    else if (values.length > width) likely++;
    keepsBlanks ||= values.slice(0, last).some(isBlank);
  }
  return (certain > 0 || likely >= enoughRows) && keepsBlanks;
}

/** All columns are filled; blanks before and behind are merged label cells, of this row and of the next. */
function together(values: readonly Entry[], width: number): readonly Entry[] | undefined {
  const first = values.findIndex((entry) => !isBlank(entry));
  const row = values.slice(first, first + width);
  return row.some(isBlank) ? undefined : row;
}

/** First and last column are filled and only blanks follow: they are padding, and the blanks between are blanks. */
function paddedAtEnd(values: readonly Entry[], width: number): readonly Entry[] | undefined {
  const [first, last] = [values[0], values[width - 1]];
  if (first === undefined || last === undefined || isBlank(first) || isBlank(last)) return undefined;
  return values.slice(width).every(isBlank) ? values.slice(0, width) : undefined;
}

/** Blank label cells stand between the label and the values: the label columns of the form are merged in print. */
function paddedAtStart(values: readonly Entry[], width: number): readonly Entry[] | undefined {
  const last = values.at(-1);
  const extra = values.length - width;
  return last !== undefined && last.kind !== "blank" && values.slice(0, extra).every(isBlank) ? values.slice(extra) : undefined;
}

function isBlank(entry: Entry): boolean {
  return entry.kind === "blank";
}
