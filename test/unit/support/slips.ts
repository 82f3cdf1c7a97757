/** Slips of the hand, from a seed: how numbers are miswritten in tables. Each gives another number than the right one, or none. */
import type { Fact, Report } from "../../../server/src/core/index.js";
import { findFaults, type Fault } from "../../../server/src/core/arithmetic/explain.js";
import { neighboursIn } from "../../../server/src/core/arithmetic/neighbours.js";
import { readValue } from "../../../server/src/core/report/amount.js";
import { analyse } from "../../../server/src/core/index.js";
import { writeDraft, type DraftPlan } from "./drafts.js";

export type Random = () => number;

export const slips = ["swap", "drop", "double", "replace", "miscount", "copy"] as const;
export type SlipKind = (typeof slips)[number];

export function pick<Item>(items: readonly Item[], next: Random): Item {
  const item = items[Math.floor(next() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

/** The digits of a cell after the slip; undefined where the slip cannot happen to them. */
function slipped(kind: SlipKind, right: string, beside: readonly string[], next: Random): string | undefined {
  const at = Math.floor(next() * right.length);
  if (kind === "swap") return right.length < 2 ? undefined : swapped(right, Math.min(at, right.length - 2));
  if (kind === "drop") return right.length < 2 ? undefined : right.slice(0, at) + right.slice(at + 1);
  if (kind === "double") return right.slice(0, at) + right.charAt(at) + right.slice(at);
  if (kind === "replace") return right.slice(0, at) + String(Math.floor(next() * 10)) + right.slice(at + 1);
  if (kind === "miscount") return String(Math.max(0, Number(right) + (next() < 0.5 ? -1 : 1) * (1 + Math.floor(next() * 5))));
  return beside.length === 0 ? undefined : pick(beside, next);
}

function swapped(digits: string, at: number): string {
  return digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
}

export interface Wrong {
  readonly key: string;
  readonly right: string;
  readonly wrong: string;
}

/** A wrong number in the cell, by a slip that can happen to its digits; undefined where this one cannot. */
export function slipIn(report: Report, fact: Fact, kind: SlipKind, next: Random): Wrong | undefined {
  const right = digitsOf(fact);
  const wrong = slipped(kind, right, neighboursIn(report)(fact).map(digitsOf), next);
  return wrong === undefined || Number(wrong) === Number(right) ? undefined : { key: fact.key, right, wrong: String(Number(wrong)) };
}

function digitsOf(fact: Fact): string {
  return fact.value.kind === "number" ? fact.value.raw : "";
}

/** The same report with other numbers in some cells. */
export function withWrong(report: Report, wrong: readonly Wrong[]): Report {
  const facts = new Map(report.facts);
  for (const { key, wrong: raw } of wrong) {
    const fact = facts.get(key);
    if (fact !== undefined) facts.set(key, { ...fact, value: readValue(raw) });
  }
  return { ...report, facts };
}

export function faultsIn(report: Report): readonly Fault[] {
  return findFaults(report, () => []);
}

export function consistentReport(plan: DraftPlan): Report {
  return analyse(writeDraft(plan), { stage: "final" }).report;
}
