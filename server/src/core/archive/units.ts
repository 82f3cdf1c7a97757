import type { ColumnForm } from "../forms/edition.js";

/** 万元 in units of 元. */
const tenThousand = 10_000n;

/** What money is counted in: the form's head says 万元, and where it says nothing the sum is written with it. */
export const moneyUnit = "万元";

/** Whether the form prints the unit; otherwise the cell has to say it (采购总金额). */
export function printsUnit({ label }: ColumnForm): boolean {
  return label.text.includes(moneyUnit);
}

/**
 * A number of a cell as its column counts it: pieces as they are, money in 万元. Undefined where the unit is not known, does not
 * fit the column, or leaves less than one 分. In millionths, both ways.
 */
export function inColumn(column: ColumnForm, exact: bigint, unit: string | undefined): bigint | undefined {
  if (column.kind !== "amount") return unit?.endsWith("元") === true ? undefined : exact;
  if (unit === undefined) return exact === 0n || printsUnit(column) ? exact : undefined;
  if (unit === moneyUnit) return exact;
  if (unit === "亿元") return exact * tenThousand;
  return unit === "元" && exact % tenThousand === 0n ? exact / tenThousand : undefined;
}
