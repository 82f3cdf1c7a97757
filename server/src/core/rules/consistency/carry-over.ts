import { formerCell, type FormerCell } from "../../archive/formerCell.js";
import type { Summary } from "../../archive/summary.js";
import { exactAmount } from "../../arithmetic/exactAmount.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import type { Fact, Report } from "../../report/report.js";
import { plain } from "../arithmetic/words.js";

/** A column of 上年结转 that is not what the year before has carried out. */
interface Difference {
  readonly fact: Fact;
  readonly own: bigint;
  readonly former: FormerCell;
}

const messages = {
  differs: (year: number, first: Difference, others: readonly Difference[]): Words => ({
    zh: `“二、上年结转”的“${columnOf(first)}”填 ${plain(first.own)}，而本机关${year}年报告“四、结转下年度继续办理”的同一栏是 ${plain(first.former.exact)}${others.map((one) => `；“${columnOf(one)}”填 ${plain(one.own)}，上年是 ${plain(one.former.exact)}`).join("")}。上一年结转下年度的，就是本年的上年结转。请核对两份报告，改正写错的一份。`,
    en: `“${columnOf(first)}” of 上年结转 (carried in) is ${plain(first.own)}, but the report of ${year} carries out ${plain(first.former.exact)}${others.map((one) => `; “${columnOf(one)}” is ${plain(one.own)}, the year before ${plain(one.former.exact)}`).join("")}. What one year carries out the next one carries in. Compare the two reports and correct the wrong one.`,
  }),
  former: (year: number, { fact, former }: Difference): Words => ({
    zh: `${year}年报告“四、结转下年度继续办理”的“${fact.column.label.text}”：${plain(former.exact)}`,
    en: `“${fact.column.label.text}” carried out in the report of ${year}: ${plain(former.exact)}`,
  }),
  fix: (year: number, differences: readonly Difference[]): Words => {
    const values = differences.map((one) => `${columnOf(one)} ${plain(one.former.exact)}`);
    return { zh: `按${year}年报告改“上年结转”：${values.join("，")}`, en: `Set 上年结转 as the report of ${year} has it: ${values.join(", ")}` };
  },
};

export default defineRule({
  code: "carry-over",
  group: "consistency",
  scope: "archive",
  phase: "typing",
  // Of two reports that contradict each other one is wrong for certain.
  severity: "error",
  summary: { zh: "“上年结转”与上一年报告的“结转下年度继续办理”不同", en: "What is carried in is not what the report of the year before carries out" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：上年结转即上一年结转下年度继续办理的申请", en: "Forms of 2019 and 2021: applications carried in are those that the year before has carried out" },
  repair: "review",
  *check(report) {
    const { previous } = report.neighbours;
    if (previous?.year !== undefined) yield* found(differencesOf(report, previous), previous.year);
  },
  repairs: (_finding, report) => repairs(report),
});

/** One finding for the row: a column and its total are one mistake. It stands at the column, or at the total where there are several. */
function* found(differences: readonly Difference[], year: number): Iterable<Found> {
  const parts = differences.filter(({ fact }) => fact.column.key !== "total");
  const first = (parts.length === 1 ? undefined : differences.find(({ fact }) => fact.column.key === "total")) ?? parts[0] ?? differences[0];
  if (first === undefined) return;
  const others = differences.filter((one) => one !== first);
  yield {
    key: "carriedIn",
    span: first.fact.span,
    message: messages.differs(year, first, others),
    related: [first, ...others].map((one) => ({ span: one.fact.span, message: messages.former(year, one), elsewhere: one.former.elsewhere })),
    fact: first.fact.key,
    found: plain(first.own),
    expected: plain(first.former.exact),
  };
}

function differencesOf(report: Report, previous: Summary): readonly Difference[] {
  return [...report.facts.values()].flatMap((fact) => {
    if (fact.table.key !== "applications" || fact.row.key !== "carriedIn") return [];
    const own = exactAmount(report, fact);
    const former = formerCell(previous, `applications/carriedOut/${fact.column.key}`);
    return own === undefined || former === undefined || own === former.exact ? [] : [{ fact, own, former }];
  });
}

function columnOf({ fact }: Difference): string {
  return fact.column.label.text;
}

function repairs(report: Report): Repair[] {
  const { previous } = report.neighbours;
  const differences = previous === undefined ? [] : differencesOf(report, previous);
  if (previous?.year === undefined || differences.length === 0) return [];
  return [{ title: messages.fix(previous.year, differences), safety: "review", edits: differences.map(({ fact, former }) => ({ span: fact.span, newText: plain(former.exact) })) }];
}
