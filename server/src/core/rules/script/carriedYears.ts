// 结转20238件 in the report of 2024: the 年 behind 2023 was lost. Applications carried over are never so many.
import { claimsOf } from "../../narrative/claims.js";
import { scaledAmount, valueOf } from "../../narrative/values.js";
import { one } from "../../arithmetic/range.js";
import type { Report } from "../../report/report.js";
import type { PlainText } from "../../text/plainText.js";
import type { RunTogether } from "./runTogether.js";

const shape = /(结转|转结)(?:至|到)?(20\d\d)(\d{1,3})件/g;

/** In the plain text. Told only where the year is the report's or next to it, and table or text show that such a number cannot be meant. */
export function carriedYears(report: Report, { text }: PlainText): readonly (Pick<RunTogether, "start" | "end"> & { readonly reading: string })[] {
  const { year } = report;
  if (year === undefined) return [];
  return [...text.matchAll(shape)].flatMap((match) => {
    const [whole, , named = "", count = ""] = match;
    const end = match.index + whole.length;
    const isNear = Math.abs(Number(named) - year) <= 1;
    return isNear && cannotBe(report, BigInt(`${named}${count}`), BigInt(count)) ? [{ start: end - named.length - count.length - 1, end, reading: `${named}年${count}件` }] : [];
  });
}

/** The table has the number without the year; or, where there is no table, a tenth of it has come in. */
function cannotBe(report: Report, read: bigint, count: bigint): boolean {
  const told = ["carriedIn", "carriedOut"].flatMap((row) => valueOf(report, { plus: [`applications/${row}/total`], minus: [], says: "" }) ?? []);
  if (told.length > 0) return told.includes(count * one);
  return claimsOf(report).some(({ measure, amount, year }) => measure?.name.startsWith("applications.received") === true && year === "own" && amount.digits > 0n && (scaledAmount(amount) ?? 0n) * 10n < read * one);
}
