// A wrong total and a missing chapter, found and mended by mouse and keyboard, in the real workbench.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { lineOf, placeOfTotal } from "./workspace.mjs";

const lastChapter = "六、其他需要报告的事项";

/** Leaves the draft with an empty chapter of its form. */
export async function mendingJourney({ tally, window, file, picture }) {
  const original = readFileSync(file, "utf8");
  const total = placeOfTotal(original);
  // A hover takes a quarter of the height at most, and is to be seen whole.
  await window.resize({ width: 1120, height: 1400 });
  await window.goTo(1);

  await tally.test("workbench: a wrong total is underlined while it is typed", async () => {
    await window.goTo(total.line, total.before);
    await window.overwrite(total.text.length, String(Number(total.text) + 1));
    await window.squiggles.first().waitFor();
  });

  await tally.test("workbench: the hover says what is wrong and which total is right", async () => {
    await window.lineWith(`→ ${total.text} = `).waitFor();
    const text = await window.hoverOver(window.squiggles.first());
    assert.match(text, /总计/);
    assert.deepEqual(text.match(/应为 \d+/g), [`应为 ${total.text}`], "told once");
    await picture("squiggle-hover", { around: [window.hover.first(), window.lineWith("| 行政许可 |"), window.lineWith("3.危及")], top: 0, bottom: 0, width: 1060 });
    await window.resize();
    await window.goTo(total.line, total.before);
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
    await picture("quick-fix", { around: [window.lineWith("## 三、"), window.page.locator(".action-widget").first()], top: 0, bottom: 12, width: 1000 });
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
