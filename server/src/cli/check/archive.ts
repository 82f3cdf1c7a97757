import { isPartOf, isSumOf, readReport, ReportArchive, summaryOf, type Aggregate, type Report, type Summary } from "../../core/index.js";
import type { Configurations } from "../input/configurations.js";
import { readDraft, type Chosen } from "../input/draft.js";
import { placeOf } from "../input/place.js";
import { walk, type Source } from "../input/sources.js";

/** What is known of one file of the archive. `unreadable`: there is a file, and nobody knows what it says. */
export type SummaryResult = { readonly kind: "summary"; readonly summary: Summary } | { readonly kind: "foreign" } | { readonly kind: "unreadable" };

/** Reads a file for the archive. What is wrong with it is told when its own turn to be checked comes. */
export function summarize(source: Source, chosen: Chosen, configurations: Configurations): SummaryResult {
  try {
    const read = readDraft(source, chosen, configurations, () => undefined);
    if (read.kind !== "draft") return { kind: read.kind === "skipped" ? "foreign" : "unreadable" };
    return resultOf(readReport(read.draft.decoded.text, read.draft.options), source);
  } catch {
    return { kind: "unreadable" };
  }
}

export function resultOf(report: Report, source: Source): SummaryResult {
  const summary = summaryOf(report, placeOf(source.name));
  return summary === undefined ? { kind: "foreign" } : { kind: "summary", summary };
}

/** Files that belong to a sum besides those that are checked: without them it would not be whole. */
export function furtherParts(sources: readonly Source[], configurations: Configurations): readonly Source[] {
  const known = new Set(sources.map(({ name }) => placeOf(name).path));
  const parts = aggregatesOf(sources, configurations).flatMap((aggregate) => walk(aggregate.folder).names.filter((name) => isPartOf(aggregate, placeOf(name))));
  return [...new Set(parts)].filter((name) => !known.has(placeOf(name).path)).map((name) => ({ name, isNamed: true, foundThrough: [] }));
}

/** The archive of all files that were read, in whatever order. */
export function archiveOf(read: ReadonlyMap<Source, SummaryResult>, configurations: Configurations): ReportArchive {
  const archive = new ReportArchive();
  for (const result of read.values()) if (result.kind === "summary") archive.set(result.summary);
  const unreadable = [...read].filter(([, { kind }]) => kind !== "summary").map(([{ name }]) => placeOf(name));
  const aggregates = aggregatesOf([...read.keys()], configurations);
  archive.setAggregates(aggregates.filter((aggregate) => !unreadable.some((place) => isPartOf(aggregate, place))));
  return archive;
}

/** Of the configurations of these files those that name a sum, where the sum is one of the files. */
function aggregatesOf(sources: readonly Source[], configurations: Configurations): readonly Aggregate[] {
  const found = sources.flatMap(({ name }) => {
    const { aggregate } = configurations.of(name);
    return aggregate !== undefined && isSumOf(aggregate, placeOf(name)) ? [aggregate] : [];
  });
  return [...new Set(found)];
}
