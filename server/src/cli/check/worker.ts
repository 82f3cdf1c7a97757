import { parentPort, workerData } from "node:worker_threads";
import { Configurations } from "../input/configurations.js";
import type { CheckSettings } from "./settings.js";
import { carryOut, type Task } from "./task.js";

/** A thread of the pool: a task in, its answer out. */
export function serveChecks(): void {
  const settings = workerData as CheckSettings;
  const configurations = new Configurations(settings.config);
  parentPort?.on("message", (task: Task) => parentPort?.postMessage(carryOut(task, settings, configurations)));
}
