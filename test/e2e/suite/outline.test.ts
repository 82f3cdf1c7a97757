import assert from "node:assert/strict";
import * as vscode from "vscode";
import { missingSection } from "./faults.js";
import { findingOf, openDraft, untilNotCanceled } from "./support.js";

const chapters = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];

suite("outline", () => {
  test("shows every chapter, also one that is missing", async () => {
    const document = await openDraft(...missingSection);
    await findingOf(document, "section-missing");
    const symbols = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri));
    const names = flatten(symbols).map(({ name, detail }) => `${name} ${detail}`);
    for (const chapter of chapters) assert.ok(names.some((name) => name.includes(chapter)), `${chapter} in ${names.join(" | ")}`);
  });

  test("chapters and tables fold", async () => {
    const document = await openDraft(...missingSection);
    await findingOf(document, "section-missing");
    const ranges = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document.uri));
    const folded = ranges.map(({ start }) => document.lineAt(start).text);
    assert.ok(folded.includes("## 一、总体情况"), folded.join(" | "));
    assert.ok(folded.includes("## 三、收到和处理政府信息公开申请情况"), folded.join(" | "));
  });
});

function flatten(symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}
