// Ways through a draft: definition and references, expanding the selection, symbols of the workspace, links.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openDraft, positionAt, rangeOf, show, untilAnswer, untilNotCanceled } from "./support.js";

const received = "| 一、本年新收政府信息公开申请数量 |  |  | 9 | 2 | 0 | 0 | 1 | 0 | 12 |";
const claim = "12件，上年结转";

suite("definition and references", () => {
  test("lead from a number of the prose to its cell, and from the cell to the number", async () => {
    const document = await openDraft();
    const cell = cellAt(document, received, "12");
    assert.deepEqual(await definitions(document, positionAt(document, claim)), [cell]);
    const uses = await references(document, cell.start);
    const start = positionAt(document, claim);
    assert.ok(uses.some((range) => range.isEqual(new vscode.Range(start, start.translate(0, 2)))), "the number of the prose");
  });

  test("lead from a total to its parts, and from a part to its totals", async () => {
    const document = await openDraft();
    const parts = await definitions(document, cellAt(document, received, "12").start);
    assert.deepEqual(parts.map((range) => document.getText(range)), ["9", "2", "0", "0", "1", "0"]);
    assert.deepEqual(new Set(parts.map(({ start }) => start.line)), new Set([rangeOf(document, received).start.line]));
    const totals = await definitions(document, cellAt(document, received, "9").start);
    assert.ok(totals.some((range) => range.isEqual(cellAt(document, received, "12"))));
  });
});

suite("selection ranges", () => {
  test("take in cell, row, table, chapter, text", async () => {
    const document = await openDraft();
    const [steps] = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.SelectionRange[]>("vscode.executeSelectionRangeProvider", document.uri, [cellAt(document, received, "12").start]));
    const texts = textsOf(document, steps);
    assert.ok(texts.includes("12") && texts.includes(received), texts.map((text) => text.slice(0, 20)).join(" / "));
    assert.ok(texts.some((text) => text.startsWith("## 三、") && text.trimEnd().endsWith("| 1 |")), "the chapter");
  });
});

suite("workspace symbols", () => {
  test("find a chapter and a key figure of an open report by organ and year", async () => {
    const document = await openDraft("云溪县2024年政府信息公开工作年度报告", "白鹭洲市2024年政府信息公开工作年度报告");
    const ask = (query: string) => () => vscode.commands.executeCommand<vscode.SymbolInformation[]>("vscode.executeWorkspaceSymbolProvider", query);
    const [figure] = await untilAnswer(ask("白鹭洲2024新收"), (found) => found.length > 0);
    assert.match(figure?.name ?? "", /12$/);
    assert.equal(figure?.location.uri.toString(), document.uri.toString());
    const [chapter] = await untilAnswer(ask("白鹭洲主要问题"), (found) => found.length > 0);
    assert.match(chapter?.name ?? "", /五、存在的主要问题及改进情况/);
  });
});

suite("links", () => {
  test("lead from the Regulations to gov.cn", async () => {
    const document = await show(await openDraft());
    const links = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri));
    const texts = links.map(({ range, target }) => [document.getText(range), target?.authority]);
    assert.deepEqual(texts[0], ["《中华人民共和国政府信息公开条例》", "www.gov.cn"]);
    assert.ok(texts.some(([text]) => text === "第二十条第（五）项"), texts.join(" "));
  });
});

/** The last cell of a row that holds just this value. */
function cellAt(document: vscode.TextDocument, row: string, value: string): vscode.Range {
  const start = rangeOf(document, row).start.translate(0, row.lastIndexOf(`| ${value} |`) + 2);
  return new vscode.Range(start, start.translate(0, value.length));
}

async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.Range[]> {
  const found = await untilNotCanceled(() => vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, position));
  return found.map((place) => ("range" in place ? place.range : place.targetRange));
}

async function references(document: vscode.TextDocument, position: vscode.Position): Promise<readonly vscode.Range[]> {
  const found = await untilNotCanceled(() => vscode.commands.executeCommand<readonly vscode.Location[]>("vscode.executeReferenceProvider", document.uri, position));
  return found.map(({ range }) => range);
}

/** The text of each step, innermost first. */
function textsOf(document: vscode.TextDocument, steps: vscode.SelectionRange | undefined): readonly string[] {
  return steps === undefined ? [] : [document.getText(steps.range), ...textsOf(document, steps.parent)];
}
