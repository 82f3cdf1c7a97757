/**
 * The fewest cells whose change makes every broken constraint hold and breaks none (Fellegi and Holt 1976), by taking cells off
 * one after the other: of any such set some broken constraint has just one cell, whose change is then known; without it the rest
 * explain what is left. docs/explanation.md says why this misses no set of up to three cells, and what it costs.
 */
import type { IdentityForm } from "../forms/edition.js";
import type { Fact } from "../report/report.js";
import { isAllowed, type Constraint, type Membership, type SystemCell } from "./system.js";

/** A cell and the value (in millionths of one) that it would take. */
export interface Change {
  readonly fact: Fact;
  readonly value: bigint;
}

/** Changes that together repair the sums, in the order of the form. */
export type Explanation = readonly Change[];

/** Sets of more cells are not looked for: so many numbers may be explained by chance. */
const mostCells = 3;
/** More trials than this are given up; what real tables and those of bench/explain.mjs need stays far below. */
const mostTrials = 20_000;
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
  private readonly failing = new Set<Constraint>();
  /** How many constraints of each form fail. A cell is in one row and one column, so it mends one of them at most. */
  private readonly failingOf = new Map<IdentityForm, number>();
  private readonly changes: { readonly cell: SystemCell; readonly value: bigint }[] = [];
  private readonly seen = new Set<string>();
  private readonly found: Explanation[] = [];
  private trials = 0;

  constructor(
    broken: readonly Constraint[],
    private readonly size: number,
  ) {
    for (const constraint of broken) this.mark(constraint, true);
  }

  /** Undefined where there was too much to try. */
  run(): readonly Explanation[] | undefined {
    if (this.mayBeMended(this.size, new Map())) this.step();
    return this.trials > mostTrials || this.found.length > mostFound ? undefined : this.found;
  }

  private step(): void {
    const left = this.size - this.changes.length;
    if (left === 0) {
      this.keep();
      return;
    }
    for (const constraint of this.pivots(left)) {
      for (const { cell, sign } of constraint.cells) {
        if (this.trials > mostTrials || this.found.length > mostFound) return;
        this.attempt(constraint, cell, sign, left - 1);
      }
    }
  }

  /** The last cell must be in every constraint that still fails, so the shortest will do. */
  private pivots(left: number): Constraint[] {
    const exact = [...this.failing].filter(isExact);
    if (left > 1) return exact;
    return exact.sort((a, b) => a.cells.length - b.cells.length).slice(0, 1);
  }

  /** Changes a cell so that the constraint holds, and goes on from there if `left` more cells can do the rest. */
  private attempt(constraint: Constraint, cell: SystemCell, sign: 1n | -1n, left: number): void {
    this.trials++;
    const value = cell.value - sign * this.stateOf(constraint).sum;
    if (value === cell.value || this.changes.some((change) => change.cell === cell) || !isAllowed(cell, value)) return;
    const after = cell.memberships.map((membership) => this.afterChange(membership, cell, value));
    if (!this.mayBeMended(left, differences(after))) return;
    this.changes.push({ cell, value });
    if (this.isNew()) this.goOn(after);
    this.changes.pop();
  }

  private goOn(after: readonly Consequence[]): void {
    const before = after.map(({ constraint }) => this.states.get(constraint));
    for (const { constraint, state, fails } of after) {
      this.states.set(constraint, state);
      this.mark(constraint, fails);
    }
    this.step();
    for (const [i, { constraint, failed }] of after.entries()) {
      const state = before[i];
      if (state === undefined) this.states.delete(constraint);
      else this.states.set(constraint, state);
      this.mark(constraint, failed);
    }
  }

  private afterChange({ constraint, sign }: Membership, cell: SystemCell, value: bigint): Consequence {
    const { sum, filledLeft, filledRight } = this.stateOf(constraint);
    const filled = cell.isBlank ? 1 : 0;
    const state = { sum: sum + sign * (value - cell.value), filledLeft: filledLeft + (sign === 1n ? filled : 0), filledRight: filledRight + (sign === 1n ? 0 : filled) };
    return { constraint, state, failed: this.failing.has(constraint), fails: !holds(constraint, state) };
  }

  /** Whether so many cells could mend what fails, were so many more of a form failing. */
  private mayBeMended(cells: number, more: ReadonlyMap<IdentityForm, number>): boolean {
    for (const [form, count] of this.failingOf) if (count + (more.get(form) ?? 0) > cells) return false;
    for (const [form, count] of more) if (count + (this.failingOf.get(form) ?? 0) > cells) return false;
    return true;
  }

  private stateOf(constraint: Constraint): State {
    return this.states.get(constraint) ?? { sum: constraint.sum, filledLeft: 0, filledRight: 0 };
  }

  private mark(constraint: Constraint, fails: boolean): void {
    if (fails === this.failing.has(constraint)) return;
    if (fails) this.failing.add(constraint);
    else this.failing.delete(constraint);
    const { form } = constraint.identity;
    this.failingOf.set(form, (this.failingOf.get(form) ?? 0) + (fails ? 1 : -1));
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

/** What a change does to one constraint. */
interface Consequence {
  readonly constraint: Constraint;
  readonly state: State;
  readonly failed: boolean;
  readonly fails: boolean;
}

/** How many more (or fewer) constraints of each form fail. */
function differences(after: readonly Consequence[]): ReadonlyMap<IdentityForm, number> {
  const more = new Map<IdentityForm, number>();
  for (const { constraint, failed, fails } of after) {
    const { form } = constraint.identity;
    if (failed !== fails) more.set(form, (more.get(form) ?? 0) + (fails ? 1 : -1));
  }
  return more;
}

/** Where a sum was not broken, blanks that count as none may be filled to meet a change. */
function holds({ low, high, blanksLeft, blanksRight, isBroken }: Constraint, { sum, filledLeft, filledRight }: State): boolean {
  const mayRise = !isBroken && blanksLeft > filledLeft;
  const mayFall = !isBroken && blanksRight > filledRight;
  return (low === undefined || sum >= low || mayRise) && (high === undefined || sum <= high || mayFall);
}

/** A sum that can have one value only: it says by how much a cell has to change. */
function isExact({ low, high }: Constraint): boolean {
  return low !== undefined && high !== undefined;
}
