import type { Fact } from "../report/report.js";
import { isBroken, operandsOf, type Identity, type Reading } from "./identity.js";
import { exactly, sumOf } from "./range.js";

/** A cell and the value (in millionths of one) that it would take. */
export interface Change {
  readonly fact: Fact;
  readonly value: bigint;
}

/** Where a cell stands in an identity: on its left side (1) or on its right (-1). */
interface Membership {
  readonly identity: Identity;
  readonly sign: bigint;
}

interface Member {
  readonly fact: Fact;
  readonly value: bigint;
  readonly memberships: readonly Membership[];
}

/** How far each identity is from holding: left minus right. Identities with open cells are not in it. */
type Residuals = ReadonlyMap<Identity, bigint>;

/**
 * Searches for changes of cells that repair broken sums. Works on residuals: a change of one cell moves the residual of
 * each identity that the cell is in by the same amount, so trying a cell costs as much as it has identities (three at most
 * in the official tables), not as many as they have cells.
 */
export class Sums {
  private readonly members: ReadonlyMap<string, Member>;
  private readonly residuals: Residuals;
  private readonly mostMemberships: number;

  constructor(
    identities: readonly Identity[],
    private readonly read: Reading,
  ) {
    this.members = membersOf(identities, read);
    this.residuals = residualsOf(identities, read);
    this.mostMemberships = Math.max(0, ...[...this.members.values()].map((member) => member.memberships.length));
  }

  /** Changes of one cell that repair the whole group and break nothing else. */
  singles(group: readonly Identity[]): Change[] {
    return this.repairing(group, this.residuals, undefined).filter((change) => this.breaksNone([change], group));
  }

  /** Changes of two cells that do, each pair once. */
  pairs(group: readonly Identity[]): (readonly [Change, Change])[] {
    if (group.length > 2 * this.mostMemberships) return [];
    const found = new Map<string, readonly [Change, Change]>();
    for (const pivot of group) {
      for (const first of this.changesFor(pivot, this.residuals)) {
        const residuals = this.after(first);
        const left = this.stillBroken(first, group, residuals);
        if (left.length === 0 || left.length > this.mostMemberships) continue;
        for (const second of this.repairing(left, residuals, first.fact)) {
          if (this.breaksNone([first, second], group)) found.set([first.fact.key, second.fact.key].sort().join(" "), [first, second]);
        }
      }
    }
    return [...found.values()];
  }

  /**
   * Cells that explain their own broken sums and share none of them with another such cell: several numbers wrong in
   * different rows and columns, each by an amount of its own. Linear in the cells of the group.
   */
  separate(group: readonly Identity[]): Change[] {
    const candidates = [...this.members.values()].flatMap((member) => this.ownChange(member, group));
    const claims = new Map<Identity, number>();
    for (const { fact } of candidates) for (const { identity } of this.membershipsOf(fact)) claims.set(identity, (claims.get(identity) ?? 0) + 1);
    return candidates.filter((change) => this.membershipsOf(change.fact).every(({ identity }) => claims.get(identity) === 1) && this.breaksNone([change], group));
  }

  /** The change of a cell that repairs all identities it is in, if all of them are broken and by the same amount. */
  private ownChange({ fact, value, memberships }: Member, group: readonly Identity[]): Change[] {
    const [first] = memberships;
    const residual = first === undefined ? undefined : this.residuals.get(first.identity);
    if (first === undefined || memberships.length < 2 || residual === undefined || !group.includes(first.identity)) return [];
    const change = { fact, value: value - residual * first.sign };
    const repairsAll = memberships.every(({ identity }) => this.residuals.get(identity) !== 0n && this.residualAfter(identity, change, this.residuals) === 0n);
    return repairsAll && change.value >= 0n ? [change] : [];
  }

  private membershipsOf(fact: Fact): readonly Membership[] {
    return this.members.get(fact.key)?.memberships ?? [];
  }

  /** The value that a cell must take for one identity; undefined where the identity has open cells. */
  valueFor(identity: Identity, fact: Fact): bigint | undefined {
    return this.changesFor(identity, this.residuals).find((change) => change.fact === fact)?.value;
  }

  private repairing(group: readonly Identity[], residuals: Residuals, except: Fact | undefined): Change[] {
    const [pivot] = group;
    if (pivot === undefined || group.length > this.mostMemberships) return [];
    return this.changesFor(pivot, residuals).filter((change) => change.fact !== except && group.every((identity) => this.residualAfter(identity, change, residuals) === 0n));
  }

  /** For each cell of an identity the change that would make it hold. A count cannot become negative. */
  private changesFor(identity: Identity, residuals: Residuals): Change[] {
    const residual = residuals.get(identity);
    if (residual === undefined) return [];
    const changes: Change[] = [];
    for (const [operands, sign] of [[identity.left, 1n], [identity.right, -1n]] as const) {
      for (const { key } of operands) {
        const member = this.members.get(key);
        if (member === undefined) continue;
        const value = member.value - residual * sign;
        if (value >= 0n) changes.push({ fact: member.fact, value });
      }
    }
    return changes;
  }

  private residualAfter(identity: Identity, { fact, value }: Change, residuals: Residuals): bigint | undefined {
    const residual = residuals.get(identity);
    const member = this.members.get(fact.key);
    const membership = member?.memberships.find((candidate) => candidate.identity === identity);
    if (residual === undefined || member === undefined || membership === undefined) return residual;
    return residual + membership.sign * (value - member.value);
  }

  private after(change: Change): Residuals {
    const residuals = new Map(this.residuals);
    for (const { identity } of this.membershipsOf(change.fact)) {
      const residual = this.residualAfter(identity, change, this.residuals);
      if (residual !== undefined) residuals.set(identity, residual);
    }
    return residuals;
  }

  /** Of the group, and of what the change itself has broken. */
  private stillBroken({ fact }: Change, group: readonly Identity[], residuals: Residuals): Identity[] {
    const touched = this.membershipsOf(fact).map(({ identity }) => identity).filter((identity) => !group.includes(identity) && !hasBlank(identity, fact));
    return [...group, ...touched].filter((identity) => residuals.get(identity) !== 0n);
  }

  /** Where a cell is to be filled or changed, the blanks beside it are likely to be filled too and stay open here. */
  private breaksNone(changes: readonly Change[], group: readonly Identity[]): boolean {
    const values = new Map(changes.map(({ fact, value }) => [fact.key, value]));
    const read: Reading = (operand) => {
      const value = values.get(operand.key);
      if (value !== undefined) return { low: value, high: value };
      return operand.fact?.value.kind === "blank" ? { low: 0n, high: undefined } : this.read(operand);
    };
    const touched = new Set(changes.flatMap(({ fact }) => this.membershipsOf(fact)).map(({ identity }) => identity));
    return [...touched].every((identity) => group.includes(identity) || !isBroken(identity, read));
  }
}

function hasBlank(identity: Identity, except: Fact): boolean {
  return operandsOf(identity).some(({ fact }) => fact !== except && fact?.value.kind === "blank");
}

function membersOf(identities: readonly Identity[], read: Reading): Map<string, Member> {
  const members = new Map<string, Member & { memberships: Membership[] }>();
  for (const identity of identities) {
    for (const [operands, sign] of [[identity.left, 1n], [identity.right, -1n]] as const) {
      for (const operand of operands) {
        const value = exactly(read(operand));
        if (operand.fact === undefined || value === undefined) continue;
        const member = members.get(operand.key) ?? { fact: operand.fact, value, memberships: [] };
        member.memberships.push({ identity, sign });
        members.set(operand.key, member);
      }
    }
  }
  return members;
}

function residualsOf(identities: readonly Identity[], read: Reading): Map<Identity, bigint> {
  const residuals = new Map<Identity, bigint>();
  for (const identity of identities) {
    const left = exactly(sumOf(identity.left.map(read)));
    const right = exactly(sumOf(identity.right.map(read)));
    if (left !== undefined && right !== undefined) residuals.set(identity, left - right);
  }
  return residuals;
}
