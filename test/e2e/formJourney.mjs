// Which form a draft is checked by: the language status item, and choosing another form, in the real workbench.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reportName } from "./workspace.mjs";

/** Leaves the draft and the workspace as they were. */
export async function formJourney({ tally, window, workspace, picture }) {
  const status = new Status(window);
  const settings = join(workspace, ".vscode/settings.json");
  const original = readFileSync(join(workspace, reportName), "utf8");
  await window.resize({ width: 1150, height: 700 });
  await window.openFile(reportName);
  await window.revert();
  await window.goTo(1);

  await tally.test("form: the language status says which form holds, why, at which stage, and what a check takes", async () => {
    const words = await status.openWhen("年报格式 2021（定稿）");
    assert.match(words, /标题中的年度为2024年/);
    assert.match(words, /检查用时 [\d.]+ 毫秒/);
    await picture("form-in-use", { around: [status.hover, status.button], top: 24, bottom: 8, width: 600, right: true });
  });

  await tally.test("form: another one can be chosen for the file, in a comment of the draft", async () => {
    await status.choose("2019", "这份文稿");
    await window.lineWith("<!-- nianbao-edition: 2019 -->").waitFor();
    assert.match(await status.openWhen("年报格式 2019（定稿）"), /文中指令 nianbao-edition: 2019/);
    await status.choose("自动", "这份文稿");
    await window.lineWith("<!-- nianbao-edition: 2019 -->").waitFor({ state: "detached" });
    await status.openWhen("年报格式 2021（定稿）");
    await status.close();
    await window.save();
    assert.equal(readFileSync(join(workspace, reportName), "utf8"), original);
  });

  await tally.test("form: another one can be chosen for the workspace, in its settings", async () => {
    await status.openWhen("年报格式 2021（定稿）");
    await status.choose("2019", "这个工作区");
    await status.openWhen("年报格式 2019（定稿）");
    assert.equal(JSON.parse(readFileSync(settings, "utf8"))["nianbao.edition"], "2019");
    await status.choose("自动", "这个工作区");
    await status.openWhen("年报格式 2021（定稿）");
    assert.ok(!existsSync(settings) || !("nianbao.edition" in JSON.parse(readFileSync(settings, "utf8"))));
    await status.close();
  });
}

class Status {
  constructor(window) {
    this.window = window;
    this.button = window.page.locator("[id='status.languageStatus']");
    this.hover = window.page.locator(".monaco-hover:visible", { has: window.page.locator(".hover-language-status") });
  }

  /** Shows the hover. While the status changes VS Code closes it again: hence several attempts. */
  async openWhen(text) {
    const wanted = this.hover.filter({ hasText: text });
    for (let attempt = 0; attempt < 8; attempt++) {
      await this.button.click();
      await wanted.waitFor({ timeout: 3000 }).catch(() => this.close());
      if (await wanted.isVisible()) return wanted.innerText();
    }
    throw new Error(`the status does not say “${text}”`);
  }

  async close() {
    await this.window.keyboard.press("Escape");
    await this.window.moveAway();
    await this.hover.waitFor({ state: "hidden" });
  }

  /** Follows the link of the open hover and answers both questions. */
  async choose(edition, where) {
    await this.hover.getByText("更改").click();
    await this.window.pick("（1/2）", edition);
    await this.window.pick("（2/2）", where);
  }
}
