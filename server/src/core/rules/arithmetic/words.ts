import { amountOf, exactly, type Range } from "../../arithmetic/range.js";
import type { Identity, Operand, Reading } from "../../arithmetic/identity.js";
import { formatAmount } from "../../report/amount.js";
import type { Fact } from "../../report/report.js";

/** A label as a message quotes it: without the explanation in brackets behind it, inner quotation marks single. */
export function shortLabel(label: string): string {
  const explanation = label.indexOf("（", 4);
  const short = explanation > 0 && label.endsWith("）") ? label.slice(0, explanation) : label;
  return short.replace(/“/g, "‘").replace(/”/g, "’");
}

/** Row and column of a cell in the form's own words: “（一）予以公开”的“自然人”. */
export function cellName(fact: Fact): string {
  if (fact.table.labelColumns === 0) return `“${groupOf(fact)}${fact.column.label.text}”`;
  const columns = fact.table.bands.find((band) => band.rows.includes(fact.row))?.columns.length ?? 1;
  return columns === 1 ? `“${shortLabel(fact.row.label.text)}”` : `“${shortLabel(fact.row.label.text)}”的“${fact.column.label.text}”`;
}

const reviewGroups: Readonly<Record<string, string>> = { reconsideration: "行政复议", directSuit: "未经复议直接起诉", suitAfterReconsideration: "复议后起诉" };

function groupOf(fact: Fact): string {
  const group = reviewGroups[fact.column.key.split(".")[0] ?? ""];
  return group === undefined ? "" : `${group}·`;
}

export function plain(millionths: bigint): string {
  return formatAmount(amountOf(millionths));
}

/** “总计”列 or “（一）予以公开”行, where the identity holds. */
export function placeName(identity: Identity): string {
  const fact = [...identity.left, ...identity.right].find((operand) => operand.fact !== undefined)?.fact;
  if (fact === undefined) return "";
  if (fact.table.labelColumns === 0) return groupOf(fact).replace("·", "");
  return identity.form.each === "column" ? `“${fact.column.label.text}”列` : `“${shortLabel(fact.row.label.text)}”行`;
}

/** More operands than this are counted, not listed; all of them stand in the finding's related places. */
const mostListed = 8;

/** One side of an identity with its operands; zeros are left out: 予以公开 4 + 部分公开 2 = 6. */
export function sideWords(identity: Identity, side: "left" | "right", read: Reading): string {
  const operands = identity[side];
  const ranges = operands.map(read);
  const shown = operands.flatMap((operand, i) => (isZero(ranges[i]) && operands.length > 2 ? [] : [`${operandName(identity, operand)} ${rangeWords(ranges[i])}`]));
  const sum = ranges.reduce((total, range) => total + range.low, 0n);
  if (operands.length === 1) return shown.join("");
  const listed = shown.length > mostListed ? `${shown.slice(0, mostListed).join(" + ")} + … （${shown.length} 项）` : shown.join(" + ");
  return `${shown.length === 0 ? "各项" : listed} = ${plain(sum)}`;
}

function operandName(identity: Identity, operand: Operand): string {
  const { fact } = operand;
  if (fact === undefined) return operand.key.split("/")[identity.form.each === "column" ? 1 : 2] ?? operand.key;
  return identity.form.each === "column" ? shortLabel(fact.row.label.text) : fact.column.label.text;
}

function rangeWords(range: Range | undefined): string {
  const value = range === undefined ? undefined : exactly(range);
  return value === undefined ? "（空）" : plain(value);
}

function isZero(range: Range | undefined): boolean {
  return range !== undefined && range.low === 0n;
}

/** Difference of the two sides as far as it is certain. */
export function gap(identity: Identity, read: Reading): bigint {
  const low = (side: readonly Operand[]): bigint => side.map(read).reduce((total, range) => total + range.low, 0n);
  const difference = low(identity.left) - low(identity.right);
  return difference < 0n ? -difference : difference;
}
