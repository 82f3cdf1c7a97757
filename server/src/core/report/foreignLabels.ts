// Labels of the form of other years: what edition-mismatch tells, and what other rules then need not.
import type { Edition, LabelForm } from "../forms/edition.js";
import { foldedLabel } from "../forms/label.js";
import { editions } from "../forms/editions.js";
import { labelWords } from "../forms/lexicon.js";
import type { BoundTable, Report } from "./report.js";
import { cellText, type Cell, type Table } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";

export interface ForeignLabel {
  readonly table: Table;
  readonly cell: Cell;
  /** Folded, as the other form has them. */
  readonly words: string;
  readonly edition: Edition;
}

/** In the order of the text. Only in tables that are the form's own: other tables may use such words as they like. */
export const foreignLabels: (report: Report) => readonly ForeignLabel[] = remembered((report) => officialTables(report).flatMap((table) => foreignIn(report, table)));

const foreignByTable: (report: Report) => ReadonlyMap<Table, readonly ForeignLabel[]> = remembered((report) => {
  const found = new Map<Table, ForeignLabel[]>();
  for (const label of foreignLabels(report)) {
    const known = found.get(label.table);
    if (known === undefined) found.set(label.table, [label]);
    else known.push(label);
  }
  return found;
});

/**
 * One foreign label may be a slip, however often it stands there, and so may names that the other form has for the same rows and
 * columns; where there are several, the whole table is of that form, and its rows and blanks come of it.
 */
export function isOfOtherForm(report: Report, { table, labels }: BoundTable): boolean {
  const found = foreignByTable(report).get(table) ?? [];
  if (new Set(found.map(({ words }) => words)).size < 2) return false;
  const taken = new Set(labels.map(({ cell }) => cell));
  return found.some(({ cell }) => !taken.has(cell));
}

/** Shorter labels are anybody's words. */
const shortestTelling = 4;

/** Labels that only this edition has, by each of the others. */
const tellingLabels: (own: Edition) => ReadonlyMap<string, Edition> = remembered((own) => {
  const known = labelsOf(own);
  const others = editions.filter((edition) => edition !== own && edition.id !== own.id && edition.tables.length > 0);
  return new Map(others.flatMap((edition) => [...labelsOf(edition)].filter((label) => !known.has(label) && label.length >= shortestTelling).map((label) => [label, edition] as const)));
});

function labelsOf(edition: Edition): Set<string> {
  const forms: LabelForm[] = edition.tables.flatMap((table) => [...table.captions, ...table.bands.flatMap((band) => [band.title, band.head, ...band.columns.map(({ label }) => label), ...band.rows.map(({ label }) => label)])]).filter((form) => form !== undefined);
  return new Set(forms.flatMap(({ text, aliases }) => [text, ...(aliases ?? [])]).map(foldedLabel));
}

function officialTables({ tables }: Report): Table[] {
  return [...new Set(tables.map(({ table }) => table))].sort((a, b) => a.span.start - b.span.start);
}

function foreignIn({ text, edition }: Report, table: Table): ForeignLabel[] {
  const labels = tellingLabels(edition);
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell): ForeignLabel[] => {
      const said = cellText(text, cell);
      // Folding makes nothing longer: a count need not be folded to be known as none of the labels.
      if (cell.isMerged === true || said.length < shortestTelling) return [];
      const words = labelWords(fold(said));
      const other = labels.get(words);
      return other === undefined ? [] : [{ table, cell, words, edition: other }];
    }),
  );
}
