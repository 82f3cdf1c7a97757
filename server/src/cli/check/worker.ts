import { parentPort, workerData } from "node:worker_threads";
import { Configurations } from "../input/configurations.js";
import type { Source } from "../input/sources.js";
import { checkSource } from "./checkSource.js";
import type { CheckSettings } from "./settings.js";

/** A thread of the pool: a file in, its outcome out. */
export function serveChecks(): void {
  const settings = workerData as CheckSettings;
  const configurations = new Configurations(settings.config);
  parentPort?.on("message", (source: Source) => parentPort?.postMessage(checkSource(source, settings, configurations)));
}
