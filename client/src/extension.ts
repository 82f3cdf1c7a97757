// Desktop and remote VS Code: the server is a process of its own, so that no draft, however damaged, can slow the window down.
import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startClient } from "./startClient.js";

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "dist/server.js").fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  client = await startClient(context, (id, name, options) => new LanguageClient(id, name, { run, debug }, options));
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
