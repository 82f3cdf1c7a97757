// The way through a table by keyboard: Tab and Shift+Tab from cell to cell, Enter to the cell below, Alt+N to the next place
// that is still to be written. Which cell that is, the server knows.
import { commands, Range, Selection, window, type Disposable, type TextEditor } from "vscode";
import { RequestType, type BaseLanguageClient } from "vscode-languageclient";
import { CellWays, type Step } from "./cellWay.js";
import { say } from "./messages.js";

type Direction = "here" | "next" | "previous" | "below" | "above" | "open";

interface CellParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly direction: Direction;
}

interface CellPlace {
  readonly range: { readonly start: CellParams["position"]; readonly end: CellParams["position"] };
  readonly isDetermined: boolean;
  /** What it is called, from the outside in. */
  readonly path?: readonly string[];
}

export const cellRequest = new RequestType<CellParams, CellPlace | null, void>("nianbao/cellAt");
const inTableKey = "nianbao.inTable";

/** What the keys do where there is no table after all. */
const ordinaryKey: Readonly<Record<"next" | "previous" | "below" | "above", readonly [string, unknown?]>> = {
  next: ["tab"],
  previous: ["outdent"],
  below: ["type", { text: "\n" }],
  above: ["type", { text: "\n" }],
};

export function cellCommands(client: BaseLanguageClient): readonly Disposable[] {
  // One step after the other: two quick Tabs are two cells. While a step still waits for the server no later one overtakes it.
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  const ways = new CellWays(client);
  const queued = (name: string, run: () => Promise<void>) => (last = last.then(run).catch((error: unknown) => client.error(name, error, false)));
  const goes = (direction: Exclude<Direction, "here">): boolean => direction !== "open" && moveAtOnce(ways, direction);
  const register = (name: string, direction: Exclude<Direction, "here">) =>
    commands.registerCommand(name, () => {
      if (waiting === 0 && goes(direction)) return queued(name, () => offerValue(client));
      waiting++;
      return queued(name, () => (goes(direction) ? offerValue(client) : move(client, direction)).finally(() => waiting--));
    });
  return [
    register("nianbao.nextCell", "next"),
    register("nianbao.previousCell", "previous"),
    register("nianbao.cellBelow", "below"),
    register("nianbao.cellAbove", "above"),
    register("nianbao.nextBlank", "open"),
    ways,
    watchTables(client, ways),
  ];
}

/** @returns false where the way is not known, or ends */
function moveAtOnce(ways: CellWays, step: Step): boolean {
  const editor = window.activeTextEditor;
  const range = editor && ways.step(editor.document, editor.selection.active, step);
  if (editor === undefined || range === undefined) return false;
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
  return true;
}

/** Where the sums leave one value for the cell, unless somebody has typed on meanwhile. */
async function offerValue(client: BaseLanguageClient): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { document: { version }, selection } = editor;
  const place = await ask(client, editor, "here");
  const isStillThere = editor === window.activeTextEditor && editor.document.version === version && editor.selection.isEqual(selection);
  if (place?.isDetermined === true && isStillThere) await commands.executeCommand("editor.action.triggerSuggest");
}

async function move(client: BaseLanguageClient, direction: Exclude<Direction, "here">): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return;
  const { version } = editor.document;
  const place = await ask(client, editor, direction);
  if (editor.document.version !== version) return;
  if (place === undefined) return otherwise(direction);
  const range = client.protocol2CodeConverter.asRange(place.range);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
  if (place.isDetermined) await commands.executeCommand("editor.action.triggerSuggest");
}

async function otherwise(direction: Exclude<Direction, "here">): Promise<void> {
  if (direction === "open") return void window.showInformationMessage(say("No blank cell and no chapter is left to be written."));
  const [command, argument] = ordinaryKey[direction];
  await commands.executeCommand(command, argument);
}

async function ask(client: BaseLanguageClient, { document, selection }: TextEditor, direction: Direction): Promise<CellPlace | undefined> {
  if (!client.isRunning()) return undefined;
  const params = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    position: client.code2ProtocolConverter.asPosition(selection.active),
    direction,
  };
  return (await client.sendRequest(cellRequest, params)) ?? undefined;
}

/** Keeps the context key of the key bindings. A row with pipes shows by itself; a table of one cell a line only the server knows. */
function watchTables(client: BaseLanguageClient, ways: CellWays): Disposable {
  let asked = 0;
  const set = (isInTable: boolean) => void commands.executeCommand("setContext", inTableKey, isInTable);
  const look = async (editor: TextEditor | undefined) => {
    const own = ++asked;
    const known = editor === undefined ? false : isInRow(editor);
    set(known === true);
    if (known === true && editor !== undefined) await ways.prepare(editor.document, editor.selection.active).catch(() => undefined);
    if (known !== undefined || editor === undefined) return;
    const place = await ask(client, editor, "here").catch(() => undefined);
    if (own === asked && place !== undefined) set(true);
  };
  return window.onDidChangeTextEditorSelection(({ textEditor }) => void look(textEditor));
}

/** True between the pipes of a row; undefined where the line itself does not tell. Behind its last pipe a row is over. */
function isInRow({ document, selection }: TextEditor): boolean | undefined {
  if (document.languageId !== "nianbao") return false;
  const line = document.lineAt(selection.active.line);
  if (line.isEmptyOrWhitespace) return false;
  const behind = document.getText(new Range(selection.active, line.range.end));
  if (line.text.includes("|")) return behind.includes("|");
  // Prose is long, a cell of such a table is short.
  return line.text.length > 60 ? false : undefined;
}
