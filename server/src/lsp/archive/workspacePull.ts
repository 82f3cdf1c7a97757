import { DocumentDiagnosticReportKind, DocumentDiagnosticRequest, type CancellationToken, type Connection, type Diagnostic, type Disposable, type WorkspaceDiagnosticParams, type WorkspaceDiagnosticReport, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { describe, type Log } from "../log.js";
import { pathOf } from "./paths.js";
import type { WorkspaceReports } from "./workspaceReports.js";

/** VS Code registers nothing without a selector; these are the documents that the server gets to see. */
const documentSelector = ["nianbao", "markdown", "plaintext"].map((language) => ({ language }));
const registrationOptions = { documentSelector, identifier: "nianbao", interFileDependencies: false, workspaceDiagnostics: true };

/**
 * `workspace/diagnostic`, for clients that ask. A request is answered once everything is checked and there is something that
 * the client does not know; until then it waits, as the protocol allows. Open documents are told as before, with their
 * version, by the server itself: a client that asks for one of them gets an empty answer and nothing twice. (VS Code asks for
 * documents too, and lets the answer count more than that for the workspace.)
 */
export class WorkspacePull {
  private readonly waiting = new Set<() => void>();
  private registration: Promise<Disposable> | undefined;

  /** @param isOpen whether the client has the document open, checked already or not */
  constructor(private readonly connection: Connection, private readonly reports: WorkspaceReports, isOpen: (uri: string) => boolean, private readonly log: Log) {
    const closed = (uri: string): readonly Diagnostic[] => (isOpen(uri) ? [] : (reports.files.get(uri)?.result?.diagnostics ?? []));
    connection.languages.diagnostics.on(({ textDocument: { uri } }) => ({ kind: DocumentDiagnosticReportKind.Full, items: [...closed(uri)] }));
    connection.languages.diagnostics.onWorkspace((params, token) => this.answer(params, token));
  }

  /** Asks the client to ask, or no longer to. */
  register(isWanted: boolean): void {
    const before = this.registration;
    if (isWanted === (before !== undefined)) return;
    this.registration = isWanted ? this.connection.client.register(DocumentDiagnosticRequest.type, registrationOptions) : undefined;
    this.registration?.catch((error: unknown) => this.log(describe("client/registerCapability", error)));
    before?.then((registration) => registration.dispose(), () => undefined);
    this.wake();
  }

  /** Everybody is answered; for the end of the server. */
  stop(): void {
    this.registration = undefined;
    this.wake();
  }

  /** Something has changed: who waits looks again. */
  wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  private async answer({ previousResultIds }: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [pathOf(uri), { uri, value }]));
    for (;;) {
      await this.reports.whenIdle();
      const items = this.news(known);
      if (items.length > 0 || token.isCancellationRequested || this.registration === undefined) return { items };
      await this.somethingNew(token);
    }
  }

  private news(known: ReadonlyMap<string, { readonly uri: string; readonly value: string }>): WorkspaceDocumentDiagnosticReport[] {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const shown = new Set<string>();
    for (const { uri, path, result } of this.reports.files.all()) {
      if (result === undefined) continue;
      shown.add(path);
      if (known.get(path)?.value !== result.id) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: result.id, items: [...result.diagnostics] });
    }
    const gone = [...known].filter(([path]) => !shown.has(path));
    for (const [, { uri }] of gone) items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
    return items;
  }

  private somethingNew(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const listener = token.onCancellationRequested(() => resume());
      const resume = (): void => {
        listener.dispose();
        this.waiting.delete(resume);
        resolve();
      };
      this.waiting.add(resume);
    });
  }
}
