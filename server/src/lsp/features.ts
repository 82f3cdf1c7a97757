import { RequestType, ErrorCodes, ResponseError, type CancellationToken, type Range, type TextEdit } from "vscode-languageserver";
import { editions } from "../core/index.js";
import type { ConfigurationPlace, Draft, SelectionStatistics } from "../service/service.js";
import type { Handlers } from "./handlers.js";
import { draftOf, type Session } from "./session.js";
import { statusRequest } from "./status.js";
import { TokenAnswers } from "./tokens.js";

/** A request about one document. */
interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

interface StatisticsParams extends AboutDocument {
  readonly ranges: readonly Range[];
}

/** Sum, number and average of the numbers in the selections; null where there is none. */
export const statisticsRequest = new RequestType<StatisticsParams, SelectionStatistics | null, void>("nianbao/selectionStatistics");

interface EditionParams extends AboutDocument {
  /** Id of an edition, or `auto`. */
  readonly edition: string;
}

/** The edits that make a draft say itself which form it follows. */
export const editionRequest = new RequestType<EditionParams, readonly TextEdit[], void>("nianbao/editionDirective");

/** What an editor asks while somebody reads and writes: hovers, hints, ways from cell to cell, colours, quick fixes. */
export function answerFeatures(session: Session, handlers: Handlers): void {
  const { connection, service, settings } = session;
  const { languages } = connection;

  connection.onCodeAction(about("codeAction", [], async (draft, params) => service.codeActions(draft, params, await configurationOf(session, params))));
  connection.onHover(about("hover", null, (draft, { position }) => service.hover(draft, position) ?? null));
  connection.onDefinition(about("definition", [], (draft, { position }) => service.definition(draft, position)));
  connection.onReferences(about("references", [], (draft, { position, context }) => service.references(draft, position, context.includeDeclaration)));
  connection.onDocumentHighlight(about("documentHighlight", null, (draft, { position }) => service.documentHighlights(draft, position) ?? null));
  connection.onDocumentLinks(about("documentLink", [], (draft) => service.documentLinks(draft)));
  connection.onSelectionRanges(about("selectionRange", [], (draft, { positions }) => service.selectionRanges(draft, positions)));
  connection.onCodeLens(about("codeLens", [], async (draft, { textDocument: { uri } }) => ((await settings.switches(uri)).codeLens ? service.codeLenses(draft) : [])));
  languages.inlayHint.on(about("inlayHint", [], async (draft, { textDocument: { uri }, range }) => ((await settings.switches(uri)).inlayHints ? service.inlayHints(draft, range) : [])));
  connection.onWorkspaceSymbol(handlers.guarded("workspaceSymbol", [], async ({ query }, token) => service.workspaceSymbols(await openDrafts(session, token), query)));
  answerTokens();
  connection.onRequest(statusRequest, about("nianbao/status", null, (draft) => service.draftStatus(draft, session.drafts.took(draft.snapshot.uri))));
  connection.onRequest(statisticsRequest, about("nianbao/selectionStatistics", null, (draft, { ranges }) => service.selectionStatistics(draft, ranges) ?? null));
  connection.onRequest(editionRequest, about("nianbao/editionDirective", [], (draft, { edition }) => service.editionDirective(draft, knownEdition(edition))));

  function answerTokens(): void {
    const answers = new TokenAnswers();
    languages.semanticTokens.on(about("semanticTokens", { data: [] }, (draft) => answers.full(draft.snapshot.uri, service.semanticTokens(draft))));
    languages.semanticTokens.onDelta(about("semanticTokens/delta", { data: [] }, (draft, { previousResultId }) => answers.delta(draft.snapshot.uri, previousResultId, service.semanticTokens(draft))));
    languages.semanticTokens.onRange(about("semanticTokens/range", { data: [] }, (draft, { range }) => ({ data: service.semanticTokensIn(draft, range) })));
    session.documents.onDidClose(({ document }) => answers.forget(document.uri));
  }

  /** A request that is answered from the checked draft; without a draft, and where something fails, with the fallback. */
  function about<Params extends AboutDocument, Result>(label: string, fallback: Result, ask: (draft: Draft, params: Params) => Result | Promise<Result>) {
    return handlers.guarded<Params, Result>(label, fallback, async (params: Params, token: CancellationToken) => {
      const draft = await draftOf(session, params.textDocument.uri, token);
      return draft === undefined ? fallback : ask(draft, params);
    });
  }
}

async function configurationOf({ files, folders }: Session, { textDocument: { uri } }: AboutDocument): Promise<ConfigurationPlace | undefined> {
  return files?.place(uri, [...folders]);
}

async function openDrafts(session: Session, token: CancellationToken): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const uri of session.documents.keys()) {
    const draft = await draftOf(session, uri, token);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

function knownEdition(edition: unknown): string {
  const known = ["auto", ...editions.map(({ id }) => id)].find((id) => id === edition);
  if (known === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "edition：没有这一版格式 / no such edition");
  return known;
}
