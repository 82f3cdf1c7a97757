import type { Connection } from "vscode-languageserver";
import type { LanguageService } from "../../service/service.js";
import type { Client } from "../client.js";
import type { ConfigurationFiles } from "../configurationFiles.js";
import type { OpenDocuments } from "../documents.js";
import { Drafts } from "../drafts.js";
import { describe, type Log } from "../log.js";
import type { Options } from "../options.js";
import type { Runtime } from "../runtime.js";
import type { Settings } from "../settings.js";
import { WorkspacePull } from "./workspacePull.js";
import { WorkspaceReports } from "./workspaceReports.js";

/** The parts of a session that the reports of the workspace are put together from. */
export interface ReportsParts {
  readonly connection: Connection;
  readonly client: Client;
  readonly runtime: Runtime;
  readonly service: LanguageService;
  readonly documents: OpenDocuments;
  readonly settings: Settings;
  readonly files: ConfigurationFiles | undefined;
  readonly folders: ReadonlySet<string>;
  readonly log: Log;
  /** Looked up when it is needed: the options know the archive themselves. */
  options(): Options;
  recheck(uri: string): void;
}

export interface Reports {
  readonly reports: WorkspaceReports;
  /** Absent where the client does not ask for diagnostics. */
  readonly pull: WorkspacePull | undefined;
}

export function createReports(parts: ReportsParts): Reports {
  const { connection, client, runtime, service, documents, settings, files, folders, log, recheck } = parts;
  // Closed files have checks of their own, so that those of open documents stay at hand.
  const drafts = new Drafts(service, runtime);
  const reports: WorkspaceReports = new WorkspaceReports({
    timer: runtime.timer,
    listFiles: async (folder) => (await runtime.listFiles?.(folder)) ?? [],
    readFile: async (uri) => runtime.readFile?.(uri),
    options: (snapshot) => parts.options().of(snapshot),
    forget: (uri) => {
      parts.options().forget(uri);
      settings.forget(uri);
      drafts.forget(uri);
    },
    aggregateOf: async (uri) => files?.aggregateOf(uri, [...folders]),
    check: (snapshot, options, isWanted) => drafts.get(snapshot, options, isWanted),
    diagnostics: (draft) => service.diagnostics(draft),
    recheck,
    changed: ({ uri, result }) => {
      if (pull !== undefined) return pull.wake();
      connection.sendDiagnostics({ uri, diagnostics: [...(result?.diagnostics ?? [])] }).catch((error: unknown) => log(describe("publishDiagnostics", error)));
    },
    takenOver: () => pull?.wake(),
    log,
  });
  const pull = client.pullsDiagnostics ? new WorkspacePull(connection, reports, (uri) => documents.get(uri) !== undefined, log) : undefined;
  return { reports, pull };
}
