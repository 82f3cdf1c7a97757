import { matchesIn } from "../text/matches.js";
import { remembered } from "../text/remembered.js";
import { proseOf, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** One end of the period. The second may leave its year out, both their days. `start` and `end` are places in the folded line. */
export interface PeriodEnd {
  readonly start: number;
  readonly end: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

/** What the report says its data cover: 统计期限为2022年1月1日至2022年12月31日. */
export interface Period {
  readonly line: ProseLine;
  readonly from: PeriodEnd & { readonly year: number };
  /** Undefined where the sentence ends before it: 统计期限自2022年1月1日起。 */
  readonly to: PeriodEnd | undefined;
}

const lead = /(?:统计数据|数据统计|统计|数据|报告|年报)的?(?:期限|时限|期间|时段|周期|时间范围|时间|范围)/g;
/** Behind the lead: 为, 自, 是从 … and then the two dates. What 截至 leads to is no beginning. */
const range = /^(?![^。;\d]{0,11}(?:截至|截止|[至到]\d))[^。;\d]{0,12}((\d{4})年(\d{1,2})月(?:(\d{1,2})日)?)起?,?(?:(?:至|到|—{1,2}|-{1,2}|~|–)((?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?)(?![\d年])|(?=[。;]))/;
const reach = 70;

/** Every statement of the period; chapters speak of other data as well, so there the sentence has to be about the report. */
export const periodsOf: (report: Report) => readonly Period[] = remembered((report) =>
  proseOf(report).flatMap((line) => (line.section === undefined || /报告|年报/.test(line.folded) ? periodsIn(line) : [])),
);

function periodsIn(line: ProseLine): Period[] {
  const found: Period[] = [];
  for (const match of matchesIn(line.folded, lead)) {
    if (line.isQuoted(match.index)) continue;
    const period = periodAt(line, match.index + match[0].length);
    if (period !== undefined) found.push(period);
  }
  return found;
}

function periodAt(line: ProseLine, at: number): Period | undefined {
  const match = range.exec(line.folded.slice(at, at + reach));
  if (match === null) return undefined;
  const [whole, fromText = "", fromYear, fromMonth, fromDay, toText, toYear, toMonth, toDay] = match;
  const start = at + whole.indexOf(fromText);
  const from = { start, end: start + fromText.length, year: Number(fromYear), month: Number(fromMonth), day: optional(fromDay) };
  if (toText === undefined) return { line, from, to: undefined };
  const end = at + whole.length;
  return { line, from, to: { start: end - toText.length, end, year: optional(toYear), month: Number(toMonth), day: optional(toDay) } };
}

function optional(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
