import assert from "node:assert/strict";
import * as vscode from "vscode";
import { blankTotalRow, missingRow, unsigned } from "./faults.js";
import { findingsWhen, openDraft, openFaulty, positionAt, rangeOf, readWorkspaceFile, replaceText, reportName, show, untilNotCanceled } from "./support.js";

const chapter = "## 六、其他需要报告的事项";

suite("writing", () => {
  test("completion offers the chapter that is missing, at its place, with its pinyin", async () => {
    const text = (await readWorkspaceFile(reportName)).replace(/## 六、[^]*$/, "qtx");
    const document = await show(await vscode.workspace.openTextDocument({ language: "nianbao", content: text }));
    const { items } = await completionsAt(document, document.positionAt(text.length));
    assert.equal(labelOf(items[0]), "六、其他需要报告的事项");
  });

  test("completion offers the row that a table lacks, with a stop in each of its cells", async () => {
    const document = await openFaulty(missingRow);
    const place = rangeOf(document, missingRow[1]).end;
    const [row] = (await completionsAt(document, place)).items;
    assert.equal(labelOf(row), "行政强制");
    const text = row?.insertText;
    assert.match(typeof text === "string" ? text : (text?.value ?? ""), /^\| 行政强制 \| \$\{?1/);
  });

  test("completion offers the one value that a blank can have", async () => {
    const document = await openFaulty(blankTotalRow, unsigned);
    const place = positionAt(document, blankTotalRow[1], -2);
    const [value, ...others] = (await completionsAt(document, place)).items;
    assert.equal(labelOf(value), "1");
    assert.deepEqual(others, []);
  });

  test("in the middle of prose nothing is offered", async () => {
    const document = await openDraft();
    const at = document.positionAt(document.getText().indexOf("政府信息公开工作。"));
    assert.deepEqual((await completionsAt(document, at)).items.map(({ label }) => label), []);
  });

  test("Tab and Shift+Tab go from value to value, Enter goes down", async () => {
    const editor = await inFirstCell();
    const first = editor.selection;
    await vscode.commands.executeCommand("nianbao.nextCell");
    const second = editor.selection;
    assert.ok(second.start.isAfter(editor.document.positionAt(0)));
    assert.notDeepEqual(second, first);
    await vscode.commands.executeCommand("nianbao.previousCell");
    assert.deepEqual(editor.selection, first);
    await vscode.commands.executeCommand("nianbao.cellBelow");
    assert.equal(editor.selection.start.line, first.start.line + 1);
    assert.match(editor.document.getText(editor.selection), /^\d+$/);
  });

  test("two quick steps are two cells", async () => {
    const editor = await inFirstCell();
    const start = editor.selection;
    await Promise.all([vscode.commands.executeCommand("nianbao.nextCell"), vscode.commands.executeCommand("nianbao.nextCell")]);
    await vscode.commands.executeCommand("nianbao.previousCell");
    await vscode.commands.executeCommand("nianbao.previousCell");
    assert.deepEqual(editor.selection, start);
  });

  test("a row that was half written when the table was entered is on the way once it is whole", async () => {
    const whole = /\| 二、上年结转[^\n]*/.exec(await readWorkspaceFile(reportName))?.[0] ?? "";
    const half = "| 二、上年结转政府信息公开申请数量 |  |  |";
    const document = await openDraft(whole, half);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const row = rangeOf(document, "| 一、本年新收").start.line;
    const at = new vscode.Position(row, document.lineAt(row).text.indexOf("9"));
    editor.selection = new vscode.Selection(at, at);
    for (let step = 0; step < 10; step++) await vscode.commands.executeCommand(step % 2 === 0 ? "nianbao.nextCell" : "nianbao.previousCell");
    await replaceText(document, half, whole);
    await vscode.commands.executeCommand("nianbao.cellBelow");
    assert.equal(editor.selection.active.line, row + 1);
  });

  test("outside of tables Tab stays Tab", async () => {
    const document = await show(await vscode.workspace.openTextDocument({ language: "nianbao", content: "本年度工作平稳。" }));
    await vscode.commands.executeCommand("nianbao.nextCell");
    assert.match(document.getText(), /^\s+本年度工作平稳。$/);
  });

  test("the rest of a table is filled with 0 and its totals", async () => {
    await vscode.commands.executeCommand("nianbao.newReport", { organ: "白水镇", year: 2022 });
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const at = editor.document.positionAt(editor.document.getText().indexOf("规章 |"));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("nianbao.fillRest");
    assert.match(editor.document.getText(), /\| 规章 \| 0 \| 0 \| 0 \|/);
  });

  test("formatting aligns the tables and changes no finding", async () => {
    const document = await openDraft(chapter, "##六、 其他需要报告的事项");
    await untilNotCanceled(() => vscode.commands.executeCommand("editor.action.formatDocument"));
    assert.ok(document.getText().includes(`\n${chapter}\n`));
    assert.match(document.getText(), /\| 规章 {2,}\|/);
    await findingsWhen(document, (all) => all.length === 0);
  });

  test("formatting a range leaves the rest alone", async () => {
    const document = await openDraft();
    const [first, second] = ["| 规章 |", "| （七）总计 |"].map((text) => rangeOf(document, text).start.line);
    assert.ok(first !== undefined && second !== undefined);
    const options: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };
    const edits = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatRangeProvider", document.uri, document.lineAt(first).range, options));
    assert.deepEqual(new Set(edits.map(({ range }) => range.start.line)), new Set([first]));
    const all = await untilNotCanceled(() => vscode.commands.executeCommand<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document.uri, options));
    assert.ok(all.some(({ range }) => range.start.line <= second && second <= range.end.line), "the whole document has more to be formatted");
  });

  test("Enter goes on with a list", async () => {
    const document = await show(await vscode.workspace.openTextDocument({ language: "nianbao", content: "## 五、存在的主要问题及改进情况\n\n1.公开不够及时；" }));
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = document.positionAt(document.getText().length);
    editor.selection = new vscode.Selection(end, end);
    const continued = new Promise<void>((done) => {
      const listener = vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document !== document || !event.document.getText().endsWith("\n2.")) return;
        listener.dispose();
        done();
      });
    });
    await vscode.commands.executeCommand("type", { text: "\n" });
    await continued;
  });
});

/** A complete draft with the first number of table three selected. */
async function inFirstCell(): Promise<vscode.TextEditor> {
  await openDraft();
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const label = editor.document.positionAt(editor.document.getText().indexOf("一、本年新收"));
  editor.selection = new vscode.Selection(label, label);
  await vscode.commands.executeCommand("nianbao.nextCell");
  assert.match(editor.document.getText(editor.selection), /^\d+$/);
  return editor;
}

function labelOf(item: vscode.CompletionItem | undefined): string | undefined {
  return typeof item?.label === "string" ? item.label : item?.label.label;
}

function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionList> {
  return untilNotCanceled(() => vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position));
}
