import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection, type Diagnostic, type InitializeParams } from "vscode-languageserver";
import type { Archive, ScriptConverter } from "../core/index.js";
import { createLanguageService, type Draft, type LanguageService, type Snapshot } from "../service/service.js";
import { lazyConverter } from "../converter/lazy.js";
import { lazyDocx, type WriteDocx } from "../docx/lazy.js";
import { createReports } from "./archive/createReports.js";
import type { WorkspacePull } from "./archive/workspacePull.js";
import type { WorkspaceReports } from "./archive/workspaceReports.js";
import { clientOf, type Client } from "./client.js";
import { configurationDiagnostics } from "./configurationDiagnostics.js";
import { ConfigurationFiles, type Problems } from "./configurationFiles.js";
import { createDocuments, type OpenDocuments } from "./documents.js";
import { Drafts } from "./drafts.js";
import { describe, withoutText, type Log } from "./log.js";
import { Options } from "./options.js";
import { Previews } from "./preview.js";
import type { Runtime } from "./runtime.js";
import { Scheduler, type Work } from "./scheduler.js";
import { section, Settings } from "./settings.js";
import { Statuses } from "./status.js";

/** What one client is served with, from `initialize` to `shutdown`: the parts, put together once. */
export interface Session {
  readonly connection: Connection;
  readonly client: Client;
  readonly log: Log;
  readonly service: LanguageService;
  /** Absent where the bundle with its tables cannot be found, and so is `writeDocx`. */
  readonly converter: ScriptConverter | undefined;
  readonly writeDocx: WriteDocx | undefined;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  /** Absent where the server has no file system. */
  readonly files: ConfigurationFiles | undefined;
  readonly options: Options;
  readonly drafts: Drafts;
  readonly previews: Previews;
  readonly scheduler: Scheduler<Diagnostic[]>;
  /** Folders of the workspace, kept up to date. */
  readonly folders: Set<string>;
  /** The reports of the workspace, open and closed: the archive that each is checked in. */
  readonly reports: WorkspaceReports;
  /** Absent where the client does not ask for diagnostics. */
  readonly pull: WorkspacePull | undefined;
}

export function createSession(connection: Connection, runtime: Runtime, params: InitializeParams): Session {
  const client = clientOf(params);
  const log: Log = (message) => connection.console.error(message);
  const load = runtime.bundles(client.assets);
  const converter = load && lazyConverter(load);
  const writeDocx = load && lazyDocx(load);
  const service = createLanguageService({ client, converter });
  const documents = createDocuments();
  const checkAgain = (uri: string) => {
    options.forget(uri);
    scheduler.schedule(uri);
  };
  const settings = createSettings(connection, client, runtime, checkAgain, log);
  const files = createFiles(connection, client, runtime, log);
  const folders = new Set(client.folders);
  const { reports, pull } = createReports({ connection, client, runtime, service, documents, settings, files, folders, log, options: () => options, recheck: checkAgain });
  const options = createOptions(client, settings, files, folders, reports, log);
  const drafts = new Drafts(service, runtime);
  const previews = new Previews(connection, log);
  const scheduler = new Scheduler(runtime.timer, diagnosing({ connection, log, client, service, documents, options, drafts, reports, previews }));
  return { connection, client, log, service, converter, writeDocx, documents, settings, files, options, drafts, previews, scheduler, folders, reports, pull };
}

/**
 * The checked draft of an open document, undefined if it is not open. Who is cancelled on the way gets RequestCancelled; a
 * result for a text that has been edited since is still returned, since it carries the version that it is for.
 */
export async function draftOf({ documents, options, drafts }: Session, uri: string, token: CancellationToken): Promise<Draft | undefined> {
  const snapshot = documents.get(uri)?.snapshot;
  if (snapshot === undefined) return undefined;
  const draft = await drafts.get(snapshot, await options.of(snapshot), () => !token.isCancellationRequested);
  if (draft === undefined) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled by the client");
  return draft;
}

function createSettings(connection: Connection, client: Client, { timer }: Runtime, late: (uri: string) => void, log: Log): Settings {
  const pull = (scopeUri: string): Promise<unknown> => connection.workspace.getConfiguration({ scopeUri, section });
  return new Settings({ pull: client.pullsSettings ? pull : undefined, initial: client.settings, timer, late, log });
}

function createFiles(connection: Connection, client: Client, runtime: Runtime, log: Log): ConfigurationFiles | undefined {
  if (runtime.readFile === undefined) return undefined;
  const report = (uri: string, problems: Problems) => send(connection, { uri, diagnostics: configurationDiagnostics(problems, client.language) }, log);
  return new ConfigurationFiles(runtime.readFile, report, log);
}

function createOptions(client: Client, settings: Settings, files: ConfigurationFiles | undefined, folders: ReadonlySet<string>, archive: Archive, log: Log): Options {
  return new Options({
    archive,
    settings: (uri) => settings.of(uri),
    file: async (uri) => (await files?.nearest(uri, [...folders])) ?? {},
    language: client.language,
    log: (message) => log(withoutText(message)),
  });
}

/** Checks a document and sends what was found, always with the version that it was found in. */
function diagnosing({ connection, log, client, service, documents, options, drafts, reports, previews }: Pick<Session, "connection" | "log" | "client" | "service" | "documents" | "options" | "drafts" | "reports" | "previews">): Work<Diagnostic[]> {
  const statuses = new Statuses(connection, client, log);
  return {
    current: (uri) => documents.get(uri)?.snapshot,
    check: async (snapshot, isWanted) => {
      const draft = await drafts.get(snapshot, await options.of(snapshot), isWanted);
      if (draft === undefined) return undefined;
      statuses.note(service.draftStatus(draft, drafts.took(snapshot.uri)), snapshot);
      // Not awaited: where it changes what others are to find, they are checked again.
      if (documents.get(snapshot.uri)?.snapshot === snapshot) reports.checkedOpen(draft).catch((error: unknown) => log(describe("archive", error)));
      return service.diagnostics(draft);
    },
    publish: (snapshot: Snapshot, diagnostics) => {
      send(connection, { uri: snapshot.uri, version: snapshot.version, diagnostics }, log);
      statuses.tell(snapshot);
      previews.checked(snapshot);
    },
    cost: (uri) => drafts.cost(uri),
    failed: (error) => log(describe("check", error)),
  };
}

export function send(connection: Connection, params: Parameters<Connection["sendDiagnostics"]>[0], log: Log): void {
  connection.sendDiagnostics(params).catch((error: unknown) => log(describe("publishDiagnostics", error)));
}
