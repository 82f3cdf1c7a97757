import type { Disposable } from "vscode-languageserver";
import type { Snapshot } from "../service/service.js";
import type { Timer } from "./runtime.js";

/** What is to be done with a document that has changed. */
export interface Work<Result> {
  /** The snapshot that the document holds now; undefined once it is closed. */
  current(uri: string): Snapshot | undefined;
  /** Undefined when it was given up because `isWanted` said no. */
  check(snapshot: Snapshot, isWanted: () => boolean): Promise<Result | undefined>;
  publish(snapshot: Snapshot, result: Result): void;
  /** Milliseconds that a check of the document takes, as far as is known; else 0. */
  cost(uri: string): number;
  failed(error: unknown): void;
}

/** `rerun`: something has changed since the run began, so its result is not published and it is done again. */
interface Entry {
  timer: Disposable | undefined;
  running: boolean;
  rerun: boolean;
  closed: boolean;
}

export const longestWait = 500;

/** A sixtieth of a second: what takes no longer is seen with the next picture anyway. */
const frame = 16;

/**
 * How long a change waits for its check. A cheap check runs at once. A dear one waits twice its cost, so that it takes a
 * third of the processor at most.
 */
export function waitAfter(cost: number): number {
  return cost <= frame ? 0 : Math.min(2 * cost, longestWait);
}

/**
 * Decides when documents are checked and whether a result may still be shown: only if the document still holds the very
 * snapshot that was checked (a closed and reopened file may come back with the same version and other text). One run per
 * document at a time. A pending check takes the text as it is when its time has come, so it is not put off by typing.
 */
export class Scheduler<Result> {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly timer: Timer,
    private readonly work: Work<Result>,
  ) {}

  schedule(uri: string): void {
    const entry = this.entryOf(uri);
    if (entry.running) entry.rerun = true;
    else entry.timer ??= this.later(waitAfter(this.work.cost(uri)), () => this.begin(uri, entry));
  }

  close(uri: string): void {
    const entry = this.entries.get(uri);
    if (entry === undefined) return;
    entry.closed = true;
    entry.timer?.dispose();
    this.entries.delete(uri);
  }

  dispose(): void {
    for (const uri of [...this.entries.keys()]) this.close(uri);
  }

  private begin(uri: string, entry: Entry): void {
    entry.timer = undefined;
    const snapshot = this.work.current(uri);
    if (snapshot === undefined || entry.closed) return;
    entry.running = true;
    entry.rerun = false;
    this.run(snapshot, entry)
      .catch((error: unknown) => this.work.failed(error))
      .finally(() => this.end(uri, entry));
  }

  private async run(snapshot: Snapshot, entry: Entry): Promise<void> {
    const isWanted = () => !entry.closed && !entry.rerun && this.work.current(snapshot.uri) === snapshot;
    const result = await this.work.check(snapshot, isWanted);
    if (result !== undefined && isWanted()) this.work.publish(snapshot, result);
  }

  private end(uri: string, entry: Entry): void {
    entry.running = false;
    if (entry.rerun && !entry.closed) this.schedule(uri);
  }

  private later(milliseconds: number, callback: () => void): Disposable {
    return milliseconds === 0 ? this.timer.setImmediate(callback) : this.timer.setTimeout(callback, milliseconds);
  }

  private entryOf(uri: string): Entry {
    const known = this.entries.get(uri);
    if (known !== undefined) return known;
    const entry: Entry = { timer: undefined, running: false, rerun: false, closed: false };
    this.entries.set(uri, entry);
    return entry;
  }
}
