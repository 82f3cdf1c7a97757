// Percentages against the numbers that they are told of.
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { isResult, type Breakdown, type Claim, type Measure } from "./claim.js";
import { narrativeOf } from "./claims.js";
import { contradictionsOf } from "./contradictions.js";
import { faultsOf } from "./faults.js";
import { measuresFor } from "./measures.js";
import { scaledAmount, valueOf } from "./values.js";

export interface WrongPercentage {
  /** Place among the claims of the text. */
  readonly place: number;
  readonly claim: Claim;
  /** The numbers that it is of: the part and the whole, or this year's and last year's. */
  readonly operands: readonly [bigint, bigint];
  readonly places: readonly Claim[];
  /** What it would be, in hundredths of the last digit shown. */
  readonly expected: bigint;
}

/** Those that no pair of plausible operands gives, neither rounded nor cut off, while the nearest pair is certain. */
export const wrongPercentagesOf: (report: Report) => readonly WrongPercentage[] = remembered((report) => {
  const { claims, breakdowns } = narrativeOf(report);
  if (!claims.some(isPercentage)) return [];
  const lists: ListsByPart = new Map(breakdowns.flatMap((breakdown) => breakdown.parts.map((part) => [part, breakdown] as const)));
  const told = new Set(contradictionsOf(report).flatMap(({ claim, again }) => [claim, ...again]));
  return claims.flatMap((claim, place) => {
    if (!isPercentage(claim) || claim.exactness !== "exact") return [];
    const near = claims.slice(Math.max(0, place - farthest), place + 3).filter((other) => isNear(other, claim)).sort((a, b) => a.span.start - b.span.start);
    if (near.some((other) => told.has(other))) return [];
    const wrong = wrongNumber(report, claim, near, lists);
    return wrong === undefined ? [] : [{ ...wrong, place }];
  });
});

/** The list that a number is a part of. */
type ListsByPart = ReadonlyMap<Claim, Breakdown>;

type WrongNumber = Omit<WrongPercentage, "place">;

function wrongNumber(report: Report, claim: Claim, near: readonly Claim[], lists: ListsByPart): WrongNumber | undefined {
  if (claim.relation === "share") return claim.measure === undefined ? wrongShare(report, claim, near, lists) : wrongShareOfTable(report, claim, claim.measure, near);
  if (claim.relation === "more" || claim.relation === "less") return wrongGrowth(report, claim, near);
  return claim.relation === "rate" ? wrongRate(claim, near) : undefined;
}

/** Claims that one percentage may be of: a paragraph seldom has more before it. */
const farthest = 40;

function isPercentage({ relation, unit, amount }: Claim): boolean {
  return unit === undefined && amount.digits > 0n && (relation === "share" || relation === "rate" || relation === "more" || relation === "less");
}

function isNear(other: Claim, claim: Claim): boolean {
  return other.passage === claim.passage && other.sentence <= claim.sentence && other.sentence >= claim.sentence - 2 && other.exactness !== "approximate";
}

/** 1156件，占70.44%: the number right before it is the part; the whole is the total of its list, what results are of, or 总数 that was told last. */
function wrongShare(report: Report, claim: Claim, near: readonly Claim[], lists: ListsByPart): WrongNumber | undefined {
  const counts = near.filter((other) => other.relation === "count");
  const before = counts.filter((other) => other.span.start < claim.span.start);
  const part = before.at(-1);
  if (part === undefined || part.sentence !== claim.sentence || part.exactness !== "exact" || claim.isOfAnother) return undefined;
  const list = lists.get(part);
  const whole = list?.total ?? resultBase(before, part) ?? (claim.isOfTotal ? largest(near, part) : undefined) ?? wholeBefore(near, claim, lists);
  if (whole === undefined && part.measure?.name.includes("@") === true) return wrongShareOfTable(report, claim, part.measure, near);
  if (whole === undefined || whole.exactness !== "exact" || whole.unit !== (part.unit ?? whole.unit) || (claim.scope === "part" && list === undefined)) return undefined;
  const run = runBefore(near, claim, list);
  const parts = [...amountsOf(run), ...runSums(run, part)];
  const alike = counts.filter(({ unit }) => unit === whole.unit);
  const mayBeWhole = alike.filter((other) => list?.parts.includes(other) !== true);
  const wholes = [...amountsOf(mayBeWhole), ...pairSums(mayBeWhole), ...runSums(before, part), ...tableTotals(report)];
  if (parts.some((a) => wholes.some((b) => fits(claim, a, b)))) return undefined;
  return wrong(claim, part, whole);
}

/** 网上公开20条，占31%；公示栏公开45条，占75%: where the percentage before in the sentence has its whole, this one has it too. */
function wholeBefore(near: readonly Claim[], claim: Claim, lists: ListsByPart): Claim | undefined {
  const at = near.findLastIndex((other) => other.span.start < claim.span.start && other.sentence === claim.sentence && other.relation === "share");
  const part = near.slice(0, Math.max(0, at)).findLast(({ relation }) => relation === "count");
  return part === undefined ? undefined : lists.get(part)?.total;
}

/** The numbers that one percentage may be of together: 予以公开30件、部分公开8件，占53.5%; those before another percentage have their own. */
function runBefore(near: readonly Claim[], claim: Claim, list: Breakdown | undefined): readonly Claim[] {
  const before = near.filter((other) => other.span.start < claim.span.start);
  const run = before.slice(before.findLastIndex(isPercentage) + 1).filter(({ relation }) => relation === "count");
  return list === undefined ? run : run.filter((other) => list.parts.includes(other));
}

const answered: ReadonlySet<string> = new Set(["applications.finished", "applications.answered", "applications.handled"]);
const came: ReadonlySet<string> = new Set(["applications.received", "applications.receivedAny"]);

/** 答复805件。予以公开258件，占32.1%: results are of what was answered, else of what came in. */
function resultBase(before: readonly Claim[], part: Claim): Claim | undefined {
  if (part.measure === undefined || !isResult(part.measure)) return undefined;
  const named = (names: ReadonlySet<string>): Claim | undefined => before.findLast(({ measure, year }) => names.has(measure?.name ?? "") && year === part.year);
  return named(answered) ?? named(came);
}

/** Of what came in and what was carried over together. */
function pairSums(counts: readonly Claim[]): readonly bigint[] {
  return counts.slice(1).map(({ amount }, i) => (scaledAmount(amount) ?? 0n) + (scaledAmount(counts[i]?.amount ?? amount) ?? 0n));
}

/**
 * 自然人申请占92.3%: the table has the part and the whole. Each thing that may be meant, what came in, what was there, what was handled, has
 * to fail, and so has every number nearby as part or whole.
 */
function wrongShareOfTable(report: Report, claim: Claim, measure: Measure, near: readonly Claim[]): WrongNumber | undefined {
  const of = measuresFor(report)(measure.name.replace(/@.*$/, ""));
  if (claim.scope !== "own" || claim.year !== "own" || of === undefined || faultsOf(report).some(({ fact }) => fact.table.key === "applications")) return undefined;
  const pairs = measure.meanings.flatMap((meaning, i) => {
    const [part, whole] = [valueOf(report, meaning), of.meanings[i] === undefined ? undefined : valueOf(report, of.meanings[i])];
    return part === undefined || whole === undefined ? [] : [[part, whole] as const];
  });
  const [first] = pairs;
  if (first === undefined || first[1] <= 0n || pairs.length < measure.meanings.length) return undefined;
  const told = amountsOf(near);
  const isOfTold = (a: bigint): boolean => told.some((b) => fits(claim, a, b));
  if (pairs.some(([part, whole]) => fits(claim, part, whole) || isOfTold(part) || told.some((a) => fits(claim, a, whole))) || told.some(isOfTold)) return undefined;
  return { claim, operands: first, places: [], expected: percentage(claim, first[0], first[1]) };
}

/** Of the numbers that have no percentage of their own: 政策类59条，占总体的12%；规划类36条，占总体的7% has its total elsewhere. */
function largest(near: readonly Claim[], part: Claim): Claim | undefined {
  const counts = near.filter((other, i) => other.relation === "count" && other.span.start < part.span.start && near[i + 1]?.relation !== "share");
  return counts.filter((other) => other.unit === part.unit && other.amount.digits >= part.amount.digits).sort((a, b) => (a.amount.digits < b.amount.digits ? 1 : -1))[0];
}

/** The part, and the part with the one, two, … numbers before it: 其中a件、b件，合计占N%. */
function runSums(counts: readonly Claim[], part: Claim): readonly bigint[] {
  const sums: bigint[] = [];
  let sum = 0n;
  for (const { amount, unit } of [...counts].reverse().slice(0, 6)) {
    if (unit !== undefined && part.unit !== undefined && unit !== part.unit) break;
    sum += scaledAmount(amount) ?? 0n;
    sums.push(sum);
  }
  return sums;
}

/** 占比 may be of what the table says came in or was handled, or of all disputes. */
const tableTotals: (report: Report) => readonly bigint[] = remembered((report) => {
  const measure = measuresFor(report);
  const names = ["applications.handled", "applications.granted", "applications.refused", "review.reconsider.total", "review.suit.total", "review.both.total"];
  return names.flatMap((name) => (measure(name)?.meanings ?? []).flatMap((meaning) => valueOf(report, meaning) ?? []));
});

/** 收到11件，比去年的9件增长22.2%: this year's number and one of another year, or the difference, are in the sentence. */
function wrongGrowth(report: Report, claim: Claim, near: readonly Claim[]): WrongNumber | undefined {
  const here = near.filter((other) => other.sentence === claim.sentence && other.exactness === "exact");
  const current = here.filter((other) => other.relation === "count" && other.year === "own" && other.span.start < claim.span.start);
  const earlier = here.filter((other) => other.relation === "count" && other.year !== "own");
  const [now, before] = [current.at(-1), earlier[0]];
  if (now === undefined || before === undefined || earlier.length !== 1 || !isLastYears(before, now, report.year) || claim.scope === "part" || before.amount.digits === 0n) return undefined;
  const amounts = [...amountsOf(here.filter(({ unit }) => unit === now.unit)), ...runSums(current.slice(-2), now)];
  const [a, b] = [scaledAmount(now.amount) ?? 0n, scaledAmount(before.amount) ?? 0n];
  // Growth is of what was before, never of what there is now.
  const bases = amounts.filter((amount) => amount !== a);
  if (amounts.some((one) => bases.some((base) => fits(claim, one > base ? one - base : base - one, base) || fits(claim, one, base)))) return undefined;
  return { claim, operands: [a, b], places: [now, before], expected: percentage(claim, a > b ? a - b : b - a, b) };
}

/** The same thing in the year before: 结转2025年2件 is neither. */
function isLastYears(before: Claim, now: Claim, year: number | undefined): boolean {
  const isAlike = before.measure === undefined || now.measure === undefined || before.measure.name === now.measure.name;
  return isAlike && before.unit === now.unit && (before.year === undefined || year === undefined || before.year === year - 1);
}

/** 收到100件，办结98件，办结率98%; 按时 and 100% say nothing that could be recomputed. */
function wrongRate(claim: Claim, near: readonly Claim[]): WrongNumber | undefined {
  const here = near.filter((other) => other.sentence === claim.sentence && other.relation === "count" && other.span.start < claim.span.start);
  const done = here.find((other) => other.measure?.name === "applications.finished");
  const came = here.find((other) => other.measure?.name === "applications.receivedAny" || other.measure?.name === "applications.received");
  if (done === undefined || came === undefined || !claim.isOfTotal || percentageIsFull(claim)) return undefined;
  const amounts = amountsOf(near);
  if (amounts.some((a) => amounts.some((b) => fits(claim, a, b)))) return undefined;
  return wrong(claim, done, came);
}

function percentageIsFull({ amount }: Claim): boolean {
  return amount.digits === 100n * 10n ** BigInt(amount.scale);
}

/** A part that would be more than its whole has been taken for the part of something else. */
function wrong(claim: Claim, part: Claim, whole: Claim): WrongNumber | undefined {
  const [a, b] = [scaledAmount(part.amount) ?? 0n, scaledAmount(whole.amount) ?? 0n];
  return b === 0n || a > b ? undefined : { claim, operands: [a, b], places: [part, whole], expected: percentage(claim, a, b) };
}

function amountsOf(claims: readonly Claim[]): readonly bigint[] {
  return claims.flatMap((claim) => (isPercentage(claim) ? [] : (scaledAmount(claim.amount) ?? [])));
}

/** Rounded, half up, to the last digit shown. */
function percentage({ amount }: Claim, part: bigint, whole: bigint): bigint {
  const unit = 10n ** BigInt(amount.scale);
  return (part * 200n * unit + whole) / (whole * 2n);
}

/** Rounded or cut off, or rounded and moved by one in the last digit so that shares add up to 100. */
function fits(claim: Claim, part: bigint, whole: bigint): boolean {
  if (whole <= 0n) return false;
  const unit = 10n ** BigInt(claim.amount.scale);
  const distance = part * 100n * unit - claim.amount.digits * whole;
  return distance * 2n < whole * 3n && -distance * 2n < whole * 3n;
}
