/**
 * Binds the tables of a draft to the official form: rows by aligning labels, columns by their head where the spelling keeps
 * columns, by their order where a row is complete. What cannot be known is left unbound. Knows forms and trees; says
 * nothing of what is wrong with a table beyond what it was taken for.
 */
import type { BandForm, ColumnForm, Edition, RowForm, TableForm } from "../forms/edition.js";
import { isLabelPiece, labelUse } from "../forms/lexicon.js";
import { readValue, type Amount } from "../report/amount.js";
import type { BoundLabel, BoundRow, BoundTable, ColumnFault, Fact, RowAlignment, Section } from "../report/report.js";
import type { SyntaxTree, Table } from "../syntax/nodes.js";
import { addAll } from "../text/addAll.js";
import { dataRow, numbersColumns, trailingValues } from "./dataRow.js";
import { draftRow, isAnyLabel, isHead, rowsOfStream, type DraftRow } from "./draftRows.js";
import { entriesOf, showsRows, type Entry } from "./entries.js";
import { formIndex, hasSameWords, matchLabel, type FormIndex, type FormRow } from "./formIndex.js";
import type { ColumnLayout } from "./columns.js";
import { columnsOfGroup } from "./groupTable.js";
import { Head } from "./head.js";
import { costs, firmCost, nearness } from "./nearness.js";
import { padsAtEnd, placeValues } from "./placeValues.js";
import { alignRows, type RowMatch } from "./rowLabels.js";

/** Fewer labels of a form than this and a table is taken for something else; in the form's own chapter two are enough. */
const enoughLabels = 3;

export function bindTables(tree: SyntaxTree, edition: Edition, sections: readonly Section[]): BoundTable[] {
  const bound: BoundTable[] = [];
  for (const [place, block] of tree.blocks.entries()) {
    if (block.kind !== "table") continue;
    const rows = entriesOf(tree.text, block);
    const section = sections.find((candidate) => candidate.span.start <= block.span.start && block.span.start < candidate.span.end);
    const form = formOf(rows, edition, section);
    if (form === undefined) continue;
    const table = new Binder(block, form, section, lineAbove(tree, place)).bind(rows);
    if (table.rows.length > 0 || isBlankForm(table)) bound.push(table);
  }
  return bound;
}

/** Heads alone (自然人, 其他, 总计 over somebody's own figures) do not make an official table; most of its rows in its own chapter do. */
function isBlankForm({ form, alignment, section }: BoundTable): boolean {
  const named = alignment.filter((row) => row.form !== undefined && row.kind !== "missing").length;
  return section?.form?.table === form.key && 2 * named >= form.bands.flatMap(({ rows }) => rows).length && named > 0;
}

/** The last line of text before a table, "" where a table or nothing stands there. */
function lineAbove({ text, blocks }: SyntaxTree, place: number): string {
  for (let i = place - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block?.kind === "heading") return text.slice(block.title.start, block.title.end);
    if (block?.kind === "paragraph") return text.slice(block.content.start, block.content.end);
    if (block?.kind === "table") return "";
  }
  return "";
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
  for (const row of rows) for (const entry of row) if (entry.kind === "text" && (index.exact.has(entry.folded) || hasSameWords(index, entry.folded))) hits++;
  return hits;
}

class Binder {
  private readonly index: FormIndex;
  private readonly labels: BoundLabel[] = [];
  private readonly rows: BoundRow[] = [];
  private readonly alignment: RowAlignment[] = [];
  private readonly columnFaults: ColumnFault[] = [];
  private readonly head: Head;
  private padsAtEnd = false;

  constructor(
    private readonly table: Table,
    private readonly form: TableForm,
    private readonly section: Section | undefined,
    private readonly above: string,
  ) {
    this.index = formIndex(form);
    this.head = new Head(this.index, form, table);
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
    this.padsAtEnd = padsAtEnd(matches.flatMap(({ draft, form, at }) => (draft === undefined || form === undefined ? [] : [{ values: draft.entries.slice(at + 1), width: form.band.columns.length }])));
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
    // Where rows show, another label behind a row's makes it a head: 予以公开 | 部分公开 | 不予公开.
    const ends = showsRows(this.table) ? labels.slice(labels.findLastIndex((at) => isAnyLabel(this.index, entries[at]))) : labels;
    return ends.some((at) => this.isNamed(entries[at]));
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
    const values = entries.slice(at + 1);
    // A label is never a value: what stands around it cannot be trusted either.
    if (values.some((entry) => entry.kind === "text" && labelUse(entry.folded) !== undefined)) return { form, label, state: "ambiguous", facts: [] };
    const byHead = showsRows(this.table) ? this.head.place(entries, at + 1, band.columns) : undefined;
    if (byHead !== undefined) {
      this.noteColumns(band, band.columns.filter((_, i) => byHead[i] === undefined));
      return { form, label, state: "bound", facts: byHead.flatMap((entry, i) => this.fact(form, band.columns[i], entry)) };
    }
    const facts = this.factsByOrder(form, band, values);
    return facts === undefined ? { form, label, state: "ambiguous", facts: this.certainTotal(values, form, band) } : { form, label, state: "bound", facts };
  }

  private factsByOrder(form: RowForm, band: BandForm, values: readonly Entry[]): Fact[] | undefined {
    const layout = this.head.layout(band);
    const own = layout === undefined ? undefined : this.placedBy(layout, band, values);
    if (layout !== undefined && own !== undefined) {
      this.noteColumns(band, layout.missing);
      const facts = own.flatMap((entry, i) => this.fact(form, layout.slots[i], entry));
      return facts.length === 0 ? undefined : facts;
    }
    return placeValues(values, band.columns.length, this.padsAtEnd)?.flatMap((entry, i) => this.fact(form, band.columns[i], entry));
  }

  /** The values as the head has its columns: in another number than the form, or others at their places, or in another order. */
  private placedBy(layout: ColumnLayout, band: BandForm, values: readonly Entry[]): readonly Entry[] | undefined {
    const { slots } = layout;
    const own = placeValues(values, slots.length, this.padsAtEnd);
    if (slots.length !== band.columns.length) return own?.some((entry) => entry.kind === "value") === true && values.length <= slots.length ? own : undefined;
    return own === undefined || (layout.moved.length > 0 && addsUp(own, band.columns) && !addsUp(own, slots)) ? undefined : own;
  }

  /** Said once for a head, and only where rows show that it is so. */
  private noteColumns(band: BandForm, missing: readonly ColumnForm[]): void {
    const layout = this.head.layout(band);
    if (layout === undefined || this.columnFaults.some((fault) => fault.band === band)) return;
    const columns = missing.filter((column) => layout.missing.includes(column));
    if (columns.length + layout.extra.length + layout.moved.length === 0) return;
    this.columnFaults.push({ band, missing: columns, extra: layout.extra.map((entry) => entry.cell), moved: layout.moved.map(({ column, entry }) => ({ column, cell: entry.cell })), near: layout.near?.cell });
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
    const texts = rows.flat().filter((entry) => entry.kind === "text");
    this.takeHead(texts);
    const values = showsRows(this.table) ? dataRow(rows) : trailingValues(rows[0] ?? []);
    if (values === undefined) return;
    const group = columnsOfGroup(band, texts, this.above);
    const facts = group === undefined ? this.factsByOrder(row, band, values) : placeValues(values, group.length)?.flatMap((entry, i) => this.fact(row, group[i], entry));
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
    // A copy without equal lines keeps one number of each kind, and no row of several is whole.
    const isWithoutEquals = lost > 0 && lost === filled.length && lost < this.alignment.filter(({ kind }) => kind !== "missing").length;
    return isWithoutEquals || (lost >= 3 && 2 * lost > filled.length);
  }
}

function valuesOf({ draft }: RowMatch): string {
  return draft?.entries.map((entry) => (entry.kind === "value" ? entry.raw : "")).join(" ").trim() ?? "";
}

/** Whether the number under 总计 is the sum of the others; false where there is no such column, or all is none. */
function addsUp(values: readonly Entry[], columns: readonly (ColumnForm | undefined)[]): boolean {
  let sum = 0n;
  let total = 0n;
  for (const [i, entry] of values.entries()) {
    const amount = entry.kind === "blank" ? 0n : wholeNumber(entry.raw)?.digits;
    if (amount === undefined) return false;
    if (columns[i]?.key === "total") total = amount;
    else sum += amount;
  }
  return total !== 0n && total === sum;
}

function wholeNumber(raw: string): Amount | undefined {
  const value = readValue(raw);
  return value.kind === "number" && value.amount.scale === 0 ? value.amount : undefined;
}
