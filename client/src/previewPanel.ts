// One preview: the page in its tab, the document that it shows, and the messages between page, server and editor.
import { Disposable, Range, Selection, TabInputText, TextEditorRevealType, Uri, ViewColumn, window, workspace, type TextDocument, type TextEditor, type WebviewPanel } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";
import { say } from "./messages.js";
import type { FromPage, ToPage } from "./preview/messages.js";
import type { PreviewModel, Range as PageRange } from "./preview/model.js";
import { pageFolder, previewPage } from "./previewPage.js";

interface PreviewParams {
  readonly textDocument: { readonly uri: string };
}

const previewRequest = new RequestType<PreviewParams, PreviewModel | null, void>("nianbao/preview");

/** What a preview needs of the world. */
export interface PreviewWorld {
  readonly client: BaseLanguageClient;
  readonly extensionUri: Uri;
  failed(error: unknown): void;
}

export class PreviewPanel {
  private readonly subscriptions: Disposable[] = [];
  /** Whether the page listens: a hidden one does not, it starts anew when it is shown again. */
  private isListening = false;
  private isAsking = false;
  private isStale = false;

  constructor(
    readonly panel: WebviewPanel,
    readonly uri: Uri,
    private readonly world: PreviewWorld,
  ) {
    const title = say("Preview: {0}", uri.path.slice(uri.path.lastIndexOf("/") + 1));
    panel.title = title;
    panel.iconPath = Uri.joinPath(world.extensionUri, "docs/images/icon.png");
    panel.webview.options = { enableScripts: true, localResourceRoots: [pageFolder(world.extensionUri)] };
    this.subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromPage) => this.received(message)),
      panel.onDidChangeViewState(() => (this.isListening &&= panel.visible)),
      // Of a document that was closed the server tells no more.
      workspace.onDidOpenTextDocument((document) => this.shows(document) && this.refresh()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      window.onDidChangeActiveTextEditor((editor) => editor && this.follow(editor)),
    );
    panel.onDidDispose(() => Disposable.from(...this.subscriptions).dispose());
    panel.webview.html = previewPage(panel.webview, world.extensionUri, title);
  }

  /** Shows the document as it is now. While the server is still being asked, it is asked once more afterwards. */
  refresh(): void {
    this.isStale = true;
    if (!this.isAsking) void this.askUntilFresh();
  }

  private async askUntilFresh(): Promise<void> {
    this.isAsking = true;
    try {
      while (this.isStale && this.isListening) {
        this.isStale = false;
        await this.ask();
      }
    } catch (error) {
      this.world.failed(error);
    } finally {
      this.isAsking = false;
    }
  }

  private async ask(): Promise<void> {
    const { client } = this.world;
    // A preview that is restored with the window may come before its document, and one may outlive it.
    const isThere = await workspace.openTextDocument(this.uri).then(() => true, () => false);
    const model = isThere ? await client.sendRequest(previewRequest, { textDocument: { uri: client.code2ProtocolConverter.asUri(this.uri) } }) : null;
    this.post(model === null ? { kind: "none" } : { kind: "model", model });
  }

  private received(message: FromPage): void {
    if (message.kind === "reveal") void this.reveal(message.range).catch((error: unknown) => this.world.failed(error));
    if (message.kind !== "ready") return;
    this.isListening = true;
    this.refresh();
    const editor = window.visibleTextEditors.find((candidate) => this.shows(candidate.document));
    if (editor !== undefined) this.follow(editor);
  }

  /** Marks in the page where the cursor is in the text. */
  private follow(editor: TextEditor): void {
    if (this.isListening && this.shows(editor.document)) this.post({ kind: "cursor", position: editor.selection.active });
  }

  private async reveal({ start, end }: PageRange): Promise<void> {
    const editor = await window.showTextDocument(this.uri, { viewColumn: this.columnOfText() });
    const range = editor.document.validateRange(new Range(start.line, start.character, end.line, end.character));
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where the text is open, else beside the preview. */
  private columnOfText(): ViewColumn {
    const group = window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === this.uri.toString()));
    return group?.viewColumn ?? (this.panel.viewColumn === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  }

  private shows(document: TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
