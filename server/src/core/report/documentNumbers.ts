import { proseOf, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** The number of a document, 国办公开办函〔2021〕30号, part by part. Places are in the folded line. */
export interface DocumentNumber {
  readonly line: ProseLine;
  readonly start: number;
  readonly end: number;
  /** The organ's sign as far as it can be told from the words before it: 国办公开办函. */
  readonly sign: string;
  readonly open: string;
  readonly year: string;
  readonly close: string;
  /** What stands between bracket and digits: 第, or nothing. */
  readonly ordinal: string;
  readonly serial: string;
  /** Place of the opening bracket. */
  readonly at: number;
}

/** With brackets of any kind, in pairs or not. In 〔〕 the year may have two digits: 政府办（01）3号窗口 is no document. */
const number = /([\u4e00-\u9fff]{2,14})([〔[(【{〖])(\d{4}|(?<=〔)\d{2})年?([〕\])】}〗])(第?)(\d{1,5})号/g;

export function documentNumbers(report: Report): DocumentNumber[] {
  return proseOf(report).flatMap(numbersIn);
}

function numbersIn(line: ProseLine): DocumentNumber[] {
  if (!line.folded.includes("号")) return [];
  return [...line.folded.matchAll(number)].map((match) => {
    const [whole, sign = "", open = "", year = "", close = "", ordinal = "", serial = ""] = match;
    const at = match.index + sign.length;
    return { line, start: match.index, end: match.index + whole.length, sign, open, year, close, ordinal, serial, at };
  });
}
