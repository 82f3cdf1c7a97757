// The command 选择所用格式: for this file (a comment in the text) or for the workspace (a setting). The forms are those of the setting.
import { ConfigurationTarget, window, workspace, WorkspaceEdit, type ExtensionContext, type QuickPickItem, type TextDocument } from "vscode";
import { RequestType, type BaseLanguageClient, type TextEdit } from "vscode-languageclient";
import { isChecked } from "./documents.js";
import { say } from "./messages.js";

interface EditionParams {
  readonly textDocument: { readonly uri: string };
  readonly edition: string;
}

const editionRequest = new RequestType<EditionParams, TextEdit[], void>("nianbao/editionDirective");

interface EditionItem extends QuickPickItem {
  readonly edition: string;
}

interface ScopeItem extends QuickPickItem {
  readonly scope: "file" | "workspace";
}

export async function chooseEdition(client: BaseLanguageClient, context: ExtensionContext): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined || !isChecked(document)) return void window.showInformationMessage(say("Open a draft of a report first."));
  const chosen = await window.showQuickPick(editionItems(context), { title: say("Choose the form (1/2)"), matchOnDetail: true });
  const where = chosen === undefined ? undefined : await window.showQuickPick(scopeItems(), { title: say("Choose the form (2/2): where") });
  if (chosen === undefined || where === undefined) return;
  if (where.scope === "file") return writeDirective(client, document, chosen.edition);
  await workspace.getConfiguration("nianbao", document).update("edition", chosen.edition === "auto" ? undefined : chosen.edition, targetFor());
}

/** As the manifest lists them, in the words of VS Code's display language. */
function editionItems({ extension }: ExtensionContext): EditionItem[] {
  const { contributes } = extension.packageJSON as { readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, EditionSetting>> } } };
  const { enum: editions, enumDescriptions } = contributes.configuration.properties["nianbao.edition"] ?? { enum: [], enumDescriptions: [] };
  return editions.map((edition, index) => ({ edition, label: edition === "auto" ? say("Automatic") : edition, detail: enumDescriptions[index] ?? "" }));
}

interface EditionSetting {
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
}

function scopeItems(): ScopeItem[] {
  return [
    { scope: "file", label: say("This file"), detail: say("Said in the text: <!-- nianbao-edition: … -->") },
    { scope: "workspace", label: say(hasFolder() ? "This workspace" : "All files"), detail: say("The setting nianbao.edition; what the text or a .nianbao.json says comes first") },
  ];
}

function targetFor(): ConfigurationTarget {
  return hasFolder() ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
}

function hasFolder(): boolean {
  return (workspace.workspaceFolders?.length ?? 0) > 0;
}

async function writeDirective(client: BaseLanguageClient, document: TextDocument, edition: string): Promise<void> {
  const { version } = document;
  const edits = await client.sendRequest(editionRequest, { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), edition });
  const edit = new WorkspaceEdit();
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits(edits));
  const isCurrent = document.version === version;
  if (!isCurrent || !(await workspace.applyEdit(edit))) void window.showWarningMessage(say("The draft changed in the meantime; the form was not written. Please try again."));
}
