// Where a draft's tables have other rows or columns than the form: what table-shape tells and mends.
import { labelUse } from "../../forms/lexicon.js";
import type { RowForm, TableForm } from "../../forms/edition.js";
import type { BoundTable, Report, RowAlignment } from "../../report/report.js";
import { cellText, type Cell } from "../../syntax/nodes.js";
import { fold } from "../../text/fold.js";
import { remembered } from "../../text/remembered.js";
import { byOwnKey } from "../found.js";
import { isOfOtherForm } from "./foreignLabels.js";

/** One fault of form. `at` is the cell to look at; `key` names it within its table. */
export type ShapeFault = { readonly key: string; readonly bound: BoundTable; readonly at: Cell } & (
  | { readonly kind: "unreadable" }
  | { readonly kind: "missing"; readonly rows: readonly RowForm[]; readonly before: RowAlignment | undefined; readonly after: RowAlignment | undefined }
  | { readonly kind: "split"; readonly rows: readonly RowForm[] }
  | { readonly kind: "doubled" | "moved"; readonly row: RowAlignment; readonly before: RowForm | undefined }
  | { readonly kind: "extra"; readonly row: RowAlignment }
  | { readonly kind: "missingColumn"; readonly columns: readonly string[] }
  | { readonly kind: "extraColumn" }
  | { readonly kind: "missingBand"; readonly title: string }
);

/** By key, in the order of the tables. What a table of another form lacks and adds is told by edition-mismatch. */
export const shapeFaults: (report: Report) => ReadonlyMap<string, ShapeFault> = remembered((report) => {
  const faults = report.tables.filter((bound) => bound.form.optional !== true && !isOfOtherForm(report, bound)).flatMap((bound) => (bound.isReadable ? [...rowFaults(report, bound), ...columnFaults(bound), ...bandFaults(report, bound)] : unreadable(bound)));
  return byOwnKey(faults.map((fault) => ({ ...fault, key: `${fault.bound.form.key}/${fault.key}` })));
});

function unreadable(bound: BoundTable): ShapeFault[] {
  const at = firstCell(bound);
  return at === undefined ? [] : [{ kind: "unreadable", key: "unreadable", bound, at }];
}

function firstCell(bound: BoundTable): Cell | undefined {
  return bound.labels[0]?.cell ?? bound.table.rows[0]?.cells[0];
}

function rowFaults(report: Report, bound: BoundTable): ShapeFault[] {
  const faults: ShapeFault[] = [];
  const { alignment } = bound;
  let before: RowAlignment | undefined;
  for (let i = 0; i < alignment.length; ) {
    const run = runOfGaps(alignment, i);
    const row = alignment[i];
    if (run.length > 0) faults.push(...gapFaults(report, bound, run, before, alignment[i + run.length]));
    else if (row?.label !== undefined && (row.kind === "doubled" || row.kind === "moved")) {
      faults.push({ kind: row.kind, key: `${row.kind}/${row.form?.key ?? ""}`, bound, at: row.label, row, before: formBefore(bound.form, row.form) });
    }
    i += Math.max(1, run.length);
    before = alignment.slice(i - Math.max(1, run.length), i).findLast((candidate) => candidate.label !== undefined) ?? before;
  }
  return faults;
}

/** Rows that some table of the draft has. A page break may cut a table in two; then each part lacks what the other has. */
const presentRows: (report: Report) => ReadonlySet<RowForm | undefined> = remembered(
  ({ tables }) => new Set(tables.flatMap(({ alignment }) => alignment.filter((row) => row.kind !== "missing").map(({ form }) => form))),
);

function runOfGaps(alignment: readonly RowAlignment[], from: number): RowAlignment[] {
  let end = from;
  while (alignment[end]?.kind === "missing" || alignment[end]?.kind === "extra") end++;
  return alignment.slice(from, end);
}

/** Rows too few and too many at one place: a group in one row, a row of another form, or rows lost and added. */
function gapFaults(report: Report, bound: BoundTable, run: readonly RowAlignment[], before: RowAlignment | undefined, after: RowAlignment | undefined): ShapeFault[] {
  const extra = run.filter((row) => row.kind === "extra");
  const missing = run.flatMap((row) => (row.kind === "missing" && row.form !== undefined && !presentRows(report).has(row.form) ? [row.form] : []));
  const [first] = missing;
  if (extra.some((row) => isForeign(report, row))) return [];
  const merged = extra.find((row) => missing.some((form) => form.groups.some((group) => fold(group) === foldedLabel(report, row))));
  if (merged?.label !== undefined) return [{ kind: "split", key: `split/${first?.key ?? ""}`, bound, at: merged.label, rows: missing }];
  const added = extra.flatMap((row): ShapeFault[] => (row.label === undefined ? [] : [{ kind: "extra", key: `extra/${foldedLabel(report, row)}`, bound, at: row.label, row }]));
  const at = before?.label ?? extra[0]?.label ?? after?.label ?? firstCell(bound);
  if (first === undefined || at === undefined) return added;
  return [...added, { kind: "missing", key: `missing/${first.key}`, bound, at, rows: missing, before, after }];
}

/** Rows of another edition are that edition's business: edition-mismatch. */
function isForeign(report: Report, row: RowAlignment): boolean {
  return labelUse(foldedLabel(report, row))?.role === "row";
}

function foldedLabel(report: Report, { label }: RowAlignment): string {
  return label === undefined ? "" : fold(cellText(report.text, label));
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
