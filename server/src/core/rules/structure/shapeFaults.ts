// Where a draft's tables have other rows or columns than the form: what table-shape tells and mends.
import { labelUse } from "../../forms/lexicon.js";
import type { RowForm, TableForm } from "../../forms/edition.js";
import { readValue } from "../../report/amount.js";
import { piecedTogether, type Pieces } from "../../report/pieces.js";
import type { BoundRow, BoundTable, Report, RowAlignment } from "../../report/report.js";
import { cellText, type Cell } from "../../syntax/nodes.js";
import { fold } from "../../text/fold.js";
import { remembered } from "../../text/remembered.js";
import { byOwnKey } from "../found.js";
import { isOfOtherForm } from "../../report/foreignLabels.js";

/** One fault of form. `at` is the cell to look at; `key` names it within its table. */
export type ShapeFault = { readonly key: string; readonly bound: BoundTable; readonly at: Cell } & (
  | { readonly kind: "unreadable" | "blank" }
  /** Rows of numbers that have lost their labels, where rows of the form are missing: which of them is which is not known. */
  | { readonly kind: "unlabelled"; readonly count: number }
  /** Rows whose numbers are too few: in which columns they stood is not known. */
  | { readonly kind: "unplaced"; readonly rows: readonly RowForm[] }
  | { readonly kind: "missing"; readonly rows: readonly RowForm[]; readonly before: RowAlignment | undefined; readonly after: RowAlignment | undefined; readonly hasNumbersOfItsOwn: boolean }
  | { readonly kind: "split"; readonly rows: readonly RowForm[] }
  | { readonly kind: "doubled" | "moved"; readonly row: RowAlignment; readonly before: RowForm | undefined }
  | { readonly kind: "extra"; readonly row: RowAlignment }
  | { readonly kind: "missingColumn"; readonly columns: readonly string[] }
  | { readonly kind: "extraColumn" }
  | { readonly kind: "movedColumn"; readonly before: string | undefined }
  | { readonly kind: "missingBand"; readonly title: string }
);

/** By key, in the order of the tables. What a table of another form lacks and adds is told by edition-mismatch. */
export const shapeFaults: (report: Report) => ReadonlyMap<string, ShapeFault> = remembered((report) => {
  const own = report.tables.filter((bound) => bound.form.optional !== true && !isOfOtherForm(report, bound));
  const pieces = piecedTogether(own).flatMap((group) => [...rowFaults(report, group), ...group.flatMap((bound) => [...columnFaults(bound), ...bandFaults(report, bound)])]);
  const faults = [...pieces, ...own.filter(({ isReadable }) => !isReadable).flatMap(unreadable)].sort((a, b) => a.bound.table.span.start - b.bound.table.span.start);
  return byOwnKey(faults.map((fault) => ({ ...fault, key: `${fault.bound.form.key}/${fault.key}` })));
});

function unreadable(bound: BoundTable): ShapeFault[] {
  const at = firstCell(bound);
  return at === undefined ? [] : [{ kind: "unreadable", key: "unreadable", bound, at }];
}

function firstCell(bound: BoundTable): Cell | undefined {
  return bound.labels[0]?.cell ?? bound.table.rows[0]?.cells[0];
}

/** A row that some part of the table has is not missing in the others. */
function rowFaults(report: Report, pieces: Pieces): ShapeFault[] {
  if (report.stage === "final" && isBlank(report, pieces)) return [{ kind: "blank", key: "blank", bound: pieces[0], at: firstCell(pieces[0]) ?? nowhere }];
  const homes = homesOf(report, pieces);
  const unlabelled = unlabelledRows(report, pieces);
  const faults = pieces.flatMap((bound) => faultsOfPiece(report, bound, { homes, unlabelled: unlabelled.length }));
  return [...unlabelledFault(unlabelled, homes.size), ...faults, ...(report.stage === "final" ? unplacedFault(report, pieces) : [])];
}

const nowhere: Cell = { span: { start: 0, end: 0 } };

/** No cell shows: the spelling has none for blanks, or a copy has lost all of them. */
function isBlank(report: Report, pieces: Pieces): boolean {
  return pieces.every(({ rows, section, table }) => section?.isOpen !== true && rows.length === 0 && table.rows.every(({ cells }) => cells.every((cell) => !isNumber(report, cell))));
}

/** Rows that the draft does not have, and the part of the table in which each would stand: behind the row before it. */
type Homes = ReadonlyMap<RowForm, BoundTable>;

/** The rows that some table of a form has. */
const rowsInTables: (report: Report) => ReadonlyMap<TableForm, ReadonlySet<RowForm>> = remembered(({ tables }) => {
  const rows = new Map<TableForm, Set<RowForm>>();
  for (const { form, alignment } of tables) {
    const known = rows.get(form) ?? new Set();
    for (const row of alignment) if (row.kind !== "missing" && row.form !== undefined) known.add(row.form);
    rows.set(form, known);
  }
  return rows;
});

function homesOf(report: Report, pieces: Pieces): Homes {
  const { form } = pieces[0];
  const present = new Map(pieces.flatMap((bound) => bound.alignment.flatMap((row): [RowForm, BoundTable][] => (row.kind === "missing" || row.form === undefined ? [] : [[row.form, bound]]))));
  const elsewhere = rowsInTables(report).get(form);
  const homes = new Map<RowForm, BoundTable>();
  const rows = form.labelColumns === 0 ? [] : form.bands.flatMap((band) => band.rows);
  let home = rows.flatMap((row) => present.get(row) ?? [])[0] ?? pieces[0];
  for (const row of rows) {
    home = present.get(row) ?? home;
    if (elsewhere?.has(row) !== true) homes.set(row, home);
  }
  return homes;
}

interface Unlabelled {
  readonly bound: BoundTable;
  readonly cell: Cell;
}

/** Rows with numbers and without a label of their own: in a stream of cells what stands before them is a head. */
function unlabelledRows(report: Report, pieces: Pieces): Unlabelled[] {
  return pieces.flatMap((bound) => bound.alignment.filter((row) => row.kind === "extra" && !hasOwnLabel(report, row)).flatMap((row): Unlabelled[] => {
    const cell = row.cells.find((candidate) => isNumber(report, candidate));
    return cell === undefined ? [] : [{ bound, cell }];
  }));
}

function hasOwnLabel(report: Report, row: RowAlignment): boolean {
  return row.label !== undefined && labelUse(foldedLabel(report, row))?.role !== "column";
}

/** Where one row has lost its label, and one is missing, that row is told as missing. */
function unlabelledFault(rows: readonly Unlabelled[], missing: number): ShapeFault[] {
  const [first] = rows;
  return first === undefined || missing === 0 || isOneOfOne(rows.length, missing) ? [] : [{ kind: "unlabelled", key: "unlabelled", bound: first.bound, at: first.cell, count: rows.length }];
}

function isOneOfOne(unlabelled: number, missing: number): boolean {
  return unlabelled === 1 && missing === 1;
}

/** Told once for a table; what is left of it is checked. */
function unplacedFault(report: Report, pieces: Pieces): ShapeFault[] {
  const rows = pieces.flatMap((bound) => bound.rows.filter((row) => isUnplaced(report, bound, row)).map((row) => ({ bound, row })));
  const [first] = rows;
  return first?.row.label === undefined ? [] : [{ kind: "unplaced", key: "unplaced", bound: first.bound, at: first.row.label, rows: rows.map(({ row }) => row.form) }];
}

function isUnplaced(report: Report, { form, section, alignment }: BoundTable, row: BoundRow): boolean {
  if (row.state === "bound" || row.label === undefined || section?.isOpen === true) return false;
  const cells = alignment.find(({ label }) => label === row.label)?.cells ?? [];
  const numbers = cells.filter((cell) => isNumber(report, cell)).length;
  return numbers > 0 && numbers !== form.bands.find((band) => band.rows.includes(row.form))?.columns.length;
}

interface Missing {
  readonly homes: Homes;
  readonly unlabelled: number;
}

function faultsOfPiece(report: Report, bound: BoundTable, missing: Missing): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const { alignment } = bound;
  let before: RowAlignment | undefined;
  for (let i = 0; i < alignment.length; ) {
    const run = runOfGaps(alignment, i);
    const row = alignment[i];
    if (run.length > 0) faults.push(...gapFaults(report, bound, { run, before, after: alignment[i + run.length] }, missing));
    else if (row?.label !== undefined && (row.kind === "doubled" || row.kind === "moved")) {
      faults.push({ kind: row.kind, key: `${row.kind}/${row.form?.key ?? ""}`, bound, at: row.label, row, before: formBefore(bound.form, row.form) });
    }
    i += Math.max(1, run.length);
    before = alignment.slice(i - Math.max(1, run.length), i).findLast((candidate) => candidate.label !== undefined) ?? before;
  }
  return faults;
}

function runOfGaps(alignment: readonly RowAlignment[], from: number): RowAlignment[] {
  let end = from;
  while (alignment[end]?.kind === "missing" || alignment[end]?.kind === "extra") end++;
  return alignment.slice(from, end);
}

interface GapInRows {
  readonly run: readonly RowAlignment[];
  readonly before: RowAlignment | undefined;
  readonly after: RowAlignment | undefined;
}

/** Rows too few and too many at one place: a group in one row, a row of another form, or rows lost and added. */
function gapFaults(report: Report, bound: BoundTable, { run, before, after }: GapInRows, { homes, unlabelled }: Missing): ShapeFault[] {
  const extra = run.filter((row) => row.kind === "extra" && hasOwnLabel(report, row));
  const missing = run.flatMap((row) => (row.kind === "missing" && row.form !== undefined && homes.get(row.form) === bound ? [row.form] : []));
  const [first] = missing;
  if (extra.some((row) => isForeign(report, row))) return [];
  const merged = extra.find((row) => missing.some((form) => form.groups.some((group) => fold(group) === foldedLabel(report, row))));
  if (merged?.label !== undefined) return [{ kind: "split", key: `split/${first?.key ?? ""}`, bound, at: merged.label, rows: missing }];
  const added = extra.flatMap((row): ShapeFault[] => (row.label === undefined ? [] : [{ kind: "extra", key: `extra/${foldedLabel(report, row)}`, bound, at: row.label, row }]));
  const at = before?.label ?? extra[0]?.label ?? after?.label ?? firstCell(bound);
  if (first === undefined || at === undefined || (unlabelled > 0 && !isOneOfOne(unlabelled, homes.size))) return added;
  return [...added, { kind: "missing", key: `missing/${first.key}`, bound, at, rows: missing, before, after, hasNumbersOfItsOwn: unlabelled > 0 }];
}

/** Rows of another edition are that edition's business: edition-mismatch. */
function isForeign(report: Report, row: RowAlignment): boolean {
  return labelUse(foldedLabel(report, row))?.role === "row";
}

function foldedLabel(report: Report, { label }: RowAlignment): string {
  return label === undefined ? "" : fold(cellText(report.text, label));
}

function isNumber(report: Report, cell: Cell): boolean {
  return readValue(cellText(report.text, cell)).kind === "number";
}

function formBefore({ bands }: TableForm, form: RowForm | undefined): RowForm | undefined {
  const rows = bands.flatMap((band) => band.rows);
  return form === undefined ? undefined : rows[rows.indexOf(form) - 1];
}

function columnFaults(bound: BoundTable): ShapeFault[] {
  return bound.columnFaults.flatMap((fault): ShapeFault[] => [
    ...(fault.missing.length === 0 || fault.near === undefined
      ? []
      : [{ kind: "missingColumn", key: `column/${fault.missing[0]?.key ?? ""}`, bound, at: fault.near, columns: fault.missing.map((column) => (column.group === undefined ? column.label.text : `${column.group} ${column.label.text}`)) } as const]),
    ...fault.extra.map((at) => ({ kind: "extraColumn", key: `column/${at.span.start - bound.table.span.start}`, bound, at }) as const),
    ...fault.moved.map(({ column, cell }) => ({ kind: "movedColumn", key: `column/moved/${column.key}`, bound, at: cell, before: fault.band.columns[fault.band.columns.indexOf(column) - 1]?.label.text }) as const),
  ]);
}

/**
 * 第二十条第（一）项 over its rows, where other bands have their titles. It may stand over the table, or in one cell with what follows: then
 * it is there.
 */
function bandFaults({ text, sections }: Report, bound: BoundTable): ShapeFault[] {
  const titles = bound.form.bands.flatMap((band) => (band.title === undefined ? [] : [{ band, title: band.title.text }]));
  const found = new Set(bound.labels.filter(({ role }) => role === "band").map(({ expected }) => expected));
  const missing = titles.filter(({ title }) => !found.has(title));
  if (missing.length === 0 || found.size < missing.length) return [];
  const start = sections.findLast(({ span }) => span.start <= bound.table.span.start)?.span.start ?? bound.table.span.start;
  const around = fold(text.slice(start, bound.table.span.end));
  return missing.flatMap(({ band, title }): ShapeFault[] => {
    const [first] = bound.alignment.filter((row) => row.form !== undefined && band.rows.includes(row.form) && row.label !== undefined);
    const item = fold(title).replace(/^第二十条/, "");
    return first?.label === undefined || around.includes(item) ? [] : [{ kind: "missingBand", key: `band/${first.form?.key ?? ""}`, bound, at: first.label, title }];
  });
}
