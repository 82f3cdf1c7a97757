/**
 * The identities of a draft as a sparse system: each is a constraint on the sum of its cells, each cell is in at most three of
 * the official forms' constraints. A change of a cell moves the sum of each constraint that it is in by the same amount.
 */
import { kindOf } from "../report/kind.js";
import type { Fact } from "../report/report.js";
import { isBroken, type Identity, type Operand, type Reading } from "./identity.js";
import { exactly, one } from "./range.js";

/** A cell that may be changed: its number is known. */
export interface SystemCell {
  readonly fact: Fact;
  readonly value: bigint;
  /** Left blank, and read as none in a finished report. */
  readonly isBlank: boolean;
  readonly memberships: readonly Membership[];
}

/** Where a cell stands in a constraint: on the left side of the identity (1) or on the right (-1). */
export interface Membership {
  readonly constraint: Constraint;
  readonly sign: 1n | -1n;
}

/** `low <= sum <= high`, an end that is undefined being without bound. */
export interface Constraint {
  readonly identity: Identity;
  readonly isBroken: boolean;
  /** Left minus right of the cells whose number is known. */
  readonly sum: bigint;
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
  /** Blanks read as none: where one number is wrong, they are likely to be filled too. */
  readonly blanksLeft: number;
  readonly blanksRight: number;
  readonly cells: readonly { readonly cell: SystemCell; readonly sign: 1n | -1n }[];
}

export function systemOf(identities: readonly Identity[], read: Reading): readonly Constraint[] {
  const cells = new Map<string, Draft>();
  return identities.map((identity) => constraintOf(identity, read, cells));
}

/** A cell of the system while it is put together. */
interface Draft extends SystemCell {
  readonly memberships: Membership[];
}

interface Side {
  readonly sign: 1n | -1n;
  readonly operands: readonly Operand[];
}

function constraintOf(identity: Identity, read: Reading, cells: Map<string, Draft>): Constraint {
  const sides: readonly Side[] = [{ sign: 1n, operands: identity.left }, { sign: -1n, operands: identity.right }];
  const own = sides.flatMap(({ sign, operands }) => operands.flatMap((operand) => known(operand, read, cells).map((cell) => ({ cell, sign }))));
  const blanks = (wanted: bigint): number => own.filter(({ cell, sign }) => cell.isBlank && sign === wanted).length;
  const isOpen = ({ operands }: Side): boolean => operands.some((operand) => exactly(read(operand)) === undefined);
  const constraint: Constraint = {
    identity,
    isBroken: isBroken(identity, read),
    sum: own.reduce((sum, { cell, sign }) => sum + sign * cell.value, 0n),
    // An open cell on the right may become as great as the left side is: then nothing bounds the sum from above.
    low: identity.relation === "atMost" || sides.slice(0, 1).some(isOpen) ? undefined : 0n,
    high: identity.relation === "atLeast" || sides.slice(1).some(isOpen) ? undefined : 0n,
    blanksLeft: blanks(1n),
    blanksRight: blanks(-1n),
    cells: own,
  };
  for (const { cell, sign } of own) cell.memberships.push({ constraint, sign });
  return constraint;
}

/** None where the cell's number is not known. */
function known(operand: Operand, read: Reading, cells: Map<string, Draft>): Draft[] {
  const value = exactly(read(operand));
  if (operand.fact === undefined || value === undefined) return [];
  const before = cells.get(operand.key);
  if (before !== undefined) return [before];
  const cell: Draft = { fact: operand.fact, value, isBlank: operand.fact.value.kind === "blank", memberships: [] };
  cells.set(operand.key, cell);
  return [cell];
}

/** Whether the form allows the value in the cell: counts are whole and not negative. */
export function isAllowed({ fact }: SystemCell, value: bigint): boolean {
  const kind = kindOf(fact);
  if (kind !== "change" && value < 0n) return false;
  return kind === "amount" || value % one === 0n;
}
