import assert from "node:assert/strict";
import * as vscode from "vscode";
import { findingsWhen, openDraft } from "./support.js";

suite("preview", () => {
  test("the command opens one preview for a document, and shows that again", async () => {
    const document = await openDraft();
    await findingsWhen(document, () => true);
    await vscode.commands.executeCommand("nianbao.openPreview");
    await untilPreviews(1);
    await vscode.commands.executeCommand("nianbao.openPreview");
    await untilPreviews(1);
    assert.equal(vscode.window.activeTextEditor?.document, document, "the focus stays in the text");
    await vscode.window.tabGroups.close(previews());
    await untilPreviews(0);
  });
});

function previews(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("nianbao.preview"));
}

function untilPreviews(count: number): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      if (previews().length !== count) return;
      listener.dispose();
      done();
    };
    const listener = vscode.window.tabGroups.onDidChangeTabs(look);
    look();
  });
}
