// Desktop and remote VS Code: the server is a process of its own, so that no draft, however damaged, can slow the window down.
import { homedir } from "node:os";
import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startClient } from "./startClient.js";

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist/server.js").fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  client = await startClient(context, { createClient: (id, name, options) => new LanguageClient(id, name, { run, debug }, options), home: Uri.file(homedir()) });
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
