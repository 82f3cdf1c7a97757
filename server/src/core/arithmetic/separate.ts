import type { Change } from "./search.js";
import { isAllowed, type Constraint, type SystemCell } from "./system.js";

/**
 * Cells that explain their own broken sums and share none of them with another such cell: several numbers wrong in different rows
 * and columns, each by an amount of its own. Takes time that grows with the cells of the group.
 */
export function separateChanges(group: readonly Constraint[]): readonly Change[] {
  const wanted = new Set(group);
  const cells = new Set(group.flatMap((constraint) => constraint.cells.map(({ cell }) => cell)));
  const candidates = [...cells].flatMap((cell) => ownChange(cell, wanted));
  const claims = new Map<Constraint, number>();
  for (const { cell } of candidates) for (const { constraint } of cell.memberships) claims.set(constraint, (claims.get(constraint) ?? 0) + 1);
  return candidates.filter(({ cell }) => cell.memberships.every(({ constraint }) => claims.get(constraint) === 1)).map(({ cell, value }) => ({ fact: cell.fact, value }));
}

/** The change that repairs all constraints that the cell is in, if all of them are broken and by the same amount. */
function ownChange(cell: SystemCell, wanted: ReadonlySet<Constraint>): { readonly cell: SystemCell; readonly value: bigint }[] {
  const [first] = cell.memberships;
  if (first === undefined || cell.memberships.length < 2) return [];
  const value = cell.value - first.sign * first.constraint.sum;
  const repairs = cell.memberships.every(({ constraint, sign }) => wanted.has(constraint) && constraint.low === constraint.high && constraint.sum + sign * (value - cell.value) === constraint.low);
  return repairs && isAllowed(cell, value) ? [{ cell, value }] : [];
}
