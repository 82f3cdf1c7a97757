import type { BandForm, ColumnForm, LabelForm, RowForm, TableForm } from "../forms/edition.js";
import { foldedLabel, labelCore, labelNumber, withoutYear } from "../forms/label.js";
import { editions } from "../forms/editions.js";
import { isLabelRun, labelUse } from "../forms/lexicon.js";
import { remembered } from "../text/remembered.js";
import { haveLikeLengths, similarity } from "../text/similarity.js";

const roles = ["row", "column", "caption", "band"] as const;
export type LabelRole = (typeof roles)[number];

/** One printed label of a form, ready to be compared. */
export interface FormLabel {
  readonly role: LabelRole;
  readonly text: string;
  readonly folded: string;
  readonly column: ColumnForm | undefined;
}

/** A row of the form with its place among all rows of the table, the bands one after the other. */
export interface FormRow {
  readonly place: number;
  readonly form: RowForm;
  readonly band: BandForm;
  readonly labels: readonly FormLabel[];
}

/** A printed label of a draft and what it was taken for. */
export interface LabelMatch {
  readonly label: FormLabel;
  readonly isExact: boolean;
}

/** The labels of one table form. */
export interface FormIndex {
  readonly labels: readonly FormLabel[];
  readonly rows: readonly FormRow[];
  readonly exact: ReadonlyMap<string, readonly FormLabel[]>;
  /** What another edition calls a row or a column that both have: 规范性文件 for 行政规范性文件. */
  readonly namesakes: ReadonlyMap<string, FormLabel>;
  /** Place of the only row with this very label. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** What the table's labels were taken for, by the role asked for; the same few labels come back on every keystroke. */
  readonly memory: ReadonlyMap<LabelRole | "any", Map<string, LabelMatch | undefined>>;
  /** How near a printed label is to each row; kept for the same reason. */
  readonly nearness: Map<string, readonly number[]>;
}

/** A label misspelt in one or two characters stays above this, two different labels of one table below it. */
export const similarEnough = 0.59;
/** What is longer is prose and is not kept. */
const longestLabel = 60;
/** Keeps the memory of misspelt labels from growing for ever in a long session. */
const memoryLimit = 2000;

export const formIndex: (form: TableForm) => FormIndex = remembered(buildIndex);

function buildIndex(form: TableForm): FormIndex {
  const rows = form.labelColumns === 0 ? [] : form.bands.flatMap((band) => band.rows.map((row) => ({ band, form: row, labels: printed(row.label, "row") })));
  const labels = [...rows.flatMap((row) => row.labels), ...form.bands.flatMap(headLabels), ...form.captions.flatMap((caption) => printed(caption, "caption"))];
  const exact = new Map<string, FormLabel[]>();
  for (const label of labels) exact.set(label.folded, [...(exact.get(label.folded) ?? []), label]);
  return { labels, rows: rows.map((row, place) => ({ ...row, place })), exact, namesakes: namesakesOf(form, exact), placeOf: uniquePlaces(rows, exact), memory: new Map([...roles, "any" as const].map((role) => [role, new Map()])), nearness: new Map() };
}

function uniquePlaces(rows: readonly Omit<FormRow, "place">[], exact: ReadonlyMap<string, readonly FormLabel[]>): Map<string, number> {
  return new Map(rows.flatMap((row, place) => row.labels.filter(({ folded }) => exact.get(folded)?.length === 1).map(({ folded }) => [folded, place] as const)));
}

function namesakesOf(form: TableForm, exact: ReadonlyMap<string, unknown>): Map<string, FormLabel> {
  const found = new Map<string, FormLabel>();
  const add = (theirs: LabelForm, own: LabelForm, role: LabelRole, column?: ColumnForm): void => {
    const folded = foldedLabel(theirs.text);
    if (!exact.has(folded)) found.set(folded, { role, text: own.text, folded: foldedLabel(own.text), column });
  };
  for (const other of editions.flatMap(({ tables }) => tables)) {
    if (other === form || other.key !== form.key || form.labelColumns === 0) continue;
    for (const band of form.bands) {
      for (const row of band.rows) {
        const theirs = other.bands.find(({ rows }) => rows.some(({ key }) => key === row.key));
        for (const { key, label } of theirs?.rows ?? []) if (key === row.key) add(label, row.label, "row");
        for (const column of band.columns) for (const { key, label } of theirs?.columns ?? []) if (key === column.key) add(label, column.label, "column", column);
      }
    }
  }
  return found;
}

function headLabels(band: BandForm): FormLabel[] {
  return [
    ...band.columns.flatMap((column) => printed(column.label, "column", column)),
    ...(band.title === undefined ? [] : printed(band.title, "band")),
    ...(band.head === undefined ? [] : printed(band.head, "caption")),
  ];
}

function printed(label: LabelForm, role: LabelRole, column?: ColumnForm): FormLabel[] {
  return [label.text, ...(label.aliases ?? [])].map((text) => ({ role, text: label.text, folded: foldedLabel(text), column }));
}

/** A label without its number: asked for only where a draft does not have the very label. */
export const coreOf: (label: FormLabel) => string = remembered(({ folded }) => labelCore(folded));

/** What a printed label is, with `role` preferred where two labels read alike (其他 is a column and, with its number, a row). */
export function matchLabel(index: FormIndex, folded: string, role?: LabelRole): LabelMatch | undefined {
  const memory = index.memory.get(role ?? "any");
  const known = memory?.get(folded);
  if (known !== undefined || memory?.has(folded) === true) return known;
  const match = exactMatch(index, folded, role) ?? exactMatch(index, withoutYear(folded), role) ?? coreMatch(index, folded, role) ?? namesakeMatch(index, folded, role) ?? similarMatch(index, folded, role);
  if (memory !== undefined) keep(memory, folded, match);
  return match;
}

export function keep<Value>(memory: Map<string, Value>, folded: string, value: Value): void {
  if (folded.length > longestLabel) return;
  if (memory.size > memoryLimit) memory.clear();
  memory.set(folded, value);
}

function exactMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const labels = index.exact.get(folded);
  const label = role === undefined ? labels?.[0] : labels?.find((candidate) => candidate.role === role);
  return label === undefined ? undefined : { label, isExact: true };
}

/** Whether it is a label but for its number and punctuation: 予以公开. */
export function hasSameWords(index: FormIndex, folded: string): boolean {
  return folded.length <= longestLabel && matchLabel(index, folded)?.isExact === true;
}

/** Same words: a missing number or other punctuation is no fault, a wrong or emptied number is. */
function coreMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const core = labelCore(folded);
  if (core === "") return undefined;
  const number = labelNumber(folded);
  const same = index.labels.filter((label) => coreOf(label) === core && (role === undefined || label.role === role));
  const numbered = same.find((label) => number !== undefined && labelNumber(label.folded) === number);
  const label = numbered ?? same.find((candidate) => (number === undefined) === (labelNumber(candidate.folded) === undefined)) ?? same[0];
  if (label === undefined) return undefined;
  return { label, isExact: number === undefined || number === labelNumber(label.folded) };
}

function namesakeMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const label = index.namesakes.get(folded);
  return label === undefined || (role !== undefined && label.role !== role) ? undefined : { label, isExact: false };
}

/** A label of another edition is no misspelling, nor are several run together, and where two labels are equally near nothing is said. */
function similarMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const core = labelCore(folded);
  if (core.length < 3 || core.length > longestLabel || labelUse(folded) !== undefined || isLabelRun(folded)) return undefined;
  let best: FormLabel | undefined;
  let highest = similarEnough;
  let isTied = false;
  for (const label of index.labels) {
    if ((role !== undefined && label.role !== role) || !haveLikeLengths(coreOf(label), core)) continue;
    const score = similarity(core, coreOf(label));
    if (score < highest) continue;
    isTied = score === highest && best !== undefined && best.text !== label.text;
    [best, highest] = [label, score];
  }
  return best === undefined || isTied ? undefined : { label: best, isExact: false };
}
