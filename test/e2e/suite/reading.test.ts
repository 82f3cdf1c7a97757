// What an editor shows to somebody who reads a draft: hovers, hints, highlights, colours, lenses.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { blankTotalRow, rightTotal, unsigned, wrongTotal, wrongTotalRow } from "./faults.js";
import { changeSetting, findingsWhen, openDraft, openFaulty, positionAt, rangeOf, untilAnswer, untilNotCanceled } from "./support.js";

suite("hover", () => {
  test("on a cell: its place, its value and its sums", async () => {
    const words = await hoverAt(await openDraft(), "| 12 |", 2);
    assert.match(words, /一、本年新收政府信息公开申请数量 › 总计\*\*　12/);
    assert.match(words, /✓ .*自然人 9 \+ 商业企业 2 \+ 法律服务机构 1 = 12/);
  });

  test("on a row label: what is counted, and on what that rests", async () => {
    const words = await hoverAt(await openDraft(), "6.属于四类过程性信息");
    assert.match(words, /讨论记录、过程稿、磋商信函、请示报告/);
    assert.match(words, /依据：国办公开办函〔2021〕30号/);
  });

  test("on a chapter heading: what the form asks for", async () => {
    assert.match(await hoverAt(await openDraft(), "一、总体情况"), /主动公开、依申请公开/);
  });

  test("on a number of the prose: the cell that it states", async () => {
    assert.match(await hoverAt(await openDraft(), "12件，上年结转"), /一、本年新收政府信息公开申请数量 › 总计\*\*　12/);
  });

  test("on prose: nothing", async () => {
    assert.equal(await hoverAt(await openDraft(), "严格执行信息发布"), "");
  });
});

suite("inlay hints", () => {
  test("stand in a blank cell and beside a wrong total, as long as the setting wants them", async () => {
    const document = await openFaulty(wrongTotalRow, blankTotalRow, unsigned);
    const shown = await hintsWhen(document, (hints) => hints.length === 2);
    assert.deepEqual(shown.map(labelOf), [`→ ${rightTotal} = 9 + 2 + 1`, "1"]);
    const [besideWrong] = shown;
    assert.ok(besideWrong);
    assert.deepEqual(besideWrong.position, rangeOf(document, wrongTotalRow[1]).end.translate(0, -2));
    assert.deepEqual(besideWrong.textEdits?.map(({ newText }) => newText), [rightTotal]);
    assert.equal(document.getText(besideWrong.textEdits?.[0]?.range), wrongTotal);
    await changeSetting("nianbao.inlayHints", false);
    await hintsWhen(document, (hints) => hints.length === 0);
    await changeSetting("nianbao.inlayHints", undefined);
    await hintsWhen(document, (hints) => hints.length === 2);
  });
});

suite("highlights", () => {
  test("on a cell: the cells that stand in a sum with it, and the number of the prose", async () => {
    const document = await openDraft();
    const place = positionAt(document, "| 二、上年结转政府信息公开申请数量 |  |  | 1", -1);
    const found = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.DocumentHighlight[]>("vscode.executeDocumentHighlights", document.uri, place));
    const totals = found.filter(({ kind }) => kind === vscode.DocumentHighlightKind.Write);
    assert.deepEqual(totals.map(({ range }) => rowOf(document, range)), ["二、上年结转政府信息公开申请数量"]);
    assert.ok(found.some(({ kind, range }) => kind === vscode.DocumentHighlightKind.Read && rowOf(document, range) === "四、结转下年度继续办理"), "the other cells of the column");
  });
});

suite("colours", () => {
  test("the legend has the types of the manifest; totals, wrong numbers, document numbers and numbers of the prose have one", async () => {
    const document = await openDraft(...wrongTotalRow);
    await findingsWhen(document, (all) => all.length === 1);
    const legend = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.SemanticTokensLegend>("vscode.provideDocumentSemanticTokensLegend", document.uri));
    assert.deepEqual([legend.tokenTypes, legend.tokenModifiers], [declared("semanticTokenTypes"), declared("semanticTokenModifiers")]);
    const found = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document.uri));
    const tokens = decoded(document, found, legend);
    const at = (text: string, shift = 0): string | undefined => tokens.get(document.offsetAt(positionAt(document, text, shift)));
    assert.equal(at(`${wrongTotal} |\n| 二、`), `${wrongTotal}: reportTotal wrong`);
    assert.equal(at("| 1 |\n| 三、", 2), "1: reportTotal");
    assert.equal(at("国办公开办函〔2021〕30号"), "国办公开办函〔2021〕30号: documentNumber");
    assert.equal(at("12件，上年结转"), "12: reportClaim matched");
  });
});

suite("lenses", () => {
  test("are off until the setting wants them", async () => {
    const document = await openDraft(...wrongTotalRow);
    await findingsWhen(document, (all) => all.length === 1);
    assert.deepEqual(await lensesOf(document), []);
    await changeSetting("nianbao.codeLens", true);
    const lenses = await untilAnswer(() => lensesOf(document), (found) => found.length > 0);
    assert.deepEqual(lenses.map(({ range, command }) => [document.lineAt(range.start).text.slice(0, 5), command?.title]), [["## 三、", "1 个错误"], ["| （本列", "1 个错误"]]);
    await changeSetting("nianbao.codeLens", undefined);
    await untilAnswer(() => lensesOf(document), (found) => found.length === 0);
  });
});

/** The text of all hovers at a place of the draft. */
async function hoverAt(document: vscode.TextDocument, text: string, shift = 0): Promise<string> {
  const place = positionAt(document, text, shift);
  const hovers = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, place));
  return hovers.flatMap(({ contents }) => contents).map((content) => (typeof content === "string" ? content : content.value)).join("\n");
}

function hintsWhen(document: vscode.TextDocument, isWanted: (hints: readonly vscode.InlayHint[]) => boolean): Promise<readonly vscode.InlayHint[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return untilAnswer(() => vscode.commands.executeCommand<vscode.InlayHint[]>("vscode.executeInlayHintProvider", document.uri, all), isWanted);
}

function labelOf({ label }: vscode.InlayHint): string {
  return typeof label === "string" ? label : label.map(({ value }) => value).join("");
}

/** The first label of the table row that a range lies in. */
function rowOf(document: vscode.TextDocument, { start }: vscode.Range): string | undefined {
  return document.lineAt(start).text.split("|").map((cell) => cell.trim()).find((cell) => cell !== "");
}

function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  return untilNotCanceled(() => vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri));
}

/** What the manifest lists, so that themes can colour it. */
function declared(contribution: "semanticTokenTypes" | "semanticTokenModifiers"): readonly string[] {
  const { contributes } = vscode.extensions.getExtension("nianbao.nianbao-vscode")?.packageJSON as { readonly contributes: Readonly<Record<string, readonly { readonly id: string }[]>> };
  return contributes[contribution]?.map(({ id }) => id) ?? [];
}

/** “13: reportTotal wrong” by the offset of each token. */
function decoded(document: vscode.TextDocument, { data }: vscode.SemanticTokens, { tokenTypes, tokenModifiers }: vscode.SemanticTokensLegend): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let place = new vscode.Position(0, 0);
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5);
    place = lines === 0 ? place.translate(0, characters) : new vscode.Position(place.line + lines, characters);
    const names = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => (modifiers & (1 << bit)) !== 0)];
    found.set(document.offsetAt(place), `${document.getText(new vscode.Range(place, place.translate(0, length)))}: ${names.join(" ")}`);
  }
  return found;
}
