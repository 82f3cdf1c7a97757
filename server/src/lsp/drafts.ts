import type { CheckOptions } from "../core/index.js";
import type { Draft, LanguageService, Snapshot } from "../service/service.js";
import { nextTurn, type Runtime } from "./runtime.js";

/** How long a check may keep the event loop to itself: short enough that nobody notices, long enough to get on. */
const sliceMilliseconds = 8;

/** Drafts kept checked. Those who write have one or two open; the others are checked again when they are looked at. */
const maximumKept = 16;

type IsWanted = () => boolean;

/** The check of one snapshot under one set of options, finished or under way. */
interface Reading {
  readonly snapshot: Snapshot;
  readonly options: CheckOptions;
  readonly wantedBy: IsWanted[];
  result: Promise<Draft | undefined>;
  abandoned: boolean;
}

/** One check per (document, version, settings), shared by all features and by those who ask while it is still going on. */
export class Drafts {
  private readonly readings = new Map<string, Reading>();
  /** Milliseconds of work that the last two checks of a document took, the last one last. */
  private readonly costs = new Map<string, readonly [number, number]>();

  constructor(
    private readonly service: Pick<LanguageService, "readingDraft">,
    private readonly runtime: Pick<Runtime, "timer" | "now">,
  ) {}

  /** The checked draft; undefined when on the way none of those who had asked for it still wanted it. */
  get(snapshot: Snapshot, options: CheckOptions, isWanted: IsWanted): Promise<Draft | undefined> {
    const known = this.readings.get(snapshot.uri);
    if (known === undefined || known.snapshot !== snapshot || known.options !== options || known.abandoned) return this.begin(snapshot, options, isWanted);
    known.wantedBy.push(isWanted);
    this.keep(known);
    return known.result;
  }

  /**
   * Milliseconds of work that a check of the document takes: the smaller of the last two, since one may have been held up
   * by something else, and the very first one warms the program up. 0 before the second.
   */
  cost(uri: string): number {
    return Math.min(...(this.costs.get(uri) ?? [0]));
  }

  /** Milliseconds of work that the last check of the document took; 0 before the first. */
  took(uri: string): number {
    return this.lastCost(uri);
  }

  forget(uri: string): void {
    this.readings.delete(uri);
    this.costs.delete(uri);
  }

  private begin(snapshot: Snapshot, options: CheckOptions, isWanted: IsWanted): Promise<Draft | undefined> {
    const reading: Reading = { snapshot, options, wantedBy: [isWanted], result: Promise.resolve(undefined), abandoned: false };
    this.keep(reading);
    reading.result = this.run(reading);
    return reading.result;
  }

  private async run(reading: Reading): Promise<Draft | undefined> {
    const steps = this.service.readingDraft(reading.snapshot, reading.options);
    let cost = 0;
    for (;;) {
      const start = this.runtime.now();
      const draft = this.advance(steps, start);
      cost += this.runtime.now() - start;
      if (draft !== undefined) {
        this.remember(reading, cost);
        return draft;
      }
      await nextTurn(this.runtime.timer);
      if (!reading.wantedBy.some((isWanted) => isWanted())) return this.abandon(reading, cost);
    }
  }

  /** Works until the draft is there or the time is up. */
  private advance(steps: Generator<undefined, Draft, void>, start: number): Draft | undefined {
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (this.runtime.now() - start < sliceMilliseconds);
    return undefined;
  }

  private abandon(reading: Reading, cost: number): undefined {
    reading.abandoned = true;
    // Half a check says little about the cost of a whole one: it can only raise the estimate.
    this.remember(reading, Math.max(cost, this.lastCost(reading.snapshot.uri)));
  }

  private remember(reading: Reading, cost: number): void {
    const { uri } = reading.snapshot;
    if (this.readings.get(uri) === reading) this.costs.set(uri, [this.lastCost(uri), cost]);
  }

  private lastCost(uri: string): number {
    return this.costs.get(uri)?.[1] ?? 0;
  }

  private keep(reading: Reading): void {
    this.readings.delete(reading.snapshot.uri);
    this.readings.set(reading.snapshot.uri, reading);
    const [oldest] = this.readings.keys();
    if (this.readings.size > maximumKept && oldest !== undefined) this.readings.delete(oldest);
  }
}
