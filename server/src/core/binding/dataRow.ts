// Table four has no row labels: where among its cells the numbers stand.
import type { Entry } from "./entries.js";

/** The row without labels below the heads. Blank rows and a row that numbers the columns (栏次 1 2 3 …) are passed over. */
export function dataRow(rows: readonly (readonly Entry[])[]): readonly Entry[] | undefined {
  const firstHead = rows.findIndex((row) => row.some((entry) => entry.kind === "text"));
  const below = rows.slice(firstHead + 1);
  const unlabelled = below.filter((row) => row.every((entry) => entry.kind !== "text") && !numbersColumns(row));
  return unlabelled.find((row) => row.some((entry) => entry.kind === "value")) ?? labelledData(below) ?? unlabelled[0];
}

/** 件数 | 1 | 0 | … */
function labelledData(rows: readonly (readonly Entry[])[]): readonly Entry[] | undefined {
  return rows.map((row) => row.slice(1)).find((values, i) => rows[i]?.[0]?.kind === "text" && values.every((entry) => entry.kind !== "text") && values.some((entry) => entry.kind === "value") && !numbersColumns(values));
}

/** 栏次 1 2 3 4 … */
export function numbersColumns(row: readonly Entry[]): boolean {
  return row.length > 3 && row.every((entry, i) => entry.raw === String(i + 1));
}

/** The values behind the last label of a stream of cells. */
export function trailingValues(stream: readonly Entry[]): readonly Entry[] | undefined {
  const lastLabel = stream.findLastIndex((entry) => entry.kind === "text");
  return lastLabel < 0 || lastLabel === stream.length - 1 ? undefined : stream.slice(lastLabel + 1);
}

