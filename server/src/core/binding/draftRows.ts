// The rows of a draft's table before any form is laid over them.
import { labelUse } from "../forms/lexicon.js";
import { matchLabel, type FormIndex } from "./formIndex.js";
import type { Entry } from "./entries.js";
import { firmCost, nearness } from "./nearness.js";

/** A row as the spelling shows it, or as it was cut out of a stream of cells. */
export interface DraftRow {
  readonly entries: readonly Entry[];
  /** Places of the labels before the first value. */
  readonly labels: readonly number[];
  readonly hasValues: boolean;
}

/** What a row may be called: the text and the place behind which its values stand. */
export interface LabelReading {
  readonly folded: string;
  readonly at: number;
  readonly cost: number;
  /** Only the very words count: pieces put together, or the label before the last one. */
  readonly exactly: boolean;
}

export function draftRow(entries: readonly Entry[]): DraftRow {
  const first = entries.findIndex((entry) => entry.kind === "text");
  const labels: number[] = [];
  let hasValues = false;
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === "value") hasValues = true;
    if (entry.kind === "value" && at > first && first >= 0) break;
    if (entry.kind === "text") labels.push(at);
  }
  return { entries, labels, hasValues };
}

/** Cuts a stream of cells before each run of labels that follows a value, and behind a row's label that another label follows. */
export function rowsOfStream(index: FormIndex, stream: readonly Entry[]): DraftRow[] {
  const rows: DraftRow[] = [];
  let current: Entry[] = [];
  let values = 0;
  for (const read of stream) {
    const entry = standsForValue(index, current.at(-1), read) ? { ...read, kind: "value" as const } : read;
    if (entry.kind === "text" && (values > 0 ? endsBefore(index, current, values, entry) : isRowLabel(index, current.at(-1)) && isAnyLabel(index, entry))) {
      rows.push(draftRow(current));
      [current, values] = [[], 0];
    }
    if (entry.kind !== "text") values++;
    current.push(entry);
  }
  return [...rows, draftRow(current)];
}

/** A label begins the next row; any other text does once the row has all its values: before that it stands for one. */
function endsBefore(index: FormIndex, current: readonly Entry[], values: number, entry: Entry): boolean {
  return isAnyLabel(index, entry) || values >= widthOf(index, current);
}

/** Of this form, or of that of another year. */
export function isAnyLabel(index: FormIndex, entry: Entry | undefined): boolean {
  return entry === undefined ? false : matchLabel(index, entry.folded) !== undefined || labelUse(entry.folded) !== undefined;
}

function widthOf(index: FormIndex, current: readonly Entry[]): number {
  const label = current.findLast((entry) => entry.kind === "text");
  const costs = label === undefined ? [] : nearness(index, label.folded);
  const place = costs.findIndex((cost) => cost <= firmCost);
  return index.rows[place]?.band.columns.length ?? Number.POSITIVE_INFINITY;
}

/** 行政许可 and then 见附件 or 126（件）: behind a row's label what is no label is what its author took for the value. */
function standsForValue(index: FormIndex, before: Entry | undefined, entry: Entry): boolean {
  return entry.kind === "text" && isRowLabel(index, before) && !isAnyLabel(index, entry) && !nearness(index, entry.folded).some((cost) => cost <= firmCost);
}

function isRowLabel(index: FormIndex, entry: Entry | undefined): boolean {
  return entry !== undefined && index.exact.get(entry.folded)?.some((label) => label.role === "row") === true && !isHead(index, entry);
}

/** A column's head is never a row, however alike they read: 总计 and （七）总计. */
export function isHead(index: FormIndex, entry: Entry): boolean {
  const labels = index.exact.get(entry.folded);
  return labels !== undefined && labels.every((label) => label.role !== "row");
}
