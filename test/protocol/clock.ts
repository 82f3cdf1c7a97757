// A clock that a test turns by hand.
import type { Timer } from "../../server/src/lsp/runtime.js";

interface Due {
  readonly at: number;
  readonly callback: () => void;
}

export class Clock {
  now = 0;
  private due: Due[] = [];

  readonly timer: Timer = {
    setImmediate: (callback) => this.add(this.now, callback),
    setTimeout: (callback, milliseconds) => this.add(this.now + milliseconds, callback),
  };

  /** Runs all that falls due in the given time, and all that the work in between brings along. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    await settled();
    for (let next = this.take(end); next !== undefined; next = this.take(end)) {
      this.now = Math.max(this.now, next.at);
      next.callback();
      await settled();
    }
    this.now = end;
  }

  /** Runs what is due now, without letting time pass. */
  async turn(): Promise<void> {
    await this.pass(0);
  }

  get pending(): number {
    return this.due.length;
  }

  private add(at: number, callback: () => void): { dispose(): void } {
    const entry = { at, callback };
    this.due.push(entry);
    return { dispose: () => void (this.due = this.due.filter((other) => other !== entry)) };
  }

  private take(end: number): Due | undefined {
    const next = this.due.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined || next.at > end) return undefined;
    this.due = this.due.filter((other) => other !== next);
    return next;
  }
}

/** Lets every promise that can go on do so. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}
