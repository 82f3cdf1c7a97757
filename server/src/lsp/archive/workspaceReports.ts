import type { Diagnostic } from "vscode-languageserver";
import { areSameNeighbours, isSumOf, readReport, ReportArchive, summaryOf, type Aggregate, type Archive, type CheckOptions, type ReportIdentity, type Neighbours, type Report } from "../../core/index.js";
import type { Draft, Snapshot } from "../../service/service.js";
import { describe, type Log } from "../log.js";
import { nextTurn, type Timer } from "../runtime.js";
import { pathOf, placeOf } from "./paths.js";
import { ReportFiles, type ReportFile } from "./reportFiles.js";

/** What the reports of a workspace need of the session. */
export interface WorkspaceWorld {
  readonly timer: Timer;
  /** URIs of all files below a folder that may be drafts; none where there is no file system. */
  listFiles(folder: string): Promise<readonly string[]>;
  readFile(uri: string): Promise<string | undefined>;
  options(snapshot: Snapshot): Promise<CheckOptions>;
  /** What was looked up for a file that nobody has open. */
  forget(uri: string): void;
  aggregateOf(uri: string): Promise<Aggregate | undefined>;
  check(snapshot: Snapshot, options: CheckOptions, isWanted: () => boolean): Promise<Draft | undefined>;
  diagnostics(draft: Draft): Diagnostic[];
  /** Checks an open document again, since its neighbours have changed. */
  recheck(uri: string): void;
  /** What is shown of a file that nobody has open is to be `file.result`. */
  changed(file: Pick<ReportFile, "uri" | "result">): void;
  /** A file is open now and shown by its document. */
  takenOver(): void;
  readonly log: Log;
}

/** An open document as it was checked last. */
interface OpenReport {
  readonly uri: string;
  readonly isReport: boolean;
  readonly identity: ReportIdentity;
  neighbours: Neighbours;
}

/**
 * All reports of the workspace: those on the disk are read one after the other whenever nothing else is to be done, those that
 * are open come from their checks. It is the archive of every check, and where asked to it checks the closed ones too. One
 * file at a time, with a turn of the event loop between two, so that typing never waits.
 */
export class WorkspaceReports implements Archive {
  readonly files = new ReportFiles();
  private readonly archive = new ReportArchive();
  private readonly open = new Map<string, OpenReport>();
  private readonly unread = new Set<ReportFile>();
  private readonly unchecked = new Set<ReportFile>();
  private readonly idle = new Set<() => void>();
  private checksClosed = false;
  private running = false;
  private disposed = false;
  private unsettled = false;
  private results = 0;

  constructor(private readonly world: WorkspaceWorld) {}

  neighboursOf(identity: ReportIdentity): Neighbours {
    return this.archive.neighboursOf(identity);
  }

  /** Looks for the reports below these folders; what is gone is forgotten. */
  async discover(folders: readonly string[]): Promise<void> {
    const found = (await Promise.all(folders.map((folder) => this.list(folder)))).flat();
    const paths = new Set(found.map(pathOf));
    for (const file of [...this.files.all()]) if (!paths.has(file.path)) this.remove(file);
    for (const uri of found) this.enqueue(this.files.addIfReport(uri));
    this.wake();
  }

  /** A file was made, changed or deleted. */
  fileChanged(uri: string): void {
    this.enqueue(this.files.addIfReport(uri));
    this.wake();
  }

  /** Settings or configurations have changed: everything is read again. */
  reread(): void {
    this.files.forgetAggregates();
    for (const file of this.files.all()) this.enqueue(file);
    this.wake();
  }

  /** Whether the reports that nobody has open are checked too. */
  checkClosed(isWanted: boolean): void {
    if (this.checksClosed === isWanted) return;
    this.checksClosed = isWanted;
    if (!isWanted) for (const file of this.files.all()) this.clear(file);
    this.unsettled = true;
    this.wake();
  }

  /** Whether what was found in a file is shown though nobody has it open. */
  keepsResults(uri: string): boolean {
    return this.checksClosed && this.files.get(uri) !== undefined;
  }

  /** An open document was checked: this is what it says now. */
  async checkedOpen({ snapshot: { uri }, analysis: { report } }: Draft): Promise<void> {
    const identity = identityOf(uri, report);
    this.takeOver(uri);
    this.open.set(identity.place.path, { uri, isReport: report.isReport, identity, neighbours: report.neighbours });
    this.note(report, identity);
    await this.lookForAggregate(uri);
    this.wake();
  }

  closed(uri: string): void {
    if (!this.open.delete(pathOf(uri))) return;
    const file = this.files.get(uri);
    if (file === undefined) this.unsettled = this.archive.delete(uri) || this.unsettled;
    else this.enqueue(file);
    this.wake();
  }

  /** Resolves once nothing is left to be read or checked. */
  whenIdle(): Promise<void> {
    return this.running ? new Promise((resolve) => void this.idle.add(resolve)) : Promise.resolve();
  }

  isOpen(file: Pick<ReportFile, "path">): boolean {
    return this.open.has(file.path);
  }

  dispose(): void {
    this.disposed = true;
  }

  private async list(folder: string): Promise<readonly string[]> {
    try {
      return await this.world.listFiles(folder);
    } catch (error) {
      this.world.log(describe("listFiles", error));
      return [];
    }
  }

  private enqueue(file: ReportFile | undefined): void {
    if (file === undefined) return;
    file.contents = { kind: "unread" };
    this.unread.add(file);
  }

  private wake(): void {
    if (this.running || this.disposed) return;
    this.running = true;
    void this.work();
  }

  private async work(): Promise<void> {
    await nextTurn(this.world.timer);
    for (let step = this.nextStep(); step !== undefined; step = this.nextStep()) {
      await step();
      await nextTurn(this.world.timer);
    }
    this.running = false;
    for (const resolve of this.idle) resolve();
    this.idle.clear();
  }

  /** All are read before any is checked: else each would be checked again with every neighbour that comes. */
  private nextStep(): (() => Promise<void>) | undefined {
    if (this.disposed) return undefined;
    const unread = take(this.unread);
    if (unread !== undefined) return () => this.read(unread);
    if (this.unsettled) this.settle();
    const unchecked = take(this.unchecked);
    return unchecked === undefined ? undefined : () => this.check(unchecked);
  }

  private async read(file: ReportFile): Promise<void> {
    // The text that counts is the one in the editor; it has been noted there.
    if (this.isOpen(file)) return;
    try {
      const text = await this.world.readFile(file.uri);
      if (text === undefined) return this.remove(file);
      const report = readReport(text, await this.world.options(snapshotOf(file, text)));
      if (this.isOpen(file) || this.unread.has(file)) return;
      const identity = identityOf(file.uri, report);
      file.contents = report.isReport ? { kind: "report", identity } : { kind: "nothing" };
      if (!report.isReport) this.clear(file);
      this.note(report, identity);
      this.unsettled = true;
      await this.lookForAggregate(file.uri);
    } catch (error) {
      file.contents = { kind: "nothing" };
      this.world.log(describe("read", error));
    } finally {
      if (!this.isOpen(file)) this.world.forget(file.uri);
    }
  }

  private async check(file: ReportFile): Promise<void> {
    const { contents } = file;
    if (contents.kind !== "report") return;
    const isWanted = (): boolean => !this.disposed && this.checksClosed && !this.isOpen(file) && file.contents === contents;
    try {
      const text = isWanted() ? await this.world.readFile(file.uri) : undefined;
      if (text === undefined) return;
      const snapshot = snapshotOf(file, text);
      const draft = await this.world.check(snapshot, await this.world.options(snapshot), isWanted);
      if (draft === undefined || !isWanted()) return;
      file.result = { contents, diagnostics: this.world.diagnostics(draft), neighbours: draft.analysis.report.neighbours, id: `${++this.results}` };
      this.world.changed(file);
    } catch (error) {
      this.world.log(describe("check", error));
    } finally {
      if (!this.isOpen(file)) this.world.forget(file.uri);
    }
  }

  /** Everything is read: who has other neighbours than when it was checked is checked again. */
  private settle(): void {
    this.unsettled = false;
    this.archive.setAggregates(this.files.wholeAggregates((path) => this.open.get(path)?.isReport === true));
    for (const report of this.open.values()) {
      const now = this.archive.neighboursOf(report.identity);
      if (areSameNeighbours(report.neighbours, now)) continue;
      report.neighbours = now;
      this.world.recheck(report.uri);
    }
    if (!this.checksClosed) return;
    for (const file of this.files.unchecked(this.archive)) if (!this.isOpen(file)) this.unchecked.add(file);
  }

  private note(report: Report, { place }: ReportIdentity): void {
    const summary = summaryOf(report, place);
    const isNew = summary === undefined ? this.archive.delete(place.file) : this.archive.set(summary);
    this.unsettled = this.unsettled || isNew;
  }

  /** A document that was opened stands for its file from now on, under the name that the client has for it. */
  private takeOver(uri: string): void {
    const file = this.files.get(uri);
    if (file === undefined || this.isOpen(file)) return;
    if (file.uri !== uri) {
      this.archive.delete(file.uri);
      this.clear(file);
      file.uri = uri;
    }
    this.unread.delete(file);
    if (file.result === undefined) return;
    file.result = undefined;
    this.world.takenOver();
  }

  private async lookForAggregate(uri: string): Promise<void> {
    const aggregate = await this.world.aggregateOf(uri);
    if (aggregate === undefined || !isSumOf(aggregate, placeOf(uri)) || !this.files.addAggregate(aggregate)) return;
    this.unsettled = true;
    const folder = `file://${aggregate.folder.split("/").map(encodeURIComponent).join("/")}`;
    for (const part of await this.list(folder)) if (this.files.get(part) === undefined) this.enqueue(this.files.addIfReport(part));
  }

  private remove(file: ReportFile): void {
    this.files.remove(file);
    this.unread.delete(file);
    this.unchecked.delete(file);
    this.clear(file);
    if (this.isOpen(file)) return;
    this.archive.delete(file.uri);
    this.unsettled = true;
  }

  /** What was shown of a closed file is no more. */
  private clear(file: ReportFile): void {
    if (file.result === undefined || this.isOpen(file)) return;
    file.result = undefined;
    this.world.changed(file);
  }
}

function take(files: Set<ReportFile>): ReportFile | undefined {
  const [first] = files;
  if (first !== undefined) files.delete(first);
  return first;
}

function identityOf(uri: string, { organ, year }: Report): ReportIdentity {
  return { place: placeOf(uri), organ, year };
}

/** A file by its name is such a report, as if it were open in its language. */
function snapshotOf({ uri }: ReportFile, text: string): Snapshot {
  return { uri, version: 0, languageId: "nianbao", text };
}
