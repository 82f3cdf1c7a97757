/**
 * Binds the tables of a draft to the official form: rows by aligning labels, columns by their head where the spelling keeps
 * columns, by their order where a row is complete. What cannot be known is left unbound. Knows forms and trees; says
 * nothing of what is wrong with a table beyond what it was taken for.
 */
import type { BandForm, ColumnForm, Edition, RowForm, TableForm } from "../forms/edition.js";
import { isLabelPiece } from "../forms/lexicon.js";
import { readValue, type Amount } from "../report/amount.js";
import type { BoundLabel, BoundRow, BoundTable, ColumnFault, Fact, RowAlignment, Section } from "../report/report.js";
import type { SyntaxTree, Table } from "../syntax/nodes.js";
import { addAll } from "../text/addAll.js";
import { dataRow, numbersColumns, trailingValues } from "./dataRow.js";
import { draftRow, isHead, rowsOfStream, type DraftRow } from "./draftRows.js";
import { entriesOf, showsRows, type Entry } from "./entries.js";
import { formIndex, matchLabel, type FormIndex, type FormRow } from "./formIndex.js";
import { Head } from "./head.js";
import { costs, firmCost, nearness } from "./nearness.js";
import { placeValues } from "./placeValues.js";
import { alignRows, type RowMatch } from "./rowLabels.js";

/** Fewer labels of a form than this and a table is taken for something else; in the form's own chapter two are enough. */
const enoughLabels = 3;

export function bindTables(tree: SyntaxTree, edition: Edition, sections: readonly Section[]): BoundTable[] {
  const bound: BoundTable[] = [];
  for (const block of tree.blocks) {
    if (block.kind !== "table") continue;
    const rows = entriesOf(tree.text, block);
    const section = sections.find((candidate) => candidate.span.start <= block.span.start && block.span.start < candidate.span.end);
    const form = formOf(rows, edition, section);
    if (form === undefined) continue;
    const table = new Binder(block, form, section).bind(rows);
    // Heads alone (自然人, 其他, 总计 over somebody's own figures) do not make an official table.
    if (table.rows.length > 0) bound.push(table);
  }
  return bound;
}

/** The form that has most of the table's labels. */
function formOf(rows: readonly (readonly Entry[])[], edition: Edition, section: Section | undefined): TableForm | undefined {
  let best: TableForm | undefined;
  let most = 0;
  for (const form of edition.tables) {
    const hits = knownLabels(rows, formIndex(form));
    const enough = section?.form?.table === form.key ? enoughLabels - 1 : enoughLabels;
    if (hits >= enough && hits > most) [best, most] = [form, hits];
  }
  return best;
}

function knownLabels(rows: readonly (readonly Entry[])[], index: FormIndex): number {
  let hits = 0;
  for (const row of rows) for (const entry of row) if (entry.kind === "text" && index.exact.has(entry.folded)) hits++;
  return hits;
}

class Binder {
  private readonly index: FormIndex;
  private readonly labels: BoundLabel[] = [];
  private readonly rows: BoundRow[] = [];
  private readonly alignment: RowAlignment[] = [];
  private readonly columnFaults: ColumnFault[] = [];
  private readonly head: Head;

  constructor(
    private readonly table: Table,
    private readonly form: TableForm,
    private readonly section: Section | undefined,
  ) {
    this.index = formIndex(form);
    this.head = new Head(this.index, form);
  }

  bind(rows: readonly (readonly Entry[])[]): BoundTable {
    if (this.form.labelColumns === 0) this.bindUnlabelled(rows);
    else this.bindLabelled(showsRows(this.table) ? rows.map(draftRow) : rowsOfStream(this.index, rows[0] ?? []));
    const isReadable = !this.lostCells();
    const { form, table, section, labels, alignment, columnFaults } = this;
    return { form, table, section, labels, rows: isReadable ? this.rows : this.rows.map((row) => ({ ...row, state: "ambiguous", facts: [] })), alignment, columnFaults, isReadable };
  }

  private bindLabelled(drafts: readonly DraftRow[]): void {
    const matches = alignRows(this.index, drafts.filter((draft) => this.isData(draft)));
    const byDraft = new Map(matches.flatMap((match) => (match.draft === undefined ? [] : [[match.draft, match] as const])));
    const contradicted = this.contradicted(matches);
    for (const draft of drafts) {
      const match = byDraft.get(draft);
      if (match === undefined) this.takeHead(draft.entries);
      else this.bindRow(draft, match, contradicted);
    }
    addAll(this.alignment, matches.map((match) => this.alignmentOf(match)));
  }

  /** Rows that hold something or are called what a row of the form is called; all others are heads. */
  private isData({ entries, labels }: DraftRow): boolean {
    const last = entries[labels.at(-1) ?? -1];
    const values = entries.filter((entry) => entry.kind === "value");
    if (last === undefined) return showsRows(this.table) && values.length > 1 && !numbersColumns(values);
    if (values.length > 0) return !numbersColumns(values);
    return labels.some((at) => this.isNamed(entries[at]));
  }

  private isNamed(entry: Entry | undefined): boolean {
    return entry !== undefined && !isHead(this.index, entry) && nearness(this.index, entry.folded).some((cost) => cost <= firmCost);
  }

  private bindRow(draft: DraftRow, match: RowMatch, contradicted: ReadonlySet<FormRow>): void {
    const entry = draft.entries[match.at];
    if (match.form === undefined || entry === undefined) {
      this.noteLabels(draft.entries.slice(0, Math.max(0, match.at)));
      this.head.rowsFollow();
      return;
    }
    this.takeHeadBefore(draft.entries.slice(0, match.at));
    this.labels.push({ cell: entry.cell, expected: match.form.form.label.text, role: "row", isExact: match.cost < costs.otherNumber });
    if (match.kind === "doubled") return;
    if (match.at + 1 < draft.entries.length) this.rows.push(contradicted.has(match.form) ? { form: match.form.form, label: entry.cell, state: "ambiguous", facts: [] } : this.placeRow(draft.entries, match.form, match.at));
    this.head.rowsFollow();
  }

  private takeHead(entries: readonly Entry[]): void {
    this.noteLabels(entries);
    this.head.add(entries);
  }

  /** In a stream the head stands in front of the first row's label, in rows the labels of the groups do. */
  private takeHeadBefore(entries: readonly Entry[]): void {
    this.noteLabels(entries);
    if (!showsRows(this.table) && entries.some((entry) => this.index.exact.get(entry.folded)?.some((label) => label.role === "column"))) this.head.add(entries);
  }

  /** Rows that stand twice with other numbers: which one counts is not known. */
  private contradicted(matches: readonly RowMatch[]): ReadonlySet<FormRow> {
    const doubled = new Set(matches.flatMap((match) => (match.kind === "doubled" ? [match.form] : [])));
    const values = new Map<FormRow, string>();
    const found = new Set<FormRow>();
    for (const match of matches) {
      if (match.form === undefined || match.draft === undefined || !doubled.has(match.form)) continue;
      const own = valuesOf(match);
      if ((values.get(match.form) ?? own) !== own) found.add(match.form);
      values.set(match.form, own);
    }
    return found;
  }

  private placeRow(entries: readonly Entry[], { form, band }: FormRow, at: number): BoundRow {
    const label = entries[at]?.cell;
    const byHead = showsRows(this.table) ? this.head.place(entries, at + 1, band.columns) : undefined;
    if (byHead !== undefined) {
      this.noteColumns(band, band.columns.filter((_, i) => byHead[i] === undefined));
      return { form, label, state: "bound", facts: byHead.flatMap((entry, i) => this.fact(form, band.columns[i], entry)) };
    }
    const values = entries.slice(at + 1);
    const facts = this.factsByOrder(form, band, values);
    return facts === undefined ? { form, label, state: "ambiguous", facts: this.certainTotal(values, form, band) } : { form, label, state: "bound", facts };
  }

  private factsByOrder(form: RowForm, band: BandForm, values: readonly Entry[]): Fact[] | undefined {
    const layout = this.head.layout(band);
    const own = layout === undefined || layout.slots.length === band.columns.length ? undefined : placeValues(values, layout.slots.length);
    if (layout !== undefined && own !== undefined && own.some((entry) => entry.kind === "value") && values.length <= layout.slots.length) {
      this.noteColumns(band, layout.missing);
      return own.flatMap((entry, i) => this.fact(form, layout.slots[i], entry));
    }
    return placeValues(values, band.columns.length)?.flatMap((entry, i) => this.fact(form, band.columns[i], entry));
  }

  /** Said once for a head, and only where rows show that it is so. */
  private noteColumns(band: BandForm, missing: readonly ColumnForm[]): void {
    const layout = this.head.layout(band);
    if (layout === undefined || this.columnFaults.some((fault) => fault.band === band)) return;
    const columns = missing.filter((column) => layout.missing.includes(column));
    if (columns.length + layout.extra.length > 0) this.columnFaults.push({ band, missing: columns, extra: layout.extra.map((entry) => entry.cell), near: layout.near?.cell });
  }

  private fact(row: RowForm, column: ColumnForm | undefined, entry: Entry | undefined): Fact[] {
    if (column === undefined || entry === undefined || entry.cell.isMerged === true) return [];
    return [{ key: `${this.form.key}/${row.key}/${column.key}`, table: this.form, row, column, value: readValue(entry.raw), span: entry.cell.span }];
  }

  /** Blanks are lost, but the last number equals the sum of those before it: it can only be the total. */
  private certainTotal(values: readonly Entry[], row: RowForm, band: BandForm): Fact[] {
    const column = band.columns.at(-1);
    const amounts = values.filter((entry) => entry.kind === "value").map((entry) => wholeNumber(entry.raw));
    const last = amounts.at(-1);
    if (column?.key !== "total" || amounts.length < 2 || last === undefined || amounts.includes(undefined)) return [];
    const sum = amounts.slice(0, -1).reduce<bigint>((total, amount) => total + (amount?.digits ?? 0n), 0n);
    return sum === last.digits ? this.fact(row, column, values.findLast((entry) => entry.kind === "value")) : [];
  }

  /** Table four has no row labels: its numbers are the first complete run of values behind the heads. */
  private bindUnlabelled(rows: readonly (readonly Entry[])[]): void {
    const [band] = this.form.bands;
    const [row] = band?.rows ?? [];
    if (band === undefined || row === undefined) return;
    this.takeHead(rows.flat().filter((entry) => entry.kind === "text"));
    const values = showsRows(this.table) ? dataRow(rows) : trailingValues(rows[0] ?? []);
    if (values === undefined) return;
    const facts = this.factsByOrder(row, band, values);
    this.rows.push({ form: row, label: undefined, state: facts === undefined ? "ambiguous" : "bound", facts: facts ?? [] });
  }

  private noteLabels(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.kind !== "text" || this.isKnownPiece(entry)) continue;
      const match = matchLabel(this.index, entry.folded);
      if (match !== undefined && match.label.role !== "row") this.labels.push({ cell: entry.cell, expected: match.label.text, role: match.label.role, isExact: match.isExact });
    }
  }

  private isKnownPiece(entry: Entry): boolean {
    return !this.index.exact.has(entry.folded) && isLabelPiece(entry.folded);
  }

  private alignmentOf({ kind, draft, form, at, cost }: RowMatch): RowAlignment {
    // In a stream the head, or the label of a group, may stand in front of the row's own label.
    const own = draft?.entries.slice(showsRows(this.table) ? 0 : Math.max(0, at)) ?? [];
    return { kind, form: form?.form, label: draft?.entries[at]?.cell, cells: own.map((entry) => entry.cell), cost };
  }

  /** Where blanks cannot be seen and most rows have too few numbers, a copy has thinned the table out. */
  private lostCells(): boolean {
    if (showsRows(this.table) || this.form.labelColumns === 0) return false;
    const filled = this.rows.filter((row) => row.state === "ambiguous" || row.facts.some((fact) => fact.value.kind !== "blank"));
    const lost = filled.filter((row) => row.state === "ambiguous").length;
    return lost >= 3 && 2 * lost > filled.length;
  }
}

function valuesOf({ draft }: RowMatch): string {
  return draft?.entries.map((entry) => (entry.kind === "value" ? entry.raw : "")).join(" ").trim() ?? "";
}

function wholeNumber(raw: string): Amount | undefined {
  const value = readValue(raw);
  return value.kind === "number" && value.amount.scale === 0 ? value.amount : undefined;
}
