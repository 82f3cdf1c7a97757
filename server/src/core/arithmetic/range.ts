import type { ValueKind } from "../forms/edition.js";
import type { Amount, CellValue } from "../report/amount.js";
import { meansNone } from "../text/valueText.js";

/** Values are whole numbers of this fraction of one: an amount of money has at most six decimals (万元, 0.000001 is one 分). */
const decimals = 6;
/** One, in millionths. Counts are multiples of it. */
export const one = 10n ** BigInt(decimals);

/** What a cell may be: `[low, high]`, without upper end where `high` is undefined. In millionths of one, of one 万元 for money. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint | undefined;
}

export const open: Range = { low: 0n, high: undefined };
export const zero: Range = { low: 0n, high: 0n };

/** A blank or a dash may still become any number, so it cannot break a sum; in a finished report it says none. */
export function rangeOf(value: CellValue | undefined, kind: ValueKind, isFinished: boolean): Range {
  if (isFinished && (value?.kind === "blank" || (value?.kind === "placeholder" && meansNone(value.raw)))) return zero;
  if (value?.kind !== "number") return open;
  const exact = kind === "amount" ? money(value) : count(value);
  return exact === undefined ? open : { low: exact, high: exact };
}

type NumberValue = Extract<CellValue, { readonly kind: "number" }>;

/** 1.2万件 are 12000. */
function count({ amount, unit }: NumberValue): bigint | undefined {
  return scaled(amount, powerOf(unit));
}

/** In 万元: the unit that the form's heads say, and the one meant where neither head nor cell says any. */
function money({ amount, unit }: NumberValue): bigint | undefined {
  return scaled(amount, unit?.endsWith("元") === true ? powerOf(unit) - 4 : 0);
}

/** 万件 and 万元: 4; 亿元: 8. */
function powerOf(unit: string | undefined): number {
  if (unit === undefined) return 0;
  return unit.startsWith("万") ? 4 : unit.startsWith("亿") ? 8 : 0;
}

/** What is finer than a millionth cannot be told: no amount of money is. */
function scaled({ digits, scale }: Amount, power: number): bigint | undefined {
  const shift = decimals - scale + power;
  // Nearly all cells are whole numbers.
  if (shift === decimals) return digits * one;
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return digits % divisor === 0n ? digits / divisor : undefined;
}

export function sumOf(ranges: readonly Range[]): Range {
  let low = 0n;
  let high: bigint | undefined = 0n;
  for (const range of ranges) {
    low += range.low;
    high = high === undefined || range.high === undefined ? undefined : high + range.high;
  }
  return { low, high };
}

export function exactly(range: Range): bigint | undefined {
  return range.high === range.low ? range.low : undefined;
}

/** Back to an exact decimal without needless zeros. */
export function amountOf(millionths: bigint): Amount {
  let digits = millionths;
  let scale = decimals;
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale--;
  }
  return { digits, scale };
}
