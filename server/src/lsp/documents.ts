import { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Snapshot } from "../service/service.js";

/** A document that the client has open. `snapshot` is replaced, never changed, so its identity says whether it is still current. */
export interface OpenDocument {
  readonly uri: string;
  readonly snapshot: Snapshot;
}

/** `TextDocument.update` changes a document in place; it stays in this file, everybody else sees snapshots. */
interface TrackedDocument extends OpenDocument {
  readonly document: TextDocument;
}

export type OpenDocuments = Pick<TextDocuments<OpenDocument>, "get" | "keys" | "listen" | "onDidChangeContent" | "onDidSave" | "onDidClose">;

export function createDocuments(): OpenDocuments {
  return new TextDocuments<TrackedDocument>({
    create: (uri, languageId, version, text) => tracked(TextDocument.create(uri, languageId, version, text)),
    update: ({ document }, changes, version) => tracked(TextDocument.update(document, changes, version)),
  });
}

function tracked(document: TextDocument): TrackedDocument {
  const { uri, version, languageId } = document;
  return { uri, document, snapshot: { uri, version, languageId, text: document.getText() } };
}
