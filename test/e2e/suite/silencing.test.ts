// Findings that the author does not want to hear of: silenced here, in the file, in the folder; and a comment that silences nothing.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { missingSection, wrongTotalRow } from "./faults.js";
import { applyQuickFix, codeActions, findingOf, findingsWhen, faultyReport, hasFiles, openDraft, readWorkspaceFile, replaceText, show, workspaceFile, writeWorkspaceFile } from "./support.js";

const code = "row-total";

suite("silencing", () => {
  test("here: a comment on either side of the table, which is told once it is of no use", async () => {
    const document = await openDraft(...wrongTotalRow);
    await applyQuickFix(document, await findingOf(document, code), /忽略此处的“row-total”问题/);
    await findingOf(document, "suppression");
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), "请写明理由", "what is typed next is the reason");
    await vscode.commands.executeCommand("type", { text: "由上级核定" });
    await findingsWhen(document, (all) => all.length === 0);
    assert.match(document.getText(), /<!-- nianbao-disable row-total: 由上级核定 -->\n\| （本列[^]*\n<!-- nianbao-enable row-total -->\n/);
    await replaceText(document, wrongTotalRow[1], wrongTotalRow[0]);
    const unused = await findingOf(document, "suppression");
    assert.match(document.getText(unused.range), /row-total/);
  });

  test("in the file: a comment above the title", async () => {
    const document = await openDraft(...missingSection);
    await applyQuickFix(document, await findingOf(document, "section-missing"), /在全文忽略“section-missing”问题/);
    await findingsWhen(document, (all) => all.join() === "suppression");
    assert.match(document.getText(), /^<!-- nianbao-disable-file section-missing: 请写明理由 -->\n# 云溪县/);
  });

  test("in the folder: an entry of .nianbao.json, made where there is none", async function () {
    if (!hasFiles()) return this.skip();
    const document = await show(await vscode.workspace.openTextDocument(await writeWorkspaceFile("忽略.nianbao", await faultyReport(missingSection))));
    await applyQuickFix(document, await findingOf(document, "section-missing"), /在整个文件夹关闭规则“section-missing”/);
    await findingsWhen(document, (all) => all.length === 0);
    assert.deepEqual(JSON.parse(await readWorkspaceFile(".nianbao.json")), { rules: { "section-missing": "off" } });
    await replaceText(document, wrongTotalRow[0], wrongTotalRow[1]);
    await applyQuickFix(document, await findingOf(document, code), /在整个文件夹关闭规则“row-total”/);
    await findingsWhen(document, (all) => all.length === 0);
    assert.deepEqual(JSON.parse(await readWorkspaceFile(".nianbao.json")), { rules: { "section-missing": "off", "row-total": "off" } });
    const titles = (await codeActions(document, new vscode.Range(0, 0, document.lineCount, 0), vscode.CodeActionKind.QuickFix)).map(({ title }) => title);
    assert.deepEqual(titles, []);
    await vscode.workspace.fs.delete(workspaceFile(".nianbao.json"));
    await findingOf(document, code);
  });
});
