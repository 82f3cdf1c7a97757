import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { formatAmount, readValue, type CellValue } from "../../report/amount.js";
import { isFinished } from "../../report/finished.js";
import type { Fact, Report } from "../../report/report.js";
import { meansNone } from "../../text/valueText.js";
import { cellName } from "./words.js";

type NumberValue = Extract<CellValue, { readonly kind: "number" }>;

/** One 分 is 0.000001 万元: no amount of money has more decimals. */
const mostDecimals = 6;

const messages = {
  notNumber: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，不是数字。此格应填数字，没有的填 0。`, en: `${cell.en} holds “${raw}”, which is not a number. Enter a number, 0 for none.` }),
  placeholder: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。此格应填数字，没有的填 0。`, en: `${cell.en} holds “${raw}”. Enter a number, 0 for none.` }),
  negative: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是负数 ${raw}。件数不能为负，请核对。`, en: `${cell.en} is negative (${raw}). A count cannot be negative.` }),
  signed: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。此格填件数，不带正负号。`, en: `${cell.en} holds “${raw}”. This is a count, without a sign.` }),
  decimals: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是 ${raw}。此格填件数，应为整数。`, en: `${cell.en} is ${raw}. This is a count and must be a whole number.` }),
  tooManyDecimals: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是 ${raw}，小数超过 6 位。以万元计的金额最多精确到 0.000001（1 分）。`, en: `${cell.en} is ${raw}: an amount in 10,000 yuan has at most six decimals (one fen).` }),
  unit: (cell: Words, raw: string, unit: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，多了单位“${unit}”。此格只填数字。`, en: `${cell.en} holds “${raw}”: leave out the unit “${unit}”, enter the number only.` }),
  wrongUnit: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。表头单位为万元，请换算为万元后只填数字。`, en: `${cell.en} holds “${raw}”. The head says 10,000 yuan: convert and enter the number only.` }),
};

export default defineRule({
  code: "cell-value",
  group: "arithmetic",
  scope: "report",
  phase: "typing",
  summary: { zh: "表格中的数不是应填的数：不是数字、带单位、带符号、有小数、用横线代替", en: "A cell does not hold the number it should: text, a unit, a sign, decimals, a dash" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表：除收费金额、采购总金额外均为非负整数", en: "Form of 2019 and 2021: everything but amounts of money is a whole number, not negative" },
  repair: "review",
  *check(report) {
    for (const fact of report.facts.values()) {
      const found = foundIn(fact, report);
      if (found !== undefined) yield found;
    }
  },
  repairs: (finding, report) => repairs(report.facts.get(finding.data.key)),
});

/** What is wrong with a cell, and how much it weighs where that is less than an error. */
interface Fault {
  readonly message: Words;
  readonly severity?: "warning";
}

function foundIn(fact: Fact, report: Report): Found | undefined {
  const fault = faultOf(fact, report);
  if (fault === undefined) return undefined;
  const expected = plainNumber(fact);
  return { key: fact.key, span: fact.span, ...fault, fact: fact.key, found: rawOf(fact.value), ...(expected === undefined ? {} : { expected }) };
}

function rawOf(value: CellValue): string {
  return value.kind === "blank" ? "" : value.raw;
}

function faultOf(fact: Fact, report: Report): Fault | undefined {
  const { value } = fact;
  if (value.kind === "blank" || isPlainCount(value)) return undefined;
  const cell = cellName(fact);
  if (value.kind === "text") return { message: messages.notNumber(cell, value.raw.slice(0, 20)) };
  // While the draft is being written a placeholder does what it is there for.
  if (value.kind === "placeholder") return !isFinished(report, fact) ? undefined : { message: messages.placeholder(cell, value.raw), severity: "warning" };
  if (fact.column.kind === "count") return countFault(cell, value);
  return fact.column.kind === "amount" ? amountFault(fact, cell, value) : undefined;
}

/** Nearly every cell: nothing can be wrong with it, and no words are made for it. */
function isPlainCount(value: CellValue): boolean {
  return value.kind === "number" && value.amount.scale === 0 && value.unit === undefined && /^\d+$/.test(value.raw);
}

function countFault(cell: Words, value: NumberValue): Fault | undefined {
  if (value.amount.digits < 0n) return { message: messages.negative(cell, value.raw) };
  if (value.amount.scale > 0) return { message: messages.decimals(cell, value.raw) };
  if (value.unit !== undefined) return { message: messages.unit(cell, value.raw, value.unit), severity: "warning" };
  return /^[+＋±]|\//.test(value.raw) ? { message: messages.signed(cell, value.raw) } : undefined;
}

function amountFault(fact: Fact, cell: Words, value: NumberValue): Fault | undefined {
  if (value.amount.digits < 0n) return { message: messages.negative(cell, value.raw) };
  if (!fact.column.label.text.includes("万元")) return undefined;
  if (value.unit === "万元") return { message: messages.unit(cell, value.raw, value.unit), severity: "warning" };
  if (value.unit !== undefined) return { message: messages.wrongUnit(cell, value.raw) };
  return value.amount.scale > mostDecimals ? { message: messages.tooManyDecimals(cell, value.raw) } : undefined;
}

/** The number that the cell plainly means; undefined where the author has to say it. */
function plainNumber({ value, column }: Fact): string | undefined {
  if (value.kind === "placeholder") return meansNone(value.raw) ? "0" : undefined;
  const plain = value.kind === "number" ? numberMeant(value) : value.kind === "text" ? numberInside(value.raw) : undefined;
  const isPossible = column.kind !== "count" || plain?.includes(".") !== true;
  return isPossible && plain !== rawOf(value) ? plain : undefined;
}

/** 元 and 亿元 under a head that says 万元 are for the author to convert. */
function numberMeant({ amount, unit }: NumberValue): string | undefined {
  return amount.digits >= 0n && unit !== "元" && unit !== "亿元" ? formatAmount(amount) : undefined;
}

/** `12（件）`, `约12`, `l2` are not guessed; `12。` and `12.` are. */
function numberInside(raw: string): string | undefined {
  const inner = readValue(raw.replace(/[。.，,；;\s]+$/, ""));
  return inner.kind === "number" && inner.unit === undefined ? formatAmount(inner.amount) : undefined;
}

function repairs(fact: Fact | undefined): Repair[] {
  const value = fact === undefined ? undefined : plainNumber(fact);
  if (fact === undefined || value === undefined) return [];
  return [{ title: { zh: `改为 ${value}`, en: `Change to ${value}` }, safety: "review", edits: [{ span: fact.span, newText: value }] }];
}
