import { defineRule, type Repair, type Words } from "../../check/rule.js";
import { chineseDate, isPossible } from "../../report/dates.js";
import { isOfPage } from "../../report/pageLines.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";
import { slice } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";
import { chineseDatesIn } from "./chineseDates.js";

const messages = {
  zero: (found: string, right: string): Words => ({ zh: `日期的月、日不编虚位：“${found}”应写作“${right}”。`, en: `Month and day have no leading zero: “${found}” should read “${right}”.` }),
  mixed: (found: string, right: string): Words => ({ zh: `日期“${found}”混用汉字和阿拉伯数字，应写作“${right}”。`, en: `“${found}” mixes Chinese and Arabic digits; it should read “${right}”.` }),
  chinese: (found: string, right: string): Words => ({ zh: `公文中的日期用阿拉伯数字：“${found}”应写作“${right}”。`, en: `Dates are written in Arabic digits: “${found}” should read “${right}”.` }),
  short: (found: string, right: string): Words => ({ zh: `日期的年份写全四位：“${found}”应写作“${right}”。`, en: `A year has four digits: “${found}” should read “${right}”.` }),
  signs: (found: string, right: string): Words => ({ zh: `正文和落款的日期写作年、月、日：“${found}”应写作“${right}”。`, en: `A date in the text reads 年月日: “${found}” should read “${right}”.` }),
};

export default defineRule({
  code: "date-form",
  group: "wording",
  scope: "text",
  phase: "typing",
  summary: { zh: "日期的写法不合规定", en: "A date is written the wrong way" },
  basis: { zh: "GB/T 9704—2012：日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（即1不编为01）", en: "GB/T 9704-2012: dates in Arabic digits, year, month and day complete, without leading zeros" },
  repair: "safe",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  for (const line of proseOf(report)) {
    if (isOfPage(report, line.block)) continue;
    if (line.folded.includes("月")) {
      yield* withZeros(report, line);
      yield* withChineseDigits(report, line);
      yield* withShortYear(report, line);
    }
    yield* withSigns(report, line);
  }
}

function wrong(report: Report, line: ProseLine, match: RegExpMatchArray, kind: keyof typeof messages, expected: string, safety: Repair["safety"]): Mendable {
  const span = line.span(match.index ?? 0, (match.index ?? 0) + match[0].length);
  const found = slice(report.text, span);
  return { key: `${kind}/${found}`, span, message: messages[kind](found, expected), found, expected, repairs: [{ title: { zh: `改为“${expected}”`, en: `Write “${expected}”` }, safety, edits: [{ span, newText: expected }] }] };
}

const zeros = /(?<!\d)(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号])?/g;

function* withZeros(report: Report, line: ProseLine): Iterable<Mendable> {
  for (const match of matchesIn(line.folded, zeros)) {
    const [whole, year, month = "", day = ""] = match;
    // 00月 is a blank to be filled in; 01月 alone may be a number of something.
    if (!/(?<!\d)0[1-9][月日号]/.test(whole) || (year === undefined && day === "")) continue;
    const possible = day === "" ? Number(month) <= 12 : isPossible(Number(month), Number(day), undefined);
    if (possible) yield wrong(report, line, match, "zero", whole.replace(/(?<!\d)0(?=[1-9][月日号])/g, ""), "safe");
  }
}

function* withChineseDigits(report: Report, line: ProseLine): Iterable<Mendable> {
  for (const { match, kind, date } of chineseDatesIn(line)) yield wrong(report, line, match, kind, chineseDate(date), "review");
}

const shortYear = /(?<=^|[,。;:、(于在自从至到截])([012]\d)年(\d{1,2})月(?:(\d{1,2})日|(?=份|底|初|末|中旬|上旬|下旬|起))/g;

function* withShortYear(report: Report, line: ProseLine): Iterable<Mendable> {
  for (const match of matchesIn(line.folded, shortYear)) {
    const month = Number(match[2]);
    if (month >= 1 && month <= 12 && !line.isQuoted(match.index)) yield wrong(report, line, match, "short", `20${match[0]}`, "review");
  }
}

const signs = /(?<![\w.\-/〔(第])(20\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\w.\-/:版])/g;

function* withSigns(report: Report, line: ProseLine): Iterable<Mendable> {
  if (!line.folded.includes("20")) return;
  for (const match of matchesIn(line.folded, signs)) {
    const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
    if (!isPossible(month, day, year)) continue;
    yield wrong(report, line, match, "signs", chineseDate({ year, month, day }), "review");
  }
}
