import { identitiesOf, isBroken, operandsOf, reading, type Reading } from "../../arithmetic/identity.js";
import { amountOf } from "../../arithmetic/range.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import type { Finding } from "../../check/finding.js";
import type { Claim, Sum } from "../../narrative/claim.js";
import { contradictionsOf, type Contradiction } from "../../narrative/contradictions.js";
import { scaledAmount } from "../../narrative/values.js";
import { writtenLike } from "../../narrative/written.js";
import { formatAmount } from "../../report/amount.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName, plain } from "../arithmetic/words.js";

const messages = {
  count: (says: string, meanings: Words): Words => ({
    zh: `正文写的是“${says}”，表格里是：${meanings.zh}，对不上。请核对正文和表格，改正写错的一处。`,
    en: `The text says “${says}”, but the tables have ${meanings.en}. Compare the two and correct the wrong one.`,
  }),
  none: (says: string, meanings: Words): Words => ({
    zh: `正文写的是“${says}”，表格里却有：${meanings.zh}。请核对正文和表格，改正写错的一处。`,
    en: `The text says that there is none (“${says}”), but the tables have ${meanings.en}. Compare the two and correct the wrong one.`,
  }),
  again: { zh: "这里写的是同一个数", en: "The same number is here" },
  cell: (fact: Fact): Words => ({ zh: `表格：${cellName(fact).zh}为 ${shown(fact)}`, en: `Table: ${cellName(fact).en} is ${shown(fact)}` }),
  changeText: (value: string): Words => ({ zh: `正文改为 ${value}`, en: `Write ${value} in the text` }),
  changeCell: (fact: Fact, value: string): Words => ({ zh: `把表格里${cellName(fact).zh}改为 ${value}`, en: `Set ${cellName(fact).en} in the table to ${value}` }),
};

export default defineRule({
  code: "narrative-table",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "正文的数与表格不一致", en: "A number in the text contradicts the tables" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号的表格：正文和表格报告的是同一批数", en: "The tables of notices 〔2021〕No. 30 and 〔2019〕No. 60: text and tables report the same numbers" },
  repair: "review",
  *check(report) {
    for (const contradiction of contradictionsOf(report)) yield found(contradiction, report);
  },
  repairs: (finding, report) => repairs(finding, report),
});

function found(contradiction: Contradiction, report: Report): Found {
  const { claim, measure, values, again } = contradiction;
  const [only, second] = measure.meanings;
  const key = second === undefined && only?.plus.length === 1 && only.minus.length === 0 ? only.plus[0] : undefined;
  return {
    key: contradiction.key,
    span: claim.span,
    message: claim.relation === "count" ? messages.count(`${claim.raw}${claim.unit ?? ""}`, meaningWords(contradiction)) : messages.none(claim.raw, existingWords(contradiction, report)),
    related: [...cellsOf(contradiction, report).map((fact) => ({ span: fact.span, message: messages.cell(fact) })), ...again.map((other) => ({ span: other.span, message: messages.again }))],
    found: formatAmount(claim.amount),
    ...(key === undefined ? {} : { fact: key }),
    ...(values.length === 1 && values[0] !== undefined ? { expected: plain(values[0]) } : {}),
  };
}

/** “本年新收” 74，“本年新收＋上年结转” 75; of several with the same number the first. Money is told in 万元, as the form has it. */
function meaningWords({ measure, values }: Contradiction): Words {
  const unit = measure.isMoney ? "万元" : "";
  const words = measure.meanings.flatMap((meaning, i) => (values.indexOf(values[i] ?? 0n) < i ? [] : [`“${meaning.says}” ${plain(values[i] ?? 0n)}${unit}`]));
  return { zh: words.join("，"), en: words.join(", ") };
}

/** 尚未审结 1，结果纠正 2: what is there although there should be nothing. */
function existingWords(contradiction: Contradiction, report: Report): Words {
  const words = filledCells(contradiction, report).map((fact) => ({ name: cellName(fact), shown: shown(fact) }));
  if (words.length === 0) return meaningWords(contradiction);
  return { zh: words.map((cell) => `${cell.name.zh} ${cell.shown}`).join("，"), en: words.map((cell) => `${cell.name.en} ${cell.shown}`).join(", ") };
}

/** The cells with something in them, of all meanings; where all are empty, those of the first. */
function cellsOf(contradiction: Contradiction, report: Report): readonly Fact[] {
  const filled = filledCells(contradiction, report);
  return filled.length > 0 ? filled : factsOf(contradiction, report).slice(0, 1);
}

function filledCells(contradiction: Contradiction, report: Report): readonly Fact[] {
  return factsOf(contradiction, report).filter((fact) => fact.value.kind === "number" && fact.value.amount.digits !== 0n);
}

function factsOf({ measure }: Contradiction, report: Report): readonly Fact[] {
  const keys = new Set(measure.meanings.flatMap(({ plus, minus }) => [...plus, ...minus]));
  return [...keys].flatMap((key) => report.facts.get(key) ?? []);
}

function shown({ value }: Fact): string {
  return value.kind === "number" ? value.raw : "空";
}

function repairs(finding: Finding, report: Report): readonly Repair[] {
  const contradiction = contradictionsOf(report).find(({ key }) => key === finding.data.key);
  if (contradiction === undefined || contradiction.claim.relation !== "count" || contradiction.measure.isMoney) return [];
  return [...textRepairs(contradiction), ...cellRepairs(contradiction, report)];
}

function textRepairs({ claim, again, values, measure }: Contradiction): readonly Repair[] {
  const plainMeanings = values.filter((_, i) => measure.meanings[i]?.minus.length === 0);
  return [...new Set(plainMeanings)].map((value) => {
    const places: readonly Claim[] = [claim, ...again];
    return { title: messages.changeText(plain(value)), safety: "review", edits: places.map(({ span, raw }) => ({ span, newText: writtenLike(raw, amountOf(value)) })) };
  });
}

/** Only where one cell is what the words mean and no sum of the table speaks against it. */
function cellRepairs({ claim, measure }: Contradiction, report: Report): readonly Repair[] {
  const value = formatAmount(claim.amount);
  return measure.meanings.filter(isSingleCell).flatMap(({ plus }) => {
    const fact = report.facts.get(plus[0] ?? "");
    return fact === undefined || breaksSums(report, fact, claim) ? [] : [{ title: messages.changeCell(fact, value), safety: "review" as const, edits: [{ span: fact.span, newText: value }] }];
  });
}

function breaksSums(report: Report, fact: Fact, { amount }: Claim): boolean {
  const read = reading(report);
  const value = scaledAmount(amount);
  const changed: Reading = (operand) => (operand.fact === fact && value !== undefined ? { low: value, high: value } : read(operand));
  return identitiesOf(report).some((identity) => operandsOf(identity).some((operand) => operand.fact === fact) && isBroken(identity, changed));
}

function isSingleCell({ plus, minus }: Sum): boolean {
  return plus.length === 1 && minus.length === 0;
}
