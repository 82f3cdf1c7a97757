import { TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { version } from "../../package.json";
import { codeActionKinds, tokenModifiers, tokenTypes } from "../service/service.js";

/** What the server answers to `initialize`. The same for every client; what differs is registered afterwards. */
export const initializeResult: InitializeResult = {
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    codeLensProvider: {},
    definitionProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: { label: "Nianbao 年报" },
    foldingRangeProvider: true,
    hoverProvider: true,
    inlayHintProvider: true,
    referencesProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] }, full: { delta: true }, range: true },
    workspaceSymbolProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: "nianbao", version },
};
