/**
 * What is wrong in the tables: the smallest explanation of their broken sums, after the principle of Fellegi and Holt, "A systematic
 * approach to automatic edit and imputation" (JASA 71, 1976), ranked by what slips of the hand are like. See docs/explanation.md.
 */
import type { Report, Fact } from "../report/report.js";
import { ranked, slipOf, type Evidence, type Slip } from "./evidence.js";
import { blankTotals, byKind, type BlankTotal } from "./blankTotals.js";
import { identitiesOf, isBroken, operandsOf, reading, type Identity, type Reading } from "./identity.js";
import { neighboursIn } from "./neighbours.js";
import { smallestExplanations, type Change, type Explanation } from "./search.js";
import { separateChanges } from "./separate.js";
import { isAllowed, systemOf, type Constraint } from "./system.js";

/** One fault: the cell to look at first and the identities that it breaks. */
export interface Fault {
  /** The identity that the cell is told under. */
  readonly identity: Identity;
  readonly broken: readonly Identity[];
  readonly fact: Fact;
  /** Value that repairs the sums; undefined where no small change does. */
  readonly value: bigint | undefined;
  /** What turned that value into the one that stands there, as far as it shows. */
  readonly slip: Slip;
  /** Other explanations of the same sums, likeliest first. */
  readonly others: readonly Explanation[];
  /** Whether nothing else explains the broken sums as well. */
  readonly isCertain: boolean;
  /** Blank totals of the same kind, where there are so many that they are told with this one. */
  readonly alike: readonly Change[];
  /** How the cells of its sum are read. */
  readonly read: Reading;
}

type Untold = Omit<Fault, "alike" | "read">;

/** More explanations than this are no help to anybody. */
const mostOthers = 5;

/** `stated` gives the amounts (in millionths) that the prose states for a cell. */
export function findFaults(report: Report, stated: Evidence["stated"]): Fault[] {
  const read = reading(report);
  const identities = identitiesOf(report);
  if (!identities.some((identity) => isBroken(identity, read))) return [];
  // What the parts tell is one fault at each blank total; the sums that it is a part of need not suffer for it.
  const { totals: blank, read: filled } = blankTotals(report, identities, read);
  const totals = new Set(identities.map(totalOf));
  const evidence: Evidence = { stated, neighbours: neighboursIn(report), isTotal: (fact) => totals.has(fact) };
  const broken = systemOf(identities, filled).filter((constraint) => constraint.isBroken);
  const others = oncePerCell(connected(broken).flatMap((group) => faultsOfGroup(group, evidence)));
  return [...byKind(blank).flatMap((kind) => blankFaults(kind, read)), ...others.map((fault) => ({ ...fault, alike: [], read: filled }))];
}

/** From this many on they are told as one: whoever leaves totals blank does so everywhere. */
const toldTogether = 4;

function blankFaults(totals: readonly BlankTotal[], read: Reading): Fault[] {
  const [first, ...alike] = totals;
  const faultOf = ({ identity, fact, value }: BlankTotal, others: readonly Change[]): Fault => ({ identity, broken: [identity], fact, value, slip: "blank", others: [], isCertain: true, alike: others, read });
  if (first === undefined || totals.length < toldTogether) return totals.map((total) => faultOf(total, []));
  return [faultOf(first, alike)];
}

/** A cell that breaks several relations of one code is told once. */
function oncePerCell(faults: readonly Untold[]): Untold[] {
  const told = new Map<string, Untold>();
  for (const fault of faults) {
    const key = `${fault.identity.form.code} ${fault.fact.key}`;
    const before = told.get(key);
    told.set(key, before === undefined ? fault : { ...before, broken: [...new Set([...before.broken, ...fault.broken])] });
  }
  return [...told.values()];
}

/** Broken constraints that share a cell belong to one fault, or to several that have to be told apart together. */
function connected(broken: readonly Constraint[]): Constraint[][] {
  const left = new Set(broken);
  const groups: Constraint[][] = [];
  for (const start of broken) {
    if (!left.delete(start)) continue;
    const group = [start];
    for (const constraint of group) {
      for (const { constraint: other } of constraint.cells.flatMap(({ cell }) => cell.memberships)) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

function faultsOfGroup(group: readonly Constraint[], evidence: Evidence): Untold[] {
  const explanations = smallestExplanations(group).filter((explanation) => explanation.every(({ fact }) => containing(group, fact).length > 0));
  const ranking = ranked(explanations, evidence);
  const [best, ...others] = ranking.explanations;
  if (best === undefined) return commonCell(group) ?? faultsApart(group, evidence);
  // Where so many sets of cells do as well as the first, naming its cells would be a guess.
  if (best.length > 1 && ranking.equals > mostOthers) return group.flatMap(({ identity }) => brokenSum(identity, undefined));
  const telling = { others: others.slice(0, mostOthers), isCertain: ranking.isClear };
  return best.map((change) => faultAt(change, { group: best.length === 1 ? group : containing(group, change.fact), ...telling }, evidence));
}

/** Open cells leave no value to be told, but one cell that all the broken sums share is the one to look at. */
function commonCell(group: readonly Constraint[]): Untold[] | undefined {
  const [first, ...others] = group;
  const shared = first?.cells.find(({ cell }) => others.every((constraint) => constraint.cells.some((other) => other.cell === cell)));
  if (others.length === 0 || shared === undefined) return undefined;
  const { fact } = shared.cell;
  return [{ identity: identityToTell(group, fact), broken: group.map(({ identity }) => identity), fact, value: undefined, slip: "other", others: [], isCertain: false }];
}

/** More wrong cells than are looked for together: those that explain their own sums alone, what is then left, and else the sums. */
function faultsApart(group: readonly Constraint[], evidence: Evidence): Untold[] {
  const changes = separateChanges(group);
  if (changes.length === 0) return group.flatMap((constraint) => brokenSum(constraint.identity, valueOfTotal(constraint)));
  const explained = new Set(changes.flatMap(({ fact }) => containing(group, fact)));
  const left = group.filter((constraint) => !explained.has(constraint));
  const told = changes.map((change) => faultAt(change, { group: containing(group, change.fact), others: [], isCertain: true }, evidence));
  return [...told, ...connected(left).flatMap((part) => faultsOfGroup(part, evidence))];
}

/** No small change repairs the sums: the identity is told at its total. */
function brokenSum(identity: Identity, value: bigint | undefined): Untold[] {
  const fact = totalOf(identity) ?? operandsOf(identity).find((operand) => operand.fact !== undefined)?.fact;
  if (fact === undefined) return [];
  return [{ identity, broken: [identity], fact, value, slip: "other", others: [], isCertain: false }];
}

/** What the total would have to be if the other numbers are right; undefined where this would break a sum that holds. */
function valueOfTotal({ identity, sum, low, high, cells }: Constraint): bigint | undefined {
  const total = cells.find(({ cell }) => cell.fact === totalOf(identity))?.cell;
  if (total === undefined || low !== high || low === undefined) return undefined;
  const value = total.value - sum;
  return isAllowed(total, value) && total.memberships.every(({ constraint }) => constraint.isBroken) ? value : undefined;
}

interface Telling extends Pick<Fault, "others" | "isCertain"> {
  /** Whose sums the change repairs. */
  readonly group: readonly Constraint[];
}

function faultAt(change: Change, { group, ...telling }: Telling, evidence: Evidence): Untold {
  const { fact, value } = change;
  return { identity: identityToTell(containing(group, fact), fact), broken: group.map(({ identity }) => identity), fact, value, slip: slipOf(change, evidence), ...telling };
}

/** The sum that the cell states, by columns before rows; for any other cell the shortest sum, which is the easiest to follow. */
function identityToTell(touched: readonly Constraint[], fact: Fact): Identity {
  const identities = touched.map(({ identity }) => identity);
  const stated = identities.filter((identity) => totalOf(identity) === fact);
  const [shortest] = [...identities].sort((a, b) => operandsOf(a).length - operandsOf(b).length);
  const told = stated.find((identity) => identity.form.each === "column") ?? stated[0] ?? shortest;
  if (told === undefined) throw new Error(`a fault at ${fact.key} without a broken identity`);
  return told;
}

function containing(group: readonly Constraint[], fact: Fact): Constraint[] {
  return group.filter(({ cells }) => cells.some(({ cell }) => cell.fact === fact));
}

/** The cell that states the sum of the others. */
export function totalOf({ relation, left }: Identity): Fact | undefined {
  return relation !== "atMost" && left.length === 1 ? left[0]?.fact : undefined;
}
