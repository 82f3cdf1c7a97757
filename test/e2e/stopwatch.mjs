// Part five, and `npm run test:stopwatch` alone: how many keys a whole report takes beyond its numbers and its prose. A blank form of
// 2021 is filled in by keyboard only, in a real window, and the finished report must have no finding.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/prepare.mjs";
import { startVsCode } from "../../scripts/vscode-server.mjs";
import { launchBrowser } from "./browser.mjs";
import { Tally } from "./tally.mjs";
import { looks, Window } from "./windowOf.mjs";
import { cache, freshWorkspace, reportName } from "./workspace.mjs";

/** More than this, and filling in the form by hand would be as quick. */
const mostKeys = 150;

const organ = "云溪县档案馆";
const reportFile = `${organ}2024年政府信息公开工作年度报告.md`;

/** A keyboard that counts. Numbers and prose are what the author brings along; every other key is overhead. */
class CountingKeyboard {
  keys = 0;
  digits = 0;
  characters = 0;

  constructor(window) {
    this.window = window;
  }

  /** Keys that move the cursor, or take away what is selected, one after the other. */
  async press(...keys) {
    for (const key of keys) await this.answered(key, cursor, () => this.window.keyboard.press(key));
    this.keys += keys.length;
  }

  /** Keys of a dialogue, or such as change the text and leave the cursor where it is. */
  async command(key) {
    await this.answered(key, screen, () => this.window.keyboard.press(key));
    this.keys++;
  }

  async number(digits, answer = cursor) {
    for (const digit of digits) await this.answered(digit, answer, () => this.window.keyboard.type(digit));
    this.digits += digits.length;
  }

  /** Chinese words, as they come out of an input method. */
  async prose(text, answer = cursor) {
    await this.answered(text, answer, () => this.window.keyboard.insertText(text));
    this.characters += text.length;
  }

  /** Letters that call a command or a completion. */
  async letters(text) {
    await this.window.keyboard.type(text);
    this.keys += text.length;
  }

  /** Waits for what the key has brought about. Each key is compared by one thing only, so that no late change is taken for its own. */
  async answered(what, look, act) {
    const before = await this.window.page.evaluate(look);
    await act();
    await this.window.page.waitForFunction(`(${look})() !== ${JSON.stringify(before)}`, undefined, { timeout: 10_000 }).catch(() => {
      throw new Error(`nothing happened on ${what}`);
    });
    // One key may be answered twice: a change before the cursor moves it along. The next key is compared with where it stands then.
    await this.window.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
}

/* The two functions below run in the page. */

/** Line, column and length of the selection, as the status bar has them. */
function cursor() {
  return [...document.querySelectorAll(".statusbar-item")].map((element) => element.innerText).find((text) => /Ln \d+/.test(text)) ?? "";
}

function screen() {
  return [...document.querySelectorAll(".editor-group-container.active .view-lines, .quick-input-widget, .quick-input-widget input")].map((element) => `${element.innerText}${element.value ?? ""}${element.style.display}`).join("\n");
}

export async function runStopwatch(tally, browser) {
  const workspace = freshWorkspace("stopwatch");
  const vsCode = await startVsCode({ workspace, extension: root, settings: looks });
  let window;
  try {
    window = await Window.open(browser, vsCode.address(join(workspace, reportName)));
    // Until VS Code knows our language it does not know our commands either.
    await window.page.locator(".statusbar-item", { hasText: "Nianbao 年报" }).first().waitFor();
    await tally.test(`stopwatch: a whole report takes fewer than ${mostKeys} keys beyond its numbers and prose`, async () => {
      const keyboard = new CountingKeyboard(window);
      await writeReport(keyboard, window).catch(async (error) => {
        await window.page.screenshot({ path: join(cache, "stopwatch.png") });
        throw error;
      });
      assert.equal(findingsOf(join(workspace, reportFile)), "");
      console.log(`# stopwatch: ${keyboard.keys} keys beyond ${keyboard.digits} digits and ${keyboard.characters} characters of prose`);
      assert.ok(keyboard.keys < mostKeys, `${keyboard.keys} keys`);
    });
  } finally {
    await window?.page.close();
    await vsCode.stop();
  }
}

const [nextBlank, fillRest] = ["Alt+n", "Control+Alt+0"];

async function writeReport(keyboard, window) {
  await newReport(keyboard, window);
  await keyboard.press(nextBlank);
  await keyboard.prose("2024年，本馆认真贯彻《中华人民共和国政府信息公开条例》，主动公开信息，规范办理申请，加强平台建设和监督保障。");
  await disclosure(keyboard);
  await applications(keyboard);
  await keyboard.press(nextBlank, "Delete", nextBlank);
  await keyboard.number("1");
  await keyboard.command(fillRest);
  await keyboard.press(nextBlank);
  await keyboard.prose("一是公开形式较为单一，下一步将丰富解读方式。二是业务能力有待提高，下一步将加强培训。");
  await keyboard.press(nextBlank, "Delete");
  await keyboard.letters("wsq");
  await window.page.locator(".suggest-widget.visible .monaco-list-row.focused", { hasText: "信息处理费" }).waitFor();
  await keyboard.press("Enter", "Control+End");
  await keyboard.prose(organ);
  await keyboard.press("Enter");
  await keyboard.prose("2025年1月10日");
  keyboard.keys++;
  await window.save();
}

async function newReport(keyboard, window) {
  await keyboard.command("F1");
  await keyboard.letters("new annual");
  await window.quickPick.filter({ hasText: "New Annual Report" }).first().waitFor();
  await keyboard.command("Enter");
  await window.page.locator(".quick-input-widget", { hasText: "（1/2）" }).waitFor();
  await keyboard.prose(organ, screen);
  await keyboard.command("Enter");
  await window.page.locator(".quick-input-widget", { hasText: "（2/2）" }).waitFor();
  await keyboard.number("2024", screen);
  await keyboard.command("Enter");
  await window.page.locator(".tab.active", { hasText: organ }).waitFor();
  await window.page.locator(".monaco-editor.focused").waitFor();
}

/** Chapter two: one normative document in force, fifteen permits, three penalties. */
async function disclosure(keyboard) {
  await keyboard.press(nextBlank, "Delete", nextBlank, "Enter", "Tab", "Tab");
  await keyboard.number("2");
  await keyboard.press("Enter");
  await keyboard.number("15");
  await keyboard.press("Enter");
  await keyboard.number("3");
  await keyboard.command(fillRest);
}

/** Chapter three: five new applications and one carried in; four granted, two of them not held. */
async function applications(keyboard) {
  await keyboard.press(nextBlank, "Delete", nextBlank);
  await keyboard.number("4");
  await keyboard.press("Tab");
  await keyboard.number("1");
  await keyboard.press("Shift+Tab", "Enter");
  await keyboard.number("1");
  await keyboard.press("Enter");
  await keyboard.number("3");
  await keyboard.press("Tab");
  await keyboard.number("1");
  await keyboard.press("Shift+Tab", ...Array.from({ length: 10 }, () => "Enter"));
  await keyboard.number("2");
  await keyboard.command(fillRest);
}

/** What the command line says of the finished report, and what is still to be written in it; "" if it is done. */
function findingsOf(file) {
  const findings = JSON.parse(checked(file)).flatMap((result) => result.findings);
  const open = readFileSync(file, "utf8").match(/【待填写】/g) ?? [];
  return [...findings.map(({ code, message }) => `${code}: ${message}`), ...open].join("\n");
}

function checked(file) {
  try {
    return execFileSync(process.execPath, [join(root, "dist/cli.js"), "check", "--format", "json", file], { encoding: "utf8" });
  } catch (error) {
    return error.stdout;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = new Tally();
  const browser = await launchBrowser();
  await runStopwatch(tally, browser).finally(() => browser.close());
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
