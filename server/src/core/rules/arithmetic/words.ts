import { amountOf, exactly, type Range } from "../../arithmetic/range.js";
import { operandsOf, type Identity, type Operand, type Reading } from "../../arithmetic/identity.js";
import { formatAmount } from "../../report/amount.js";
import type { Words } from "../../check/rule.js";
import type { Fact } from "../../report/report.js";

/** A label as a message quotes it: without the explanation in brackets behind it, inner quotation marks single. */
function shortLabel(label: string): string {
  const explanation = label.indexOf("（", 4);
  const short = explanation > 0 && label.endsWith("）") ? label.slice(0, explanation) : label;
  return short.replace(/“/g, "‘").replace(/”/g, "’");
}

/** Row and column of a cell in the form's own words: “（一）予以公开”的“自然人”. */
export function cellName(fact: Fact): Words {
  const column = fact.column.label.text;
  if (fact.table.labelColumns === 0) return both(`“${fact.column.group ?? ""}·${column}”`);
  const row = shortLabel(fact.row.label.text);
  const columns = fact.table.bands.find((band) => band.rows.includes(fact.row))?.columns.length ?? 1;
  return columns === 1 ? both(`“${row}”`) : { zh: `“${row}”的“${column}”`, en: `“${column}” of “${row}”` };
}

function both(words: string): Words {
  return { zh: words, en: words };
}

/** Several things in one sentence, with the word between them in each language. */
export function listed(words: readonly Words[], zh: string, en: string): Words {
  return { zh: words.map((word) => word.zh).join(zh), en: words.map((word) => word.en).join(en) };
}

export function plain(millionths: bigint): string {
  return formatAmount(amountOf(millionths));
}

/** “总计”列 or “（一）予以公开”行, where the identity holds. */
export function placeName(identity: Identity): Words {
  const fact = operandsOf(identity).find((operand) => operand.fact !== undefined)?.fact;
  if (fact === undefined) return both("");
  if (fact.table.labelColumns === 0) return both(fact.column.group ?? "");
  const name = identity.form.each === "column" ? fact.column.label.text : shortLabel(fact.row.label.text);
  return identity.form.each === "column" ? { zh: `“${name}”列`, en: `Column “${name}”` } : { zh: `“${name}”行`, en: `Row “${name}”` };
}

/** More operands than this are counted, not listed; all of them stand in the finding's related places. */
const mostListed = 8;

/** One side of an identity with its operands; zeros are left out: 予以公开 4 + 部分公开 2 = 6. */
export function sideWords(identity: Identity, side: "left" | "right", read: Reading): string {
  const operands = identity[side];
  const ranges = operands.map(read);
  const shown = operands.flatMap((operand, i) => (isZero(ranges[i]) && operands.length > 2 ? [] : [`${shortLabel(operand.label)}${operandWords(operand, ranges[i])}`]));
  const sum = ranges.reduce((total, range) => total + range.low, 0n);
  // 自然人 5 = 5 says nothing more than 自然人 5.
  if (operands.length === 1 || (shown.length === 1 && ranges.every((range) => exactly(range) !== undefined))) return shown.join("");
  const listed = shown.length > mostListed ? `${shown.slice(0, mostListed).join(" + ")} + … （${shown.length} 项）` : shown.join(" + ");
  return `${shown.length === 0 ? "…" : listed} = ${plain(sum)}`;
}

/** With the space before it. A blank is told as one, also where it counts as none. */
function operandWords({ fact }: Operand, range: Range | undefined): string {
  const value = range === undefined || fact?.value.kind === "blank" ? undefined : exactly(range);
  return value === undefined ? "（空）" : ` ${plain(value)}`;
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
