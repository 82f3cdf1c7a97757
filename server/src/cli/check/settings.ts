import type { Chosen } from "../input/draft.js";

export type CheckFormat = "text" | "json" | "ndjson" | "html";

/** What holds for all files of one `nianbao check`. Plain data, since worker threads get a copy. */
export interface CheckSettings extends Chosen {
  readonly format: CheckFormat;
  readonly config: string | undefined;
  readonly fixes: boolean;
  readonly isColored: boolean;
  readonly isQuiet: boolean;
  readonly columns: number;
}

/** The first argument of a thread of the pool, by which main.ts tells it from a command. */
export const workerArgument = "--nianbao-check-worker";
