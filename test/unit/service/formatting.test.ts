import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { analyse, applyEdits, formatEdits } from "../../../server/src/core/index.js";
import { displayWidth } from "../../../server/src/display/width.js";
import { formatting, rangeFormatting } from "../../../server/src/service/formatting.js";
import { draft as report } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { marked, read, uri } from "./support.js";

function formatted(text: string): string {
  return TextDocument.applyEdits(TextDocument.create(uri, "nianbao", 0, text), formatting(read(text)));
}

/** What the cells say, by key. */
function facts(text: string): string {
  return JSON.stringify([...analyse(text, { assumeReport: true }).report.facts].map(([key, { value }]) => [key, value.kind === "blank" ? "" : value.raw]));
}

const table = (text: string): string[] => formatted(`# 云溪县2024年政府信息公开工作年度报告\n\n## 四、政府信息公开行政复议、行政诉讼情况\n\n${text}\n`).split("\n").filter((line) => line.includes("|"));

describe("tables", () => {
  test("pipes stand below each other, a Chinese character counting two", () => {
    assert.deepEqual(table("| 行政处罚 | 2 |\n|:--|--:|\n|甲|12345|\n| “乙” | |"), ["| 行政处罚 |     2 |", "| -------- | ----: |", "| 甲       | 12345 |", "| “乙”   |       |"]);
  });

  test("every row of every table of a report is as wide as the others", () => {
    for (const text of [report(), writeDraft({ edition: "2019", spelling: "gfm" }), converter.toTraditional(report())]) {
      for (const block of read(formatted(text)).analysis.report.tables) {
        const widths = formatted(text).slice(block.table.span.start, block.table.span.end).trimEnd().split("\n").map(displayWidth);
        assert.equal(new Set(widths).size, 1, block.form.key);
      }
    }
  });

  test("the delimiter keeps its alignment", () => assert.equal(table("| 甲 | 乙 | 丙 | 丁 |\n| --- | :-- | --: | :-: |\n| 一二三四 | 1 | 2 | 3 |")[1], "| -------- | --- | --: | :-: |"));
  test("a row that is short of cells stays short", () => assert.equal(table("| 甲甲 | 乙乙 | 丙丙 |\n| --- | --- | --- |\n| 1 | 2 |")[2], "| 1    | 2    |"));
  test("a table with a pipe inside a cell is left alone", () => assert.deepEqual(table("| 甲 | 乙 |\n|---|---|\n| a \\| b | 1 |"), ["| 甲 | 乙 |", "|---|---|", "| a \\| b | 1 |"]));
  test("other spellings are left alone", () => {
    for (const spelling of ["pipe", "cellPipe", "lines"] as const) {
      const text = writeDraft({ edition: "2021", spelling });
      assert.equal(formatted(text), text);
    }
  });
});

describe("headings", () => {
  const heading = (line: string): string | undefined => formatted(`# 云溪县2024年政府信息公开工作年度报告\n\n${line}\n\n本年度工作平稳。\n\n## 二、主动公开政府信息情况\n`).split("\n")[2];

  for (const line of ["##一、总体情况", "##  一、 总体情况", "## 一.总体情况", "## 一，总体情况", "## 一 、总体情况"]) test(line, () => assert.equal(heading(line), "## 一、总体情况"));
  test("parts", () => {
    assert.equal(heading("### (一) 主动公开"), "### （一）主动公开");
    assert.equal(heading("（一）、主动公开"), "（一）主动公开");
  });
  test("the title", () => assert.equal(formatted("#云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n").split("\n")[0], "# 云溪县2024年政府信息公开工作年度报告"));
  for (const line of ["## **一、总体情况**", "第一部分 总体情况", "1、加强培训", "## 一、总体情况：", "本年度，（一）主动公开"]) test(`${line} is left alone`, () => assert.equal(heading(line), line));
});

describe("the edits", () => {
  test("are one for each line that changes", () => {
    const text = formatted(report()).replace("| 规章 ", "| 规章");
    assert.deepEqual(formatting(read(text)).map(({ range }) => [range.start.line, range.end.line]), [[text.split("\n").findIndex((line) => line.includes("| 规章")), text.split("\n").findIndex((line) => line.includes("| 规章"))]]);
  });

  test("of a range are those of its lines", () => {
    const { draft, range } = marked(`⟦${report().replace("## 三、", "⟧## 三、")}`);
    const edits = rangeFormatting(draft, range);
    assert.ok(edits.length > 0);
    assert.ok(edits.every((edit) => edit.range.start.line < range.end.line));
  });

  test("none in a text that is no report", () => assert.deepEqual(formatting(read("#笔记\n\n|甲|乙|\n|---|---|\n|1|2|\n", {})), []));
});

describe("laws", () => {
  const drafts = spellings.flatMap((spelling) => (["2019", "2021"] as const).flatMap((edition) => [writeDraft({ edition, spelling }), writeDraft({ edition, spelling, lineEnd: "\r\n" })]));
  const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.constantFrom("", "|", " ", "#", "\n", "一、", "（", "甲", "---", "\\|", "：", "\t")), { maxLength: 8 });
  const damaged = fc.tuple(fc.constantFrom(...drafts), damage).map(([draft, wounds]) => wounds.reduce((text, [at, length, noise]) => text.slice(0, at % (text.length + 1)) + noise + text.slice((at % (text.length + 1)) + length), draft));
  const once = (text: string): string => applyEdits(text, formatEdits(analyse(text, { assumeReport: true }).report, displayWidth));

  test("formatting twice changes nothing", () => {
    fc.assert(fc.property(damaged, (text) => assert.equal(once(once(text)), once(text))), { numRuns: 200, seed: 20245 });
  });

  test("no word and no value is touched", () => {
    const bare = (text: string): string => text.replace(/[\s|:#\-（）()、.．,，：]/g, "");
    fc.assert(fc.property(damaged, (text) => {
      assert.equal(bare(once(text)), bare(text));
      assert.equal(facts(once(text)), facts(text));
    }), { numRuns: 150, seed: 20246 });
  });
});
