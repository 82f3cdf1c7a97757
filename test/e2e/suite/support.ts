// Words in which the journeys are told: open a draft, change it, wait for its findings. Every wait is for an event of VS Code, never for time.
import assert from "node:assert/strict";
import * as vscode from "vscode";

export const reportName = "云溪县2024年政府信息公开工作年度报告.md";

export async function readWorkspaceFile(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceFile(name)));
}

export async function writeWorkspaceFile(name: string, text: string): Promise<vscode.Uri> {
  const uri = workspaceFile(name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

function workspaceFile(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** Opens the complete draft as an unsaved document, with one place changed: what stands at `from` becomes `to`. */
export async function openDraft(from = "", to = ""): Promise<vscode.TextDocument> {
  const complete = await readWorkspaceFile(reportName);
  assert.ok(complete.includes(from), `the draft contains ${from}`);
  return show(await vscode.workspace.openTextDocument({ language: "nianbao", content: complete.replace(from, () => to) }));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document);
  return document;
}

export function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "nianbao");
}

export function codes(document: vscode.TextDocument): readonly string[] {
  return findings(document).map(codeOf);
}

/** A code that comes with a page about its rule arrives as an object. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Resolves as soon as the findings of the document satisfy the condition. The test's own timeout ends a wait in vain. */
export function findingsWhen(document: vscode.TextDocument, condition: (codes: readonly string[]) => boolean): Promise<readonly vscode.Diagnostic[]> {
  return new Promise((done) => {
    const look = () => {
      if (!condition(codes(document))) return;
      listener.dispose();
      done(findings(document));
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

/** Applies the quick fix whose title matches, at the range of the finding. */
export async function applyQuickFix(document: vscode.TextDocument, finding: vscode.Diagnostic, title: RegExp): Promise<void> {
  const actions = await codeActions(document, finding.range, vscode.CodeActionKind.QuickFix);
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action?.edit, `${title} among ${actions.map((candidate) => candidate.title).join(" | ")}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

/** VS Code cancels such a command when another extension happens to register a provider meanwhile; then it is simply asked again. */
export async function untilNotCanceled<Result>(ask: () => Thenable<Result>): Promise<Result> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Error && /cancell?ed/i.test(`${error.name} ${error.message}`))) throw error;
    }
  }
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
