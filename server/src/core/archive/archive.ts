import type { Aggregate } from "./aggregate.js";
import { isPartOf, isSumOf } from "./aggregate.js";
import { organKey } from "./organ.js";
import { isSameSummary, type Place, type Summary } from "./summary.js";

/** What the other reports of the archive are to one report. */
export interface Neighbours {
  /** The report of the same organ for the year before. */
  readonly previous: Summary | undefined;
  /** The reports that this one adds up, by path; empty where it is not known to add up any. */
  readonly parts: readonly Summary[];
}

/** Who a report is, as far as its neighbours depend on it. */
export interface ReportIdentity {
  readonly place: Place;
  /** As in the title. */
  readonly organ: string | undefined;
  readonly year: number | undefined;
}

/** Where a report finds its neighbours. */
export interface Archive {
  neighboursOf(identity: ReportIdentity): Neighbours;
}

export const noNeighbours: Neighbours = { previous: undefined, parts: [] };

/** The same neighbours, so that what was found with the ones holds with the others. */
export function areSameNeighbours(a: Neighbours, b: Neighbours): boolean {
  return a.previous === b.previous && a.parts.length === b.parts.length && a.parts.every((part, i) => part === b.parts[i]);
}

/**
 * The reports of a folder or a command line, by organ and year. Of two reports of one organ and year nobody can know which
 * one counts: neither is compared, nor is anything compared with them.
 */
export class ReportArchive implements Archive {
  private readonly byFile = new Map<string, Summary>();
  private readonly byYear = new Map<string, Set<Summary>>();
  private aggregates: readonly Aggregate[] = [];

  /** Takes in a report in the place of what was known of its file. False if that was the same. */
  set(summary: Summary): boolean {
    const known = this.byFile.get(summary.place.file);
    if (known !== undefined && isSameSummary(known, summary)) return false;
    this.delete(summary.place.file);
    this.byFile.set(summary.place.file, summary);
    const key = keyOf(summary.organ, summary.year);
    if (key === undefined) return true;
    const group = this.byYear.get(key);
    if (group === undefined) this.byYear.set(key, new Set([summary]));
    else group.add(summary);
    return true;
  }

  /** False if the file was not known. */
  delete(file: string): boolean {
    const known = this.byFile.get(file);
    if (known === undefined) return false;
    this.byFile.delete(file);
    const key = keyOf(known.organ, known.year);
    if (key !== undefined) this.byYear.get(key)?.delete(known);
    return true;
  }

  /** @param aggregates whose parts are all in the archive: a sum of some of them would be wrong */
  setAggregates(aggregates: readonly Aggregate[]): void {
    this.aggregates = aggregates;
  }

  neighboursOf({ place, organ, year }: ReportIdentity): Neighbours {
    const key = organ === undefined ? undefined : organKey(organ);
    return { previous: this.previous(place.file, key, year), parts: year === undefined ? [] : this.parts(place, year) };
  }

  private previous(file: string, organ: string | undefined, year: number | undefined): Summary | undefined {
    if (year === undefined || this.others(file, keyOf(organ, year)).length > 0) return undefined;
    const [only, second] = this.others(file, keyOf(organ, year - 1));
    return second === undefined ? only : undefined;
  }

  /** Two at most: they show that nobody knows which one counts, and a thousand copies of a report take no square time. */
  private others(file: string, key: string | undefined): readonly Summary[] {
    const found: Summary[] = [];
    for (const summary of (key === undefined ? undefined : this.byYear.get(key)) ?? []) {
      if (summary.place.file !== file) found.push(summary);
      if (found.length === 2) break;
    }
    return found;
  }

  private parts(place: Place, year: number): readonly Summary[] {
    const [aggregate, second] = this.aggregates.filter((candidate) => isSumOf(candidate, place));
    if (aggregate === undefined || second !== undefined) return [];
    const parts = [...this.byFile.values()].filter((summary) => summary.place.file !== place.file && (summary.year ?? year) === year && isPartOf(aggregate, summary.place));
    return hasTwins(parts) ? [] : parts.sort((a, b) => (a.place.path < b.place.path ? -1 : 1));
  }
}

function keyOf(organ: string | undefined, year: number | undefined): string | undefined {
  return organ === undefined || year === undefined ? undefined : `${year} ${organ}`;
}

/** Two reports of one organ: one of them is a copy, and would be counted twice. */
function hasTwins(parts: readonly Summary[]): boolean {
  const organs = parts.flatMap(({ organ }) => organ ?? []);
  return new Set(organs).size < organs.length;
}
