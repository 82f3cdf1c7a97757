// Safe fixes of a whole document: on command and, if the user wants it, on save. What is safe, the server decides.
import { Range, window, workspace, type Disposable, type TextDocument, type TextEdit, type WorkspaceEdit } from "vscode";
import { CodeActionRequest, CodeActionTriggerKind, type BaseLanguageClient, type CodeAction, type Command } from "vscode-languageclient";
import { isChecked } from "./documents.js";
import { say } from "./messages.js";

const fixAllKind = "source.fixAll.nianbao";

export async function fixActiveEditor(client: BaseLanguageClient): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isChecked(document)) return void window.showInformationMessage(say("Open a draft of a report first."));
  const edit = await safeFixes(client, document);
  if (edit === undefined || edit.size === 0) return void window.showInformationMessage(say("Nothing can be fixed safely. A change of a number needs your decision: use Quick Fix (Ctrl+.)."));
  if (!(await workspace.applyEdit(edit))) void window.showWarningMessage(say("The draft changed in the meantime. Please try again."));
}

/** Fixes a draft before it is written to disk, as long as `nianbao.fixOnSave` is on. */
export function fixOnSave(client: BaseLanguageClient): Disposable {
  return workspace.onWillSaveTextDocument((event) => {
    const wanted = workspace.getConfiguration("nianbao", event.document).get<boolean>("fixOnSave", false);
    if (wanted && client.isRunning() && isChecked(event.document)) event.waitUntil(editsBeforeSave(client, event.document));
  });
}

async function editsBeforeSave(client: BaseLanguageClient, document: TextDocument): Promise<readonly TextEdit[]> {
  const edit = await safeFixes(client, document);
  return edit?.get(document.uri) ?? [];
}

async function safeFixes(client: BaseLanguageClient, document: TextDocument): Promise<WorkspaceEdit | undefined> {
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    range: client.code2ProtocolConverter.asRange(wholeRange(document)),
    context: { diagnostics: [], only: [fixAllKind], triggerKind: CodeActionTriggerKind.Invoked },
  });
  const action = actions?.find(isFixAll);
  return client.protocol2CodeConverter.asWorkspaceEdit(action?.edit);
}

function isFixAll(action: CodeAction | Command): action is CodeAction {
  return "kind" in action && action.kind === fixAllKind;
}

function wholeRange(document: TextDocument): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}
