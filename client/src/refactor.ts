// Commands for the table under the cursor. The server offers them as code actions; a command asks for one by its kind.
import { window, workspace } from "vscode";
import { CodeActionRequest, CodeActionTriggerKind, type BaseLanguageClient, type CodeAction, type Command } from "vscode-languageclient";
import { say } from "./messages.js";

export type TableAction = "totals" | "rest" | "table";

export async function runTableAction(client: BaseLanguageClient, name: TableAction): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return void window.showInformationMessage(say("Open a draft of a report first."));
  const kind = `refactor.rewrite.nianbao.${name}`;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    range: client.code2ProtocolConverter.asRange(editor.selection),
    context: { diagnostics: [], only: [kind], triggerKind: CodeActionTriggerKind.Invoked },
  });
  const action = actions?.find((candidate): candidate is CodeAction => isOfKind(candidate, kind));
  if (action === undefined) return void window.showInformationMessage(say(name === "table" ? "There is no official table to rewrite at the cursor." : "There is nothing to fill in: the cursor is in no official table, or what its blank cells are does not follow from its sums."));
  if (action.disabled !== undefined) return void window.showWarningMessage(say("Not rewritten: {0}.", action.disabled.reason));
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(action.edit);
  if (edit !== undefined && !(await workspace.applyEdit(edit))) void window.showWarningMessage(say("The draft changed in the meantime. Please try again."));
}

function isOfKind(candidate: CodeAction | Command, kind: string): boolean {
  return "kind" in candidate && candidate.kind === kind;
}
