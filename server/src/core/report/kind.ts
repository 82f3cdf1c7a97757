import type { ValueKind } from "../forms/edition.js";
import type { Fact } from "./report.js";

/** What a cell should hold: what its column says, unless its row is money among counts. */
export function kindOf({ row, column }: Pick<Fact, "row" | "column">): ValueKind {
  return column.kind === "unit" ? "unit" : (row.kind ?? column.kind);
}
