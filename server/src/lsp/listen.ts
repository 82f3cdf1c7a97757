import { CodeLensRefreshRequest, DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { wantsWorkspaceDiagnostics } from "./archive/workspaceMode.js";
import { withoutSlash } from "./client.js";
import { configurationFileName } from "./configurationFiles.js";
import { describe } from "./log.js";
import { send, type Session } from "./session.js";
import { section } from "./settings.js";

/** What the client tells of documents, settings and files, and what follows from it. */
export function listen(session: Session): void {
  listenToDocuments(session);
  listenToSettings(session);
  session.connection.onInitialized(() => register(session));
}

function listenToDocuments(session: Session): void {
  const { connection, documents, scheduler, client, log } = session;
  documents.onDidChangeContent(({ document }) => scheduler.schedule(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    forget(session, uri);
    session.reports.closed(uri);
    // Where closed files are shown too, what is found in the file takes the place of what was found in the document.
    if (session.pull !== undefined || !session.reports.keepsResults(uri)) send(connection, { uri, diagnostics: [] }, log);
  });
  // A client that does not watch files has perhaps just saved the configuration.
  if (!client.registersWatchers) documents.onDidSave(() => filesChanged(session));
  documents.listen(connection);
}

function forget({ scheduler, drafts, options, settings }: Session, uri: string): void {
  scheduler.close(uri);
  drafts.forget(uri);
  options.forget(uri);
  settings.forget(uri);
}

function listenToSettings(session: Session): void {
  const { connection, settings } = session;
  connection.onDidChangeConfiguration(({ settings: payload }: { settings: unknown }) => {
    settings.changed(payload);
    checkAgain(session);
    void lookAtMode(session, payload);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const reports = changes.filter(({ uri }) => !uri.endsWith(`/${configurationFileName}`));
    for (const { uri } of reports) session.reports.fileChanged(uri);
    if (reports.length < changes.length) filesChanged(session);
  });
}

function filesChanged(session: Session): void {
  session.files?.changed();
  checkAgain(session);
}

/** Whether closed files are checked; clients that ask for diagnostics are told to ask. */
async function lookAtMode({ connection, client, reports, pull, log }: Session, pushed: unknown): Promise<void> {
  const isWanted = await wantsWorkspaceDiagnostics(connection, client, pushed, log);
  pull?.register(isWanted);
  reports.checkClosed(isWanted);
}

/** Diagnostics stay as they are until the new ones are there. */
function checkAgain(session: Session): void {
  const { options, documents, scheduler, reports } = session;
  options.changed();
  reports.reread();
  for (const uri of documents.keys()) scheduler.schedule(uri);
  askAgain(session);
}

/** An editor asks for these when the text changes, but cannot know that the settings have changed what we say. */
function askAgain({ connection, client, log }: Session): void {
  const failed = (error: unknown) => log(describe("refresh", error));
  if (client.refreshesHints) connection.languages.inlayHint.refresh().catch(failed);
  if (client.refreshesTokens) connection.languages.semanticTokens.refresh().catch(failed);
  if (client.refreshesLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(failed);
}

/** Asks to be told of changes, as far as the client can be asked. */
function register(session: Session): void {
  const { connection, client, log } = session;
  const failed = (error: unknown) => log(describe("client/registerCapability", error));
  if (client.registersSettings) connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed);
  const watchers = [{ globPattern: `**/${configurationFileName}` }, { globPattern: "**/*.{md,txt,nianbao}" }];
  if (client.registersWatchers) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  if (client.announcesFolders) listenToFolders(session);
  void session.reports.discover([...session.folders]);
  void lookAtMode(session, client.settings);
}

function listenToFolders(session: Session): void {
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) session.folders.delete(withoutSlash(uri));
    for (const { uri } of added) session.folders.add(withoutSlash(uri));
    filesChanged(session);
    void session.reports.discover([...session.folders]);
  });
}
