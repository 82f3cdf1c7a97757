// What the cells say of a measure.
import { exactAmount } from "../arithmetic/exactAmount.js";
import type { Amount } from "../report/amount.js";
import type { Report } from "../report/report.js";
import type { Sum } from "./claim.js";

/** Amounts are compared in millionths, as sums of cells are. */
const decimals = 6n;

export function scaledAmount({ digits, scale }: Amount): bigint | undefined {
  return BigInt(scale) > decimals ? undefined : digits * 10n ** (decimals - BigInt(scale));
}

/** Blank cells among filled ones count as none in a finished report; a sum of nothing but blanks is not known. */
export function valueOf(report: Report, { plus, minus }: Sum): bigint | undefined {
  let sum = 0n;
  let isKnown = false;
  for (const [keys, sign] of [[plus, 1n], [minus, -1n]] as const) {
    for (const key of keys) {
      const fact = report.facts.get(key);
      if (fact === undefined) return undefined;
      const amount = exactAmount(report, fact);
      if (amount === undefined) return undefined;
      if (fact.value.kind === "number") isKnown = true;
      sum += sign * amount;
    }
  }
  return isKnown ? sum : undefined;
}
