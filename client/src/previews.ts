// The previews that are open: one for each document.
import { Disposable, Uri, ViewColumn, window, type ExtensionContext, type WebviewPanel } from "vscode";
import { NotificationType, type BaseLanguageClient } from "vscode-languageclient";
import { say } from "./messages.js";
import type { PageState } from "./preview/messages.js";
import { PreviewPanel, type PreviewWorld } from "./previewPanel.js";

interface PreviewChangedParams {
  readonly uri: string;
  readonly version: number;
}

const previewChanged = new NotificationType<PreviewChangedParams>("nianbao/previewChanged");
const viewType = "nianbao.preview";

export class Previews {
  private readonly open = new Map<string, PreviewPanel>();
  private readonly world: PreviewWorld;

  constructor(client: BaseLanguageClient, { extensionUri, subscriptions }: ExtensionContext, failed: (error: unknown) => void) {
    this.world = { client, extensionUri, failed };
    subscriptions.push(
      client.onNotification(previewChanged, ({ uri }) => this.open.get(client.protocol2CodeConverter.asUri(uri).toString())?.refresh()),
      window.registerWebviewPanelSerializer(viewType, { deserializeWebviewPanel: async (panel, state: PageState | undefined) => this.restore(panel, state) }),
      new Disposable(() => this.open.forEach(({ panel }) => panel.dispose())),
    );
  }

  /** Shows the preview of a document beside it. @param argument the document's uri, where VS Code hands it over with the command */
  async show(argument: unknown): Promise<void> {
    const uri = this.documentOf(argument);
    if (uri === undefined) return void window.showInformationMessage(say("Open a draft of a report first."));
    const known = this.open.get(uri.toString());
    if (known !== undefined) return known.panel.reveal(undefined, true);
    this.add(window.createWebviewPanel(viewType, "", { viewColumn: ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true }), uri);
  }

  /** The document that a command is about: one that VS Code hands over with it, else what is shown where the focus is. */
  documentOf(argument: unknown): Uri | undefined {
    // The bar over a preview hands over the address of its tab.
    if (argument instanceof Uri && argument.scheme !== "webview-panel") return argument;
    const active = [...this.open.values()].find(({ panel }) => panel.active);
    return active?.uri ?? window.activeTextEditor?.document.uri;
  }

  private restore(panel: WebviewPanel, state: PageState | undefined): void {
    if (state?.uri === undefined) panel.dispose();
    else this.add(panel, this.world.client.protocol2CodeConverter.asUri(state.uri));
  }

  private add(panel: WebviewPanel, uri: Uri): void {
    const key = uri.toString();
    this.open.set(key, new PreviewPanel(panel, uri, this.world));
    panel.onDidDispose(() => this.open.delete(key));
  }
}
