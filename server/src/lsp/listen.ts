import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import { withoutSlash } from "./client.js";
import { configurationFileName } from "./configurationFiles.js";
import { describe } from "./log.js";
import { send, type Session } from "./session.js";
import { section } from "./settings.js";
import { registerFormatting } from "./writing.js";

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
    send(connection, { uri, diagnostics: [] }, log);
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
  });
  connection.onDidChangeWatchedFiles(() => filesChanged(session));
}

function filesChanged(session: Session): void {
  session.files?.changed();
  checkAgain(session);
}

/** Diagnostics stay as they are until the new ones are there. */
function checkAgain({ options, documents, scheduler }: Session): void {
  options.changed();
  for (const uri of documents.keys()) scheduler.schedule(uri);
}

/** Asks to be told of changes, as far as the client can be asked. */
function register(session: Session): void {
  const { connection, client, log } = session;
  const failed = (error: unknown) => log(describe("client/registerCapability", error));
  if (client.registersSettings) connection.client.register(DidChangeConfigurationNotification.type, { section }).catch(failed);
  const watchers = [{ globPattern: `**/${configurationFileName}` }];
  if (client.registersWatchers) connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  if (client.announcesFolders) listenToFolders(session);
  registerFormatting(session);
}

function listenToFolders(session: Session): void {
  session.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) session.folders.delete(withoutSlash(uri));
    for (const { uri } of added) session.folders.add(withoutSlash(uri));
    filesChanged(session);
  });
}
