// What the cell that the cursor is in is called, in the status bar, as the name box of a spreadsheet has it: in the text of a table the head
// of a column is far away.
import { StatusBarAlignment, window, type Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { cellRequest } from "./cells.js";
import { say } from "./messages.js";
import { showOfSelection } from "./selectionItem.js";

/** Characters of a row's label; the tooltip has them all. */
const longestLabel = 16;

export function showCellName(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem("nianbao.cell", StatusBarAlignment.Right, 111);
  item.name = say("Name of the Cell");
  return showOfSelection(client, {
    item,
    isFor: ({ document: { languageId } }) => languageId === "nianbao",
    fill: async ({ document, selection }, token) => {
      const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
      const place = await client.sendRequest(cellRequest, { textDocument, position: client.code2ProtocolConverter.asPosition(selection.active), direction: "here" }, token);
      const path = place?.path ?? [];
      if (path.length === 0 || token.isCancellationRequested) return false;
      item.text = path.slice(-2).map(shortened).join(" › ");
      item.tooltip = path.join(" › ");
      return true;
    },
  });
}

function shortened(label: string): string {
  return label.length > longestLabel ? `${label.slice(0, longestLabel)}…` : label;
}
