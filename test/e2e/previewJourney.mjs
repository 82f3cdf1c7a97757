// The preview beside the text, in the real workbench: what is marked in it, the way from a cell to the text and back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { placeOfTotal } from "./workspace.mjs";

/** Leaves the draft, which has no faults, as it was. */
export async function previewJourney({ tally, window, file, folderAddress, picture }) {
  const total = placeOfTotal(readFileSync(file, "utf8"));
  const preview = new Preview(window);
  const wrong = String(Number(total.text) + 1);

  await tally.test("preview: the key opens it beside the text, with the tables as the form prints them", async () => {
    await window.resize({ width: 1500, height: 1000 });
    await window.page.locator(".statusbar-item", { hasText: "Nianbao" }).waitFor();
    await window.goTo(total.line, total.before);
    await window.keyboard.press("Control+K");
    await window.keyboard.press("v");
    await preview.cells(total.text).first().waitFor({ timeout: 30_000 });
    assert.equal(await preview.page.locator("table.form").count(), 3);
    assert.match(await preview.page.locator("h1").innerText(), /年政府信息公开工作年度报告$/);
  });

  await tally.test("preview: the cell that the cursor is in is marked", async () => {
    await preview.page.locator("td[data-current]").filter({ hasText: total.text }).waitFor();
  });

  await tally.test("preview: a wrong total is marked as soon as it is typed", async () => {
    await window.overwrite(total.text.length, wrong);
    await preview.faults.filter({ hasText: wrong }).waitFor();
    assert.equal(await preview.faults.count(), 1);
  });

  await tally.test("preview: the marked cell says what is wrong", async () => {
    await window.goTo(total.line);
    await preview.zoomOut(2);
    await preview.page.locator("h2", { hasText: "三、" }).evaluate((heading) => heading.scrollIntoView());
    await preview.faults.hover();
    await preview.page.locator(".tip", { hasText: total.text }).waitFor();
    await picture("preview");
    await preview.page.locator("figure.flow").evaluate((figure) => figure.scrollIntoView({ block: "end" }));
    await picture("preview-flow");
    await preview.page.getByRole("button", { name: "恢复 100%" }).click();
  });

  await tally.test("preview: a click on the cell selects its number in the text", async () => {
    await preview.faults.click();
    await window.page.locator(".statusbar-item", { hasText: `Ln ${total.line},` }).waitFor();
    await window.page.locator(".statusbar-item", { hasText: `(${wrong.length} selected)` }).waitFor();
    await window.page.locator(".monaco-editor.focused").waitFor();
  });

  await tally.test("preview: what is typed over it is shown, and the mark is gone", async () => {
    await window.keyboard.type(total.text);
    await preview.faults.waitFor({ state: "detached" });
    await window.save();
  });

  await tally.test("preview: it is there again after the window has been reloaded", async () => {
    await window.page.waitForFunction(remembersPreview, undefined, { polling: 200 });
    // Without the file in the address, VS Code opens what was open before. A page that is slow to load is loaded again.
    const shown = preview.cells(total.text).first();
    for (let attempt = 0; attempt < 3 && !(await shown.isVisible()); attempt++) {
      await window.page.goto(folderAddress);
      await shown.waitFor({ timeout: 30_000 }).catch(() => undefined);
    }
    await shown.waitFor();
  });

  await tally.test("preview: its policy lets in nothing from outside, and breaks nothing of its own", async () => {
    assert.deepEqual(window.violations, []);
    const policy = await preview.page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
    assert.match(policy, /^default-src 'none'; script-src 'nonce-[^']+'; style-src \S+(?: \S+)*$/);
    assert.doesNotMatch(policy, /unsafe/);
  });

  await preview.close();
}

/** Runs in the window: whether VS Code has written down that the preview is open, and of which document. */
async function remembersPreview() {
  const finished = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith("vscode-web-state-db")) continue;
    const database = await finished(indexedDB.open(name));
    const items = await finished(database.transaction("ItemTable").objectStore("ItemTable").getAll());
    database.close();
    if (items.some((item) => /nianbao\.preview[^]*uri[^]*\.md/.test(String(item)))) return true;
  }
  return false;
}

class Preview {
  constructor(window) {
    this.window = window;
    this.page = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    this.faults = this.page.locator("td.fault");
  }

  cells(text) {
    return this.page.locator("td.value").filter({ hasText: text });
  }

  async zoomOut(steps) {
    for (let step = 0; step < steps; step++) await this.page.getByRole("button", { name: "缩小" }).click();
  }

  async close() {
    await this.window.page.locator(".tab", { hasText: "预览：" }).first().click({ button: "middle" });
    await this.window.page.locator("iframe.webview").waitFor({ state: "detached" });
  }
}
