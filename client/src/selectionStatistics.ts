// Sum, number and average of the selected numbers in the status bar, as in a spreadsheet. The server does the arithmetic.
import { StatusBarAlignment, window, type Disposable } from "vscode";
import { RequestType, type BaseLanguageClient, type Range } from "vscode-languageclient";
import { say } from "./messages.js";
import { showOfSelection } from "./selectionItem.js";

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

export function showSelectionStatistics(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem("nianbao.selection", StatusBarAlignment.Right, 110);
  item.name = say("Sum of the Selected Numbers");
  return showOfSelection(client, {
    item,
    isFor: ({ selections }) => selections.some(({ isEmpty }) => !isEmpty),
    fill: async ({ document, selections }, token) => {
      const ranges = selections.filter(({ isEmpty }) => !isEmpty).map((selection) => client.code2ProtocolConverter.asRange(selection));
      const found = await client.sendRequest(statisticsRequest, { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), ranges }, token);
      if (found === null || found.count < 2 || token.isCancellationRequested) return false;
      item.text = say("Sum {0}  Count {1}  Average {2}", found.sum, found.count, found.average);
      item.tooltip = say("The selected numbers: sum, count and average (rounded to four places)");
      return true;
    },
  });
}
