import type { CodeAction, CodeLens, CompletionList, Diagnostic, DocumentHighlight, DocumentLink, DocumentSymbol, FoldingRange, Hover, InlayHint, Location, Position, Range, SelectionRange, SymbolInformation, TextEdit } from "vscode-languageserver-types";
import type { CheckOptions, ScriptConverter } from "../core/index.js";
import { cellAt, cellWay, type CellPlace, type CellRequest, type CellWay } from "./cellAt.js";
import { codeActions, type ActionRequest } from "./codeActions.js";
import { codeLenses } from "./codeLenses.js";
import { completion } from "./completion.js";
import { definition, references } from "./definition.js";
import { diagnostics } from "./diagnostics.js";
import { documentHighlights } from "./documentHighlights.js";
import { documentLinks } from "./documentLinks.js";
import { documentSymbols, flatSymbols } from "./documentSymbols.js";
import { readingDraft, type Draft, type Snapshot } from "./draft.js";
import { editionDirective } from "./editionDirective.js";
import { foldingRanges } from "./foldingRanges.js";
import { formatting, rangeFormatting } from "./formatting.js";
import { hover, plainHover } from "./hover.js";
import { inlayHints } from "./inlayHints.js";
import { onTypeFormatting } from "./onTypeFormatting.js";
import { preview, type PreviewModel } from "./preview/preview.js";
import { selectionRanges } from "./selectionRanges.js";
import { selectionStatistics, type SelectionStatistics } from "./selectionStatistics.js";
import { semanticTokens, semanticTokensIn } from "./semanticTokens.js";
import { draftStatus, type DraftStatus } from "./status.js";
import type { ConfigurationPlace } from "./suppressActions.js";
import { workspaceSymbols } from "./workspaceSymbols.js";

export type { ActionRequest } from "./codeActions.js";
export type { CellDirection, CellPlace, CellRequest, CellWay } from "./cellAt.js";
export type { Draft, Snapshot } from "./draft.js";
export type { PreviewModel } from "./preview/preview.js";
export type { SelectionStatistics } from "./selectionStatistics.js";
export type { DraftStatus } from "./status.js";
export type { ConfigurationPlace } from "./suppressActions.js";
export { completionTriggers } from "./completion.js";
export { onTypeTrigger } from "./onTypeFormatting.js";
export { codeActionKinds, fixAllKind } from "./codeActions.js";
export { diagnosticSource } from "./diagnostics.js";
export { tokenEdits, tokenModifiers, tokenTypes } from "./semanticTokens.js";

/** What a client understands, as far as the features depend on it. */
export interface ClientSkills {
  readonly documentChanges: boolean;
  readonly createFiles: boolean;
  readonly snippetEdits: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdown: boolean;
  readonly snippets: boolean;
  readonly labelDetails: boolean;
  readonly opensRulePages: boolean;
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
  /** @param configuration the `.nianbao.json` that holds for the draft, or would */
  codeActions(draft: Draft, request: ActionRequest, configuration: ConfigurationPlace | undefined): CodeAction[];
  codeLenses(draft: Draft): CodeLens[];
  definition(draft: Draft, position: Position): Location[];
  documentHighlights(draft: Draft, position: Position): DocumentHighlight[] | undefined;
  documentLinks(draft: Draft): DocumentLink[];
  documentSymbols(draft: Draft): DocumentSymbol[] | SymbolInformation[];
  editionDirective(draft: Draft, edition: string): TextEdit[];
  foldingRanges(draft: Draft): FoldingRange[];
  preview(draft: Draft): PreviewModel;
  hover(draft: Draft, position: Position): Hover | undefined;
  inlayHints(draft: Draft, range: Range): InlayHint[];
  references(draft: Draft, position: Position, includeDeclaration: boolean): Location[];
  selectionRanges(draft: Draft, positions: readonly Position[]): SelectionRange[];
  selectionStatistics(draft: Draft, ranges: readonly Range[]): SelectionStatistics | undefined;
  /** Five numbers a token, as the protocol has it. */
  semanticTokens(draft: Draft): number[];
  semanticTokensIn(draft: Draft, range: Range): number[];
  /** @param checkMilliseconds what the check of the draft took */
  draftStatus(draft: Draft, checkMilliseconds: number): DraftStatus;
  workspaceSymbols(drafts: readonly Draft[], query: string): SymbolInformation[];
  completion(draft: Draft, position: Position): CompletionList;
  formatting(draft: Draft): TextEdit[];
  rangeFormatting(draft: Draft, range: Range): TextEdit[];
  onTypeFormatting(draft: Draft, position: Position, key: string): TextEdit[];
  cellAt(draft: Draft, request: CellRequest): CellPlace | undefined;
  cellWay(draft: Draft, position: Position): CellWay | undefined;
}

export function createLanguageService({ client, converter }: World): LanguageService {
  const { documentChanges, createFiles, snippetEdits, opensRulePages } = client;
  return {
    readingDraft,
    diagnostics,
    codeActions: (draft, request, configuration) => codeActions(draft, request, { converter, documentChanges, createFiles, snippetEdits, opensRulePages, configuration }),
    codeLenses,
    definition,
    documentHighlights,
    documentLinks,
    documentSymbols: client.hierarchicalSymbols ? documentSymbols : flatSymbols,
    editionDirective,
    foldingRanges,
    preview,
    hover: client.markdown ? hover : plainHover,
    inlayHints,
    references,
    selectionRanges,
    selectionStatistics,
    semanticTokens,
    semanticTokensIn,
    draftStatus,
    workspaceSymbols,
    completion: (draft, position) => completion(draft, position, { converter, snippets: client.snippets, labelDetails: client.labelDetails }),
    formatting,
    rangeFormatting,
    onTypeFormatting,
    cellAt,
    cellWay,
  };
}
