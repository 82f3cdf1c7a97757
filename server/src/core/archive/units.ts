import type { ColumnForm } from "../forms/edition.js";

/** What money is counted in: the form's head says 万元, and where it says nothing the sum is written with it. */
export const moneyUnit = "万元";

/** Whether the form prints the unit; otherwise the cell has to say it (采购总金额). */
export function printsUnit({ label }: ColumnForm): boolean {
  return label.text.includes(moneyUnit);
}

/**
 * The amount of a cell (in millionths, money in 万元) if it may be added up. Undefined where the unit of money is not known, or
 * pieces are counted in money.
 */
export function inColumn(column: ColumnForm, exact: bigint, unit: string | undefined): bigint | undefined {
  if (column.kind !== "amount") return unit?.endsWith("元") === true ? undefined : exact;
  return unit !== undefined || exact === 0n || printsUnit(column) ? exact : undefined;
}
