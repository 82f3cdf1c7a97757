import type { BandForm, ColumnForm, LabelForm, RowForm, TableForm } from "../forms/edition.js";
import { labelCore, labelNumber } from "../forms/label.js";
import { labelUse } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import { haveLikeLengths, similarity } from "../text/similarity.js";

export type LabelRole = "row" | "column" | "caption" | "band";

/** One printed label of a form, ready to be compared. */
export interface FormLabel {
  readonly role: LabelRole;
  readonly text: string;
  readonly folded: string;
  readonly core: string;
  readonly row: { readonly form: RowForm; readonly band: BandForm } | undefined;
  readonly column: ColumnForm | undefined;
}

/** A printed label of a draft and what it was taken for. */
export interface LabelMatch {
  readonly label: FormLabel;
  readonly isExact: boolean;
}

/** The labels of one table form. */
export interface FormIndex {
  readonly labels: readonly FormLabel[];
  readonly exact: ReadonlyMap<string, readonly FormLabel[]>;
  /** What the table's labels were taken for; the same few labels come back on every keystroke. */
  readonly memory: Map<string, LabelMatch | undefined>;
}

/** A label misspelt in one or two characters stays above this, two different labels of one table below it. */
const similarEnough = 0.59;
/** What is longer is prose and is not kept. */
const longestLabel = 60;
/** Keeps the memory of misspelt labels from growing for ever in a long session. */
const memoryLimit = 2000;

export const formIndex: (form: TableForm) => FormIndex = remembered(buildIndex);

function buildIndex(form: TableForm): FormIndex {
  const labels: FormLabel[] = [];
  const exact = new Map<string, FormLabel[]>();
  const add = (label: LabelForm, role: LabelRole, owner: Partial<Pick<FormLabel, "row" | "column">> = {}): void => {
    for (const text of [label.text, ...(label.aliases ?? [])]) {
      const folded = fold(text);
      const entry: FormLabel = { role, text: label.text, folded, core: labelCore(folded), row: owner.row, column: owner.column };
      labels.push(entry);
      exact.set(folded, [...(exact.get(folded) ?? []), entry]);
    }
  };
  for (const band of form.bands) {
    for (const row of form.labelColumns > 0 ? band.rows : []) add(row.label, "row", { row: { form: row, band } });
    for (const column of band.columns) add(column.label, "column", { column });
    if (band.title !== undefined) add(band.title, "band");
    if (band.head !== undefined) add(band.head, "caption");
  }
  for (const caption of form.captions) add(caption, "caption");
  return { labels, exact, memory: new Map() };
}

/** What a printed label is, with `role` preferred where two labels read alike (其他 is a column and, with its number, a row). */
export function matchLabel(index: FormIndex, folded: string, role?: LabelRole): LabelMatch | undefined {
  const key = `${role ?? ""}|${folded}`;
  if (index.memory.has(key)) return index.memory.get(key);
  const match = exactMatch(index, folded, role) ?? coreMatch(index, folded, role) ?? similarMatch(index, folded, role);
  if (folded.length > longestLabel) return match;
  if (index.memory.size > memoryLimit) index.memory.clear();
  index.memory.set(key, match);
  return match;
}

function exactMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const labels = index.exact.get(folded);
  const label = role === undefined ? labels?.[0] : labels?.find((candidate) => candidate.role === role);
  return label === undefined ? undefined : { label, isExact: true };
}

/** Same words: a missing number or other punctuation is no fault, a wrong or emptied number is. */
function coreMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const core = labelCore(folded);
  if (core === "") return undefined;
  const number = labelNumber(folded);
  const same = index.labels.filter((label) => label.core === core && (role === undefined || label.role === role));
  const numbered = same.find((label) => number !== undefined && labelNumber(label.folded) === number);
  const label = numbered ?? same.find((candidate) => (number === undefined) === (labelNumber(candidate.folded) === undefined)) ?? same[0];
  if (label === undefined) return undefined;
  return { label, isExact: number === undefined || number === labelNumber(label.folded) };
}

/** A label of another edition is no misspelling, and where two labels are equally near nothing is said. */
function similarMatch(index: FormIndex, folded: string, role: LabelRole | undefined): LabelMatch | undefined {
  const core = labelCore(folded);
  if (core.length < 3 || core.length > longestLabel || labelUse(folded) !== undefined) return undefined;
  let best: FormLabel | undefined;
  let highest = similarEnough;
  let isTied = false;
  for (const label of index.labels) {
    if ((role !== undefined && label.role !== role) || !haveLikeLengths(label.core, core)) continue;
    const score = similarity(label.core, core);
    if (score < highest) continue;
    isTied = score === highest && best !== undefined && best.text !== label.text;
    [best, highest] = [label, score];
  }
  return best === undefined || isTied ? undefined : { label: best, isExact: false };
}
