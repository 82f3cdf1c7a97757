import { meansNone } from "../text/valueText.js";
import type { Amount, CellValue } from "../report/amount.js";

/** Values are whole numbers of this fraction of one: an amount of money has at most six decimals (万元, 0.000001 is one 分). */
const decimals = 6;

/** What a cell may be: `[low, high]`, without upper end where `high` is undefined. In millionths of one. */
export interface Range {
  readonly low: bigint;
  readonly high: bigint | undefined;
}

const open: Range = { low: 0n, high: undefined };
const zero: Range = { low: 0n, high: 0n };

/** A blank or a dash may still become any number, so it cannot break a sum; in a finished report it says none. */
export function rangeOf(value: CellValue | undefined, isFinished: boolean): Range {
  if (isFinished && (value?.kind === "blank" || (value?.kind === "placeholder" && meansNone(value.raw)))) return zero;
  if (value?.kind !== "number") return open;
  const exact = scaled(value.amount);
  return exact === undefined ? open : { low: exact, high: exact };
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

function scaled({ digits, scale }: Amount): bigint | undefined {
  return scale > decimals ? undefined : digits * 10n ** BigInt(decimals - scale);
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
