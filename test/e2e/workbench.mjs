// Part two: one journey through the real workbench, by mouse and keyboard. `node test/e2e/workbench.mjs --screenshots` also takes the
// pictures of the README, into docs/images/; otherwise they go to .cache/e2e/screenshots/, where a failed run can be looked at.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../scripts/prepare.mjs";
import { startVsCode } from "../../scripts/vscode-server.mjs";
import { launchBrowser } from "./browser.mjs";
import { previewJourney } from "./previewJourney.mjs";
import { Tally } from "./tally.mjs";
import { looks, Window } from "./windowOf.mjs";
import { cache, freshWorkspace, reportName } from "./workspace.mjs";

const row = "一、本年新收政府信息公开申请数量";
const lastChapter = "六、其他需要报告的事项";

export async function runWorkbench(tally, browser, { pictures = join(cache, "screenshots") } = {}) {
  const workspace = freshWorkspace("workbench");
  const file = join(workspace, reportName);
  const vsCode = await startVsCode({ workspace, extension: root, settings: looks });
  let window;
  try {
    window = await Window.open(browser, vsCode.address(file));
    await journey({ tally, window, file, folderAddress: vsCode.address(), picture: (name) => takePicture(window, pictures, name) });
    if (tally.failed > 0) await takePicture(window, join(cache, "screenshots"), "failed");
  } finally {
    await window?.page.close();
    await vsCode.stop();
  }
}

async function journey({ tally, window, file, folderAddress, picture }) {
  const original = readFileSync(file, "utf8");
  const total = placeOfTotal(original);

  await window.closeSideBar();
  await previewJourney({ tally, window, total, folderAddress, picture });

  await tally.test("workbench: a wrong total is underlined while it is typed", async () => {
    await window.goTo(total.line, total.before);
    await window.overwrite(total.text.length, String(Number(total.text) + 1));
    await window.squiggles.first().waitFor();
  });

  await tally.test("workbench: the hover says what is wrong and which total is right", async () => {
    const text = await window.hoverOver(window.squiggles.first());
    assert.match(text, /总计/);
    assert.ok(text.includes(total.text), text);
    await picture("squiggle-hover");
  });

  await tally.test("workbench: the Problems panel lists it", async () => {
    await window.page.mouse.move(5, 5);
    await window.openProblems();
    await window.problems.filter({ hasText: "总计" }).first().waitFor();
    await picture("problems");
  });

  await tally.test("workbench: a quick fix writes the right total", async () => {
    await window.goTo(total.line, total.before);
    const entry = await window.openQuickFixes(total.text);
    await picture("quick-fix");
    await entry.click();
    await window.squiggles.first().waitFor({ state: "detached" });
  });

  await tally.test("workbench: the saved file is the original again", async () => {
    await window.save();
    assert.equal(readFileSync(file, "utf8"), original);
  });

  await tally.test("workbench: the outline shows a chapter that is missing", async () => {
    await window.goTo(lineOf(original, lastChapter));
    await window.deleteLine();
    await window.problems.filter({ hasText: lastChapter }).first().waitFor();
    await window.findSymbol("其他需要报告的事项");
    await window.closeQuickPick();
    await window.openOutline();
    await window.page.locator(".outline-tree .monaco-list-row", { hasText: "其他需要报告的事项" }).first().waitFor();
    await picture("outline");
  });

  await tally.test("workbench: a quick fix inserts the missing chapter", async () => {
    await window.problems.filter({ hasText: lastChapter }).first().dblclick();
    const entry = await window.openQuickFixes("其他需要报告的事项");
    await entry.click();
    await window.problems.filter({ hasText: lastChapter }).first().waitFor({ state: "detached" });
    await window.save();
    assert.match(readFileSync(file, "utf8"), new RegExp(`^## ${lastChapter}$`, "m"));
  });
}

/** The last cell of the row of received applications: its line from 1, its text, and what stands before it. */
function placeOfTotal(text) {
  const line = lineOf(text, row);
  const content = text.split("\n")[line - 1];
  const cell = /(\d+) \|\s*$/.exec(content);
  return { line, text: cell[1], before: content.slice(0, cell.index) };
}

function lineOf(text, part) {
  return text.split("\n").findIndex((line) => line.includes(part)) + 1;
}

async function takePicture(window, folder, name) {
  mkdirSync(folder, { recursive: true });
  await window.page.screenshot({ path: join(folder, `${name}.png`) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = new Tally();
  const browser = await launchBrowser();
  const wanted = process.argv.includes("--screenshots") ? { pictures: join(root, "docs/images") } : {};
  await runWorkbench(tally, browser, wanted).finally(() => browser.close());
  process.exitCode = tally.failed > 0 ? 1 : 0;
}
