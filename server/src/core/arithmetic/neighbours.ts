import type { Fact, Report } from "../report/report.js";

/** The cells above, below, left and right of a cell, as the form has them: a number is easily copied from there. */
export function neighboursIn(report: Report): (fact: Fact) => readonly Fact[] {
  return ({ table, row, column }) => {
    const band = table.bands.find(({ rows }) => rows.includes(row));
    if (band === undefined) return [];
    const rows = beside(band.rows, row).map(({ key }) => `${table.key}/${key}/${column.key}`);
    const columns = beside(band.columns, column).map(({ key }) => `${table.key}/${row.key}/${key}`);
    return [...rows, ...columns].flatMap((key) => report.facts.get(key) ?? []);
  };
}

function beside<Item>(items: readonly Item[], item: Item): Item[] {
  const at = items.indexOf(item);
  return items.filter((_, i) => i === at - 1 || i === at + 1);
}
