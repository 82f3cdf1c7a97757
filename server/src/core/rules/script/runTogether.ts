// Digits that run together where 年, 月 or 〕 was lost: 201911日, 〔20196061号. What they were is for the author to say.
import type { Span } from "../../text/span.js";

export interface RunTogether extends Span {
  readonly kind: "date" | "number" | "noYear" | "noSerial";
  /** What may have stood there; none for what is missing altogether. */
  readonly readings: readonly string[];
}

/** In the plain text, in its order. Telephone numbers, index numbers and amounts do not fit a year and the sign behind. */
export function runTogether(text: string): readonly RunTogether[] {
  if (text.search(possible) < 0) return [];
  const found = shapes.flatMap(({ shape, kind, readings }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const likely = readings(match, text);
      return likely === undefined ? [] : [{ kind, start: startOf(text, kind, match.index), end: match.index + match[0].length, readings: likely }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** A quick look, since most texts have nothing of the kind. */
const possible = /\d{5}[\d月日号年止]|\d年\d{2,4}日|[至到—-]\d{3,4}日|[〔(] {0,2}[〕)]\d|〕 {0,2}号/;

/** 2020113 on a line of its own: 1月13日 or 11月3日. Eight digits are a whole date, unless a gap shows that something stood there: 2020 1231. */
export function signatureReadings(line: string): readonly string[] {
  const match = /^((?:19|20)\d{2})(?:(\d{2,3})| +(\d{2,4}))$/.exec(line);
  return match === null ? [] : daysOf(match[1] ?? "", match[2] ?? match[3] ?? "");
}

/** A document number begins with the organ's code: 寻府办字 of 寻府办字201997号. */
function startOf(text: string, kind: RunTogether["kind"], at: number): number {
  let start = at;
  while (kind !== "date" && at - start < longestCode && /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) start--;
  return start + (leadingWord.exec(text.slice(start, at))?.[0].length ?? 0);
}

/** What stands before a code in a sentence. */
const leadingWord = /^.{0,6}?(?:依据|根据|按照|印发|转发|贯彻|落实|下发|见)/;
const longestCode = 10;

interface Shape {
  readonly shape: RegExp;
  readonly kind: RunTogether["kind"];
  /** Undefined where the match is nothing of the kind. */
  readings(match: RegExpExecArray, text: string): readonly string[] | undefined;
}

const shapes: readonly Shape[] = [
  { shape: /[〔[【](\d{4})(\d{1,4})号/g, kind: "number", readings: (match) => numbersOf(match[1] ?? "", match[2] ?? "") },
  { shape: /[字发函办文规电明](\d{4})(\d{1,4})号/g, kind: "number", readings: (match, text) => (isAgencyCode(text, match.index) ? numbersOf(match[1] ?? "", match[2] ?? "") : undefined) },
  { shape: /(\d{4})(\d{1,2})月(?!均|度|[薪供租息])(?:\d{1,2}日)?/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) ? undefined : monthsOf(match[1] ?? "", match[2] ?? "", match[0].slice(match[0].indexOf("月") + 1))) },
  { shape: /(\d{4})(\d{2,4})日(?![均元圆常益本])/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) ? undefined : someOf(daysOf(match[1] ?? "", match[2] ?? ""))) },
  { shape: /(\d{4})年(\d{3,4})日(?![内游均无攻行])/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) ? undefined : someOf(daysOf(match[1] ?? "", match[2] ?? ""))) },
  { shape: /(\d{4})年(\d{2})日(?=至|起|止|—|-)/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) || !isYear(match[1] ?? "") ? undefined : [...daysOf(match[1] ?? "", match[2] ?? ""), `${match[1] ?? ""}年×月${match[2] ?? ""}日`]) },
  // The end of a period: 201911日至1231日
  { shape: /(\d{3,4})日(?<=(?:日起?|\d{5})[至到—-]{1,2}\d{3,4}日)(?![均元圆常益本])/g, kind: "date", readings: (match) => someOf(daysOf(anyYear, match[1] ?? "").map((day) => day.slice(anyYear.length + 1))) },
  // 2023111231日, all of it: 2023年1月1日至12月31日
  { shape: /(\d{4})11(?:\1)?1231日/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) || !isYear(match[1] ?? "") ? undefined : [`${match[1] ?? ""}年1月1日至12月31日`]) },
  { shape: /(\d{4})(\d{2,4})(?=止[。,;)])/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) ? undefined : someOf(daysOf(match[1] ?? "", match[2] ?? ""))) },
  // 规划(20212025年)
  { shape: /(\d{4})(20\d{2})年(?!\d{1,2}月)/g, kind: "date", readings: (match, text) => (isPartOfOther(text, match.index) || !isYear(match[1] ?? "") || !isLaterYear(match[2] ?? "", match[1] ?? "") ? undefined : [`${match[1] ?? ""}—${match[2] ?? ""}年`]) },
  // 云府办2013224要求; without such a word it may be a telephone
  { shape: /[字发函办文规电明](\d{4})(\d{1,4})(?=(?:文件)?(?:要求|精神|规定)|文件|的通知)/g, kind: "number", readings: (match, text) => (isAgencyCode(text, match.index) ? numbersOf(match[1] ?? "", match[2] ?? "") : undefined) },
  { shape: /[字发函办文规电明](?:〔 {0,2}〕|\( {0,2}\))\d{1,5}号/g, kind: "noYear", readings: () => [] },
  { shape: /〔\d{4}〕 {0,2}号/g, kind: "noSerial", readings: () => [] },
];

/** Digits behind other digits, letters or marks are numbers of another kind: 第202112月刊, 0597-20211231. */
function isPartOfOther(text: string, at: number): boolean {
  return /[\d.\-/第A-Za-z]/.test(text.charAt(at - 1));
}

/** 寻府办字, 赣府厅明: an organ, then the kind of document. 证字, 备字 number certificates, whose numbers have no brackets. */
function isAgencyCode(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  return /[府政委局办厅党国][\u4e00-\u9fff]{0,4}$/.test(before) && !/[证备许注准可检]/.test(before.slice(-4));
}

function numbersOf(year: string, serial: string): readonly string[] | undefined {
  return isYear(year) ? [`〔${year}〕${serial}号`] : undefined;
}

function monthsOf(year: string, month: string, day: string): readonly string[] | undefined {
  return isYear(year) && isUpTo(month, 12) ? [`${year}年${month}月${day}`] : undefined;
}

function someOf(readings: readonly string[]): readonly string[] | undefined {
  return readings.length === 0 ? undefined : readings;
}

/** 121 may be 1月21日 or 12月1日. */
function daysOf(year: string, digits: string): readonly string[] {
  if (!isYear(year)) return [];
  return [1, 2].map((cut) => [digits.slice(0, cut), digits.slice(cut)] as const).flatMap(([month, day]) => (isUpTo(month, 12) && isUpTo(day, 31) && day.length <= 2 ? [`${year}年${month}月${day}日`] : []));
}

function isUpTo(digits: string, most: number): boolean {
  return digits !== "" && Number(digits) >= 1 && Number(digits) <= most;
}

/** A leap year, so that every day of it is possible. */
const anyYear = "2024";

function isLaterYear(digits: string, than: string): boolean {
  return Number(digits) > Number(than) && Number(digits) <= Number(than) + 20;
}

function isYear(digits: string): boolean {
  return Number(digits) >= 1990 && Number(digits) <= 2035;
}
