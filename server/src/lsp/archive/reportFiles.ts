import { areSameNeighbours, isPartOf, type Aggregate, type ReportIdentity, type Neighbours, type ReportArchive } from "../../core/index.js";
import type { Diagnostic } from "vscode-languageserver";
import { isReportFile, pathOf, placeOf } from "./paths.js";

/** What is known of a file: nothing yet, that it cannot be read or is no report, or what it says. */
export type Contents = { readonly kind: "unread" } | { readonly kind: "nothing" } | { readonly kind: "report"; readonly identity: ReportIdentity };

/** What a check of a closed file has found. */
export interface Result {
  /** What the file said then; after a change the result stays until there is a new one. */
  readonly contents: Contents;
  readonly diagnostics: readonly Diagnostic[];
  readonly neighbours: Neighbours;
  /** Tells this result from all others. */
  readonly id: string;
}

/** A report on the disk. */
export interface ReportFile {
  /** As the client spells it, once it has. */
  uri: string;
  readonly path: string;
  contents: Contents;
  result: Result | undefined;
}

/** The reports that lie in the folders of the workspace, and those that a configured sum adds up. */
export class ReportFiles {
  private readonly byPath = new Map<string, ReportFile>();
  private readonly aggregates = new Map<string, Aggregate>();

  all(): Iterable<ReportFile> {
    return this.byPath.values();
  }

  get(uri: string): ReportFile | undefined {
    return this.byPath.get(pathOf(uri));
  }

  /** The file, if it is one of ours or may become one. */
  addIfReport(uri: string): ReportFile | undefined {
    const path = pathOf(uri);
    const isPart = [...this.aggregates.values()].some((aggregate) => isPartOf(aggregate, placeOf(uri)));
    if (!isReportFile(path) && !isPart) return this.byPath.get(path);
    const file: ReportFile = this.byPath.get(path) ?? { uri, path, contents: { kind: "unread" }, result: undefined };
    this.byPath.set(path, file);
    return file;
  }

  remove(file: ReportFile): void {
    this.byPath.delete(file.path);
  }

  /** @returns false if the sum was known already */
  addAggregate(aggregate: Aggregate): boolean {
    const isNew = !this.aggregates.has(JSON.stringify(aggregate));
    this.aggregates.set(JSON.stringify(aggregate), aggregate);
    return isNew;
  }

  forgetAggregates(): void {
    this.aggregates.clear();
  }

  /** Sums all of whose parts say what they say; of the others nothing is known. */
  wholeAggregates(isOpenReport: (path: string) => boolean): readonly Aggregate[] {
    const unknown = [...this.byPath.values()].filter(({ contents, path }) => contents.kind !== "report" && !isOpenReport(path));
    return [...this.aggregates.values()].filter((aggregate) => !unknown.some(({ uri }) => isPartOf(aggregate, placeOf(uri))));
  }

  /** Reports that have not been checked among the neighbours that they have now. */
  unchecked(archive: ReportArchive): readonly ReportFile[] {
    return [...this.byPath.values()].filter(({ contents, result }) => contents.kind === "report" && (result?.contents !== contents || !areSameNeighbours(result.neighbours, archive.neighboursOf(contents.identity))));
  }
}
