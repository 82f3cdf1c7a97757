import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { outline, type OutlineNode } from "../../../server/src/service/outline.js";
import { documentSymbols, flatSymbols } from "../../../server/src/service/documentSymbols.js";
import { draft as report } from "../../protocol/drafts.js";
import { read, textAt } from "./support.js";

/** One line per node, indented by depth: kind, name. */
function drawn(nodes: readonly OutlineNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [`${"  ".repeat(depth)}${node.kind} ${node.name}`, ...drawn(node.children, depth + 1)]);
}

function contains(node: OutlineNode): boolean {
  const inside = (inner: { start: number; end: number }) => node.span.start <= inner.start && inner.end <= node.span.end;
  return inside(node.selection) && node.children.every((child) => inside(child.span) && contains(child));
}

describe("outline", () => {
  test("title, chapters, sub-sections and tables", () => {
    assert.deepEqual(drawn(outline(read(report()))), [
      "title 云溪县档案馆2024年政府信息公开工作年度报告",
      "  chapter 一、总体情况",
      "    part （一）主动公开",
      "    part （二）依申请公开",
      "  chapter 二、主动公开政府信息情况",
      "    table 主动公开政府信息情况表",
      "  chapter 三、收到和处理政府信息公开申请情况",
      "    table 收到和处理政府信息公开申请情况表",
      "  chapter 四、政府信息公开行政复议、行政诉讼情况",
      "    table 政府信息公开行政复议、行政诉讼情况表",
      "  chapter 五、存在的主要问题及改进情况",
      "  chapter 六、其他需要报告的事项",
    ]);
  });

  test("missing chapters stand where they belong", () => {
    assert.deepEqual(drawn(outline(read(report({ without: ["一", "三", "六"] })))).filter((line) => /^ {2}\w/.test(line)), [
      "  missing 〔缺〕一、总体情况",
      "  chapter 二、主动公开政府信息情况",
      "  missing 〔缺〕三、收到和处理政府信息公开申请情况",
      "  chapter 四、政府信息公开行政复议、行政诉讼情况",
      "  chapter 五、存在的主要问题及改进情况",
      "  missing 〔缺〕六、其他需要报告的事项",
    ]);
  });

  test("headings of the third level stand under those of the second", () => {
    const text = report().replace("（一）主动公开。", "### （一）主动公开\n\n#### 1.网站建设\n\n全年更新。\n\n#### 2.公报\n\n出版四期。\n");
    assert.deepEqual(drawn(outline(read(text))).slice(1, 6), ["  chapter 一、总体情况", "    part （一）主动公开", "      part 1.网站建设", "      part 2.公报", "    part （二）依申请公开"]);
  });

  test("a chapter without a title keeps its number", () => {
    const text = report().replace("## 五、存在的主要问题及改进情况", "## 五、");
    assert.ok(drawn(outline(read(text))).every((line) => line.trim().includes(" ")));
  });

  test("a report without a title has its chapters at the top", () => {
    const text = report().slice(report().indexOf("## 一"));
    assert.equal(outline(read(text))[0]?.name, "一、总体情况");
  });

  test("every node lies within its parent and holds its own heading, whatever has been cut off", () => {
    const text = report().replace("（一）主动公开。", "### （一）主动公开\n\n");
    for (let length = 0; length <= text.length; length += 37) {
      assert.ok(outline(read(text.slice(0, length))).every(contains), `first ${length} characters`);
      assert.ok(outline(read(text.slice(length))).every(contains), `from character ${length}`);
    }
  });

  test("an empty draft has no outline, and no missing chapters either", () => assert.deepEqual(outline(read("")), []));
  test("a text that is no report has none", () => assert.deepEqual(outline(read("# 读书笔记\n\n## 一、甲\n\n## 二、乙\n", {})), []));
});

describe("documentSymbols", () => {
  test("ranges begin at the heading and end before the blank lines behind the chapter", () => {
    const draft = read(report());
    const chapter = documentSymbols(draft)[0]?.children?.[4];
    assert.ok(chapter !== undefined);
    assert.equal(textAt(draft, chapter.selectionRange), "五、存在的主要问题及改进情况");
    assert.match(textAt(draft, chapter.range), /^## 五、[^]*加强培训。$/);
  });

  test("a missing chapter is an empty range with a word of explanation", () => {
    const missing = documentSymbols(read(report({ without: ["二"] })))[0]?.children?.[1];
    assert.deepEqual([missing?.name, missing?.detail], ["〔缺〕二、主动公开政府信息情况", "缺少"]);
    assert.deepEqual(missing?.range.start, missing?.range.end);
  });

  test("in English where the messages are", () => {
    const missing = documentSymbols(read(report({ without: ["二"] }), { assumeReport: true, language: "en" }))[0]?.children?.[1];
    assert.deepEqual([missing?.name, missing?.detail], ["〔missing〕二、主动公开政府信息情况", "missing"]);
  });
});

describe("of thousands of sub-sections", () => {
  const draft = read(report().replace("（一）主动公开。", "（一）主动公开。全年公开信息。\n\n".repeat(3_000)));

  test("the editor is told a thousand entries, and no chapter is left out", () => {
    const symbols = flatSymbols(draft);
    assert.equal(symbols.length, 500);
    assert.equal(symbols.filter(({ containerName }) => containerName === symbols[0]?.name).length, 6);
    const count = (nodes: readonly DocumentSymbol[]): number => nodes.reduce((sum, { children }) => sum + 1 + count(children ?? []), 0);
    assert.equal(count(documentSymbols(draft)), 500);
  });
});

describe("flatSymbols", () => {
  test("the same as a list, each with the name of what it stands in", () => {
    const symbols = flatSymbols(read(report()));
    const table = symbols.find(({ name }) => name === "收到和处理政府信息公开申请情况表");
    assert.deepEqual([symbols.length, symbols[0]?.containerName, table?.containerName], [12, undefined, "三、收到和处理政府信息公开申请情况"]);
  });
});
