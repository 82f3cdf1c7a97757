import { CodeActionKind, type CodeAction, type Diagnostic, type TextEdit, type WorkspaceEdit } from "vscode-languageserver-types";
import { configurationThatSilences, LineIndex, reasonToWrite, silencedInConfiguration, type Edit, type Finding, type Report } from "../core/index.js";
import type { Draft } from "./draft.js";
import { lineEndOf, topOf } from "./editionDirective.js";
import { blockAt } from "./places.js";
import { say } from "./words.js";

/** The `.nianbao.json` that holds for a draft, or the place where a new one would. */
export interface ConfigurationPlace {
  readonly uri: string;
  /** Undefined where there is no such file yet. */
  readonly text: string | undefined;
}

/** An edit whose author is to go on writing at once. */
export interface OpenEdit extends Edit {
  /** Words of the new text that he is to replace. */
  readonly open?: string;
}

export interface SuppressTools {
  readonly configuration: ConfigurationPlace | undefined;
  /** Whether an edit may create a file. */
  readonly createFiles: boolean;
  readonly edit: (edits: readonly OpenEdit[]) => WorkspaceEdit;
}

/** Whoever asks about more findings than this does not want to silence one of them. */
const mostFindings = 10;

/** Ways to silence findings: here, in this file, in this workspace. They come behind all repairs. */
export function suppressActions(draft: Draft, asked: readonly { readonly finding: Finding; readonly diagnostic: Diagnostic }[], tools: SuppressTools): CodeAction[] {
  if (asked.length > mostFindings) return [];
  const here = asked.flatMap(({ finding, diagnostic }) => suppressHere(draft, finding, diagnostic, tools));
  const codes = [...new Map(asked.map(({ finding, diagnostic }) => [finding.code, diagnostic]))];
  return [...here, ...codes.map(([code, diagnostic]) => suppressInFile(draft, code, diagnostic, tools)), ...codes.flatMap(([code, diagnostic]) => suppressInWorkspace(draft, code, diagnostic, tools))];
}

function suppressHere(draft: Draft, { code, span }: Finding, diagnostic: Diagnostic, { edit }: SuppressTools): CodeAction[] {
  const edits = commentsAround(draft, code, span.start);
  if (edits.length === 0) return [];
  const title = say(draft.analysis.language, { zh: `忽略此处的“${code}”问题（请写明理由）`, en: `Silence “${code}” here (give the reason)` });
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: edit(edits) }];
}

/** A comment on the line above; around a table as a whole, since a line between its rows would end it. None for a comment itself. */
export function commentsAround({ analysis: { report, language } }: Draft, code: string, offset: number): OpenEdit[] {
  const block = blockAt(report, offset);
  if (block?.kind === "directive") return [];
  const reason = reasonToWrite[language];
  const comment = (words: string): string => `<!-- nianbao-${words} -->${lineEndOf(report.text)}`;
  if (block?.kind !== "table") return [{ ...insertion(lineStart(report, offset), comment(`disable-next-line ${code}: ${reason}`)), open: reason }];
  const end = block.span.end;
  const isLastLine = end > 0 && !/[\r\n]/.test(report.text.charAt(end - 1));
  return [{ ...insertion(block.span.start, comment(`disable ${code}: ${reason}`)), open: reason }, insertion(end, `${isLastLine ? lineEndOf(report.text) : ""}${comment(`enable ${code}`)}`)];
}

function insertion(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

function lineStart({ text }: Report, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

function suppressInFile(draft: Draft, code: string, diagnostic: Diagnostic, { edit }: SuppressTools): CodeAction {
  const { report, language } = draft.analysis;
  const title = say(language, { zh: `在全文忽略“${code}”问题（请写明理由）`, en: `Silence “${code}” in this file (give the reason)` });
  const reason = reasonToWrite[language];
  const comment = `<!-- nianbao-disable-file ${code}: ${reason} -->${lineEndOf(report.text)}`;
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit: edit([{ span: topOf(report), newText: comment, open: reason }]) };
}

function suppressInWorkspace(draft: Draft, code: string, diagnostic: Diagnostic, { configuration, createFiles }: SuppressTools): CodeAction[] {
  const edit = configuration === undefined ? undefined : configurationEdit(configuration, code, createFiles);
  if (edit === undefined) return [];
  const title = say(draft.analysis.language, { zh: `在整个文件夹关闭规则“${code}”（.nianbao.json）`, en: `Switch “${code}” off for the whole folder (.nianbao.json)` });
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
}

/** Undefined where the file cannot be written to in a sensible way. */
function configurationEdit({ uri, text }: ConfigurationPlace, code: string, createFiles: boolean): WorkspaceEdit | undefined {
  if (text === undefined) {
    const edits: TextEdit[] = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: configurationThatSilences(code) }];
    return createFiles ? { documentChanges: [{ kind: "create", uri, options: { ignoreIfExists: true } }, { textDocument: { uri, version: null }, edits }] } : undefined;
  }
  const edits = silencedInConfiguration(text, code);
  if (edits === undefined || edits.length === 0) return undefined;
  const lines = new LineIndex(text);
  return { changes: { [uri]: edits.map(({ span, newText }) => ({ range: lines.range(span), newText })) } };
}
