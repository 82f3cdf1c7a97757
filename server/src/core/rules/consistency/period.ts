import { defineRule, type Words } from "../../check/rule.js";
import { periodsOf, type Period, type PeriodEnd } from "../../report/period.js";
import type { Report } from "../../report/report.js";
import { mendable, type Mendable } from "../found.js";

const messages = {
  from: (found: string): Words => ({ zh: `统计期限从“${found}”起，应当从报告年度的1月1日起。`, en: `The period begins on “${found}”; it should begin on 1 January of the reporting year.` }),
  to: (found: string): Words => ({ zh: `统计期限到“${found}”止，应当到报告年度的12月31日止。`, en: `The period ends on “${found}”; it should end on 31 December of the reporting year.` }),
  years: (from: number, to: number): Words => ({ zh: `统计期限从${from}年到${to}年，首尾不在同一年。应为报告年度的1月1日至12月31日。`, en: `The period runs from ${from} to ${to}; it should be 1 January to 31 December of one year.` }),
  open: (): Words => ({ zh: "统计期限只写了起始日期，没有写截止日期。应为报告年度的1月1日至12月31日。", en: "The period has a beginning but no end: it is 1 January to 31 December of the reporting year." }),
};

/** An organ that was founded, merged or dissolved in the year has data for a part of it. */
const isNew = /成立|组建|挂牌|新设|设立|划转|机构改革|撤销|撤并|合并|更名|累计/;

export default defineRule({
  code: "period",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "统计期限不是报告年度的1月1日至12月31日", en: "The period is not 1 January to 31 December of the reporting year" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：统计截至报告年度12月31日；《政府信息公开条例》第四十九条：上一年度", en: "Forms of 2019 and 2021: figures as of 31 December; Regulations, art. 49: the year before" },
  repair: "review",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  if (!report.isOfForm) return;
  for (const period of periodsOf(report)) {
    if (!isNew.test(around(period))) yield* faultsOf(report, period);
  }
}

function around({ line, from }: Period): string {
  return line.folded.slice(Math.max(0, from.start - 150), from.end + 150);
}

function* faultsOf(report: Report, { line, from, to }: Period): Iterable<Mendable> {
  const words = ({ start, end }: PeriodEnd): string => line.folded.slice(start, end);
  if (to === undefined) {
    yield { key: "open", span: line.span(from.start, from.end), message: messages.open() };
    return;
  }
  const wanted = report.title?.year ?? from.year;
  if (!isDay(from, 1, 1) && !isDayOfForm(report, from)) yield mended("beginning", line.span(from.start, from.end), words(from), `${from.year}年1月1日`, messages.from(words(from)));
  if (to.year !== undefined && to.year !== from.year) {
    const wrong = from.year === wanted ? to : from;
    yield mended("years", line.span(wrong.start, wrong.end), words(wrong), `${wanted}年${wrong === to ? "12月31日" : "1月1日"}`, messages.years(from.year, to.year));
  } else if (!isDay(to, 12, 31)) {
    yield mended("end", line.span(to.start, to.end), words(to), `${to.year === undefined ? "" : `${to.year}年`}12月31日`, messages.to(words(to)));
  }
}

function mended(key: string, span: Mendable["span"], found: string, expected: string, message: Words): Mendable {
  return { key, span, message, found, expected, repairs: [{ title: { zh: `改为“${expected}”`, en: `Write “${expected}”` }, safety: "review", edits: [{ span, newText: expected }] }] };
}

/** A month without its day is the whole month. */
function isDay(end: PeriodEnd, month: number, day: number): boolean {
  return end.month === month && (end.day === undefined || end.day === day);
}

/** The first reports began with the day on which the Regulations came into force. */
function isDayOfForm({ edition }: Report, { year, month, day }: PeriodEnd): boolean {
  return edition.source.date === [String(year), String(month).padStart(2, "0"), String(day ?? 1).padStart(2, "0")].join("-");
}
