import { defineRule, type Words } from "../../check/rule.js";
import { documentFor } from "../../forms/documentFor.js";
import type { OrganRank } from "../../forms/edition.js";
import { dayNumber, daysIn, isPossible } from "../../report/dates.js";
import type { Organ } from "../../report/organ.js";
import { organOf } from "../../report/ownOrgan.js";
import { periodsOf } from "../../report/period.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import { publicationDates, signatureDate, type PlacedDate } from "../../report/signature.js";
import { matchesIn } from "../../text/matches.js";
import { mendable, type Mendable } from "../found.js";

const ranks: Readonly<Record<OrganRank, Words>> = {
  department: { zh: "政府部门", en: "A department" },
  township: { zh: "乡镇、街道", en: "A township" },
  county: { zh: "县级政府", en: "A county" },
  prefecture: { zh: "市级政府", en: "A prefecture" },
  province: { zh: "省级政府", en: "A province" },
  vertical: { zh: "垂直管理部门", en: "A department under vertical administration" },
};

const messages = {
  early: (kind: Words, date: string, year: number): Words => ({
    zh: `${kind.zh}是${date}，而报告的数据截至${year}年12月31日，年度结束之后才能成文、发布。请核对日期。`,
    en: `The ${kind.en} date is ${date}, but the report covers all of ${year}: it can only be signed and published after 31 December. Check the date.`,
  }),
  late: (rank: Words, date: string, deadline: string, document: string): Words => ({
    zh: `落款日期是${date}，${rank.zh}的年度报告应于${deadline}前完成（${document}）。请核对日期。`,
    en: `The report is signed on ${date}; ${rank.en.toLowerCase()} is to report by ${deadline} (${document}). Check the date.`,
  }),
  impossible: (date: string, why: Words): Words => ({ zh: `“${date}”这一天不存在：${why.zh}。请核对。`, en: `There is no “${date}”: ${why.en}. Check the date.` }),
};

const signature: Words = { zh: "落款日期", en: "signature" };
const publication: Words = { zh: "页面上的成文或发布日期", en: "publication" };

export default defineRule({
  code: "date-range",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "落款或发布日期在报告年度结束之前、超过期限，或日期不存在", en: "Signed or published before the year has ended or after the deadline, or on a day that does not exist" },
  basis: { zh: "《政府信息公开条例》第四十九条、第五十条；国办公开办函〔2021〕30号：各级报告的时限", en: "Regulations, arts. 49 and 50; form of 2021: deadlines by level" },
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  yield* early(report);
  yield* late(report);
  for (const line of proseOf(report)) yield* impossible(report, line);
}

/** The year of the title or the period; one guessed from other mentions may be the next one. */
function statedYear(report: Report): number | undefined {
  return report.title?.year ?? periodsOf(report)[0]?.from.year;
}

function* early(report: Report): Iterable<Mendable> {
  const year = statedYear(report) ?? report.year;
  if (year === undefined) return;
  // A guessed year may be that of publication: then only the last months cannot be right.
  const first = statedYear(report) === undefined ? year * 10000 + 1100 : 0;
  const isEarly = (date: PlacedDate): boolean => dayNumber(date) >= first && date.year <= year && date.year > year - 5;
  const { date: signed } = signatureDate(report);
  if (signed !== undefined && isEarly(signed)) yield { key: "early/signature", span: signed.span, message: messages.early(signature, shown(report, signed), year), found: shown(report, signed) };
  for (const date of publicationDates(report).filter(isEarly)) yield { key: "early/publication", span: date.span, message: messages.early(publication, shown(report, date), year), found: shown(report, date) };
}

function shown({ text }: Report, { span }: PlacedDate): string {
  return text.slice(span.start, span.end);
}

/** Only the signature: a page may have been put on a new web site years later. */
function* late(report: Report): Iterable<Mendable> {
  if (!report.isOfForm) return;
  const [year, { organ }, { date }] = [statedYear(report), organOf(report), signatureDate(report)];
  const rank = organ === undefined ? undefined : rankOf(organ);
  const deadline = rank === undefined ? undefined : report.edition.deadlines?.[rank];
  if (year === undefined || rank === undefined || deadline === undefined || date === undefined || date.year !== year + 1) return;
  const [month = 12, day = 31] = deadline.split("-").map(Number);
  if (dayNumber(date) <= dayNumber({ year: year + 1, month, day })) return;
  const severity = rank === "department" || rank === "township" ? {} : { severity: "information" as const };
  yield { key: "late", span: date.span, message: messages.late(ranks[rank], shown(report, date), `${month}月${day}日`, documentFor(report.edition, "deadlines")), found: shown(report, date), ...severity };
}

function rankOf({ kind, level, name }: Organ): OrganRank | undefined {
  if (kind === "government") return level;
  // A branch may belong to the city or to a vertical system: its name does not tell.
  if (kind === "department") return /分局|分局$|所$|院$|中心$|队$/.test(name) ? undefined : "department";
  return kind === "township" || kind === "vertical" ? kind : undefined;
}

const dayOfMonth = /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(\d{1,2})[日号]/g;

function* impossible(report: Report, line: ProseLine): Iterable<Mendable> {
  for (const match of matchesIn(line.folded, dayOfMonth)) {
    const [date, year, month, day] = [match[0], match[1] === undefined ? undefined : Number(match[1]), Number(match[2]), Number(match[3])];
    // 0月0日 is a blank to be filled in; the ends of the period are told as such.
    if (month === 0 || day === 0 || isPossible(month, day, year) || isInPeriod(report, line, match.index)) continue;
    yield { key: `impossible/${date}`, span: line.span(match.index, match.index + date.length), message: messages.impossible(date, reason(month, year)), found: date };
  }
}

function reason(month: number, year: number | undefined): Words {
  if (month > 12) return { zh: "一年只有12个月", en: "a year has 12 months" };
  const days = daysIn(month, year);
  return { zh: `${month === 2 && year !== undefined ? `${year}年` : ""}${month}月只有${days}天`, en: `that month has ${days} days` };
}

function isInPeriod(report: Report, line: ProseLine, at: number): boolean {
  return periodsOf(report).some((period) => period.line === line && period.from.start <= at && at < (period.to ?? period.from).end);
}
