import { fold } from "../text/fold.js";
import { isPlaceholder, visible } from "../text/valueText.js";

/** An exact decimal: `digits` / 10^`scale`. Counts have scale 0. */
export interface Amount {
  readonly digits: bigint;
  readonly scale: number;
}

/** What a cell holds. `unit` is what the cell itself says (万元, 件), never what the form's head says. */
export type CellValue =
  | { readonly kind: "blank" }
  | { readonly kind: "placeholder"; readonly raw: string }
  | { readonly kind: "number"; readonly amount: Amount; readonly unit: string | undefined; readonly raw: string }
  | { readonly kind: "text"; readonly raw: string };

const blank: CellValue = { kind: "blank" };
const shape = /^([+\-−±]|增加?|[减減]少?|)\s?([\d,. ]{0,24}\d)\s?([亿億万萬]?(?:元|人次|[件条條项項次個个人宗份篇])|[亿億万萬])?(\/[+\-−±]?0+)?$/;
/** Marks behind a number that point to a note: 3* 3① 3² 3[1] 3（注2）. */
const footnote = /(?:[*＊※#＃†]{1,3}|[①-⑳¹²³⁴-⁹]{1,2}|[[［〔]\d{1,2}[\]］〕]|[（(]\s?(?:见?附?注|備註|备注)\s?\d{0,2}\s?[）)])$/;

/** Reads a cell. Full-width digits and signs, 增 and 减 for + and −, thousands separators, units and the marks of notes are understood; anything else is text. */
export function readValue(raw: string): CellValue {
  if (raw === "") return blank;
  // Nearly every cell.
  if (/^\d{1,15}$/.test(raw)) return { kind: "number", amount: { digits: BigInt(raw), scale: 0 }, unit: undefined, raw };
  const shown = visible(raw);
  if (isPlaceholder(shown)) return { kind: "placeholder", raw };
  return readNumber(withoutFootnote(shown), raw) ?? { kind: "text", raw };
}

/** The mark of a note that stands behind the number of a cell. */
export function footnoteOf(raw: string): string | undefined {
  const shown = visible(raw);
  return shown.length > longest || !/\d/.test(shown) ? undefined : footnote.exec(shown)?.[0];
}

/** Longer than any number with its unit and a note. */
const longest = 40;

function withoutFootnote(shown: string): string {
  const mark = footnoteOf(shown);
  return mark === undefined ? shown : shown.slice(0, -mark.length).trimEnd();
}

function readNumber(shown: string, raw: string): CellValue | undefined {
  const match = shown.length > longest ? null : shape.exec(shown.normalize("NFKC"));
  if (match === null || hasMarks(shown)) return undefined;
  const amount = readDecimal(withoutSeparators(match[2] ?? ""));
  if (amount === undefined || (match[1] === "±" && amount.digits !== 0n)) return undefined;
  const isNegative = /^[-−减減]/.test(match[1] ?? "");
  return { kind: "number", amount: isNegative ? { ...amount, digits: -amount.digits } : amount, unit: match[3] === undefined ? undefined : fold(match[3]), raw };
}

/** ① and ² become digits when widths are normalised, but are none. */
function hasMarks(shown: string): boolean {
  return /[①-⑳¹²³⁰⁴-⁹₀-₉⑴-⒛]/.test(shown);
}

/** 3,119 and 1 234 567 are numbers; 3,11 stays as it is and is then none. */
function withoutSeparators(text: string): string {
  return /^\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(text) ? text.replace(/[, ]/g, "") : text;
}

function readDecimal(text: string): Amount | undefined {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return undefined;
  const fraction = match[2] ?? "";
  return { digits: BigInt((match[1] ?? "") + fraction), scale: fraction.length };
}

/** Plain decimal text: 1234.5, -11. */
export function formatAmount({ digits, scale }: Amount): string {
  if (scale === 0) return String(digits);
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  return `${digits < 0n ? "-" : ""}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}
