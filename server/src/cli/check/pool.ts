import { Worker } from "node:worker_threads";
import { about } from "../input/systemProblem.js";
import { ownFault } from "../words.js";
import { noCounts, type Outcome } from "./outcome.js";
import { workerArgument, type CheckSettings } from "./settings.js";
import type { Answer, Task } from "./task.js";

/**
 * Threads that carry out tasks; `emit` gets the answers in the order of the tasks, each as soon as it is its turn. A thread
 * that dies costs the task that it died of, and is replaced.
 */
export class Pool {
  private readonly idle: Worker[] = [];

  constructor(private readonly settings: CheckSettings, private readonly threads: number) {}

  async run(tasks: readonly Task[], emit: (answer: Answer, task: Task) => void): Promise<void> {
    const queue = new OrderedQueue(tasks, emit);
    const count = Math.min(this.threads, tasks.length);
    await Promise.all(Array.from({ length: count }, () => this.runThread(queue)));
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private async runThread(queue: OrderedQueue): Promise<void> {
    let worker = this.idle.pop() ?? startWorker(this.settings);
    for (let next = queue.take(); next !== undefined; next = queue.take()) {
      try {
        queue.done(next.index, await ask(worker, next.task));
      } catch (error) {
        queue.done(next.index, lost(next.task, error));
        worker = startWorker(this.settings);
      }
    }
    this.idle.push(worker);
  }
}

/** What is answered for a task whose thread has died. */
function lost({ kind, source }: Task, error: unknown): Answer {
  if (kind === "summarize") return { kind: "unreadable" };
  const outcome: Outcome = { kind: "failed", output: "", counts: noCounts, problems: [about(source.name, ownFault(error))], log: [] };
  return outcome;
}

/** Hands out the tasks in order and gives on their answers in the same order. */
class OrderedQueue {
  private next = 0;
  private emitted = 0;
  private readonly waiting = new Map<number, Answer>();

  constructor(private readonly tasks: readonly Task[], private readonly emit: (answer: Answer, task: Task) => void) {}

  take(): { readonly index: number; readonly task: Task } | undefined {
    const index = this.next;
    const task = this.tasks[index];
    if (task === undefined) return undefined;
    this.next++;
    return { index, task };
  }

  done(index: number, answer: Answer): void {
    this.waiting.set(index, answer);
    for (;;) {
      const ready = this.waiting.get(this.emitted);
      const task = this.tasks[this.emitted];
      if (ready === undefined || task === undefined) return;
      this.waiting.delete(this.emitted++);
      this.emit(ready, task);
    }
  }
}

function startWorker(settings: CheckSettings): Worker {
  return new Worker(__filename, { argv: [workerArgument], workerData: settings });
}

/** Sends a task and waits for its answer, or for the death of the thread. */
function ask(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer) => settle(() => resolve(answer));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) => settle(() => reject(new Error(`thread exit ${code}`)));
    // One by one: Node keeps listeners of its own on a worker, which must stay.
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}
