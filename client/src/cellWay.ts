// The way through a table with pipes, fetched when the cursor comes into it. A key then goes it at once: to ask the server first
// would let the next digit fall into the cell before.
import { workspace, type Disposable, type Position, type TextDocument, type TextDocumentChangeEvent } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";
import { isOfNumbers, keepsWay, stopAt, type CellStop, type Change } from "./lateKeys.js";

interface WayParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

const wayRequest = new RequestType<WayParams, { readonly stops: readonly CellStop[] } | null, void>("nianbao/cellWay");

export class CellWays implements Disposable {
  private known: { readonly document: TextDocument; readonly stops: readonly CellStop[] } | undefined;
  private asking: Promise<void> | undefined;
  /** Counts the edits that may have changed a way which is only just being told. */
  private edits = 0;
  private readonly watch: Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    this.watch = workspace.onDidChangeTextDocument((event) => this.changed(event));
  }

  /** Fetches the way, unless the one of this row is known. */
  async prepare(document: TextDocument, position: Position): Promise<void> {
    if (this.stopsAt(document, position) !== undefined) return;
    await this.asking;
    if (!this.client.isRunning() || this.stopsAt(document, position) !== undefined) return;
    await (this.asking = this.fetch(document, position).finally(() => (this.asking = undefined)));
  }

  /** The way of this row, if it is known. */
  stopsAt(document: TextDocument, { line, character }: Position): readonly CellStop[] | undefined {
    if (document !== this.known?.document || line >= document.lineCount) return undefined;
    const { stops } = this.known;
    return stopAt(stops, document.lineAt(line).text, line, character) === -1 ? undefined : stops;
  }

  dispose(): void {
    this.watch.dispose();
  }

  private async fetch(document: TextDocument, position: Position): Promise<void> {
    const { edits } = this;
    const params = { textDocument: this.client.code2ProtocolConverter.asTextDocumentIdentifier(document), position: this.client.code2ProtocolConverter.asPosition(position) };
    const way = await this.client.sendRequest(wayRequest, params);
    if (way !== null && edits === this.edits) this.known = { document, stops: way.stops };
  }

  private changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const changes = changesOf(contentChanges);
    if (changes === undefined || !changes.every(({ text }) => text === "" || isOfNumbers(text))) this.edits++;
    if (document !== this.known?.document) return;
    if (changes === undefined || !keepsWay(this.known.stops, changes, (line) => document.lineAt(line).text)) this.known = undefined;
  }
}

/** Undefined where an edit goes over the end of a line. */
export function changesOf(contentChanges: TextDocumentChangeEvent["contentChanges"]): readonly Change[] | undefined {
  if (contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text))) return undefined;
  return contentChanges.map(({ range: { start, end }, text }) => ({ line: start.line, start: start.character, end: end.character, text }));
}
