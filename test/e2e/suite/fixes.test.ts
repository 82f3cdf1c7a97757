import assert from "node:assert/strict";
import * as vscode from "vscode";
import { missingChapter, missingSection, rightTotal, traditional, wrongBrackets, wrongBracketsCode, wrongTotalRow } from "./faults.js";
import { applyQuickFix, changeSetting, codeActions, codeOf, findingOf, findingsWhen, openDraft, openFaulty, rangeOf, readWorkspaceFile, reportName, show, writeWorkspaceFile } from "./support.js";

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append("nianbao");

suite("fixes", () => {
  test("a quick fix writes the right total", async () => {
    const document = await openDraft(...wrongTotalRow);
    const [finding] = await findingsWhen(document, (all) => all.length === 1);
    assert.ok(finding);
    await applyQuickFix(document, finding, new RegExp(rightTotal));
    assert.equal(document.getText(), await readWorkspaceFile(reportName));
    await findingsWhen(document, (all) => all.length === 0);
  });

  test("a quick fix inserts the missing section", async () => {
    const document = await openDraft(...missingSection);
    await applyQuickFix(document, await findingOf(document, "section-missing"), /六、其他需要报告的事项/);
    assert.match(document.getText(), /^#+ 六、其他需要报告的事项$/m);
    await findingsWhen(document, (all) => !all.includes("section-missing"));
  });

  test("once one is applied the others can be had at once, for the text as it is now", async () => {
    const document = await openFaulty(missingChapter, traditional);
    const [inserted, converted] = [await findingOf(document, "section-missing"), await findingOf(document, "mixed-script")];
    await applyQuickFix(document, inserted, /五、存在的主要问题及改进情况/);
    const place = rangeOf(document, "縣");
    assert.ok(place.start.line > converted.range.start.line, "the text below has moved");
    await applyQuickFix(document, { ...converted, range: place }, /转换为简体字/);
    assert.equal(document.getText(place.with({ end: place.start.translate(0, 1) })), "县");
    await findingsWhen(document, (all) => all.length === 0);
  });

  test("fix all repairs what has one right answer and leaves the numbers alone", async () => {
    const document = await openDraft(...wrongBrackets);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOfLine(document, wrongTotalRow[0]), wrongTotalRow[1]);
    await vscode.workspace.applyEdit(edit);
    await findingsWhen(document, (all) => all.includes(wrongBracketsCode) && all.length > 1);
    await vscode.commands.executeCommand("nianbao.fixAll");
    const left = await findingsWhen(document, (all) => !all.includes(wrongBracketsCode));
    assert.equal(document.getText(), (await readWorkspaceFile(reportName)).replace(...wrongTotalRow));
    assert.equal(left.map(codeOf).length, 1);
  });

  test("fix all is a source action, so that editor.codeActionsOnSave can name it", async () => {
    const document = await openDraft(...wrongBrackets);
    await findingOf(document, wrongBracketsCode);
    const actions = await codeActions(document, new vscode.Range(0, 0, document.lineCount, 0), fixAllKind);
    assert.deepEqual(actions.map(({ kind }) => kind?.value), [fixAllKind.value]);
  });

  test("on save, safe fixes are applied if the user wants it", async () => {
    const complete = await readWorkspaceFile(reportName);
    const uri = await writeWorkspaceFile("保存.nianbao", complete.replace(...wrongBrackets));
    const document = await show(await vscode.workspace.openTextDocument(uri));
    await findingOf(document, wrongBracketsCode);
    await changeSetting("nianbao.fixOnSave", true);
    await insertAtEnd(document, "\n");
    assert.ok(await document.save());
    await changeSetting("nianbao.fixOnSave", undefined);
    assert.equal(await readWorkspaceFile("保存.nianbao"), `${complete}\n`);
  });
});

function rangeOfLine(document: vscode.TextDocument, text: string): vscode.Range {
  const line = document.getText().split("\n").indexOf(text);
  return document.lineAt(line).range;
}

async function insertAtEnd(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}
