import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codes, findingOf, findingsWhen, openDraft, readWorkspaceFile, replaceText, reportName, show, writeWorkspaceFile } from "./support.js";

suite("opening", () => {
  test("a draft is checked", async () => {
    await findingOf(await openDraft("## 六、其他需要报告的事项", "## 说明"), "section-missing");
  });

  test("a file is a draft by its name", async () => {
    const document = await vscode.workspace.openTextDocument(await writeWorkspaceFile("甲县2023年政府信息公开工作年度报告.txt", "正文"));
    assert.equal(document.languageId, "nianbao");
  });

  test("a file without a telling name is a draft by its first line", async () => {
    const document = await vscode.workspace.openTextDocument(await writeWorkspaceFile("初稿", await readWorkspaceFile(reportName)));
    assert.equal(document.languageId, "nianbao");
  });

  test("plain text becomes a draft once it is a report, unless its author has said otherwise", async () => {
    const document = await show(await vscode.workspace.openTextDocument({ language: "plaintext", content: "笔记\n" }));
    const reopened = (language: string): Promise<void> =>
      new Promise((done) => {
        const listener = vscode.workspace.onDidOpenTextDocument((opened) => {
          if (opened.uri.toString() !== document.uri.toString() || opened.languageId !== language) return;
          listener.dispose();
          done();
        });
      });
    const becomes = reopened("nianbao");
    await replaceText(document, document.getText(), (await readWorkspaceFile(reportName)).replace("## 六、其他需要报告的事项", "## 说明"));
    await becomes;
    await findingOf(document, "section-missing");
    await vscode.languages.setTextDocumentLanguage(document, "plaintext");
    await replaceText(document, "## 说明", "## 六、其他需要报告的事项");
    await findingsWhen(document, (all) => all.length === 0);
    assert.equal(document.languageId, "plaintext");
  });

  test("Markdown is left alone until it is a report", async () => {
    const report = (await readWorkspaceFile(reportName)).replace("## 六、其他需要报告的事项", "## 说明");
    const document = await show(await vscode.workspace.openTextDocument({ language: "markdown", content: "# 笔记\n\n共 3 件，，其中 2 件的的。\n" }));
    // A second draft whose findings arrive later than the silence about the first would.
    await findingOf(await openDraft("## 六、其他需要报告的事项", "## 说明"), "section-missing");
    assert.deepEqual(codes(document), []);
    await replaceText(document, document.getText(), report);
    await findingOf(document, "section-missing");
    await replaceText(document, document.getText(), "# 笔记\n");
    await findingsWhen(document, (all) => all.length === 0);
  });
});
