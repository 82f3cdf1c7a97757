import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  RequestType,
  type CancellationToken,
  type CompletionList,
  type Position,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import { completionTriggers, onTypeTrigger, type CellDirection, type CellPlace, type CellWay, type Draft } from "../service/service.js";
import { recordOf, type Client } from "./client.js";
import type { Handlers } from "./handlers.js";
import { describe } from "./log.js";
import { draftOf, type Session } from "./session.js";

/** Help with writing: completion, formatting, what follows on Enter, the way from cell to cell. */
export interface CellParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly direction: CellDirection;
}

/** Answers with null where the cursor is in no table, and for `open` where nothing is left to write. */
export const cellRequest = new RequestType<CellParams, CellPlace | null, void>("nianbao/cellAt");

/** Answers with null where the cursor is in no table with pipes. */
export const cellWayRequest = new RequestType<Omit<CellParams, "direction">, CellWay | null, void>("nianbao/cellWay");

const onType = { firstTriggerCharacter: onTypeTrigger };
const drafts = [{ language: "nianbao" }];

/** What can be said at once. A client that can be asked later is asked for drafts only: its Markdown files have formatters of their own. */
export function writingCapabilities(client: Client): ServerCapabilities {
  const completionProvider = { triggerCharacters: [...completionTriggers] };
  if (client.registersFormatting) return { completionProvider };
  return { completionProvider, documentFormattingProvider: true, documentRangeFormattingProvider: true, documentOnTypeFormattingProvider: onType };
}

export function registerFormatting({ connection, client, log }: Session): void {
  if (!client.registersFormatting) return;
  const failed = (error: unknown) => log(describe("client/registerCapability", error));
  connection.client.register(DocumentFormattingRequest.type, { documentSelector: drafts }).catch(failed);
  connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector: drafts }).catch(failed);
  connection.client.register(DocumentOnTypeFormattingRequest.type, { documentSelector: drafts, ...onType }).catch(failed);
}

export function answerWriting(session: Session, handlers: Handlers): void {
  const { connection, service } = session;
  connection.onCompletion(about<{ position: Position }, CompletionList>("completion", { isIncomplete: false, items: [] }, (draft, { position }) => service.completion(draft, position)));
  connection.onDocumentFormatting(about("formatting", [], (draft) => service.formatting(draft)));
  connection.onDocumentRangeFormatting(about("rangeFormatting", [], (draft, { range }) => service.rangeFormatting(draft, range)));
  connection.onDocumentOnTypeFormatting(about("onTypeFormatting", [], (draft, { position, ch }) => service.onTypeFormatting(draft, position, ch)));
  connection.onRequest(cellRequest, about<CellParams, CellPlace | null>("cellAt", null, (draft, params) => (isCellRequest(params) ? (service.cellAt(draft, params) ?? null) : null)));
  connection.onRequest(cellWayRequest, about<{ position: Position }, CellWay | null>("cellWay", null, (draft, params) => (isPosition(params.position) ? (service.cellWay(draft, params.position) ?? null) : null)));

  /** A request that is answered from the checked draft; without one, and where something fails, with `fallback`. */
  function about<Params, Result>(label: string, fallback: Result, ask: (draft: Draft, params: Params) => Result) {
    return handlers.guarded<Params & { readonly textDocument: TextDocumentIdentifier }, Result>(label, fallback, async (params, token: CancellationToken) => {
      const draft = await draftOf(session, params.textDocument.uri, token);
      return draft === undefined ? fallback : ask(draft, params);
    });
  }
}

const directions: readonly string[] = ["here", "next", "previous", "below", "above", "open"] satisfies readonly CellDirection[];

/** What another client sends may be anything. */
function isCellRequest(params: unknown): boolean {
  const { position, direction } = recordOf(params);
  return typeof direction === "string" && directions.includes(direction) && isPosition(position);
}

function isPosition(position: unknown): boolean {
  const { line, character } = recordOf(position);
  return typeof line === "number" && typeof character === "number";
}
