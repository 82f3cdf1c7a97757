// Status bar items that tell something of the selection, which the server is asked for.
import { CancellationTokenSource, Disposable, window, type CancellationToken, type StatusBarItem, type TextEditor } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isChecked } from "./documents.js";

export interface SelectionItem {
  readonly item: StatusBarItem;
  /** Whether there can be anything to tell, so that the server need not be asked. */
  isFor(editor: TextEditor): boolean;
  /** Asks, and fills in the item. @returns whether it is to be shown */
  fill(editor: TextEditor, token: CancellationToken): Promise<boolean>;
}

/** Milliseconds without a change of the selection before it is asked about: a selection drawn with the mouse changes with each step. */
const pause = 80;

/** Keeps the item up to date as long as the selection is in a draft. What it said of a place that has been left is not shown. */
export function showOfSelection(client: BaseLanguageClient, { item, isFor, fill }: SelectionItem): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new CancellationTokenSource();
  const forget = (): void => {
    clearTimeout(timer);
    asked.cancel();
    asked.dispose();
    asked = new CancellationTokenSource();
  };
  const look = (editor: TextEditor | undefined): void => {
    forget();
    if (editor === undefined || !isChecked(editor.document) || !isFor(editor) || !client.isRunning()) return item.hide();
    const { token } = asked;
    timer = setTimeout(() => void ask(editor, token).catch(() => item.hide()), pause);
  };
  const ask = async (editor: TextEditor, token: CancellationToken): Promise<void> => {
    const isShown = await fill(editor, token);
    if (token.isCancellationRequested) return;
    if (isShown) item.show();
    else item.hide();
  };
  return Disposable.from(item, { dispose: forget }, window.onDidChangeTextEditorSelection(({ textEditor }) => look(textEditor)), window.onDidChangeActiveTextEditor(look));
}
