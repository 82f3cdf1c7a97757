import { TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver";
import { version } from "../../package.json";
import { codeActionKinds } from "../service/service.js";

/** What the server answers to `initialize`. The same for every client; what differs is registered afterwards. */
export const initializeResult: InitializeResult = {
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    codeActionProvider: { codeActionKinds: [...codeActionKinds] },
    documentSymbolProvider: { label: "Nianbao 年报" },
    foldingRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
  serverInfo: { name: "nianbao", version },
};
