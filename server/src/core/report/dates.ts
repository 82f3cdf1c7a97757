import { matchesIn } from "../text/matches.js";
import { ordinalOf, yearOf } from "../text/numerals.js";

/** A date as a text writes it; `start` and `end` are places in the folded line. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const digits = "〇○零一二三四五六七八九";
const written = new RegExp(`(?<![\\d${digits}])(\\d{4}|[一二][${digits}]{3})(?:年(\\d{1,2}|[一二三四五六七八九十]{1,2})月(\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|([-./])(\\d{1,2})\\4(\\d{1,2})(?![\\d./-]))`, "g");

/** The whole dates of a folded line, in any spelling: 2022年1月5日, 二〇二二年一月五日, 2022-01-05. Impossible ones as well. */
export function datesIn(folded: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const match of matchesIn(folded, written)) {
    const year = yearOf(match[1] ?? "");
    const [month, day] = [numberOf(match[2] ?? match[5]), numberOf(match[3] ?? match[6])];
    if (year === undefined || month === undefined || day === undefined) continue;
    found.push({ start: match.index, end: match.index + match[0].length, year, month, day });
  }
  return found;
}

/** 12 or 十二. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d+$/.test(text) ? Number(text) : ordinalOf(text);
}

/** Of a month without its year; 29 for February where the year is not known. */
export function daysIn(month: number, year: number | undefined): number {
  if (month === 2) return year === undefined || isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isPossible(month: number, day: number, year: number | undefined): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 20220105: for comparing only. */
export function dayNumber({ year, month, day }: Pick<WrittenDate, "year" | "month" | "day">): number {
  return year * 10000 + month * 100 + day;
}

export function chineseDate({ year, month, day }: Pick<WrittenDate, "year" | "month" | "day">): string {
  return `${year}年${month}月${day}日`;
}
