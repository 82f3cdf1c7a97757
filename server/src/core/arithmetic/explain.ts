/**
 * The smallest explanation of broken sums: the fewest cells whose change makes every broken identity hold and breaks
 * none, after the principle of Fellegi and Holt, "A systematic approach to automatic edit and imputation" (JASA 71, 1976).
 * Here for one cell and for two; beyond that the broken sums themselves are reported.
 */
import type { Fact, Report } from "../report/report.js";
import { identitiesOf, isBroken, operandsOf, reading, type Identity } from "./identity.js";
import { remembered } from "../text/remembered.js";
import { Sums, type Change } from "./sums.js";

/** One fault: the cell to look at first and the identities that it breaks. */
export interface Fault {
  /** Code of the identity that the cell is told under. */
  readonly identity: Identity;
  readonly broken: readonly Identity[];
  readonly fact: Fact;
  /** Value that repairs the sums; undefined where no small change does. */
  readonly value: bigint | undefined;
  /** Other single cells that would repair them as well. */
  readonly others: readonly Change[];
  /** Whether nothing else of the same size explains the broken sums. */
  readonly isCertain: boolean;
}

/** Computed once for a report: four rules ask for it. */
export const faultsOf: (report: Report) => readonly Fault[] = remembered(findFaults);

function findFaults(report: Report): Fault[] {
  const read = reading(report);
  const identities = identitiesOf(report);
  const broken = identities.filter((identity) => isBroken(identity, read));
  if (broken.length === 0) return [];
  const sums = new Sums(identities, read);
  return connected(broken).flatMap((group) => faultsOfGroup(sums, group));
}

/** Identities that share a cell belong to one fault, or to several that have to be told apart together. */
function connected(broken: readonly Identity[]): Identity[][] {
  const groups: { readonly keys: Set<string>; readonly members: Identity[] }[] = [];
  for (const identity of broken) {
    const keys = operandKeys(identity);
    const touching = groups.filter((group) => keys.some((key) => group.keys.has(key)));
    const merged = { keys: new Set([...keys, ...touching.flatMap((group) => [...group.keys])]), members: [...touching.flatMap((group) => group.members), identity] };
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => group.members);
}

function operandKeys(identity: Identity): string[] {
  return operandsOf(identity).map((operand) => operand.key);
}

function faultsOfGroup(sums: Sums, group: readonly Identity[]): Fault[] {
  const single = sums.singles(group).sort(byLikelihood(group));
  const [first, ...others] = single;
  if (first !== undefined) return [faultAt(first.fact, group, first.value, others)];
  const pairs = sums.pairs(group).filter((pair) => pair.every((change) => containing(group, change.fact).length > 0));
  const [pair] = pairs;
  const changes = pair !== undefined && pairs.length === 1 ? pair : sums.separate(group);
  const explained = new Set(changes.flatMap((change) => containing(group, change.fact)));
  const faults = changes.map((change) => faultAt(change.fact, containing(group, change.fact), change.value, []));
  return [...faults, ...group.filter((identity) => !explained.has(identity)).flatMap((identity) => brokenSum(sums, identity))];
}

/** No small change repairs the sums: the identity is told at its total. */
function brokenSum(sums: Sums, identity: Identity): Fault[] {
  const fact = totalOf(identity) ?? operandsOf(identity).find((operand) => operand.fact !== undefined)?.fact;
  if (fact === undefined) return [];
  return [{ identity, broken: [identity], fact, value: sums.valueFor(identity, fact), others: [], isCertain: false }];
}

function faultAt(fact: Fact, group: readonly Identity[], value: bigint, others: readonly Change[]): Fault {
  const identity = identityToTell(containing(group, fact), fact);
  return { identity, broken: group, fact, value, others, isCertain: others.length === 0 };
}

/** The sum that the cell states, by columns before rows; for any other cell the shortest sum, which is the easiest to follow. */
function identityToTell(touched: readonly Identity[], fact: Fact): Identity {
  const stated = touched.filter((identity) => totalOf(identity) === fact);
  const [shortest] = [...touched].sort((a, b) => operandKeys(a).length - operandKeys(b).length);
  const told = stated.find((identity) => identity.form.each === "column") ?? stated[0] ?? shortest;
  if (told === undefined) throw new Error(`a fault at ${fact.key} without a broken identity`);
  return told;
}

function containing(group: readonly Identity[], fact: Fact): Identity[] {
  return group.filter((identity) => operandKeys(identity).includes(fact.key));
}

/** The cell that states the sum of the others. */
export function totalOf(identity: Identity): Fact | undefined {
  return identity.left.length === 1 ? identity.left[0]?.fact : undefined;
}

/** A total is written last and wrong most often; then the smaller change. */
function byLikelihood(group: readonly Identity[]): (a: Change, b: Change) => number {
  const totals = new Set(group.map(totalOf));
  return (a, b) => Number(totals.has(b.fact)) - Number(totals.has(a.fact));
}
