// VS Code in a browser: the same server as a Web Worker.
import { Uri, type ExtensionContext } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { startClient } from "./startClient.js";

let client: { stop(): Promise<void> } | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const folder = Uri.joinPath(context.extensionUri, "dist/web").toString(true);
  const worker = new Worker(`${folder}/server.js`);
  // A worker made from a blob has no address of its own, so it is told where its conversion tables lie.
  const initializationOptions = { assets: `${folder}/` };
  client = await startClient(context, { createClient: (id, name, options) => new LanguageClient(id, name, worker, options), initializationOptions });
}

export function deactivate(): Promise<void> | undefined {
  return client?.stop();
}
