// One official table that a page break, or headings of the author's own, have cut into several.
import type { TableForm } from "../forms/edition.js";
import type { BoundTable } from "./report.js";

/** The parts of one table, in the order of the text; usually just one. */
export type Pieces = readonly [BoundTable, ...BoundTable[]];

/** Tables of a kind that follow each other and have nothing in common are one table. Those that cannot be read are left out. */
export function piecedTogether(tables: readonly BoundTable[]): Pieces[] {
  const groups: [BoundTable, ...BoundTable[]][] = [];
  const latest = new Map<TableForm, { readonly group: [BoundTable, ...BoundTable[]]; readonly contents: Set<string> }>();
  for (const bound of tables.filter(({ isReadable }) => isReadable)) {
    const last = latest.get(bound.form);
    const own = contentsOf(bound);
    if (last === undefined || own.some((key) => last.contents.has(key))) {
      const group: [BoundTable, ...BoundTable[]] = [bound];
      groups.push(group);
      latest.set(bound.form, { group, contents: new Set(own) });
    } else {
      last.group.push(bound);
      for (const key of own) last.contents.add(key);
    }
  }
  return groups;
}

/** Rows, or of a table without labels of rows the cells. */
function contentsOf({ form, rows }: BoundTable): string[] {
  return rows.flatMap((row) => (form.labelColumns === 0 && row.facts.length > 0 ? row.facts.map(({ key }) => key) : [row.form.key]));
}
