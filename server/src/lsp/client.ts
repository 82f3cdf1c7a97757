import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import type { Language } from "../core/index.js";

/** What the client has said about itself in `initialize`; what it has not said it cannot do. */
export interface Client {
  readonly pullsSettings: boolean;
  readonly registersSettings: boolean;
  readonly registersWatchers: boolean;
  readonly announcesFolders: boolean;
  readonly documentChanges: boolean;
  /** Whether an edit may create a file. */
  readonly createFiles: boolean;
  /** Whether an edit may leave words selected for the author to replace. */
  readonly snippetEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  /** Whether hovers may be Markdown. */
  readonly markdown: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  /** Whether it shows which form a draft is checked by, and wants to be told after each check. */
  readonly showsStatus: boolean;
  /** Whether it can open the page of a rule by the command `nianbao.explainRule`. */
  readonly opensRulePages: boolean;
  /** Asks for diagnostics, also for those of files that are not open, once it has been told that it may. */
  readonly pullsDiagnostics: boolean;
  /** Whether completion may write tab stops. */
  readonly snippets: boolean;
  /** Whether completion may say something beside each label. */
  readonly labelDetails: boolean;
  /** Whether formatting can be offered for drafts only, and not for every Markdown file that the client shows us. */
  readonly registersFormatting: boolean;
  /** Language of the messages where nobody has set one: Chinese, unless the editor is English. */
  readonly language: Language;
  /** URIs, without a slash at the end. */
  readonly folders: readonly string[];
  /** Settings for clients that cannot be asked. */
  readonly settings: unknown;
  /** Where a server in a browser finds its conversion tables. */
  readonly assets: string | undefined;
}

export function clientOf(params: InitializeParams): Client {
  const options = recordOf(params.initializationOptions);
  const assets = options["assets"];
  return {
    ...skillsOf(params.capabilities),
    language: params.locale?.toLowerCase().startsWith("en") === true ? "en" : "zh",
    folders: foldersOf(params),
    settings: options["settings"],
    showsStatus: options["status"] === true,
    opensRulePages: options["rulePages"] === true,
    assets: typeof assets === "string" ? assets : undefined,
  };
}

function skillsOf({ workspace, textDocument }: ClientCapabilities): Omit<Client, "language" | "folders" | "settings" | "assets" | "showsStatus" | "opensRulePages"> {
  return {
    pullsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    announcesFolders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createFiles: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.resourceOperations?.includes("create") === true,
    snippetEdits: workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    pullsDiagnostics: textDocument?.diagnostic?.dynamicRegistration === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    registersFormatting: [textDocument?.formatting, textDocument?.rangeFormatting, textDocument?.onTypeFormatting].every((skill) => skill?.dynamicRegistration === true),
  };
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => withoutSlash(uri));
  return typeof rootUri === "string" ? [withoutSlash(rootUri)] : [];
}

export function withoutSlash(uri: string): string {
  return uri.replace(/\/+$/, "");
}

/** The value as an object, empty where it is none: nothing that a client sends is taken on trust. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
