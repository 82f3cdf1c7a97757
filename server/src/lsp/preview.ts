import { NotificationType, RequestType, type CancellationToken, type Connection } from "vscode-languageserver";
import type { PreviewModel, Snapshot } from "../service/service.js";
import type { Handlers } from "./handlers.js";
import { describe, type Log } from "./log.js";
import { draftOf, type Session } from "./session.js";

export interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

/** Client to server: what a preview of the document shows; null for a document that is not open. */
export const previewRequest = new RequestType<PreviewParams, PreviewModel | null, void>("nianbao/preview");

export interface PreviewChangedParams {
  readonly uri: string;
  readonly version: number;
}

/** Server to client, after each check of a document whose preview the client has asked for: that preview is out of date. */
export const previewChanged = new NotificationType<PreviewChangedParams>("nianbao/previewChanged");

/** Documents that somebody sees a preview of. */
export class Previews {
  private readonly shown = new Set<string>();

  constructor(
    private readonly connection: Pick<Connection, "sendNotification">,
    private readonly log: Log,
  ) {}

  asked(uri: string): void {
    this.shown.add(uri);
  }

  forget(uri: string): void {
    this.shown.delete(uri);
  }

  checked({ uri, version }: Pick<Snapshot, "uri" | "version">): void {
    if (!this.shown.has(uri)) return;
    this.connection.sendNotification(previewChanged, { uri, version }).catch((error: unknown) => this.log(describe("nianbao/previewChanged", error)));
  }
}

export function answerPreview(session: Session, handlers: Handlers): void {
  const { connection, service, documents, previews } = session;
  const answer = async ({ textDocument: { uri } }: PreviewParams, token: CancellationToken): Promise<PreviewModel | null> => {
    // Before the check: what changes in the meantime is told.
    previews.asked(uri);
    const draft = await draftOf(session, uri, token);
    return draft === undefined ? null : service.preview(draft);
  };
  connection.onRequest(previewRequest, handlers.guarded<PreviewParams, PreviewModel | null>("nianbao/preview", null, answer));
  documents.onDidClose(({ document }) => previews.forget(document.uri));
}
