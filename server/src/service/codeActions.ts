import { CodeActionKind, type CodeAction, type CodeActionContext, type Diagnostic, type Range, type SnippetTextEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-types";
import { fixesOf, ruleInfos, safeEdits, type Analysis, type Edit, type Finding, type Fix, type ScriptConverter } from "../core/index.js";
import { snippet, stop } from "./completion/template.js";
import { diagnosticOf, diagnosticSource } from "./diagnostics.js";
import type { Draft } from "./draft.js";
import { allSafeEdits } from "./fixAll.js";
import { suppressActions, type ConfigurationPlace, type OpenEdit } from "./suppressActions.js";
import { tableActionKinds, tableActions } from "./tableActions.js";
import { say } from "./words.js";

export const fixAllKind = `${CodeActionKind.SourceFixAll}.nianbao`;
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind, ...Object.values(tableActionKinds)];

/** A command of the client; its argument is the code of a rule. */
export const explainCommand = "nianbao.explainRule";

/** What the client can do and what the server has at hand. */
export interface ActionTools {
  readonly converter: ScriptConverter | undefined;
  /** Whether edits may name the version that they are for; otherwise they go out as plain `changes`. */
  readonly documentChanges: boolean;
  /** Whether edits may create a file. */
  readonly createFiles: boolean;
  /** Whether edits may be snippets; otherwise words that are to be replaced stand in the text like any others. */
  readonly snippetEdits: boolean;
  /** Whether the client can open the page of a rule by `explainCommand`. */
  readonly opensRulePages: boolean;
  /** The configuration file that holds for the draft; undefined where it lies in no folder. */
  readonly configuration: ConfigurationPlace | undefined;
}

export interface ActionRequest {
  readonly range: Range;
  readonly context: Pick<CodeActionContext, "diagnostics" | "only">;
}

/** Rules some of whose repairs may be carried out unseen; for the others "fix all" has nothing to do. */
const safelyRepaired: ReadonlySet<string> = new Set(ruleInfos.filter(({ repair }) => repair === "safe").map(({ code }) => code));

/** The repairs of a finding, computed on first use: a request may need them for the finding itself and for all of its code. */
type Repairs = (finding: Finding) => readonly Fix[];

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
  return [...quickFixes, ...tableRewritings(draft, request, tools), ...sourceActions];
}

/** Actions for the table under the cursor. One that is refused is told, with its reason, only to those who asked for it. */
function tableRewritings(draft: Draft, { range, context: { only } }: ActionRequest, tools: ActionTools): CodeAction[] {
  const kinds = Object.values(tableActionKinds).filter((kind) => isAskedFor(kind, only));
  if (kinds.length === 0) return [];
  const actions = tableActions(draft, range, { converter: tools.converter, edit: (edits) => workspaceEdit(draft, edits, tools) });
  return actions.filter(({ kind, disabled }) => kinds.some((asked) => asked === kind) && (disabled === undefined || only !== undefined));
}

/** Kinds are hierarchical: who asks for `source` gets `source.fixAll.nianbao`. Who names no kind wants all. */
function isAskedFor(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((asked) => asked === CodeActionKind.Empty || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFixesFor(draft: Draft, request: ActionRequest, tools: ActionTools): CodeAction[] {
  const candidates = candidatesOf(draft, request);
  const repairs = repairsOf(draft, tools);
  const single = candidates.flatMap((candidate) => actionsOf(draft, candidate, repairs, tools));
  const codes = new Set(candidates.map(({ finding }) => finding.code).filter((code) => safelyRepaired.has(code)));
  const silencing = suppressActions(draft, candidates, { ...tools, edit: (edits) => workspaceEdit(draft, edits, tools) });
  return withoutTwins([...single, ...[...codes].flatMap((code) => fixAllOfCode(draft, code, repairs, tools)), ...explanations(draft, candidates, tools), ...silencing]);
}

/** The page of each rule comes with the client: offices without a way to the internet read it too. */
function explanations({ analysis: { language } }: Draft, candidates: readonly Candidate[], { opensRulePages }: ActionTools): CodeAction[] {
  if (!opensRulePages) return [];
  return [...new Map(candidates.map(({ finding, diagnostic }) => [finding.code, diagnostic]))].map(([code, diagnostic]) => {
    const title = say(language, { zh: `查看“${code}”的说明和依据`, en: `Explain “${code}”` });
    return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: explainCommand, arguments: [code] } };
  });
}

function repairsOf({ analysis }: Draft, { converter }: ActionTools): Repairs {
  const known = new Map<Finding, readonly Fix[]>();
  return (finding) => {
    const fixes = known.get(finding) ?? fixesOf(analysis, finding, converter);
    known.set(finding, fixes);
    return fixes;
  };
}

function candidatesOf(draft: Draft, { range, context }: ActionRequest): Candidate[] {
  const ours = new Map(context.diagnostics.filter(({ source }) => source === diagnosticSource).map((diagnostic) => [identity(diagnostic.code, diagnostic.data), diagnostic]));
  return draft.analysis.findings.flatMap((finding) => {
    const sent = ours.get(identity(finding.code, finding.data));
    if (sent === undefined && !touches(draft, finding, range)) return [];
    return [{ finding, diagnostic: sent ?? diagnosticOf(draft, finding) }];
  });
}

/** What a diagnostic and its finding have in common. A diagnostic that came back without its data has it with none. */
function identity(code: unknown, data: unknown): string {
  return JSON.stringify([code, typeof data === "object" && data !== null && "key" in data ? data.key : undefined]);
}

function touches({ lines }: Draft, { span }: Finding, range: Range): boolean {
  return span.start <= lines.offset(range.end) && lines.offset(range.start) <= span.end;
}

function actionsOf(draft: Draft, { finding, diagnostic }: Candidate, repairs: Repairs, tools: ActionTools): CodeAction[] {
  const fixes = repairs(finding).toSorted((a, b) => rank(a) - rank(b));
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

/** @param code of a rule with safe repairs */
function fixAllOfCode(draft: Draft, code: string, repairs: Repairs, tools: ActionTools): CodeAction[] {
  const alike = draft.analysis.findings.filter((finding) => finding.code === code);
  if (alike.length < 2) return [];
  const fixable = alike.filter((finding) => repairs(finding).some(({ safety }) => safety === "safe"));
  if (fixable.length < 2) return [];
  const analysis: Analysis = { ...draft.analysis, findings: fixable };
  const title = say(analysis.language, { zh: `修复全部 ${fixable.length} 处“${code}”问题`, en: `Fix all ${fixable.length} “${code}” problems` });
  return [{ title, kind: CodeActionKind.QuickFix, edit: workspaceEdit(draft, safeEdits(analysis, tools.converter), tools) }];
}

function fixAllAction(draft: Draft, tools: ActionTools): CodeAction[] {
  const edits = allSafeEdits(draft, tools.converter);
  if (edits.length === 0) return [];
  const title = say(draft.analysis.language, { zh: "修复全部可以放心自动修复的问题", en: "Fix all problems that can safely be fixed" });
  return [{ title, kind: fixAllKind, edit: workspaceEdit(draft, edits, tools) }];
}

function workspaceEdit({ snapshot, lines }: Draft, edits: readonly OpenEdit[], { documentChanges, snippetEdits }: ActionTools): WorkspaceEdit {
  const plain = ({ span, newText }: Edit): TextEdit => ({ range: lines.range(span), newText });
  if (!documentChanges) return { changes: { [snapshot.uri]: edits.map(plain) } };
  const selecting = ({ span, newText, open }: OpenEdit): SnippetTextEdit | undefined =>
    open === undefined || !snippetEdits ? undefined : { range: lines.range(span), snippet: { kind: "snippet", value: snippet(newText.replace(open, stop(open, open))) } };
  return { documentChanges: [{ textDocument: { uri: snapshot.uri, version: snapshot.version }, edits: edits.map((edit) => selecting(edit) ?? plain(edit)) }] };
}

/** Several findings may have one repair in common (full-width punctuation, say): it is offered once. */
function withoutTwins(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Map<string, CodeAction>();
  for (const action of actions) {
    const content = JSON.stringify([action.title, action.edit]);
    if (!seen.has(content)) seen.set(content, action);
  }
  return [...seen.values()];
}
