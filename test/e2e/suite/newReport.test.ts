import assert from "node:assert/strict";
import * as vscode from "vscode";

suite("new report", () => {
  test("the command opens the official form, filled with organ and year", async () => {
    await vscode.commands.executeCommand("nianbao.newReport", { organ: "青石镇", year: 2023 });
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    assert.equal(document.languageId, "nianbao");
    assert.equal(document.isUntitled, true);
    assert.match(document.getText(), /^# 青石镇2023年政府信息公开工作年度报告\n/);
    assert.match(document.getText(), /六、其他需要报告的事项/);
    assert.match(document.uri.path, /青石镇2023年政府信息公开工作年度报告\.md$/, "saving proposes the usual name");
  });

  test("a second one does not write into the first", async () => {
    const first = vscode.window.activeTextEditor?.document.getText();
    await vscode.commands.executeCommand("nianbao.newReport", { organ: "青石镇", year: 2023 });
    assert.equal(vscode.window.activeTextEditor?.document.getText(), first);
  });
});
