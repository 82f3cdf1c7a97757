import assert from "node:assert/strict";
import * as vscode from "vscode";
import { changeSetting, codeOf, codes, findingOf, findingsWhen, hasFiles, openDraft, readWorkspaceFile, replaceText, reportName, show, writeWorkspaceFile } from "./support.js";
import { missingSection, wrongTotal, wrongTotalRow } from "./faults.js";

suite("findings", () => {
  test("a wrong total is marked at its cell", async () => {
    const document = await openDraft(...wrongTotalRow);
    const [finding, ...others] = await findingsWhen(document, (all) => all.length > 0);
    assert.ok(finding);
    assert.deepEqual(others.map(codeOf), []);
    assert.equal(document.getText(finding.range), wrongTotal);
    assert.equal(document.lineAt(finding.range.start.line).text, wrongTotalRow[1]);
    assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(typeof finding.code, "object", "the finding leads to the page of its rule");
  });

  test("the mark follows typing, and a complete report has none", async () => {
    const document = await openDraft();
    await replaceText(document, wrongTotalRow[0], wrongTotalRow[1]);
    await findingsWhen(document, (all) => all.length === 1);
    await replaceText(document, wrongTotalRow[1], wrongTotalRow[0]);
    await findingsWhen(document, (all) => all.length === 0);
  });

  test("a rule can be switched off and on again by the settings", async () => {
    const document = await openDraft(...missingSection);
    await findingOf(document, "section-missing");
    await changeSetting("nianbao.rules", { "section-missing": "off" });
    await findingsWhen(document, (all) => !all.includes("section-missing"));
    await changeSetting("nianbao.rules", { "section-missing": "hint" });
    const lowered = await findingOf(document, "section-missing");
    assert.equal(lowered.severity, vscode.DiagnosticSeverity.Hint);
    await changeSetting("nianbao.rules", undefined);
    await findingsWhen(document, () => codes(document).includes("section-missing"));
  });

  test("a .nianbao.json in the folder holds as soon as it is written", async function () {
    // A server in a browser has no files to read.
    if (!hasFiles()) return this.skip();
    const text = (await readWorkspaceFile(reportName)).replace(...missingSection);
    const document = await show(await vscode.workspace.openTextDocument(await writeWorkspaceFile("设置.nianbao", text)));
    await findingOf(document, "section-missing");
    const configuration = await writeWorkspaceFile(".nianbao.json", JSON.stringify({ rules: { "section-missing": "off" } }));
    await findingsWhen(document, (all) => !all.includes("section-missing"));
    await vscode.workspace.fs.delete(configuration);
    await findingOf(document, "section-missing");
  });
});
