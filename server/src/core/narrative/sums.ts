// Lists of parts that cannot add up, and sentences that tell a flow that does not balance.
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { isResult, type Breakdown, type Claim, type Measure } from "./claim.js";
import { claimsOf, narrativeOf } from "./claims.js";
import { contradictionsOf } from "./contradictions.js";
import { scaledAmount, valueOf } from "./values.js";

export interface BrokenList {
  /** Place among the lists of the text. */
  readonly place: number;
  readonly total: Claim;
  readonly parts: readonly Claim[];
  /** Of the parts, in millionths. */
  readonly sum: bigint;
  /** More than the whole; else less, in a list that says that it is whole. */
  readonly isAbove: boolean;
  /** A part that alone is more than the whole. */
  readonly exceeding: Claim | undefined;
}

export const brokenListsOf: (report: Report) => readonly BrokenList[] = remembered((report) => {
  const told = new Set(contradictionsOf(report).flatMap(({ claim, again }) => [claim, ...again]));
  return narrativeOf(report).breakdowns.flatMap((breakdown, place) => {
    const claims = [breakdown.total, ...breakdown.parts];
    if (claims.some((claim) => told.has(claim) || claim.exactness === "approximate")) return [];
    const list = claims.every((claim) => isInTable(report, claim)) ? undefined : brokenList(breakdown, place);
    return list === undefined || mayBeOfAnother(list, claimsBySentence(report)) ? [] : [list];
  });
});

/**
 * 发布4019条，平均每月335条；其中a条、b条: the parts may be of a number told earlier, where they add up to it, or where one
 * of them is more than the total and the earlier number has room for all; and they may be of several things together.
 */
function mayBeOfAnother({ total, parts, sum }: BrokenList, claims: ReadonlyMap<number, readonly Claim[]>): boolean {
  const whole = scaledAmount(total.amount) ?? 0n;
  const isMoreThanWhole = parts.some(({ amount }) => (scaledAmount(amount) ?? 0n) > whole);
  const near = [claims.get(total.sentence - 1) ?? [], claims.get(total.sentence) ?? []];
  if (near.some(({ length }) => length > mostNumbers)) return true;
  const earlier = near.flat().filter((other) => other.passage === total.passage && other.span.start < total.span.start && other.relation === "count" && other.unit === total.unit);
  if (mayBeOfAll(total, earlier, sum)) return true;
  return earlier.some((other) => {
    const amount = scaledAmount(other.amount) ?? 0n;
    return amount === sum || (isMoreThanWhole && amount > sum);
  });
}

/** 发布图文20条、视频10条，其中原创15条、转载12条; 收到95件，上年结转3件，其中自然人86件、法人12件: of both together. */
function mayBeOfAll(total: Claim, earlier: readonly Claim[], sum: bigint): boolean {
  const beside = earlier.filter(({ sentence }) => sentence === total.sentence);
  const all = beside.reduce((amount, other) => amount + (scaledAmount(other.amount) ?? 0n), scaledAmount(total.amount) ?? 0n);
  if (beside.some((other) => (scaledAmount(other.amount) ?? 0n) + (scaledAmount(total.amount) ?? 0n) === sum)) return true;
  return beside.length > 0 && !total.isOfTotal && total.measure?.name.startsWith("applications.") !== true && all >= sum;
}

/** Among more numbers than these one will do by chance; no sentence that anybody has written has so many. */
const mostNumbers = 300;

const claimsBySentence: (report: Report) => ReadonlyMap<number, readonly Claim[]> = remembered((report) => {
  const sentences = new Map<number, Claim[]>();
  for (const claim of claimsOf(report)) {
    const others = sentences.get(claim.sentence);
    if (others === undefined) sentences.set(claim.sentence, [claim]);
    else others.push(claim);
  }
  return sentences;
});

/** All of its numbers are held against the table; what the table's sums are is for the rules of arithmetic. */
function isInTable(report: Report, { measure, scope }: Claim): boolean {
  return measure !== undefined && scope === "own" && measure.meanings.every((meaning) => valueOf(report, meaning) !== undefined);
}

function brokenList({ total, parts, completeness, mayOverlap }: Breakdown, place: number): BrokenList | undefined {
  const whole = scaledAmount(total.amount);
  const amounts = parts.map(({ amount }) => scaledAmount(amount) ?? 0n);
  if (whole === undefined) return undefined;
  const sum = amounts.reduce((all, amount) => all + amount, 0n);
  if (isFilled(amounts, whole)) return undefined;
  // What is told twice over is still no more, each time, than the whole.
  const exceeding = parts[amounts.findIndex((amount) => amount > whole)];
  if (sum > whole) return mayOverlap && exceeding === undefined ? undefined : { place, total, parts, sum, isAbove: true, exceeding };
  return isAnnouncedWhole(completeness, sum, whole) && !mayBePending(total, parts) ? { place, total, parts, sum, isAbove: false, exceeding } : undefined;
}

/** The first items make up the whole: what follows divides it once more (自然人5件、法人3件，予以公开6件…) or is of something else. */
function isFilled(amounts: readonly bigint[], whole: bigint): boolean {
  let sum = 0n;
  return amounts.some((amount) => {
    sum += amount;
    return sum === whole;
  });
}

/** Not all that came in need have a result yet. */
function mayBePending(total: Claim, parts: readonly Claim[]): boolean {
  return parts.some(({ measure }) => measure !== undefined && isResult(measure)) && !isAnswered(total.measure);
}

function isAnswered(measure: Measure | undefined): boolean {
  return measure?.name === "applications.finished" || measure?.name === "applications.answered";
}

/** A list that leaves out more than three tenths is a selection, whatever it announces. */
function isAnnouncedWhole(completeness: Breakdown["completeness"], sum: bigint, whole: bigint): boolean {
  return completeness === "whole" || (completeness === "likelyWhole" && sum * 10n >= whole * 7n);
}

export type Flow = readonly [received: Claim, carriedIn: Claim, handled: Claim, carriedOut: Claim];

/** 收到9件，上年结转2件，办结4件，结转下年度0件, where no table says which of them is wrong. */
export function brokenFlowsOf(report: Report): readonly Flow[] {
  return [...claimsBySentence(report).values()].flatMap((claims) => {
    const flow = flowOf(report, claims.filter(({ measure, relation }) => measure?.name.startsWith("applications.") === true && !measure.isUpperBound && relation === "count"));
    return flow === undefined ? [] : [flow];
  });
}

function flowOf(report: Report, claims: readonly Claim[]): Flow | undefined {
  const only = (...names: readonly string[]): Claim | undefined => {
    const found = claims.filter(({ measure }) => names.includes(measure?.name ?? ""));
    return found.length === 1 ? found[0] : undefined;
  };
  const flow = [only("applications.received", "applications.receivedAny", "applications.receivedAll"), only("applications.carriedIn"), only("applications.finished", "applications.answered"), only("applications.carriedOut")] as const;
  const [received, carriedIn, handled, carriedOut] = flow;
  if (received === undefined || carriedIn === undefined || handled === undefined || carriedOut === undefined) return undefined;
  const stated: Flow = [received, carriedIn, handled, carriedOut];
  return stated.every((claim) => mayBalance(report, claim)) && isUnbalanced(stated) ? stated : undefined;
}

function mayBalance(report: Report, { exactness, scope, year, measure }: Claim): boolean {
  return exactness === "exact" && scope !== "part" && year === "own" && measure?.meanings.some((meaning) => valueOf(report, meaning) !== undefined) !== true;
}

/** 收到 may have 上年结转 in it already, and has where it says so (含); 办结 may leave it out. */
function isUnbalanced(flow: Flow): boolean {
  const [r, i, h, o] = flow.map(({ amount }) => amount.digits);
  if (r === undefined || i === undefined || h === undefined || o === undefined) return false;
  return r !== h + o && (holdsCarriedIn(flow) ? r - i : r + i) !== h + o;
}

/** 收到100件（含上年结转10件）. */
export function holdsCarriedIn([received]: Flow): boolean {
  return received.measure?.name === "applications.receivedAll";
}
