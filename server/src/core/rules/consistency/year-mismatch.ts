import { defineRule, type Repair, type Words } from "../../check/rule.js";
import { namedYears, type NamedYear } from "../../report/namedYears.js";
import { plannedDeadlines } from "../../report/plans.js";
import type { Report } from "../../report/report.js";
import { signatureDate } from "../../report/signature.js";
import type { Span } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";

const places: Readonly<Record<NamedYear["place"], Words>> = {
  period: { zh: "统计期限", en: "the period" },
  title: { zh: "另一处标题", en: "another title" },
  preamble: { zh: "开头", en: "the opening" },
  chapter: { zh: "本章的数据", en: "the numbers of this chapter" },
  table: { zh: "附表的年度栏", en: "the column of the table" },
};

const messages = {
  other: (place: Words, found: number, right: number): Words => ({
    zh: `标题的年度是${right}年，${place.zh}写的是${found}年，像是沿用了别的年度的文字。请核对，改为同一年度。`,
    en: `The title says ${right}, but ${place.en} says ${found}: probably text of another year. Make them agree.`,
  }),
  title: (places: readonly Words[], found: number, right: number): Words => ({
    zh: `标题的年度是${found}年，${places.map(({ zh }) => zh).join("、")}写的都是${right}年。请核对标题。`,
    en: `The title says ${found}, but ${places.map(({ en }) => en).join(" and ")} say ${right}. Check the title.`,
  }),
  plan: (found: number, right: number): Words => ({
    zh: `这里写的是今后的打算，年份却是${found}年，报告年度是${right}年，发布时已经过去。请核对年份。`,
    en: `This is a plan, but ${found} has passed when a report on ${right} is published. Check the year.`,
  }),
};

export default defineRule({
  code: "year-mismatch",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "统计期限、开头、各章或附表的年度与标题不一致", en: "The year of the period, the opening, a chapter or a table is not that of the title" },
  basis: { zh: "《政府信息公开条例》第四十九条：报告上一年度的情况，全文只有一个报告年度", en: "Regulations, art. 49: the report covers one year, the year before" },
  repair: "review",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  const right = report.title?.year;
  if (right === undefined) return;
  const named = namedYears(report);
  const wrongTitle = titleAlone(report, right, named);
  if (wrongTitle !== undefined) yield wrongTitle;
  for (const { place, year, span, digits } of wrongTitle === undefined ? named : []) {
    if (year !== right) yield { key: place, span, message: messages.other(places[place], year, right), found: String(year), expected: String(right), repairs: [yearRepair(right, digits)] };
  }
  for (const { year, span, digits } of plannedDeadlines(report)) {
    if (year <= right) yield { key: "plan", span, message: messages.plan(year, right), found: String(year), repairs: [yearRepair(right + 1, [digits])] };
  }
}

/**
 * Where everything else names one other year and the report is signed in the year after that, it is the title that is wrong.
 * Without the date nobody knows: the text below a new title is often last year's.
 */
function titleAlone(report: Report, found: number, named: readonly NamedYear[]): Mendable | undefined {
  const { text, title } = report;
  if (title === undefined) return undefined;
  const elsewhere = named.filter(({ span }) => span.end <= title.span.start || span.start >= title.span.end);
  const [first] = elsewhere;
  if (first === undefined || first.year === found || elsewhere.some(({ year }) => year !== first.year)) return undefined;
  if (signatureDate(report).date?.year !== first.year + 1) return undefined;
  const where = new Set(elsewhere.map(({ place }) => place));
  const at = text.slice(title.span.start, title.span.end).indexOf(String(found));
  const digits = { start: title.span.start + at, end: title.span.start + at + 4 };
  const message = messages.title([...where].map((place) => places[place]), found, first.year);
  return { key: "ownTitle", span: at < 0 ? title.span : digits, message, found: String(found), expected: String(first.year), repairs: at < 0 ? [] : [yearRepair(first.year, [digits])] };
}

function yearRepair(year: number, digits: readonly Span[]): Repair {
  return { title: { zh: `年份改为${year}`, en: `Write ${year}` }, safety: "review", edits: digits.map((span) => ({ span, newText: String(year) })) };
}
