import { fold } from "../text/fold.js";
import { isNumberText, isPlaceholder, visible } from "../text/valueText.js";

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
const shape = /^([+\-−]?)\s?([\d,. ]*\d)\s?([亿億万萬]?元|[件条條项項次个個人宗份])?(\/[+\-−]?0+)?$/;

/** Reads a cell. Full-width digits and signs, thousands separators and units are understood; anything else is text. */
export function readValue(raw: string): CellValue {
  if (raw === "") return blank;
  const shown = visible(raw);
  if (isNumberText(shown)) return readNumber(shown, raw) ?? { kind: "text", raw };
  return isPlaceholder(shown) ? { kind: "placeholder", raw } : { kind: "text", raw };
}

function readNumber(shown: string, raw: string): CellValue | undefined {
  const match = shape.exec(shown.normalize("NFKC"));
  if (match === null) return undefined;
  const amount = readDecimal(withoutSeparators(match[2] ?? ""));
  if (amount === undefined) return undefined;
  const isNegative = match[1] === "-" || match[1] === "−";
  return { kind: "number", amount: isNegative ? { ...amount, digits: -amount.digits } : amount, unit: match[3] === undefined ? undefined : fold(match[3]), raw };
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
