import { areSameNeighbours, noNeighbours, ReportArchive, type Neighbours } from "../../core/index.js";
import { Configurations } from "../input/configurations.js";
import type { Source } from "../input/sources.js";
import { archiveOf, furtherParts, resultOf, summarize, type SummaryResult } from "./archive.js";
import { checkAmong, checkSource } from "./checkSource.js";
import type { Outcome } from "./outcome.js";
import type { Pool } from "./pool.js";
import type { CheckSettings } from "./settings.js";

export type Emit = (outcome: Outcome, source: Source) => void;

/** Checks all files, each among the others; `emit` gets the outcomes in their order. */
export async function checkAll(sources: readonly Source[], settings: CheckSettings, threads: number, emit: Emit): Promise<void> {
  const configurations = new Configurations(settings.config);
  if (threads > 1 && sources.length > 1) return checkInThreads(sources, settings, configurations, threads, emit);
  const further = furtherParts(sources, configurations);
  if (sources.length + further.length < 2 || settings.fixes) checkAmongAll(sources, further, settings, configurations, emit);
  else checkAmongThoseBefore(sources, further, settings, configurations, emit);
}

/** First all are read, then each is checked and perhaps changed: what the others say is what they said before. */
function checkAmongAll(sources: readonly Source[], further: readonly Source[], settings: CheckSettings, configurations: Configurations, emit: Emit): void {
  const read = [...sources, ...further];
  // A single report has no neighbours, and is not read twice for nothing.
  const known = read.length < 2 ? [] : read.map((source) => [source, summarize(source, settings, configurations)] as const);
  const neighbours = neighboursAmong(new Map(known), configurations);
  for (const source of sources) emit(checkSource(source, settings, configurations, neighbours(source)), source);
}

/**
 * Each is read once and checked among those before it; whoever turns out to have other neighbours in the end is checked again.
 * Last year's report mostly stands before this year's, and most reports of a folder have no neighbours.
 */
function checkAmongThoseBefore(sources: readonly Source[], further: readonly Source[], settings: CheckSettings, configurations: Configurations, emit: Emit): void {
  const read = new Map<Source, SummaryResult>();
  const before = new ReportArchive();
  const checked = sources.map((source) => {
    const { outcome, report } = checkAmong(source, settings, configurations, before);
    const result = report === undefined ? summarize(source, settings, configurations) : resultOf(report, source);
    if (result.kind === "summary") before.set(result.summary);
    read.set(source, result);
    return { source, outcome, neighbours: report?.neighbours ?? noNeighbours };
  });
  for (const source of further) read.set(source, summarize(source, settings, configurations));
  const neighbours = neighboursAmong(read, configurations);
  for (const { source, outcome, neighbours: known } of checked) {
    const now = neighbours(source);
    emit(areSameNeighbours(known, now) ? outcome : checkSource(source, settings, configurations, now), source);
  }
}

async function checkInThreads(sources: readonly Source[], settings: CheckSettings, configurations: Configurations, threads: number, emit: Emit): Promise<void> {
  const { Pool } = await import("./pool.js");
  const pool = new Pool(settings, threads);
  try {
    const neighbours = neighboursAmong(await readInPool(pool, [...sources, ...furtherParts(sources, configurations)]), configurations);
    const tasks = sources.map((source) => ({ kind: "check" as const, source, neighbours: neighbours(source) }));
    await pool.run(tasks, (answer, { source }) => emit(answer as Outcome, source));
  } finally {
    await pool.close();
  }
}

async function readInPool(pool: Pool, sources: readonly Source[]): Promise<ReadonlyMap<Source, SummaryResult>> {
  const read = new Map<Source, SummaryResult>();
  await pool.run(sources.map((source) => ({ kind: "summarize" as const, source })), (answer, { source }) => read.set(source, answer as SummaryResult));
  return read;
}

function neighboursAmong(read: ReadonlyMap<Source, SummaryResult>, configurations: Configurations): (source: Source) => Neighbours {
  const archive = archiveOf(read, configurations);
  return (source) => {
    const result = read.get(source);
    if (result?.kind !== "summary") return noNeighbours;
    const { place, organName: organ, year } = result.summary;
    return archive.neighboursOf({ place, organ, year });
  };
}
