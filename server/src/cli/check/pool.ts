import { Worker } from "node:worker_threads";
import type { Source } from "../input/sources.js";
import { about } from "../input/systemProblem.js";
import { ownFault } from "../words.js";
import { noCounts, type Outcome } from "./outcome.js";
import { workerArgument, type CheckSettings } from "./settings.js";

/** Checks the files on several threads; `emit` gets the outcomes in the order of the files, each as soon as it is its turn. */
export async function checkInPool(sources: readonly Source[], settings: CheckSettings, threads: number, emit: (outcome: Outcome, source: Source) => void): Promise<void> {
  const queue = new OrderedQueue(sources, emit);
  const count = Math.min(threads, sources.length);
  await Promise.all(Array.from({ length: count }, () => runThread(settings, queue)));
}

/** Hands out the files in order and gives on their outcomes in the same order. */
class OrderedQueue {
  private next = 0;
  private emitted = 0;
  private readonly waiting = new Map<number, Outcome>();

  constructor(private readonly sources: readonly Source[], private readonly emit: (outcome: Outcome, source: Source) => void) {}

  take(): { readonly index: number; readonly source: Source } | undefined {
    const index = this.next;
    const source = this.sources[index];
    if (source === undefined) return undefined;
    this.next++;
    return { index, source };
  }

  done(index: number, outcome: Outcome): void {
    this.waiting.set(index, outcome);
    for (;;) {
      const ready = this.waiting.get(this.emitted);
      const source = this.sources[this.emitted];
      if (ready === undefined || source === undefined) return;
      this.waiting.delete(this.emitted++);
      this.emit(ready, source);
    }
  }
}

/** One thread until nothing is left; a thread that dies costs the file that it died of, and is replaced. */
async function runThread(settings: CheckSettings, queue: OrderedQueue): Promise<void> {
  let worker = startWorker(settings);
  for (let task = queue.take(); task !== undefined; task = queue.take()) {
    try {
      queue.done(task.index, await ask(worker, task.source));
    } catch (error) {
      queue.done(task.index, { kind: "failed", output: "", counts: noCounts, problems: [about(task.source.name, ownFault(error))], log: [] });
      worker = startWorker(settings);
    }
  }
  await worker.terminate();
}

function startWorker(settings: CheckSettings): Worker {
  return new Worker(__filename, { argv: [workerArgument], workerData: settings });
}

/** Sends a file and waits for its outcome, or for the death of the thread. */
function ask(worker: Worker, source: Source): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const onMessage = (outcome: Outcome) => settle(() => resolve(outcome));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`thread exit ${code}`)));
    // One by one: Node keeps listeners of its own on a worker, which must stay.
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(source);
  });
}
