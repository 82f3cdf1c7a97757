import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { footnoteOf, formatAmount, type Amount, type CellValue } from "../../report/amount.js";
import { isFinished } from "../../report/finished.js";
import { kindOf } from "../../report/kind.js";
import { meantNumber, type Spelt } from "../../report/meantNumber.js";
import type { Fact, Report } from "../../report/report.js";
import { slice } from "../../text/span.js";
import { printsUnit } from "../../archive/units.js";
import { fold } from "../../text/fold.js";
import { meansNone } from "../../text/valueText.js";
import { remembered } from "../../text/remembered.js";
import { cellName } from "./words.js";

type NumberValue = Extract<CellValue, { readonly kind: "number" }>;

/** From this many cells with the same mark on they are told once: somebody who writes / for none does so everywhere. */
const toldOnce = 4;
/** Places that are listed with a finding about a whole table. */
const mostRelated = 12;
/** One 分 is 0.000001 万元: no amount of money has more decimals. */
const mostDecimals = 6;

const messages = {
  notNumber: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，不是数字。此格应填数字，没有的填 0。`, en: `${cell.en} holds “${raw}”, which is not a number. Enter a number, 0 for none.` }),
  placeholder: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。此格应填数字，没有的填 0。`, en: `${cell.en} holds “${raw}”. Enter a number, 0 for none.` }),
  placeholders: (table: string, count: number, raw: string): Words => ({ zh: `${table}有 ${count} 格填的是“${raw}”。各格应填数字，没有的填 0。`, en: `${count} cells of the table hold “${raw}”. Enter numbers, 0 for none.` }),
  negative: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是负数 ${raw}。件数不能为负，请核对。`, en: `${cell.en} is negative (${raw}). A count cannot be negative.` }),
  signed: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。此格填件数，不带正负号。`, en: `${cell.en} holds “${raw}”. This is a count, without a sign.` }),
  changeWords: (cell: Words, raw: string, plain: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。格式以正负号表示增减，可写作 ${plain}。`, en: `${cell.en} holds “${raw}”. The form marks a change by its sign: ${plain}.` }),
  halfUnit: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，单位不完整。金额的单位是元，请写作“${raw}元”。`, en: `${cell.en} holds “${raw}”, half a unit. Money is counted in 元: write “${raw}元”.` }),
  decimals: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是 ${raw}。此格填件数，应为整数。`, en: `${cell.en} is ${raw}. This is a count and must be a whole number.` }),
  zeroDecimals: (cell: Words, raw: string, plain: string): Words => ({ zh: `${cell.zh}填的是 ${raw}。此格填件数，写 ${plain}，不带小数。`, en: `${cell.en} is ${raw}. This is a count: write ${plain}, without decimals.` }),
  tooManyDecimals: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是 ${raw}，小数超过 6 位。以万元计的金额最多精确到 0.000001（1 分）。`, en: `${cell.en} is ${raw}: an amount in 10,000 yuan has at most six decimals (one fen).` }),
  unit: (cell: Words, raw: string, unit: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，多了单位“${unit}”。此格只填数字。`, en: `${cell.en} holds “${raw}”: leave out the unit “${unit}”, enter the number only.` }),
  scaled: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。此格按件填整数，不以万、亿为单位。`, en: `${cell.en} holds “${raw}”. This is a count: write the number in full.` }),
  wrongUnit: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”。表头单位为万元，请换算为万元后只填数字。`, en: `${cell.en} holds “${raw}”. The head says 10,000 yuan: convert and enter the number only.` }),
  noUnit: (cell: Words, raw: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，没有写单位。表头没有印单位，请写明是元还是万元。`, en: `${cell.en} holds “${raw}” without a unit. The head prints none, so say 元 or 万元.` }),
  footnote: (cell: Words, raw: string, mark: string): Words => ({ zh: `${cell.zh}填的是“${raw}”，数字后带有注号“${mark}”。此格只填数字，说明写在表后。`, en: `${cell.en} holds “${raw}”, with the mark of a note “${mark}”. Enter the number only and put the note below the table.` }),
  rowUnit: (cell: Words, raw: string, right: string): Words => ({ zh: `${cell.zh}写作“${raw}”，应为“${right}”。`, en: `${cell.en} says “${raw}”; it should be “${right}”.` }),
};

const speltMessages: Readonly<Record<Spelt, (cell: Words, raw: string, plain: string) => Words>> = {
  chinese: (cell, raw, plain) => ({ zh: `${cell.zh}填的是汉字数字“${raw}”。此格应填阿拉伯数字 ${plain}。`, en: `${cell.en} holds “${raw}” in Chinese numerals. Write ${plain}.` }),
  letters: (cell, raw, plain) => ({ zh: `${cell.zh}填的是“${raw}”，其中有字母代替数字。如是 ${plain}，请改正。`, en: `${cell.en} holds “${raw}”, with a letter for a digit. Correct it if ${plain} is meant.` }),
  bracketedUnit: (cell, raw, plain) => ({ zh: `${cell.zh}填的是“${raw}”，多了单位。此格只填数字 ${plain}。`, en: `${cell.en} holds “${raw}”: leave out the unit and write ${plain}.` }),
  punctuation: (cell, raw, plain) => ({ zh: `${cell.zh}填的是“${raw}”，数字后多了标点。此格只填数字 ${plain}。`, en: `${cell.en} holds “${raw}”: leave out the punctuation and write ${plain}.` }),
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
    const alike = placeholdersAlike(report);
    const toldTogether = new Set([...alike.values()].flat());
    for (const [key, facts] of alike) yield* together(key, facts);
    for (const fact of report.facts.values()) {
      const found = toldTogether.has(fact) ? undefined : foundIn(fact, report);
      if (found !== undefined) yield found;
    }
  },
  repairs: (finding, report) => repairs(placeholdersAlike(report).get(finding.data.key) ?? [report.facts.get(finding.data.key)].filter((fact) => fact !== undefined)),
});

/** Of each table the cells that hold the same mark for a number, where there are so many that they are told once. */
const placeholdersAlike: (report: Report) => ReadonlyMap<string, readonly Fact[]> = remembered((report) => {
  const found = new Map<string, Fact[]>();
  for (const fact of report.facts.values()) {
    if (fact.value.kind !== "placeholder" || kindOf(fact) === "unit" || !isFinished(report, fact)) continue;
    const key = `table/${fact.table.key}/${fact.value.raw}`;
    found.set(key, [...(found.get(key) ?? []), fact]);
  }
  return new Map([...found].filter(([, facts]) => facts.length >= toldOnce));
});

function* together(key: string, [first, ...others]: readonly Fact[]): Iterable<Found> {
  if (first === undefined) return;
  const raw = rawOf(first.value);
  const related = others.slice(0, mostRelated).map((fact) => ({ span: fact.span, message: { zh: `${cellName(fact).zh}：${raw}`, en: `${cellName(fact).en}: ${raw}` } }));
  yield { key, span: first.span, message: messages.placeholders(first.table.name, others.length + 1, raw), severity: "warning", found: raw, related };
}

/** What is wrong with a cell, and how much it weighs where that is less than an error. */
interface Fault {
  readonly message: Words;
  readonly severity?: "warning" | "information";
}

function foundIn(fact: Fact, report: Report): Found | undefined {
  const fault = faultOf(fact, report);
  if (fault === undefined) return undefined;
  const expected = plainText(fact);
  return { key: fact.key, span: fact.span, ...fault, fact: fact.key, found: rawOf(fact.value), ...(expected === undefined ? {} : { expected }) };
}

function rawOf(value: CellValue): string {
  return value.kind === "blank" ? "" : value.raw;
}

function faultOf(fact: Fact, report: Report): Fault | undefined {
  const { value } = fact;
  const kind = kindOf(fact);
  if (value.kind === "blank" || (kind !== "unit" && kind !== "amount" && isPlainCount(value))) return undefined;
  const cell = cellName(fact);
  if (kind === "unit") return unitFault(fact, cell, value.raw);
  if (value.kind === "text") return textFault(cell, value.raw);
  // While the draft is being written a placeholder does what it is there for.
  if (value.kind === "placeholder") return !isFinished(report, fact) ? undefined : { message: messages.placeholder(cell, value.raw), severity: "warning" };
  const mark = footnoteOf(value.raw);
  if (mark !== undefined) return { message: messages.footnote(cell, value.raw, mark), severity: "warning" };
  if (kind === "count") return countFault(cell, value);
  if (kind === "change" && wordsOfChange.test(value.raw)) return { message: messages.changeWords(cell, value.raw, signed(value.amount)), severity: "information" };
  return kind === "amount" ? amountFault(fact, cell, value, report) : undefined;
}

/** Nearly every cell: nothing can be wrong with it, and no words are made for it. */
function isPlainCount(value: CellValue): boolean {
  return value.kind === "number" && value.amount.scale === 0 && value.unit === undefined && /^\d+$/.test(value.raw);
}

function textFault(cell: Words, raw: string): Fault {
  const meant = meantNumber(raw);
  return { message: meant === undefined ? messages.notNumber(cell, raw.slice(0, 20)) : speltMessages[meant.spelt](cell, raw, formatAmount(meant.amount)) };
}

/** Words that count things; another word in such a cell may be anything. */
const measureWords = /^(?:件|条|次|个|人|人次|份|篇|宗|项|元|万元)$/;

function unitFault({ row }: Fact, cell: Words, raw: string): Fault | undefined {
  const found = fold(raw);
  if (row.unit === undefined || found === row.unit || !measureWords.test(found)) return undefined;
  return { message: messages.rowUnit(cell, raw, row.unit), severity: "warning" };
}

function countFault(cell: Words, value: NumberValue): Fault | undefined {
  const { amount, unit, raw } = value;
  if (amount.digits < 0n) return { message: messages.negative(cell, raw) };
  if (unit?.startsWith("万") === true || unit?.startsWith("亿") === true) return { message: messages.scaled(cell, raw), severity: "warning" };
  if (amount.scale > 0) return { message: isWhole(amount) ? messages.zeroDecimals(cell, raw, formatAmount(whole(amount))) : messages.decimals(cell, raw) };
  if (unit !== undefined) return { message: messages.unit(cell, raw, unit), severity: "warning" };
  return /^[+＋±增]|\//.test(raw) ? { message: messages.signed(cell, raw) } : undefined;
}

/** 增28, 减7: read as +28 and -7. */
const wordsOfChange = /^[增减減]/;

/** 3.2万 for 3.2万元. */
function isHalfUnit({ unit }: NumberValue): boolean {
  return unit === "万" || unit === "亿";
}

function signed(amount: Amount): string {
  return `${amount.digits > 0n ? "+" : ""}${formatAmount(amount)}`;
}

function amountFault(fact: Fact, cell: Words, value: NumberValue, report: Report): Fault | undefined {
  if (value.amount.digits < 0n) return { message: messages.negative(cell, value.raw) };
  if (!printsUnit(fact.column) && isHalfUnit(value)) return { message: messages.halfUnit(cell, value.raw), severity: "warning" };
  if (!printsUnit(fact.column)) return value.unit !== undefined || value.amount.digits === 0n || fact.table.optional === true || tellsUnit(report, fact) ? undefined : { message: messages.noUnit(cell, value.raw), severity: "warning" };
  if (value.unit === "万元") return { message: messages.unit(cell, value.raw, value.unit), severity: "warning" };
  if (value.unit !== undefined) return { message: messages.wrongUnit(cell, value.raw) };
  return value.amount.scale > mostDecimals ? { message: messages.tooManyDecimals(cell, value.raw) } : undefined;
}

/** 采购总金额（万元） in the draft's own head, 单位：元 over the table, 以上金额单位为万元 below it. */
function tellsUnit({ text, tables, sections }: Report, { table }: Fact): boolean {
  const bound = tables.find(({ form }) => form === table);
  const section = sections.find(({ span }) => bound !== undefined && span.start <= bound.table.span.start && bound.table.span.start < span.end);
  const around = section?.span ?? bound?.table.span ?? { start: 0, end: text.length };
  return /[(:为是计]万?元/.test(fold(slice(text, around)));
}

/** What the cell plainly means; undefined where the author has to say it. */
function plainText(fact: Fact): string | undefined {
  const { value } = fact;
  const kind = kindOf(fact);
  if (kind === "unit") return fact.row.unit;
  if (kind === "change" && value.kind === "number" && wordsOfChange.test(value.raw)) return signed(value.amount);
  if (kind === "amount" && value.kind === "number" && !printsUnit(fact.column) && isHalfUnit(value)) return `${value.raw}元`;
  const amount = amountMeant(fact);
  if (amount === undefined || amount.digits < 0n) return undefined;
  const plain = formatAmount(kind === "count" && isWhole(amount) ? whole(amount) : amount);
  const isPossible = kind !== "count" || !plain.includes(".");
  return isPossible && plain !== rawOf(value) ? plain : undefined;
}

function amountMeant(fact: Fact): Amount | undefined {
  const { value } = fact;
  if (value.kind === "placeholder") return meansNone(value.raw) ? { digits: 0n, scale: 0 } : undefined;
  if (value.kind === "text") return meantNumber(value.raw)?.amount;
  return value.kind === "number" ? numberMeant(value, kindOf(fact) === "count") : undefined;
}

/** 1.2万件 are 12000 where things are counted; 元, 万 and 亿元 under a head that says 万元 are for the author to convert. */
function numberMeant({ amount, unit }: NumberValue, isCount: boolean): Amount | undefined {
  const power = unit?.startsWith("万") === true ? 4 : unit?.startsWith("亿") === true ? 8 : 0;
  if (isCount) return { digits: amount.digits * 10n ** BigInt(power), scale: amount.scale };
  return unit === undefined || unit === "万元" ? amount : undefined;
}

function isWhole({ digits, scale }: Amount): boolean {
  return digits % 10n ** BigInt(scale) === 0n;
}

function whole({ digits, scale }: Amount): Amount {
  return { digits: digits / 10n ** BigInt(scale), scale: 0 };
}

function repairs(facts: readonly Fact[]): Repair[] {
  const edits = facts.flatMap((fact) => {
    const newText = plainText(fact);
    return newText === undefined ? [] : [{ span: fact.span, newText }];
  });
  const [first, second] = edits;
  if (first === undefined) return [];
  const title = second === undefined ? { zh: `改为 ${first.newText}`, en: `Change to ${first.newText}` } : { zh: `${edits.length} 格全部改为 ${first.newText}`, en: `Change all ${edits.length} cells to ${first.newText}` };
  return [{ title, safety: "review", edits }];
}
