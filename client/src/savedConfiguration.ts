// The quick fix that switches a rule off for a whole folder writes .nianbao.json. What stands there holds from the disk only, and nobody
// would look for an unsaved file that he has not opened himself: so it is saved as soon as the fix is applied.
import { CodeAction, commands, workspace, type Disposable, type Uri } from "vscode";
import type { Middleware } from "vscode-languageclient";

const fileName = "/.nianbao.json";
const saveCommand = "nianbao.saveConfiguration";

/** Adds the command to the fixes of the server that write a configuration. */
export const savesConfiguration: Middleware = {
  provideCodeActions: async (document, range, context, token, next) => {
    const actions = await next(document, range, context, token);
    for (const action of actions ?? []) if (action instanceof CodeAction) saveAfter(action);
    return actions;
  },
};

function saveAfter(action: CodeAction): void {
  const [uri] = action.edit?.entries().map(([edited]) => edited).filter(({ path }) => path.endsWith(fileName)) ?? [];
  if (uri !== undefined && !hasUnsavedChanges(uri)) action.command = { command: saveCommand, title: "", arguments: [uri] };
}

/** Changes of the author's own are not to be saved for him. */
function hasUnsavedChanges(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.isDirty && document.uri.toString() === uri.toString());
}

/** Not in the manifest: it is of no use but behind such a fix. */
export function saveConfigurationCommand(): Disposable {
  return commands.registerCommand(saveCommand, async (uri: Uri) => void (await (await workspace.openTextDocument(uri)).save()));
}
