import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic, type Range, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-types";
import { fixesOf, safeEdits, type Analysis, type Edit, type Finding, type Fix, type ScriptConverter } from "../core/index.js";
import { diagnosticOf, diagnosticSource } from "./diagnostics.js";
import type { Draft } from "./draft.js";
import { allSafeEdits } from "./fixAll.js";
import { say } from "./words.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.nianbao`;
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind];

/** What the client can do and what the server has at hand. */
export interface ActionTools {
  readonly converter: ScriptConverter | undefined;
  /** Whether edits may name the version that they are for; otherwise they go out as plain `changes`. */
  readonly documentChanges: boolean;
}

export interface ActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "diagnostics" | "only">;
}

/** A finding that the request is about, with the client's own diagnostic for it where the client has sent one. */
interface Candidate {
  readonly finding: Finding;
  readonly diagnostic: Diagnostic;
}

/**
 * Quick fixes for the findings that the request names or touches, and on demand `source.fixAll.nianbao`. Fixes are
 * computed from the draft as it is now: for a diagnostic whose finding is gone there is none.
 */
export function codeActions(draft: Draft, request: ActionRequest, tools: ActionTools): CodeAction[] {
  const { only } = request.context;
  const quickFixes = isAskedFor(CodeActionKind.QuickFix, only) ? quickFixesFor(draft, request, tools) : [];
  // A source action costs a check of the whole draft, so it is computed only for those who ask for it by name.
  const sourceActions = only !== undefined && isAskedFor(fixAllKind, only) ? fixAllAction(draft, tools) : [];
  return [...quickFixes, ...sourceActions];
}

/** Kinds are hierarchical: who asks for `source` gets `source.fixAll.nianbao`. Who names no kind wants all. */
function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixesFor(draft: Draft, request: ActionRequest, tools: ActionTools): CodeAction[] {
  const candidates = candidatesOf(draft, request);
  const single = candidates.flatMap((candidate) => actionsOf(draft, candidate, tools));
  const codes = [...new Set(candidates.map(({ finding }) => finding.code))];
  return withoutTwins([...single, ...codes.flatMap((code) => fixAllOfCode(draft, code, tools))]);
}

function candidatesOf(draft: Draft, { range, context }: ActionRequest): Candidate[] {
  const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === diagnosticSource);
  return draft.analysis.findings.flatMap((finding) => {
    const sent = ours.find((diagnostic) => isFor(diagnostic, finding));
    if (sent === undefined && !touches(draft, finding, range)) return [];
    return [{ finding, diagnostic: sent ?? diagnosticOf(draft, finding) }];
  });
}

function isFor(diagnostic: Diagnostic, finding: Finding): boolean {
  const data: unknown = diagnostic.data;
  return diagnostic.code === finding.code && typeof data === "object" && data !== null && "key" in data && data.key === finding.data.key;
}

function touches({ lines }: Draft, { span }: Finding, range: Range): boolean {
  return span.start <= lines.offset(range.end) && lines.offset(range.start) <= span.end;
}

function actionsOf(draft: Draft, { finding, diagnostic }: Candidate, tools: ActionTools): CodeAction[] {
  const fixes = fixesOf(draft.analysis, finding, tools.converter).toSorted((a, b) => rank(a) - rank(b));
  const onlySafe = fixes.filter((fix) => fix.safety === "safe").length === 1;
  return fixes.map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(onlySafe && fix.safety === "safe" ? { isPreferred: true } : {}),
    edit: workspaceEdit(draft, fix.edits, tools),
  }));
}

function rank({ safety }: Fix): number {
  return safety === "safe" ? 0 : 1;
}

function fixAllOfCode(draft: Draft, code: string, { converter, documentChanges }: ActionTools): CodeAction[] {
  const alike = draft.analysis.findings.filter((finding) => finding.code === code);
  if (alike.length < 2) return [];
  const analysis: Analysis = { ...draft.analysis, findings: alike };
  const fixable = alike.filter((finding) => fixesOf(analysis, finding, converter).some((fix) => fix.safety === "safe"));
  if (fixable.length < 2) return [];
  const title = say(analysis.language, { zh: `修复全部 ${fixable.length} 处“${code}”问题`, en: `Fix all ${fixable.length} “${code}” problems` });
  return [{ title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(draft, safeEdits(analysis, converter), { converter, documentChanges }) }];
}

function fixAllAction(draft: Draft, tools: ActionTools): CodeAction[] {
  const edits = allSafeEdits(draft, tools.converter);
  if (edits.length === 0) return [];
  const title = say(draft.analysis.language, { zh: "修复全部可以放心自动修复的问题", en: "Fix all problems that can safely be fixed" });
  return [{ title, kind: fixAllKind, edit: workspaceEdit(draft, edits, tools) }];
}

function workspaceEdit({ snapshot, lines }: Draft, edits: readonly Edit[], { documentChanges }: ActionTools): WorkspaceEdit {
  const textEdits: TextEdit[] = edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
  if (!documentChanges) return { changes: { [snapshot.uri]: textEdits } };
  return { documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits: textEdits }] };
}

/** Several findings may have one repair in common (full-width punctuation, say): it is offered once. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Map(actions.toReversed().map((action) => [JSON.stringify([action.title, action.edit]), action]));
  return actions.filter((action) => seen.get(JSON.stringify([action.title, action.edit])) === action);
}
