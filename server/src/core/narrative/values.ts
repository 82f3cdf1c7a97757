// What the cells say of a measure.
import { exactAmount } from "../arithmetic/exactAmount.js";
import { identitiesWith } from "../arithmetic/relations.js";
import type { Amount } from "../report/amount.js";
import type { Fact, Report } from "../report/report.js";
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
      const amount = fact === undefined ? undefined : cellAmount(report, fact);
      if (amount === undefined) return undefined;
      if (fact?.value.kind === "number" || amount !== 0n) isKnown = true;
      sum += sign * amount;
    }
  }
  return isKnown ? sum : undefined;
}

/** Of a cell. A total that was left blank is what its parts make, if they make anything: it was forgotten, not none. */
export function cellAmount(report: Report, fact: Fact): bigint | undefined {
  const amount = exactAmount(report, fact);
  if (fact.value.kind === "number" || amount === undefined) return amount;
  const sums = partSums(report, fact);
  const some = new Set(sums.filter((sum) => sum !== 0n));
  if (some.size === 0) return amount;
  return some.size === 1 ? [...some][0] : undefined;
}

/** What the cells add up to that the cell is the total of; undefined where one of them is not known. */
function partSums(report: Report, fact: Fact): readonly (bigint | undefined)[] {
  const identities = identitiesWith(report, fact).filter(({ relation, left }) => relation === "equal" && left.length === 1 && left[0]?.fact === fact);
  return identities.map(({ right }) =>
    right.reduce<bigint | undefined>((sum, operand) => {
      const part = operand.fact === undefined ? undefined : exactAmount(report, operand.fact);
      return sum === undefined || part === undefined ? undefined : sum + part;
    }, 0n),
  );
}
