import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsWhen, openDraft, readWorkspaceFile } from "./support.js";

suite("export", () => {
  test("the command writes a web page where it is told to", async () => {
    const document = await openDraft();
    await findingsWhen(document, () => true);
    const output = besideDrafts("公布.html");
    await vscode.commands.executeCommand("nianbao.export", { to: "html", output });
    const page = await readWorkspaceFile("公布.html");
    assert.match(page, /^<!doctype html>\n<html lang="zh-CN">/);
    assert.match(page, /<h2>\n三、收到和处理政府信息公开申请情况\n<\/h2>/);
    await vscode.workspace.fs.delete(output);
  });

  test("and a Word file, of an unsaved draft as it is now", async () => {
    await openDraft();
    const output = besideDrafts("报批.docx");
    await vscode.commands.executeCommand("nianbao.export", { to: "docx", output });
    const bytes = await vscode.workspace.fs.readFile(output);
    assert.equal(new TextDecoder().decode(bytes.slice(0, 2)), "PK", "a zip");
    assert.ok(bytes.length > 10_000, String(bytes.length));
    await vscode.workspace.fs.delete(output);
  });
});

function besideDrafts(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  return vscode.Uri.joinPath(folder.uri, name);
}
