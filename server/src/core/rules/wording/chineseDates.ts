// Dates in Chinese numerals that should be in Arabic digits: two rules know them, one tells them.
import { dayNumber, isPossible, numberOf } from "../../report/dates.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";
import { remembered } from "../../text/remembered.js";
import { yearOf } from "../../text/numerals.js";
import type { Span } from "../../text/span.js";

export interface ChineseDate {
  readonly match: RegExpExecArray;
  /** `mixed`: only some of its numbers are Chinese. */
  readonly kind: "mixed" | "chinese";
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
}

const digits = "〇○零一二三四五六七八九";
const withDigits = new RegExp(`(?<![\\d${digits}])(\\d{4}|[一二][${digits}]{3})年(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十]{1,3})日`, "g");
/** Dates in Arabic digits alone are what they should be. */
const hasChineseDate = new RegExp(`[${digits}十][年月日]`);
/** On 1 July 2012 the present standard came into force; before it dates were written in Chinese numerals. */
const arabicSince = 20120701;

export function chineseDatesIn(line: ProseLine): readonly ChineseDate[] {
  if (!hasChineseDate.test(line.folded)) return [];
  return [...matchesIn(line.folded, withDigits)].flatMap((match): ChineseDate[] => {
    const parts = [match[1] ?? "", match[2] ?? "", match[3] ?? ""];
    const chinese = parts.filter((part) => !/\d/.test(part)).length;
    const [year, month, day] = [yearOf(parts[0] ?? ""), numberOf(parts[1]), numberOf(parts[2])];
    if (chinese === 0 || line.isQuoted(match.index) || year === undefined || month === undefined || day === undefined || !isPossible(month, day, year)) return [];
    const date = { year, month, day };
    if (chinese < 3) return [{ match, kind: "mixed", date }];
    return dayNumber(date) >= arabicSince ? [{ match, kind: "chinese", date }] : [];
  });
}

/** Where they stand in the draft. */
export const chineseDateSpans: (report: Report) => readonly Span[] = remembered((report) =>
  proseOf(report).flatMap((line) => chineseDatesIn(line).map(({ match }) => line.span(match.index, match.index + match[0].length))),
);
