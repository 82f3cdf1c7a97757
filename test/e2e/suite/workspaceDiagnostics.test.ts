// Reports of the folder that nobody has open: what is wrong in them, if the setting wants it.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { missingSection, wrongTotalRow } from "./faults.js";
import { applyQuickFix, changeSetting, codeOf, faultyReport, findingOf, findingsAtWhen, hasFiles, writeWorkspaceFile } from "./support.js";

const name = "竹溪镇2024年政府信息公开工作年度报告.md";

suite("closed reports", () => {
  test("a folder with reports activates the extension before one of them is open", function () {
    if (!hasFiles()) return this.skip();
    assert.deepEqual(vscode.workspace.textDocuments.filter(({ languageId }) => languageId === "nianbao"), []);
    assert.equal(vscode.extensions.getExtension("nianbao.nianbao-vscode")?.isActive, true);
  });

  test("are listed as long as the setting wants them, follow the disk, and are told once while they are open", async function () {
    if (!hasFiles()) return this.skip();
    this.timeout(40_000);
    const uri = await writeWorkspaceFile(name, await faultyReport(wrongTotalRow));
    await changeSetting("nianbao.workspaceDiagnostics", "workspace");
    await findingsAtWhen(uri, isJust("row-total"));
    assert.ok(!isOpen(uri));

    await writeWorkspaceFile(name, await faultyReport(missingSection));
    await findingsAtWhen(uri, isJust("section-missing"));

    // By VS Code itself: a document that an extension opens stays open for minutes behind its closed tab.
    await vscode.commands.executeCommand("vscode.open", uri);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.uri.toString(), uri.toString());
    await applyQuickFix(document, await findingOf(document, "section-missing"), /六、其他需要报告的事项/);
    await findingsAtWhen(uri, isJust());
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    await findingsAtWhen(uri, isJust("section-missing"));

    await changeSetting("nianbao.workspaceDiagnostics", undefined);
    await findingsAtWhen(uri, isJust());
    await changeSetting("nianbao.workspaceDiagnostics", "workspace");
    await findingsAtWhen(uri, isJust("section-missing"));
    await vscode.workspace.fs.delete(uri);
    await findingsAtWhen(uri, isJust());
    await changeSetting("nianbao.workspaceDiagnostics", undefined);
  });
});

/** Just these codes: each told once. */
function isJust(...codes: readonly string[]): (findings: readonly vscode.Diagnostic[]) => boolean {
  return (findings) => JSON.stringify(findings.map(codeOf)) === JSON.stringify(codes);
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
