import type { CancellationToken } from "vscode-languageserver";
import type { Draft } from "../service/service.js";
import { answerExport } from "./export.js";
import { answerFeatures } from "./features.js";
import { Handlers } from "./handlers.js";
import { newReport, newReportFailed, newReportRequest, type NewReportParams, type NewReportResult } from "./newReport.js";
import { answerPreview } from "./preview.js";
import { draftOf, type Session } from "./session.js";
import { answerWriting } from "./writing.js";

/** A request about one document. */
interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** What the client may ask. */
export function answer(session: Session): void {
  const { connection, service, scheduler, reports, pull, log } = session;
  const handlers = new Handlers(log);

  answerFeatures(session, handlers);
  connection.onDocumentSymbol(aboutDraft("documentSymbol", (draft) => service.documentSymbols(draft)));
  connection.onFoldingRanges(aboutDraft("foldingRange", (draft) => service.foldingRanges(draft)));
  answerWriting(session, handlers);
  connection.onRequest(newReportRequest, handlers.guarded<NewReportParams, NewReportResult>("newReport", newReportFailed, newReport));
  answerPreview(session, handlers);
  answerExport(session, handlers);
  connection.onShutdown(() => {
    handlers.stop();
    scheduler.dispose();
    reports.dispose();
    pull?.stop();
  });

  /** A request that is answered from the checked draft; without a draft, and where something fails, with an empty list. */
  function aboutDraft<Params extends AboutDocument, Item extends unknown[]>(label: string, ask: (draft: Draft, params: Params) => Item) {
    return handlers.guarded<Params, Item | never[]>(label, [], async (params: Params, token: CancellationToken) => {
      const draft = await draftOf(session, params.textDocument.uri, token);
      return draft === undefined ? [] : ask(draft, params);
    });
  }
}
