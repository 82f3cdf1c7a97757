/**
 * Binds the tables of a draft to the official form by aligning labels: a row is found by its label, a column by its head
 * where the spelling keeps columns, by its order where each row is complete. What cannot be known is left unbound.
 */
import type { Edition, RowForm, TableForm } from "../forms/edition.js";
import { labelCore } from "../forms/label.js";
import { isLabelPiece } from "../forms/lexicon.js";
import type { SyntaxTree, Table } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { readValue, type Amount } from "./amount.js";
import { entriesOf, showsRows, type Entry } from "./entries.js";
import { formIndex, matchLabel, type FormIndex, type FormLabel, type LabelMatch } from "./formIndex.js";
import { dataRow, trailingValues } from "./dataRow.js";
import { Head } from "./head.js";
import { placeValues } from "./placeValues.js";
import type { BoundLabel, BoundRow, BoundTable, Fact, Section } from "./report.js";

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

interface RowLabel {
  readonly row: NonNullable<FormLabel["row"]>;
  readonly entry: Entry;
  /** Place behind the label among the row's entries. */
  readonly next: number;
}

class Binder {
  private readonly index: FormIndex;
  private readonly labels: BoundLabel[] = [];
  private readonly rows: BoundRow[] = [];
  private readonly seen = new Set<RowForm>();
  /** Rows with values whose label no form has, with the number of rows bound before them. */
  private readonly unknown: { readonly entries: readonly Entry[]; readonly at: number }[] = [];
  private head = new Head();

  constructor(
    private readonly table: Table,
    private readonly form: TableForm,
    private readonly section: Section | undefined,
  ) {
    this.index = formIndex(form);
  }

  bind(rows: readonly (readonly Entry[])[]): BoundTable {
    if (this.form.labelColumns === 0) this.bindUnlabelled(rows);
    else {
      for (const row of showsRows(this.table) ? rows : this.logicalRows(rows[0] ?? [])) this.bindRow(row);
      this.bindByPlace();
    }
    return { form: this.form, table: this.table, section: this.section, labels: this.labels, rows: this.rows };
  }

  /** Cuts a stream of cells before each run of labels that follows a value. */
  private logicalRows(stream: readonly Entry[]): Entry[][] {
    const rows: Entry[][] = [];
    let current: Entry[] = [];
    let values = 0;
    for (const entry of stream) {
      if (entry.kind === "text" && values > 0 && (matchLabel(this.index, entry.folded) !== undefined || values >= this.widthOf(current))) {
        rows.push(current);
        [current, values] = [[], 0];
      }
      if (entry.kind !== "text") values++;
      current.push(entry);
    }
    rows.push(current);
    return rows;
  }

  /** Columns of the row that these cells begin; an unknown label behind so many values begins the next one. */
  private widthOf(row: readonly Entry[]): number {
    const label = row.findLast((entry) => entry.kind === "text");
    const band = label === undefined ? undefined : matchLabel(this.index, label.folded, "row")?.label.row?.band;
    return band?.columns.length ?? Number.POSITIVE_INFINITY;
  }

  private bindRow(entries: readonly Entry[]): void {
    const label = this.rowLabel(entries);
    this.noteLabels(label === undefined ? entries : entries.slice(0, Math.max(0, label.next - 1)));
    if (label === undefined) {
      if (entries.some((entry) => entry.kind === "value") && entries.some((entry) => entry.kind === "text")) this.unknown.push({ entries, at: this.rows.length });
      else this.head.add(entries, this.index);
      return;
    }
    if (this.seen.has(label.row.form) || label.next === entries.length) return;
    this.seen.add(label.row.form);
    this.rows.push(this.placeRow(entries, label));
    this.head.rowsFollow();
  }

  /** A short label misspelt (行政可, （七）合计) is no likeness to go by; between two known rows that miss just one, its place is. */
  private bindByPlace(): void {
    const forms = this.form.bands.flatMap((band) => band.rows.map((form) => ({ form, band })));
    const places = new Map(forms.map(({ form }, place) => [form, place]));
    const placeOf = (at: number, otherwise: number): number => places.get(this.rows[at]?.form ?? noRow) ?? otherwise;
    const known = this.rows.length;
    for (const { entries, at } of this.alone()) {
      const [row, second] = forms.slice((at === 0 ? -1 : placeOf(at - 1, -1)) + 1, at >= known ? forms.length : placeOf(at, forms.length));
      const next = labelEnd(entries);
      const entry = entries[next - 1];
      if (row === undefined || second !== undefined || entry === undefined || this.seen.has(row.form)) continue;
      if (!shareCharacter(labelCore(entry.folded), labelCore(fold(row.form.label.text)))) continue;
      this.seen.add(row.form);
      this.labels.push({ cell: entry.cell, expected: row.form.label.text, role: "row", isExact: false });
      this.rows.push(this.placeRow(entries, { row, entry, next }));
    }
  }

  /** Unknown rows with no other unknown one beside them. */
  private alone(): readonly Binder["unknown"][number][] {
    return this.unknown.filter(({ at }, i) => this.unknown[i - 1]?.at !== at && this.unknown[i + 1]?.at !== at);
  }

  /** The last label before the values that names a row; the ones before it name its groups. */
  private rowLabel(entries: readonly Entry[]): RowLabel | undefined {
    const firstValue = entries.findIndex((entry) => entry.kind === "value");
    const leading = firstValue < 0 ? entries.length : firstValue;
    const last = this.rowLabelAt(entries, leading - 1, likely);
    if (last !== undefined) return last;
    for (const isWanted of [exactly, likely]) {
      for (let at = leading - 2; at >= 0; at--) {
        const found = this.rowLabelAt(entries, at, isWanted);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  private rowLabelAt(entries: readonly Entry[], at: number, isWanted: (match: LabelMatch) => boolean): RowLabel | undefined {
    const entry = entries[at];
    if (entry === undefined || entry.kind !== "text" || this.isHead(entry)) return undefined;
    const match = matchLabel(this.index, entry.folded, "row") ?? this.brokenLabel(entries, at);
    if (match?.label.row === undefined || !isWanted(match)) return undefined;
    this.labels.push({ cell: entry.cell, expected: match.label.text, role: "row", isExact: match.isExact });
    return { row: match.label.row, entry, next: at + 1 };
  }

  /** A column's head is never a row, however alike they read: 总计 and （七）总计. */
  private isHead(entry: Entry): boolean {
    const labels = this.index.exact.get(entry.folded);
    return labels !== undefined && labels.every((label) => label.role !== "row");
  }

  /** A label that a narrow column broke over two or three lines. */
  private brokenLabel(entries: readonly Entry[], at: number): LabelMatch | undefined {
    let joined = entries[at]?.folded ?? "";
    for (let from = at - 1; from >= Math.max(0, at - 2); from--) {
      const entry = entries[from];
      if (entry === undefined || entry.kind !== "text") return undefined;
      joined = entry.folded + joined;
      const match = matchLabel(this.index, joined, "row");
      if (match?.isExact === true) return match;
    }
    return undefined;
  }

  private placeRow(entries: readonly Entry[], label: RowLabel): BoundRow {
    const { form, band } = label.row;
    const byHead = showsRows(this.table) ? this.head.place(entries, label.next, band.columns) : undefined;
    if (byHead !== undefined) return this.boundRow(label, byHead.flatMap((entry, i) => this.fact(form, band.columns[i], entry)));
    const placed = placeValues(entries.slice(label.next), band.columns.length);
    if (placed !== undefined) return this.boundRow(label, placed.flatMap((entry, i) => this.fact(form, band.columns[i], entry)));
    return { form, label: label.entry.cell, state: "ambiguous", facts: this.certainTotal(entries.slice(label.next), label) };
  }

  private boundRow(label: RowLabel, facts: readonly Fact[]): BoundRow {
    return { form: label.row.form, label: label.entry.cell, state: "bound", facts };
  }

  private fact(row: RowForm, column: BoundRow["facts"][number]["column"] | undefined, entry: Entry | undefined): Fact[] {
    if (column === undefined || entry === undefined) return [];
    return [{ key: `${this.form.key}/${row.key}/${column.key}`, table: this.form, row, column, value: readValue(entry.raw), span: entry.cell.span }];
  }

  /** Blanks are lost, but the last number equals the sum of those before it: it can only be the total. */
  private certainTotal(values: readonly Entry[], label: RowLabel): Fact[] {
    const column = label.row.band.columns.at(-1);
    const amounts = values.filter((entry) => entry.kind === "value").map((entry) => wholeNumber(entry.raw));
    const last = amounts.at(-1);
    if (column?.key !== "total" || amounts.length < 2 || last === undefined || amounts.includes(undefined)) return [];
    const sum = amounts.slice(0, -1).reduce<bigint>((total, amount) => total + (amount?.digits ?? 0n), 0n);
    return sum === last.digits ? this.fact(label.row.form, column, values.findLast((entry) => entry.kind === "value")) : [];
  }

  /** Table four has no row labels: its numbers are the first complete run of values behind the heads. */
  private bindUnlabelled(rows: readonly (readonly Entry[])[]): void {
    const [band] = this.form.bands;
    const [row] = band?.rows ?? [];
    if (band === undefined || row === undefined) return;
    this.noteLabels(rows.flat());
    const values = showsRows(this.table) ? dataRow(rows) : trailingValues(rows[0] ?? []);
    if (values === undefined) return;
    const placed = placeValues(values, band.columns.length);
    const facts = (placed ?? []).flatMap((entry, i) => this.fact(row, band.columns[i], entry));
    this.rows.push({ form: row, label: undefined, state: placed === undefined ? "ambiguous" : "bound", facts });
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
}

/** Stands for a row that is not there. */
const noRow: RowForm = { key: "", label: { text: "" }, groups: [] };

/** Place behind the last label before the values. */
function labelEnd(entries: readonly Entry[]): number {
  const firstValue = entries.findIndex((entry) => entry.kind === "value");
  return entries.slice(0, firstValue).findLastIndex((entry) => entry.kind === "text") + 1;
}

function shareCharacter(a: string, b: string): boolean {
  return [...a].some((character) => b.includes(character));
}

function exactly(match: LabelMatch): boolean {
  return match.isExact;
}

function likely(): boolean {
  return true;
}

function wholeNumber(raw: string): Amount | undefined {
  const value = readValue(raw);
  return value.kind === "number" && value.amount.scale === 0 ? value.amount : undefined;
}
