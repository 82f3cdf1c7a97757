// The way through a table with pipes, fetched when the cursor comes into it. A key then goes it at once: to ask the server first
// would let the next digit fall into the cell before.
import { Range, workspace, type Disposable, type Position, type TextDocument, type TextDocumentContentChangeEvent } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";

/** As the server has it in service/cellAt.ts. */
interface CellStop {
  readonly line: number;
  readonly pipes: number;
  readonly of: number;
  readonly below?: number;
  readonly above?: number;
}

interface WayParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

const wayRequest = new RequestType<WayParams, { readonly stops: readonly CellStop[] } | null, void>("nianbao/cellWay");

export type Step = "next" | "previous" | "below" | "above";

export class CellWays implements Disposable {
  private known: { readonly document: TextDocument; readonly stops: readonly CellStop[] } | undefined;
  private isAsking = false;
  /** Goes up whenever rows or cells have come or gone in any document. */
  private changes = 0;
  private readonly watch: Disposable;

  constructor(private readonly client: BaseLanguageClient) {
    // What changes within a cell leaves the way as it is.
    this.watch = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (!contentChanges.some((change) => this.changesRows(document, change))) return;
      this.changes++;
      if (document === this.known?.document) this.known = undefined;
    });
  }

  /** Lines or pipes were written or taken away: a row that was half written before may now be one of the table. */
  private changesRows(document: TextDocument, { range, text }: TextDocumentContentChangeEvent): boolean {
    if (!range.isSingleLine || /[\r\n|]/.test(text)) return true;
    const { line } = range.start;
    const stop = document === this.known?.document ? this.known.stops.find((candidate) => candidate.line === line) : undefined;
    return stop !== undefined && (line >= document.lineCount || stop.of !== pipesIn(document.lineAt(line).text));
  }

  /** Fetches the way, unless the one of this row is known. */
  async prepare(document: TextDocument, position: Position): Promise<void> {
    if (this.isAsking || !this.client.isRunning() || this.stopAt(document, position) !== undefined) return;
    this.isAsking = true;
    try {
      const { changes } = this;
      const params = { textDocument: this.client.code2ProtocolConverter.asTextDocumentIdentifier(document), position: this.client.code2ProtocolConverter.asPosition(position) };
      const way = await this.client.sendRequest(wayRequest, params);
      if (way !== null && this.changes === changes) this.known = { document, stops: way.stops };
    } finally {
      this.isAsking = false;
    }
  }

  /** The words of the cell one step on; undefined where the server has to say. */
  step(document: TextDocument, position: Position, step: Step): Range | undefined {
    const stops = this.known?.stops ?? [];
    const at = this.stopAt(document, position);
    if (at === undefined) return undefined;
    const to = step === "next" ? at + 1 : step === "previous" ? at - 1 : stops[at]?.[step];
    const stop = to === undefined ? undefined : stops[to];
    return stop === undefined ? undefined : wordsOf(document, stop);
  }

  dispose(): void {
    this.watch.dispose();
  }

  private stopAt(document: TextDocument, { line, character }: Position): number | undefined {
    if (document !== this.known?.document || line >= document.lineCount) return undefined;
    const { text } = document.lineAt(line);
    const pipes = pipesIn(text.slice(0, character));
    const all = pipesIn(text);
    const at = this.known.stops.findIndex((stop) => stop.line === line && stop.pipes === pipes && stop.of === all);
    return at === -1 ? undefined : at;
  }
}

/** What stands between two pipes without the blanks around it; in a blank cell the place behind the first blank. */
function wordsOf(document: TextDocument, { line, pipes, of }: CellStop): Range | undefined {
  if (line >= document.lineCount) return undefined;
  const cells = document.lineAt(line).text.split("|");
  if (cells.length !== of + 1) return undefined;
  const start = cells.slice(0, pipes).reduce((sum, cell) => sum + cell.length + 1, 0);
  const cell = cells[pipes] ?? "";
  const from = cell.trim() === "" ? Math.min(1, cell.length) : cell.length - cell.trimStart().length;
  return new Range(line, start + from, line, start + from + cell.trim().length);
}

function pipesIn(text: string): number {
  return text.split("|").length - 1;
}
