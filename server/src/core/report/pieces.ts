// One official table that a page break, or headings of the author's own, have cut into several.
import type { BoundTable } from "./report.js";

/** The parts of one table, in the order of the text; usually just one. */
export type Pieces = readonly [BoundTable, ...BoundTable[]];

/** Tables of a kind that follow each other and have nothing in common are one table. Those that cannot be read are left out. */
export function piecedTogether(tables: readonly BoundTable[]): Pieces[] {
  const groups: [BoundTable, ...BoundTable[]][] = [];
  for (const bound of tables.filter(({ isReadable }) => isReadable)) {
    const group = groups.findLast(([first]) => first.form === bound.form);
    const known = new Set(group?.flatMap(contentsOf));
    if (group === undefined || contentsOf(bound).some((key) => known.has(key))) groups.push([bound]);
    else group.push(bound);
  }
  return groups;
}

/** Rows, or of a table without labels of rows the cells. */
function contentsOf({ form, rows }: BoundTable): string[] {
  return rows.flatMap((row) => (form.labelColumns === 0 && row.facts.length > 0 ? row.facts.map(({ key }) => key) : [row.form.key]));
}
