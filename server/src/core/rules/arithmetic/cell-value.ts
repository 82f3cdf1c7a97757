import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { formatAmount, readValue, type CellValue } from "../../report/amount.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName } from "./words.js";

type NumberValue = Extract<CellValue, { readonly kind: "number" }>;

/** One 分 is 0.000001 万元: no amount of money has more decimals. */
const mostDecimals = 6;
/** Dashes and 无 say none; XX and ___ are still to be filled in. */
const meansNone = /^[-—–－─/／\\无暂]+$/;

const messages = {
  notNumber: (cell: string, raw: string): Words => ({ zh: `${cell}填的是“${raw}”，不是数字。此格应填数字，没有的填 0。`, en: `${cell} holds “${raw}”, which is not a number. Enter a number, 0 for none.` }),
  placeholder: (cell: string, raw: string): Words => ({ zh: `${cell}填的是“${raw}”。此格应填数字，没有的填 0。`, en: `${cell} holds “${raw}”. Enter a number, 0 for none.` }),
  negative: (cell: string, raw: string): Words => ({ zh: `${cell}填的是负数 ${raw}。件数不能为负，请核对。`, en: `${cell} is negative (${raw}). A count cannot be negative.` }),
  signed: (cell: string, raw: string): Words => ({ zh: `${cell}填的是“${raw}”。此格填件数，不带正负号。`, en: `${cell} holds “${raw}”. This is a count, without a sign.` }),
  decimals: (cell: string, raw: string): Words => ({ zh: `${cell}填的是 ${raw}。此格填件数，应为整数。`, en: `${cell} is ${raw}. This is a count and must be a whole number.` }),
  tooManyDecimals: (cell: string, raw: string): Words => ({ zh: `${cell}填的是 ${raw}，小数超过 6 位。以万元计的金额最多精确到 0.000001（1 分）。`, en: `${cell} is ${raw}: an amount in 10,000 yuan has at most six decimals (one fen).` }),
  unit: (cell: string, raw: string, unit: string): Words => ({ zh: `${cell}填的是“${raw}”，多了单位“${unit}”。此格只填数字。`, en: `${cell} holds “${raw}”: leave out the unit “${unit}”, enter the number only.` }),
  wrongUnit: (cell: string, raw: string): Words => ({ zh: `${cell}填的是“${raw}”。表头单位为万元，请换算为万元后只填数字。`, en: `${cell} holds “${raw}”. The head says 10,000 yuan: convert and enter the number only.` }),
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

function foundIn(fact: Fact, report: Report): Found | undefined {
  const message = wordsFor(fact, report);
  if (message === undefined) return undefined;
  const expected = plainNumber(fact.value);
  return {
    key: fact.key,
    span: fact.span,
    message,
    fact: fact.key,
    found: fact.value.kind === "blank" ? "" : fact.value.raw,
    ...(expected === undefined ? {} : { expected }),
    ...(fact.value.kind === "placeholder" || isUnitOnly(fact) ? { severity: "warning" as const } : {}),
  };
}

function isUnitOnly({ value }: Fact): boolean {
  return value.kind === "number" && value.unit !== undefined;
}

function wordsFor(fact: Fact, report: Report): Words | undefined {
  const { value } = fact;
  if (value.kind === "blank" || isPlainCount(value)) return undefined;
  const cell = cellName(fact);
  if (value.kind === "text") return messages.notNumber(cell, value.raw.slice(0, 20));
  if (value.kind === "placeholder") return isStillOpen(fact, report) ? undefined : messages.placeholder(cell, value.raw);
  if (fact.column.kind === "count") return countWords(cell, value);
  return fact.column.kind === "amount" ? amountWords(fact, cell, value) : undefined;
}

/** Nearly every cell: nothing can be wrong with it, and no words are made for it. */
function isPlainCount(value: CellValue): boolean {
  return value.kind === "number" && value.amount.scale === 0 && value.unit === undefined && /^\d+$/.test(value.raw);
}

/** While the draft is being written a placeholder does what it is there for. */
function isStillOpen(fact: Fact, report: Report): boolean {
  return report.stage === "draft" || report.tables.some((bound) => bound.form === fact.table && bound.section?.isOpen === true);
}

function countWords(cell: string, value: NumberValue): Words | undefined {
  if (value.amount.digits < 0n) return messages.negative(cell, value.raw);
  if (value.amount.scale > 0) return messages.decimals(cell, value.raw);
  if (value.unit !== undefined) return messages.unit(cell, value.raw, value.unit);
  return /^[+＋±]|\//.test(value.raw) ? messages.signed(cell, value.raw) : undefined;
}

function amountWords(fact: Fact, cell: string, value: NumberValue): Words | undefined {
  if (value.amount.digits < 0n) return messages.negative(cell, value.raw);
  const headSaysUnit = fact.column.label.text.includes("万元");
  if (headSaysUnit && value.unit === "万元") return messages.unit(cell, value.raw, value.unit);
  if (headSaysUnit && value.unit !== undefined) return messages.wrongUnit(cell, value.raw);
  return headSaysUnit && value.amount.scale > mostDecimals ? messages.tooManyDecimals(cell, value.raw) : undefined;
}

/** The number that the cell plainly means; undefined where the author has to say it. */
function plainNumber(value: CellValue): string | undefined {
  if (value.kind === "placeholder") return meansNone.test(value.raw) ? "0" : undefined;
  if (value.kind === "number") return value.amount.digits >= 0n && value.unit !== "元" && value.unit !== "亿元" ? formatAmount(value.amount) : undefined;
  return value.kind === "text" ? numberInside(value.raw) : undefined;
}

/** `12（件）`, `约12`, `l2` are not guessed; `12。` and `12.` are. */
function numberInside(raw: string): string | undefined {
  const inner = readValue(raw.replace(/[。.，,；;\s]+$/, ""));
  return inner.kind === "number" && inner.unit === undefined ? formatAmount(inner.amount) : undefined;
}

function repairs(fact: Fact | undefined): Repair[] {
  const value = fact === undefined ? undefined : plainNumber(fact.value);
  if (fact === undefined || value === undefined) return [];
  const isWhole = fact.column.kind !== "count" || !value.includes(".");
  return isWhole ? [{ title: { zh: `改为 ${value}`, en: `Change to ${value}` }, safety: "review", edits: [{ span: fact.span, newText: value }] }] : [];
}
