import { remembered } from "../text/remembered.js";
import type { Span } from "../text/span.js";
import { proseOf, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** The number of a document, 国办公开办函〔2021〕30号, part by part. Places are in the folded line. */
export interface DocumentNumber {
  readonly line: ProseLine;
  readonly start: number;
  readonly end: number;
  /** The organ's sign with the words that run into it: 根据国办公开办函. */
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

export const documentNumbers: (report: Report) => readonly DocumentNumber[] = remembered((report) => proseOf(report).flatMap(numbersIn));

/** The organ's sign without the words that lead up to it: 根据国办公开办函 → 国办公开办函. */
export function issuerOf({ sign }: DocumentNumber): string {
  const lead = /^.*(?:根据|依据|按照|参照|遵照|按|以及|和|与|及|的|了|见|印发|贯彻|执行|落实|关于)/.exec(sign)?.[0].length ?? 0;
  return sign.length - lead >= 2 ? sign.slice(lead) : sign;
}

/** From the organ's sign to 号, in the draft. */
export function numberSpan(number: DocumentNumber): Span {
  return number.line.span(number.at - issuerOf(number).length, number.end);
}

function numbersIn(line: ProseLine): DocumentNumber[] {
  if (!line.folded.includes("号")) return [];
  return [...line.folded.matchAll(number)].map((match) => {
    const [whole, sign = "", open = "", year = "", close = "", ordinal = "", serial = ""] = match;
    const at = match.index + sign.length;
    return { line, start: match.index, end: match.index + whole.length, sign, open, year, close, ordinal, serial, at };
  });
}
