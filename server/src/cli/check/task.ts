import type { Neighbours } from "../../core/index.js";
import type { Configurations } from "../input/configurations.js";
import type { Source } from "../input/sources.js";
import { summarize, type SummaryResult } from "./archive.js";
import { checkSource } from "./checkSource.js";
import type { Outcome } from "./outcome.js";
import type { CheckSettings } from "./settings.js";

/** What is done with one file: first all are read for the archive, then each is checked among its neighbours. Plain data. */
export type Task = SummarizeTask | CheckTask;

export interface SummarizeTask {
  readonly kind: "summarize";
  readonly source: Source;
}

export interface CheckTask {
  readonly kind: "check";
  readonly source: Source;
  readonly neighbours: Neighbours;
}

export type Answer = SummaryResult | Outcome;

export function carryOut(task: Task, settings: CheckSettings, configurations: Configurations): Answer {
  return task.kind === "summarize" ? summarize(task.source, settings, configurations) : checkSource(task.source, settings, configurations, task.neighbours);
}
