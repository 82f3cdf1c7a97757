// Words in which the journeys are told: open a draft, change it, wait for its findings. Every wait is for an event of VS Code, never for time.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { Fault } from "./faults.js";

export const reportName = "云溪县2024年政府信息公开工作年度报告.md";

export async function readWorkspaceFile(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}

export async function writeWorkspaceFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens the complete draft as an unsaved document, with one place changed: what stands at `from` becomes `to`. */
export function openDraft(from = "", to = ""): Promise<vscode.TextDocument> {
  return openFaulty([from, to]);
}

/** The same with several places changed, one after the other. */
export async function openFaulty(...faults: readonly Fault[]): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language: "nianbao", content: await faultyReport(...faults) }));
}

export async function faultyReport(...faults: readonly Fault[]): Promise<string> {
  return faults.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `the draft contains ${from}`);
    return text.replace(from, () => to);
  }, await readWorkspaceFile(reportName));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

function findings(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "nianbao");
}

export function codes(document: vscode.TextDocument): readonly string[] {
  return findings(document.uri).map(codeOf);
}

/** A code that comes with a page about its rule arrives as an object. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Resolves as soon as the findings of the document satisfy the condition. The test's own timeout ends a wait in vain. */
export function findingsWhen(document: vscode.TextDocument, condition: (codes: readonly string[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return findingsAtWhen(document.uri, (found) => condition(found.map(codeOf)));
}

/** The same for a file, which need not be open. */
export function findingsAtWhen(uri: vscode.Uri, condition: (findings: readonly vscode.Diagnostic[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((done) => {
    const look = () => {
      const found = findings(uri);
      if (!condition(found)) return;
      listener.dispose();
      done(found);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

/** Waits until the document has a finding of this code, and returns the first. */
export async function findingOf(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  const found = (await findingsWhen(document, (all) => all.includes(code))).find((finding) => codeOf(finding) === code);
  assert.ok(found);
  return found;
}

export async function replaceText(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, from), to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.notEqual(start, -1, `the draft contains ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export async function codeActions(document: vscode.TextDocument, range: vscode.Range, kind: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]> {
  return untilNotCanceled(() => vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind.value));
}

/** The place where some words begin, `shift` characters further on; with a negative shift, counted from their end. */
export function positionAt(document: vscode.TextDocument, text: string, shift = 0): vscode.Position {
  const { start, end } = rangeOf(document, text);
  return document.positionAt(document.offsetAt(shift < 0 ? end : start) + shift);
}

/** Applies the quick fix whose title matches, at the range of the finding, as VS Code does: first its edit, then its command. */
export async function applyQuickFix(document: vscode.TextDocument, finding: Pick<vscode.Diagnostic, "range">, title: RegExp): Promise<void> {
  const actions = await codeActions(document, finding.range, vscode.CodeActionKind.QuickFix);
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action?.edit, `${title} among ${actions.map((candidate) => candidate.title).join(" | ")}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command !== undefined) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

const mostAttempts = 100;
const pause = 100;

/**
 * VS Code cancels such a command when another extension happens to register a provider meanwhile; then it is simply asked again.
 * Not for ever: a host whose window is gone cancels everything, and would go on asking by itself.
 */
export async function untilNotCanceled<Result>(ask: () => Thenable<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const isCanceled = error instanceof Error && /cancell?ed/i.test(`${error.name} ${error.message}`);
      if (!isCanceled || attempt === mostAttempts) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

/** Asks until the answer is as it should be: for what VS Code tells nobody about. The test's own timeout ends a wait in vain. */
export async function untilAnswer<Result>(ask: () => Thenable<Result>, isWanted: (answer: Result) => boolean): Promise<Result> {
  for (;;) {
    const answer = await untilNotCanceled(ask);
    if (isWanted(answer)) return answer;
  }
}

/** Whether the workspace lies on a disk that the server can read; in a browser it has no files. */
export function hasFiles(): boolean {
  return vscode.workspace.workspaceFolders?.[0]?.uri.scheme === "file";
}

/** Changes a setting of the workspace and waits until the extension host has seen it. */
export async function changeSetting(name: string, value: unknown): Promise<void> {
  const seen = new Promise<void>((done) => {
    const listener = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(name)) return;
      listener.dispose();
      done();
    });
  });
  await vscode.workspace.getConfiguration().update(name, value, vscode.ConfigurationTarget.Workspace);
  await seen;
}
