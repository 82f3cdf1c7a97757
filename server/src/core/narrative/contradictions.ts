// Claims that equal none of the things that their words can mean in the tables.
import { faultsOf } from "./faults.js";
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { isResult, type Claim, type Measure, type Sum } from "./claim.js";
import { claimsOf } from "./claims.js";
import { scaledAmount, valueOf } from "./values.js";

export interface Contradiction {
  /** Measure and place among the claims of this measure: stays the same while other numbers are edited. */
  readonly key: string;
  readonly claim: Claim;
  readonly measure: Measure;
  /** Other places of the prose that say the same wrong number of the same thing. */
  readonly again: readonly Claim[];
  /** One for each meaning, in millionths. */
  readonly values: readonly bigint[];
}

export const contradictionsOf: (report: Report) => readonly Contradiction[] = remembered(findContradictions);

function findContradictions(report: Report): readonly Contradiction[] {
  const comparable = withCohorts(claimsOf(report).flatMap((claim) => compared(report, claim) ?? []));
  const anchors = anchorsIn(comparable);
  const wrong = comparable.filter((found) => !found.agrees && (found.claim.scope === "own" || hasAnchor(found.claim, anchors)) && !isOfLargerCircle(report, found));
  const groups = new Map<string, Compared[]>();
  for (const found of wrong) {
    const key = `${found.measure.name} ${found.claim.relation === "count" ? String(found.amount) : found.claim.relation}`;
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [found]);
    else others.push(found);
  }
  const places = placesOf(claimsOf(report));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { claim, measure, values } = first;
    return [{ key: `${measure.name}/${places.get(claim) ?? -1}`, claim, measure, values, again: others.map((other) => other.claim) }];
  });
}

/**
 * Before 2019 an annex need not be of the whole county: where 全县主动公开13000条 stands beside a number of another size that the annex has, each is of a
 * circle of its own.
 */
function isOfLargerCircle(report: Report, { measure, amount, values, claim }: Compared): boolean {
  if (report.edition.tables.some(({ key }) => key === "applications")) return false;
  return claimsOf(report).some((other) => {
    const isPublished = measure.name === "disclosed.information" && other.passage === claim.passage && other.unit === claim.unit;
    const isAlike = other !== claim && other.relation === "count" && (other.measure?.name === measure.name || isPublished);
    const stated = isAlike ? scaledAmount(other.amount) : undefined;
    return stated !== undefined && stated > 0n && values.includes(stated) && (amount >= 2n * stated || stated >= 2n * amount);
  });
}

/**
 * 新收20件，予以公开15件；上年结转4件，予以公开4件 tells the results of each lot by itself: together they are what the table has, or, where those of what was
 * carried over are not told, they lack no more than was carried over.
 */
function withCohorts(comparable: readonly Compared[]): readonly Compared[] {
  const passages = new Map<number, Compared[]>();
  for (const found of comparable) {
    const others = passages.get(found.claim.passage);
    if (others === undefined) passages.set(found.claim.passage, [found]);
    else others.push(found);
  }
  return comparable.map((found) => (found.agrees || !isResult(found.measure) ? found : { ...found, agrees: isOneOfLots(found, passages.get(found.claim.passage) ?? []) }));
}

function isOneOfLots({ measure, values, amount, claim }: Compared, passage: readonly Compared[]): boolean {
  const sum = passage.filter((other) => other.measure.name === measure.name).reduce((all, other) => all + other.amount, 0n);
  if (sum !== amount && values.includes(sum)) return true;
  const carriedIn = passage.find((other) => other.measure.name === "applications.carriedIn" && other.claim.span.start > claim.span.start);
  return carriedIn !== undefined && values.some((value) => value >= amount && value - amount <= carriedIn.amount);
}

/** The place of each claim among those of its measure. */
function placesOf(claims: readonly Claim[]): ReadonlyMap<Claim, number> {
  const counts = new Map<string, number>();
  return new Map(
    claims.map((claim) => {
      const name = claim.measure?.name ?? "";
      const place = counts.get(name) ?? 0;
      counts.set(name, place + 1);
      return [claim, place];
    }),
  );
}

interface Compared {
  readonly claim: Claim;
  readonly measure: Measure;
  readonly amount: bigint;
  readonly values: readonly bigint[];
  readonly agrees: boolean;
}

/** Undefined where the claim is not certain or the tables do not know. */
function compared(report: Report, claim: Claim): Compared | undefined {
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

/** By sentence the measures of which it has a number that agrees with the table. */
function anchorsIn(comparable: readonly Compared[]): ReadonlyMap<number, ReadonlySet<string>> {
  const anchors = new Map<number, Set<string>>();
  for (const { claim, measure, amount, agrees } of comparable) {
    if (!agrees || amount === 0n) continue;
    const names = anchors.get(claim.sentence) ?? new Set();
    anchors.set(claim.sentence, names.add(measure.name));
  }
  return anchors;
}

/** Where it is not sure whose numbers a sentence tells, another number of it that agrees with the table shows it. */
function hasAnchor({ sentence, measure }: Claim, anchors: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  return [...(anchors.get(sentence) ?? [])].some((name) => name !== measure?.name);
}
