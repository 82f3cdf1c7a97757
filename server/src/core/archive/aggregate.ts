import { matchesPattern } from "./pattern.js";
import type { Place } from "./summary.js";

/** What a configuration says of a report that adds up others (逐级汇总). Patterns are held against paths from the configuration's folder. */
export interface AggregateSetting {
  /** The report that adds up, a path or a pattern: one for each year. */
  readonly summary: string;
  /** The reports that it adds up, all of them, its own organ's included. */
  readonly parts: readonly string[];
}

export interface Aggregate extends AggregateSetting {
  /** Folder of the configuration: absolute, with slashes, without one at the end. */
  readonly folder: string;
}

export function isSumOf({ folder, summary }: Aggregate, place: Place): boolean {
  const path = pathFrom(folder, place.path);
  return path !== undefined && matchesPattern(summary, path);
}

export function isPartOf(aggregate: Aggregate, place: Place): boolean {
  const path = pathFrom(aggregate.folder, place.path);
  return path !== undefined && !isSumOf(aggregate, place) && aggregate.parts.some((pattern) => matchesPattern(pattern, path));
}

function pathFrom(folder: string, path: string): string | undefined {
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
