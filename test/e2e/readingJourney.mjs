// What the editor shows of a draft that is being written, in the real workbench: hints, highlights, hovers, completion, the sum of a selection.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/prepare.mjs";
import { lineOf } from "./workspace.mjs";

const name = "石桥市文化和旅游局2024年政府信息公开工作年度报告.md";
const complete = readFileSync(join(root, "test/e2e/pictures", name), "utf8");

const received = "| 一、本年新收政府信息公开申请数量 |";
const handled = "|  | （七）总计 |";
const carriedOut = "| 四、结转下年度继续办理 |";

/** Puts the draft of the journey into the workspace: before the window is opened, which looks for its files once. */
export function prepareReading(workspace) {
  writeFileSync(join(workspace, name), complete);
}

/** Leaves the draft as it was. */
export async function readingJourney({ tally, window, workspace, picture }) {
  const file = join(workspace, name);
  await window.resize({ width: 1250, height: 1300 });
  await window.openFile(name);

  await tally.test("reading: the hover on a cell says which sums it is in", async () => {
    await window.goTo(lineOf(complete, carriedOut), upTo(complete, carriedOut, "| 5 |"));
    const hover = await window.hoverText("5", carriedOut, "四、结转下年度继续办理 › 自然人");
    assert.match(await hover.innerText(), /✓ .*本年新收 98 \+ 上年结转 3 = 101，办理结果 96 \+ 结转下年度 5 = 101/);
    await picture("hover", { around: [window.lineWith("3.要求提供公开出版物"), hover, window.lineWith("## 四、")], top: 0, bottom: 4, width: 1000 });
  });

  await tally.test("reading: the hover on a row label says what is counted there", async () => {
    await window.hoverText("6.属于四类过程性信息", "6.属于四类过程性信息", /讨论记录、过程稿[^]*依据：国办公开办函/);
  });

  await tally.test("reading: the cells that make up a total are highlighted with it", async () => {
    // VS Code asks once for a place of the cursor; while the file is still being read in, that one question may be dropped.
    for (let attempt = 0; attempt < 8 && !(await window.highlights.nth(24).isVisible()); attempt++) {
      await window.goTo(1);
      await window.goTo(lineOf(complete, handled), upTo(complete, handled, "| 96 |"));
      await window.highlights.nth(24).waitFor({ timeout: 4000 }).catch(() => undefined);
    }
    await window.highlights.nth(24).waitFor();
    await picture("highlights", { around: [window.lineWith("（四）无法提供"), window.lineWith(carriedOut)], top: 0, bottom: 0, width: 1000 });
  });

  await tally.test("reading: the status bar says what the cell is called", async () => {
    await window.goTo(lineOf(complete, carriedOut), upTo(complete, carriedOut, "| 5 |"));
    await window.page.locator(".statusbar-item", { hasText: "四、结转下年度继续办理 › 自然人" }).waitFor();
    await window.goTo(1);
    await window.page.locator(".statusbar-item", { hasText: " › " }).waitFor({ state: "hidden" });
  });

  await tally.test("reading: the status bar adds up the selected numbers", async () => {
    const row = complete.split("\n")[lineOf(complete, received) - 1];
    await window.goTo(lineOf(complete, received), row.slice(0, row.indexOf("98")));
    for (let typed = 0; typed < "98 | 14 | 0 | 1 | 6 | 1".length; typed++) await window.keyboard.press("Shift+ArrowRight");
    await window.page.locator(".statusbar-item", { hasText: "合计 120　计数 6　平均 20" }).waitFor();
    await window.keyboard.press("ArrowLeft");
    await window.page.locator(".statusbar-item", { hasText: "合计" }).waitFor({ state: "hidden" });
  });

  await tally.test("reading: hints stand in the blanks that can have one value only", async () => {
    await window.writeAll(withoutTotals(complete));
    await window.goTo(lineOf(complete, received));
    await window.lineWith("→ 4 = 3 + 1").waitFor();
    await window.lineWith("15 = 12 + 2 + 1").waitFor();
    await picture("inlay-hints", { around: [window.lineWith("## 三、"), window.lineWith("8.属于行政查询事项")], top: 0, bottom: 0, width: 1000 });
  });

  await tally.test("reading: completion offers the chapters that are missing", async () => {
    await window.writeAll(complete.slice(0, complete.indexOf("## 三、")));
    await window.keyboard.press("Control+End");
    await window.keyboard.press("Control+Space");
    await window.suggestions.filter({ hasText: "三、收到和处理政府信息公开申请情况" }).first().waitFor();
    await picture("completion", { around: [window.lineWith("| 行政许可 |"), window.page.locator(".suggest-widget.visible")], top: 0, bottom: 12, width: 900 });
    await window.keyboard.press("Escape");
  });

  await window.writeAll(complete);
  await window.save();
  assert.equal(readFileSync(file, "utf8"), complete);
  await window.closeFile();
}

/** As the columns are filled and the totals are not, and one of those that are is wrong. */
function withoutTotals(text) {
  return text.replace("\n石桥市文化和旅游局\n\n2025年1月20日\n", "").split("\n").map((line) => {
    if (line.startsWith("| 二、上年结转")) return line.replace(/\d+ \|$/, "5 |");
    return /^\| .*(?:\| \d+ ){7}\|$/.test(line) ? line.replace(/\d+ \|$/, " |") : line;
  }).join("\n");
}

/** What stands on the line before the value of a cell. */
function upTo(text, start, cell) {
  const line = text.split("\n")[lineOf(text, start) - 1];
  return line.slice(0, line.indexOf(cell) + 2);
}
