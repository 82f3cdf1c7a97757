// Sum, number and average of the selected numbers in the status bar, as in a spreadsheet. The server does the arithmetic.
import { CancellationTokenSource, Disposable, StatusBarAlignment, window, type StatusBarItem, type TextEditor } from "vscode";
import { RequestType, type BaseLanguageClient, type Range } from "vscode-languageclient";
import { isChecked } from "./documents.js";
import { say } from "./messages.js";

interface StatisticsParams {
  readonly textDocument: { readonly uri: string };
  readonly ranges: readonly Range[];
}

interface SelectionStatistics {
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

const statisticsRequest = new RequestType<StatisticsParams, SelectionStatistics | null, void>("nianbao/selectionStatistics");

/** Milliseconds without a change of the selection before it is counted: a selection drawn with the mouse changes with each step. */
const pause = 80;

export function showSelectionStatistics(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem("nianbao.selection", StatusBarAlignment.Right, 110);
  item.name = say("Sum of the Selected Numbers");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new CancellationTokenSource();
  const forget = (): void => {
    clearTimeout(timer);
    asked.cancel();
    asked.dispose();
    asked = new CancellationTokenSource();
  };
  const count = (editor: TextEditor | undefined): void => {
    forget();
    if (!isCountable(editor) || !client.isRunning()) return item.hide();
    const { token } = asked;
    timer = setTimeout(() => void show(client, editor, item, token).catch(() => item.hide()), pause);
  };
  return Disposable.from(item, { dispose: forget }, window.onDidChangeTextEditorSelection(({ textEditor }) => count(textEditor)), window.onDidChangeActiveTextEditor(count));
}

function isCountable(editor: TextEditor | undefined): editor is TextEditor {
  return editor !== undefined && isChecked(editor.document) && editor.selections.some(({ isEmpty }) => !isEmpty);
}

async function show(client: BaseLanguageClient, { document, selections }: TextEditor, item: StatusBarItem, token: CancellationTokenSource["token"]): Promise<void> {
  const ranges = selections.filter(({ isEmpty }) => !isEmpty).map((selection) => client.code2ProtocolConverter.asRange(selection));
  const found = await client.sendRequest(statisticsRequest, { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), ranges }, token);
  if (token.isCancellationRequested) return;
  if (found === null || found.count < 2) return item.hide();
  item.text = say("Sum {0}  Count {1}  Average {2}", found.sum, found.count, found.average);
  item.tooltip = say("The selected numbers: sum, count and average (rounded to four places)");
  item.show();
}
