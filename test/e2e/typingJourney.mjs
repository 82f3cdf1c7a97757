// Numbers typed into a blank form as quickly as a practised hand types them, and quicker, in the real workbench. Slow typing says what the
// text has to be; no pause between the keys may give another one.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/prepare.mjs";
import { lineOf } from "./workspace.mjs";

const formName = "白水镇2024年政府信息公开工作年度报告.md";
const pauses = [0, 10, 30, 50, 80];

/** Digits and keys, as they are pressed one after the other. */
const disclosure = [..."1", "Tab", ..."20", "Tab", ..."3", "Tab", ..."4", "Tab", ..."5", "Tab", ..."61", "Tab", ..."7", "Tab", ..."8", "Enter", ..."9", "Enter", ..."1", ..."0"];
const applications = [..."1", "Tab", ..."20", "Tab", "Tab", ..."4", "Shift+Tab", ..."3", "Tab", "Tab", ..."5", "Tab", ..."6"];
/** Over numbers that are there already, and one that is only passed. */
const again = ["Tab", "Shift+Tab", ..."7", "Tab", "Tab", ..."89", "Tab", ..."1", "Tab", "Tab", ..."2", "Shift+Tab", ..."3"];

/** A file of its own; leaves the report open. */
export function prepareTyping(workspace) {
  writeFileSync(join(workspace, formName), blankForm());
}

export async function typingJourney({ tally, window, workspace }) {
  const file = join(workspace, formName);
  const form = new Form(window, file, blankForm());
  await window.resize({ width: 1400, height: 1200 });
  await window.openFile(formName);
  await window.page.locator(".statusbar-item", { hasText: "Nianbao 年报" }).first().waitFor();

  const rows = form.blank.split("\n");
  const [first, second] = [lineOf(form.blank, "| 规章 |"), lineOf(form.blank, "| 行政规范性文件 |")];
  const received = lineOf(form.blank, "| 一、本年新收");
  const filled = form.withRows({ "| 规章": ["1", "20", "3"], "| 行政规范性文件": ["4", "5", "61"], "| 行政许可": ["7", "", ""], "| 行政处罚": ["8", "", ""], "| 行政强制": ["9", "", ""], "| 行政事业性收费": ["10", "", ""] });
  const cases = [
    { name: "through table two", cell: "规章 › 本年制发件数", at: [first, "| 规章 | "], keys: disclosure, meant: filled },
    { name: "through a row of table three", cell: "› 自然人", at: [received, "| 一、本年新收政府信息公开申请数量 |  |  | "], keys: applications, meant: form.withRows({ "| 一、本年新收": ["", "", "1", "20", "3", "4", "5", "6", ""] }) },
    {
      name: "over numbers that are there", cell: "规章 › 本年制发件数", at: [first, "| 规章 | "], keys: again, before: filled,
      meant: form.withRows({ "| 规章": ["7", "20", "89"], "| 行政规范性文件": ["1", "3", "2"], "| 行政许可": ["7", "", ""], "| 行政处罚": ["8", "", ""], "| 行政强制": ["9", "", ""], "| 行政事业性收费": ["10", "", ""] }),
    },
    { name: "through rows that have just been written", cell: "规章 › 本年制发件数", at: [first, "| 规章 | "], keys: disclosure, meant: filled, prepare: async () => {
      for (const line of [first, second]) await form.rewriteLine(line, rows[line - 1]);
    } },
  ];
  for (const one of cases) {
    for (const pause of pauses) {
      await tally.test(`typing: ${one.name}, ${pause} ms between the keys`, async () => {
        await form.reset(one.before);
        await one.prepare?.();
        await window.goTo(...one.at);
        await window.page.locator(".statusbar-item", { hasText: one.cell }).first().waitFor();
        for (const key of one.keys) {
          await window.keyboard.press(key);
          if (pause > 0) await window.page.waitForTimeout(pause);
        }
        await form.savedAs(one.meant);
      });
    }
  }
  await form.reset();
  await window.closeFile();
}

class Form {
  constructor(window, file, blank) {
    Object.assign(this, { window, file, blank });
  }

  /** The blank form with these words behind the labels of its rows. */
  withRows(rows) {
    return this.blank.split("\n").map((line) => {
      const label = Object.keys(rows).find((start) => line.startsWith(start));
      return label === undefined ? line : `${line.split("|").slice(0, 2).join("|")}|${rows[label].map((text) => (text === "" ? "  " : ` ${text} `)).join("|")}|`;
    }).join("\n");
  }

  async reset(text = this.blank) {
    await this.window.keyboard.press("Escape");
    await this.window.writeAll(text);
    await this.window.save();
    assert.equal(readFileSync(this.file, "utf8"), text);
  }

  /** Away and anew, in two edits of one line. */
  async rewriteLine(line, text) {
    await this.window.goTo(line);
    await this.window.keyboard.press("Shift+End");
    await this.window.keyboard.insertText(text);
  }

  /** Saves until the file has this text: keys that have come out of turn may still be under way. */
  async savedAs(text) {
    for (let attempt = 0; attempt < 10; attempt++) {
      await this.window.save();
      if (readFileSync(this.file, "utf8") === text) return;
      await this.window.page.waitForTimeout(50);
    }
    assert.equal(readFileSync(this.file, "utf8"), text);
  }
}

function blankForm() {
  return execFileSync(process.execPath, [join(root, "dist/cli.js"), "new", "--year", "2024", "--organ", "白水镇"], { encoding: "utf8" });
}
