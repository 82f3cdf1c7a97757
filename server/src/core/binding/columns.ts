// Which columns a table's head says it has, and in which order its numbers then stand.
import type { BandForm, ColumnForm, TableForm } from "../forms/edition.js";
import { foldedLabel } from "../forms/label.js";
import { isLabelPiece, labelUse } from "../forms/lexicon.js";
import { remembered } from "../text/remembered.js";
import { align, type Step } from "./align.js";
import type { Entry } from "./entries.js";
import { matchLabel, type FormIndex } from "./formIndex.js";

/** What the values of a row are, from left to right: a column of the form, or undefined for one that the form does not have. */
export interface ColumnLayout {
  readonly slots: readonly (ColumnForm | undefined)[];
  readonly missing: readonly ColumnForm[];
  readonly extra: readonly Entry[];
  /** Columns that stand before others than the form has them, with the heads that say so. */
  readonly moved: readonly { readonly column: ColumnForm; readonly entry: Entry }[];
  /** The head before which the missing columns belong, or the last one. */
  readonly near: Entry | undefined;
}

/** A label of the printed head; `column` is the one that it stands directly over. */
interface HeadLabel {
  readonly folded: string;
  readonly column: ColumnForm | undefined;
}

/**
 * A head in which labels are cut or lost says nothing certain about columns: undefined, as where all is as it should be.
 * @param isInOrder whether the heads come as they stand from left to right; not so in a page whose lines are parts of several heads
 */
export function layoutOf(index: FormIndex, form: TableForm, band: BandForm, head: readonly Entry[], isInOrder: boolean): ColumnLayout | undefined {
  const tokens = joined(index, head);
  const orders = headOrders(form).get(band) ?? [];
  if (orders.some((labels) => isJustThis(labels, tokens))) return undefined;
  const other = otherColumns(index, form, band, tokens);
  if (other !== undefined) return other;
  const readings = orders.map((labels) => ({ labels, steps: align(tokens.length, labels.length, (token, label) => costOf(index, tokens[token]?.folded ?? "", labels[label]?.folded ?? "")) }));
  const [nearest] = readings.sort((a, b) => gapsIn(a.steps) - gapsIn(b.steps));
  if (nearest === undefined || gapsIn(nearest.steps) === 0) return undefined;
  return layoutIn(index, band, tokens, nearest.labels, nearest.steps) ?? (isInOrder ? inOtherOrder(form, band, tokens) : undefined);
}

/** In a head of one line, with labels of another edition in it: those are other columns, whatever their places. */
function otherColumns(index: FormIndex, form: TableForm, band: BandForm, tokens: readonly Token[]): ColumnLayout | undefined {
  if (form.head !== undefined) return undefined;
  const columns = tokens.flatMap((token): { readonly token: Token; readonly column: ColumnForm | undefined }[] => {
    const match = matchLabel(index, token.folded, "column");
    const use = labelUse(token.folded);
    if (match === undefined) return use?.role === "column" ? [{ token, column: undefined }] : [];
    return match.label.column === undefined ? [] : [{ token, column: match.label.column }];
  });
  const slots = columns.map(({ column }) => (column === undefined || !band.columns.includes(column) ? undefined : column));
  if (columns.every(({ column }) => column !== undefined)) return undefined;
  const extra = columns.flatMap(({ token, column }) => (column === undefined ? token.entries.slice(-1) : []));
  return { slots, missing: band.columns.filter((column) => !slots.includes(column)), extra, moved: [], near: tokens.at(-1)?.entries[0] };
}

/**
 * All columns are there, each once, but not in the form's order: 总计 | 自然人 | 法人或其他组织 over 商业企业 | …. What stands under a label
 * of several columns stands at its place.
 */
function inOtherOrder(form: TableForm, band: BandForm, tokens: readonly Token[]): ColumnLayout | undefined {
  if (new Set(band.columns.map(({ label }) => label.text)).size !== band.columns.length) return undefined;
  const groups = groupsIn(form, band);
  const found = tokens.flatMap((token) => {
    const column = band.columns.find(({ label }) => foldedLabel(label.text) === token.folded);
    return column === undefined ? [] : [{ column, token }];
  });
  if (found.length !== band.columns.length || new Set(found.map(({ column }) => column)).size !== found.length) return undefined;
  const inGroup = (group: string | undefined): typeof found => found.filter(({ column }) => groups.get(column) === group);
  const printed = new Set(tokens.map(({ folded }) => folded));
  const ordered = tokens.flatMap((token) => {
    const own = found.find((candidate) => candidate.token === token);
    if (own === undefined) return inGroup(token.folded);
    const group = groups.get(own.column);
    return group !== undefined && printed.has(group) ? [] : [own];
  });
  const slots = ordered.map(({ column }) => column);
  if (slots.length !== band.columns.length || slots.every((column, i) => column === band.columns[i])) return undefined;
  return { slots, missing: [], extra: [], moved: movedIn(band, ordered), near: undefined };
}

/** The label over several columns, folded, by column: 法人或其他组织 over 商业企业. */
function groupsIn({ head, labelColumns }: TableForm, { columns }: BandForm): Map<ColumnForm, string> {
  const found = new Map<ColumnForm, string>();
  for (const line of head ?? []) {
    let group = "";
    for (const [i, column] of columns.entries()) {
      const text = line[labelColumns + i] ?? "";
      if (text === column.label.text) group = "";
      else if (text !== "" && i > 0) group = foldedLabel(text);
      if (group !== "") found.set(column, group);
    }
  }
  return found;
}

/** The fewest columns whose going elsewhere makes the order the form's. */
function movedIn({ columns }: BandForm, ordered: readonly { readonly column: ColumnForm; readonly token: Token }[]): ColumnLayout["moved"] {
  const steps = align(ordered.length, columns.length, (own, form) => (ordered[own]?.column === columns[form] ? 0 : Number.POSITIVE_INFINITY));
  return steps.flatMap((step) => {
    const own = step.kind === "extra" ? ordered[step.draft] : undefined;
    const [entry] = own?.token.entries ?? [];
    return own === undefined || entry === undefined ? [] : [{ column: own.column, entry }];
  });
}

/** The head as the form prints it, as in most drafts: nothing has to be aligned. */
function isJustThis(labels: readonly HeadLabel[], tokens: readonly Token[]): boolean {
  return labels.length === tokens.length && labels.every(({ folded }, i) => folded === tokens[i]?.folded);
}

function gapsIn(steps: readonly Step[]): number {
  return steps.filter((step) => step.kind !== "match").length;
}

/** More differences than this are another head, not a column more or less. */
const mostGaps = 2;

function layoutIn(index: FormIndex, band: BandForm, tokens: readonly Token[], labels: readonly HeadLabel[], steps: readonly Step[]): ColumnLayout | undefined {
  const missing = steps.flatMap((step) => (step.kind === "missing" ? [labels[step.form]?.column] : [])).filter((column) => column !== undefined);
  const extra = steps.flatMap((step) => (step.kind === "extra" ? [step.draft] : []));
  if ((missing.length === 0 && extra.length === 0) || missing.length + extra.length > mostGaps) return undefined;
  const added = extra.map((place) => tokens[place]?.folded ?? "");
  // A column at another place is not one too many and one too few.
  if (added.some((folded) => !isWholeLabel(index, folded) || missing.some((column) => foldedLabel(column.label.text) === folded))) return undefined;
  const slots = slotsOf(band, labels, steps, missing);
  if (slots === undefined) return undefined;
  const firstMissing = steps.findIndex((step) => step.kind === "missing" && labels[step.form]?.column !== undefined);
  const near = steps.slice(firstMissing).find((step) => step.kind === "match") ?? steps.findLast((step) => step.kind === "match");
  return { slots, missing, extra: extra.flatMap((place) => tokens[place]?.entries.slice(-1) ?? []), moved: [], near: near?.kind === "match" ? tokens[near.draft]?.entries[0] : undefined };
}

/** The form's columns without the missing ones; an added one stands behind the column whose head stands before its own. */
function slotsOf(band: BandForm, labels: readonly HeadLabel[], steps: readonly Step[], missing: readonly ColumnForm[]): (ColumnForm | undefined)[] | undefined {
  const slots: (ColumnForm | undefined)[] = band.columns.filter((column) => !missing.includes(column));
  for (const [i, step] of steps.entries()) {
    if (step.kind !== "extra") continue;
    const before = columnAt(labels, steps[i - 1]);
    const after = columnAt(labels, steps[i + 1]);
    const place = before === undefined ? -1 : slots.indexOf(before);
    // Where the head has two levels, a neighbour in print need not be one in the row.
    if (place < 0 || (after !== undefined && slots.indexOf(after) !== place + 1)) return undefined;
    slots.splice(place + 1, 0, undefined);
  }
  return slots;
}

function columnAt(labels: readonly HeadLabel[], step: Step | undefined): ColumnForm | undefined {
  return step?.kind === "match" ? labels[step.form]?.column : undefined;
}

function costOf(index: FormIndex, token: string, label: string): number {
  if (token === label) return 0;
  const match = matchLabel(index, token, "column") ?? matchLabel(index, token, "caption");
  return match !== undefined && foldedLabel(match.label.text) === label ? 0.2 : Number.POSITIVE_INFINITY;
}

/** Half a label (结果 for 结果维持) shows that the head is damaged, not that there is another column. */
function isWholeLabel(index: FormIndex, folded: string): boolean {
  return folded.length >= 2 && !(isLabelPiece(folded) && !index.exact.has(folded)) && !(index.exact.get(folded)?.every((label) => foldedLabel(label.text) !== folded) ?? false);
}

interface Token {
  readonly folded: string;
  readonly entries: readonly Entry[];
}

/** Labels that a narrow column broke over two or three cells are put together. */
function joined(index: FormIndex, head: readonly Entry[]): Token[] {
  const texts = head.filter((entry) => entry.kind === "text");
  const tokens: Token[] = [];
  for (let i = 0; i < texts.length; ) {
    const length = index.exact.has(texts[i]?.folded ?? "") ? 1 : ([2, 3].find((count) => index.exact.has(foldedOf(texts.slice(i, i + count)))) ?? 1);
    const entries = texts.slice(i, i + length);
    tokens.push({ folded: foldedOf(entries), entries });
    i += length;
  }
  return tokens;
}

function foldedOf(entries: readonly Entry[]): string {
  return entries.map((entry) => entry.folded).join("");
}

/** For each band the head as the form prints it, line by line, and as one line, which many drafts make of it. */
const headOrders: (form: TableForm) => ReadonlyMap<BandForm, readonly (readonly HeadLabel[])[]> = remembered(
  (form) => new Map(form.bands.map((band) => [band, form.head === undefined ? [oneLine(band)] : [asPrinted(form.head, form, band), oneLine(band)]])),
);

function oneLine(band: BandForm): HeadLabel[] {
  const labels = [band.title, band.head].flatMap((label) => (label === undefined ? [] : [{ folded: foldedLabel(label.text), column: undefined }]));
  return [...labels, ...band.columns.map((column) => ({ folded: foldedLabel(column.label.text), column }))];
}

function asPrinted(lines: readonly (readonly string[])[], form: TableForm, band: BandForm): HeadLabel[] {
  return lines.flatMap((line, row) => line.flatMap((text, place) => (text === "" ? [] : [{ folded: foldedLabel(text), column: columnUnder(lines, row, place, form, band) }])));
}

/** Only the lowest label over a column names it; 法人或其他组织 stands over five. */
function columnUnder(lines: readonly (readonly string[])[], row: number, place: number, form: TableForm, band: BandForm): ColumnForm | undefined {
  const isLowest = place >= form.labelColumns && lines.slice(row + 1).every((line) => (line[place] ?? "") === "");
  return isLowest ? band.columns[place - form.labelColumns] : undefined;
}
