// Dates of which a part is gone and not only its sign: 12月31止, 1月日, 至年12月31日, 自至. And years with digits too many.
import type { Span } from "../../text/span.js";

export interface LostDate extends Span {
  readonly kind: "lost" | "extra" | "noDates";
  /** What may have stood there; none where nobody can know. */
  readonly readings: readonly string[];
}

/** In the plain text, in its order. */
export function lostDates(text: string): readonly LostDate[] {
  if (text.search(possible) < 0) return [];
  const found = shapes.flatMap(({ shape, kind, readings }) =>
    [...text.matchAll(shape)].flatMap((match): LostDate[] => {
      const likely = readings(match, text);
      return likely === undefined ? [] : [{ kind, start: match.index, end: match.index + match[0].length, readings: likely }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}

/** A quick look, since most texts have nothing of the kind. */
const possible = /月日|月\d{1,2}[止起]|[至到]年\d|自至|\d{5}年/;

interface Shape {
  readonly shape: RegExp;
  readonly kind: LostDate["kind"];
  /** Undefined where the match is nothing of the kind. */
  readings(match: RegExpExecArray, text: string): readonly string[] | undefined;
}

const shapes: readonly Shape[] = [
  // 至12月31止; 1月2起 may count two cases
  { shape: /\d{1,2}月\d{1,2}(?=止[。,;)])|\d{4}年\d{1,2}月\d{1,2}(?=起[至到])/g, kind: "lost", readings: ([date]) => [`${date}日`] },
  // 2018年1月日起; with a blank between them the day is still to be written
  { shape: /\d{4}年\d{1,2}月日(?![均报常])/g, kind: "lost", readings: () => [] },
  { shape: /[至到]年(\d{1,2}月\d{1,2}日)/g, kind: "lost", readings: () => [] },
  { shape: /(?:期限|时限|时间|期间)[为是]?自至(?=[。,;止])/g, kind: "noDates", readings: () => [] },
  // 202020年12月31日, 20202020年
  { shape: /\d{5,8}年(?=\d{1,2}月\d{1,2}日)/g, kind: "extra", readings: ({ 0: year, index }, text) => (/[\d.\-/第A-Za-z]/.test(text.charAt(index - 1)) ? undefined : yearsIn(year)) },
];

/** No year has five digits: what is a year at the beginning or the end of them. */
function yearsIn(year: string): readonly string[] | undefined {
  const digits = year.slice(0, -1);
  const years = [digits.slice(0, 4), digits.slice(-4)].filter((four) => Number(four) >= 1990 && Number(four) <= 2035);
  return years.length === 0 ? undefined : [...new Set(years)].map((four) => `${four}年`);
}
