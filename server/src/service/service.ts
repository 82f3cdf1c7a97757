import type { CodeAction, Diagnostic, DocumentSymbol, FoldingRange, SymbolInformation } from "vscode-languageserver-types";
import type { CheckOptions, ScriptConverter } from "../core/index.js";
import { codeActions, type ActionRequest } from "./codeActions.js";
import { diagnostics } from "./diagnostics.js";
import { documentSymbols, flatSymbols } from "./documentSymbols.js";
import { readingDraft, type Draft, type Snapshot } from "./draft.js";
import { foldingRanges } from "./foldingRanges.js";
import { preview, type PreviewModel, type YearCount } from "./preview/preview.js";

export type { ActionRequest } from "./codeActions.js";
export type { Draft, Snapshot } from "./draft.js";
export type { PreviewModel } from "./preview/preview.js";
export { codeActionKinds, fixAllKind } from "./codeActions.js";
export { diagnosticSource } from "./diagnostics.js";

/** What a client understands, as far as the features depend on it. */
export interface ClientSkills {
  readonly documentChanges: boolean;
  readonly hierarchicalSymbols: boolean;
}

/** The world that the service lives in: handed in, never looked up. */
export interface World {
  readonly client: ClientSkills;
  readonly converter: ScriptConverter | undefined;
}

export interface LanguageService {
  /** Reads and checks in steps, so that the caller can turn to other work between two of them. */
  readingDraft(snapshot: Snapshot, options: CheckOptions): Generator<undefined, Draft, void>;
  diagnostics(draft: Draft): Diagnostic[];
  codeActions(draft: Draft, request: ActionRequest): CodeAction[];
  documentSymbols(draft: Draft): DocumentSymbol[] | SymbolInformation[];
  foldingRanges(draft: Draft): FoldingRange[];
  preview(draft: Draft, years?: readonly YearCount[]): PreviewModel;
}

export function createLanguageService({ client, converter }: World): LanguageService {
  return {
    readingDraft,
    diagnostics,
    codeActions: (draft, request) => codeActions(draft, request, { converter, documentChanges: client.documentChanges }),
    documentSymbols: client.hierarchicalSymbols ? documentSymbols : flatSymbols,
    foldingRanges,
    preview,
  };
}
