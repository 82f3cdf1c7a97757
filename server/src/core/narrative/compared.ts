// One claim against the cells: what they have for each thing that its words can mean.
import type { Report } from "../report/report.js";
import type { Claim, Measure, Sum } from "./claim.js";
import { faultsOf } from "./faults.js";
import { scaledAmount, valueOf } from "./values.js";

export interface Compared {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly amount: bigint;
  readonly values: readonly bigint[];
  readonly agrees: boolean;
}

/** Undefined where the claim is not certain or the tables do not know. */
export function compared(report: Report, claim: Claim): Compared | undefined {
  const { measure, relation, scope, year } = claim;
  const isCounting = relation === "count" || relation === "none" || relation === "all";
  if (measure === undefined || !isCounting || scope === "part" || year !== "own") return undefined;
  const amount = amountOf(claim, measure);
  if (amount === undefined) return undefined;
  const values: bigint[] = [];
  for (const meaning of measure.meanings) {
    if (measure.isMoney && !hasUnit(report, meaning)) return undefined;
    const value = valueOf(report, meaning);
    if (value === undefined) return undefined;
    values.push(value);
  }
  const tolerance = toleranceOf(claim, measure);
  const fits = (value: bigint): boolean => amount - value < tolerance && (measure.isUpperBound || value - amount < tolerance);
  return { claim, measure, amount, values, agrees: values.some((value) => fits(value)) || measure.meanings.some((meaning) => repairedValues(report, meaning).some(fits)) };
}

/** The cell or its head says 元 or 万元; 采购总金额 has no unit in the form, and 8040 may be either. */
function hasUnit(report: Report, { plus }: Sum): boolean {
  return plus.every((key) => {
    const fact = report.facts.get(key);
    return fact?.column.label.text.includes("万元") === true || (fact?.value.kind === "number" && fact.value.unit?.endsWith("元") === true);
  });
}

/** In the unit of the cell: counts as they are, money in 万元. */
function amountOf({ amount, exactness, unit }: Claim, measure: Measure): bigint | undefined {
  const scaled = scaledAmount(amount);
  if (scaled === undefined || exactness === "approximate") return undefined;
  if (!measure.isMoney) return exactness === "exact" ? scaled : undefined;
  if (unit === "元") return scaled / 10_000n;
  return unit === "万元" ? scaled : unit === "亿元" ? scaled * 10_000n : undefined;
}

/** Money is often given with fewer decimals than in the table: one unit of the last decimal shown. */
function toleranceOf({ amount, unit }: Claim, measure: Measure): bigint {
  if (!measure.isMoney) return 1n;
  const last = 10n ** BigInt(Math.max(0, 6 - amount.scale));
  if (unit === "元") return last / 10_000n + 1n;
  return unit === "亿元" ? last * 10_000n : last;
}

/** Where the table's own sums say that a cell is wrong, the prose may have the right number: that fault is told at the cell. */
function repairedValues(report: Report, meaning: Sum): readonly bigint[] {
  return faultsOf(report).flatMap(({ fact, value, others }) => {
    const changes = [...(value === undefined ? [] : [{ fact, value }]), ...others.filter((explanation) => explanation.length === 1).flat()];
    return changes.flatMap((change) => {
      const isAdded = meaning.plus.includes(change.fact.key);
      const isTaken = meaning.minus.includes(change.fact.key);
      const before = isAdded || isTaken ? valueOf(report, meaning) : undefined;
      const own = valueOf(report, { plus: [change.fact.key], minus: [], says: meaning.says });
      if (before === undefined || own === undefined) return [];
      return [isAdded ? before - own + change.value : before + own - change.value];
    });
  });
}

