/**
 * The fewest cells whose change makes every broken constraint hold and breaks none (Fellegi and Holt 1976), by taking cells off
 * one after the other: of any such set some broken constraint has just one cell, whose change is then known; without it the rest
 * explain what is left. docs/explanation.md says why this misses no set of up to three cells, and what it costs.
 */
import type { Fact } from "../report/report.js";
import { isAllowed, type Constraint, type SystemCell } from "./system.js";

/** A cell and the value (in millionths of one) that it would take. */
export interface Change {
  readonly fact: Fact;
  readonly value: bigint;
}

/** Changes that together repair the sums, in the order of the form. */
export type Explanation = readonly Change[];

/** Sets of more cells are not looked for: so many numbers may be explained by chance. */
const mostCells = 3;
/** More trials than this are given up; the search for three cells in the worst of the official tables stays below. */
const mostTrials = 40_000;
/** So many sets of one size explain nothing. */
const mostFound = 100;

/** All explanations of the smallest size that has any, for broken constraints that hang together. */
export function smallestExplanations(broken: readonly Constraint[]): readonly Explanation[] {
  for (let size = 1; size <= mostCells; size++) {
    const found = new Search(broken, size).run();
    if (found === undefined) return [];
    if (found.length > 0) return found;
  }
  return [];
}

interface State {
  readonly sum: bigint;
  /** Changed cells that were blank: these no longer take up what is missing. */
  readonly filledLeft: number;
  readonly filledRight: number;
}

/** Sets of just `size` cells. */
class Search {
  /** Constraints whose sum has been moved, with their sums. */
  private readonly states = new Map<Constraint, State>();
  private readonly failing: Set<Constraint>;
  private readonly changes: { readonly cell: SystemCell; readonly value: bigint }[] = [];
  private readonly seen = new Set<string>();
  private readonly found: Explanation[] = [];
  private readonly reach: number;
  private trials = 0;

  constructor(
    broken: readonly Constraint[],
    private readonly size: number,
  ) {
    this.failing = new Set(broken);
    this.reach = Math.max(1, ...broken.flatMap(({ cells }) => cells.map(({ cell }) => cell.memberships.length)));
  }

  /** Undefined where there was too much to try. */
  run(): readonly Explanation[] | undefined {
    this.step();
    return this.trials > mostTrials || this.found.length > mostFound ? undefined : this.found;
  }

  private step(): void {
    const left = this.size - this.changes.length;
    if (this.failing.size > left * this.reach || this.trials > mostTrials || this.found.length > mostFound) return;
    if (left === 0) {
      this.keep();
      return;
    }
    for (const constraint of this.pivots(left)) {
      for (const { cell, sign } of constraint.cells) {
        // One change mends no more than its own sums; the other cells have to be able to mend the rest.
        if (this.failing.size - cell.memberships.length <= (left - 1) * this.reach) this.attempt(constraint, cell, sign);
      }
    }
  }

  /** The last cell must be in every constraint that still fails, so the shortest will do. */
  private pivots(left: number): Constraint[] {
    const exact = [...this.failing].filter(isExact);
    if (left > 1) return exact;
    return exact.sort((a, b) => a.cells.length - b.cells.length).slice(0, 1);
  }

  private attempt(constraint: Constraint, cell: SystemCell, sign: 1n | -1n): void {
    this.trials++;
    const value = cell.value - sign * this.stateOf(constraint).sum;
    if (value === cell.value || !isAllowed(cell, value) || this.changes.some((change) => change.cell === cell)) return;
    const before = cell.memberships.map((membership) => ({ ...membership, state: this.states.get(membership.constraint), fails: this.failing.has(membership.constraint) }));
    this.change(cell, value);
    if (this.isNew()) this.step();
    this.changes.pop();
    for (const { constraint: touched, state, fails } of before) {
      if (state === undefined) this.states.delete(touched);
      else this.states.set(touched, state);
      this.mark(touched, fails);
    }
  }

  private change(cell: SystemCell, value: bigint): void {
    this.changes.push({ cell, value });
    for (const { constraint, sign } of cell.memberships) {
      const { sum, filledLeft, filledRight } = this.stateOf(constraint);
      const filled = cell.isBlank ? 1 : 0;
      this.states.set(constraint, { sum: sum + sign * (value - cell.value), filledLeft: filledLeft + (sign === 1n ? filled : 0), filledRight: filledRight + (sign === 1n ? 0 : filled) });
      this.mark(constraint, !this.holds(constraint));
    }
  }

  private stateOf(constraint: Constraint): State {
    return this.states.get(constraint) ?? { sum: constraint.sum, filledLeft: 0, filledRight: 0 };
  }

  private mark(constraint: Constraint, fails: boolean): void {
    if (fails) this.failing.add(constraint);
    else this.failing.delete(constraint);
  }

  /** Where a sum was not broken, blanks that count as none may be filled to meet a change. */
  private holds(constraint: Constraint): boolean {
    const { sum, filledLeft, filledRight } = this.stateOf(constraint);
    const { low, high, blanksLeft, blanksRight, isBroken } = constraint;
    const mayRise = !isBroken && blanksLeft > filledLeft;
    const mayFall = !isBroken && blanksRight > filledRight;
    return (low === undefined || sum >= low || mayRise) && (high === undefined || sum <= high || mayFall);
  }

  /** The same cells with the same values are reached in any order, but gone on from once. */
  private isNew(): boolean {
    const key = this.changes.map(({ cell, value }) => `${cell.fact.key}=${value}`).sort().join(" ");
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    return true;
  }

  private keep(): void {
    if (this.failing.size === 0) this.found.push(this.changes.map(({ cell, value }) => ({ fact: cell.fact, value })).sort((a, b) => a.fact.span.start - b.fact.span.start));
  }
}

/** A sum that can have one value only: it says by how much a cell has to change. */
function isExact({ low, high }: Constraint): boolean {
  return low !== undefined && high !== undefined;
}
