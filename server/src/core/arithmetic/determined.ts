/**
 * Which open cells can have one value only. Each cell is an interval, and each identity narrows the intervals of its
 * operands to what the others leave (bounds propagation), until nothing changes.
 */
import type { Fact, Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { equalitiesOf, isBroken, operandsOf, reading, type Identity, type Operand, type Reading } from "./identity.js";
import { exactly, type Range } from "./range.js";

export interface Determined {
  readonly fact: Fact;
  /** In millionths of one. */
  readonly value: bigint;
  /** The identity that leaves no other value. */
  readonly by: Identity;
}

/** A value goes from a cell over its row, its column and the balance of that column to the next; more rounds bring nothing. */
const mostRounds = 8;

/** By key of the cell. Nothing is said of cells whose sums are broken, nor of a table whose numbers contradict each other. */
export const determinedOf: (report: Report) => ReadonlyMap<string, Determined> = remembered((report) => {
  const read = reading(report);
  const identities = equalitiesOf(report);
  const tables = new Set(identities.map(({ form }) => form.table));
  return new Map([...tables].flatMap((table) => [...determinedIn(identities.filter(({ form }) => form.table === table), read)]));
});

function determinedIn(identities: readonly Identity[], read: Reading): Map<string, Determined> {
  const broken = new Set(identities.filter((identity) => isBroken(identity, read)));
  const doubtful = new Set([...broken].flatMap(operandsOf).map(({ key }) => key));
  const sound = identities.filter((identity) => !broken.has(identity));
  const found = new Map<string, Determined>();
  if (sound.every((identity) => operandsOf(identity).every((operand) => exactly(read(operand)) !== undefined))) return found;
  const bounds = new Bounds(sound, read);
  if (!bounds.narrowAll()) return found;
  for (const [key, by] of bounds.narrowedBy) {
    const operand = operandsOf(by).find((candidate) => candidate.key === key);
    const value = exactly(bounds.of(key));
    if (operand?.fact === undefined || value === undefined || doubtful.has(key) || !isFillable(operand.fact)) continue;
    found.set(key, { fact: operand.fact, value, by });
  }
  return found;
}

/** Where a number can be put in: a text is the author's own and stays. */
function isFillable({ value }: Fact): boolean {
  return value.kind === "blank" || value.kind === "placeholder";
}

class Bounds {
  private readonly ranges = new Map<string, Range>();
  /** For each cell the identity that narrowed it last. */
  readonly narrowedBy = new Map<string, Identity>();

  constructor(private readonly identities: readonly Identity[], read: Reading) {
    for (const operand of identities.flatMap(operandsOf)) this.ranges.set(operand.key, read(operand));
  }

  of(key: string): Range {
    return this.ranges.get(key) ?? { low: 0n, high: undefined };
  }

  /** False if the numbers contradict each other. */
  narrowAll(): boolean {
    for (let round = 0; round < mostRounds; round++) {
      let isChanged = false;
      for (const identity of this.identities) {
        const outcome = this.narrow(identity, identity.left, identity.right) | this.narrow(identity, identity.right, identity.left);
        if ((outcome & contradiction) !== 0) return false;
        if (outcome !== 0) isChanged = true;
      }
      if (!isChanged) return true;
    }
    return true;
  }

  /** Narrows the cells of one side: each is what the other side leaves beside its neighbours. */
  private narrow(identity: Identity, side: readonly Operand[], other: readonly Operand[]): number {
    const own = this.sum(side);
    const goal = this.sum(other);
    let outcome = 0;
    for (const { key } of side) {
      const range = this.of(key);
      if (exactly(range) !== undefined) continue;
      const next = narrowed(range, own, goal);
      if (next.high !== undefined && next.high < next.low) return contradiction;
      if (next.low === range.low && next.high === range.high) continue;
      this.ranges.set(key, next);
      this.narrowedBy.set(key, identity);
      outcome |= change;
    }
    return outcome;
  }

  private sum(side: readonly Operand[]): Sum {
    let low = 0n;
    let high = 0n;
    let open = 0;
    for (const { key } of side) {
      const range = this.of(key);
      low += range.low;
      if (range.high === undefined) open++;
      else high += range.high;
    }
    return { low, high, open };
  }
}

const change = 1;
const contradiction = 2;

/** Ends of a sum; `high` is without the `open` operands that have no upper end. */
interface Sum {
  readonly low: bigint;
  readonly high: bigint;
  readonly open: number;
}

function narrowed(range: Range, own: Sum, goal: Sum): Range {
  const most = goal.open > 0 ? undefined : goal.high - (own.low - range.low);
  const othersAreOpen = own.open > (range.high === undefined ? 1 : 0);
  const least = othersAreOpen ? range.low : goal.low - (own.high - (range.high ?? 0n));
  return { low: least > range.low ? least : range.low, high: most !== undefined && (range.high === undefined || most < range.high) ? most : range.high };
}
