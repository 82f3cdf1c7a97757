import { remembered } from "../text/remembered.js";
import type { Fact, Report } from "./report.js";

/** Tables in chapters that are still to be written. */
const openTables: (report: Report) => ReadonlySet<string> = remembered((report) => new Set(report.tables.filter((bound) => bound.section?.isOpen === true).map((bound) => bound.form.key)));

/** Whether a cell is the author's last word: a blank or a dash in it then says none. */
export function isFinished(report: Report, { table }: Fact): boolean {
  return report.stage === "final" && !openTables(report).has(table.key);
}
