import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { foldingRanges } from "../../../server/src/service/foldingRanges.js";
import { draft as report } from "../../protocol/drafts.js";
import { read } from "./support.js";

/** First and last line of each range, cut short. */
function folds(text: string): string[] {
  const lines = text.split("\n");
  return foldingRanges(read(text)).map(({ startLine, endLine, kind }) => `${lines[startLine]?.slice(0, 6)}…${lines[endLine]?.slice(0, 6)}${kind === undefined ? "" : ` ${kind}`}`);
}

describe("foldingRanges", () => {
  test("chapters and tables, from the heading to the last line that is not blank", () => {
    assert.deepEqual(folds(report()), [
      "## 一、总…（二）依申请",
      "## 二、主…| 行政事业",
      "| 第二十条…| 行政事业",
      "## 三、收…| 四、结转",
      "| （本列数…| 四、结转",
      "## 四、政…| 1 | ",
      "| 行政复议…| 1 | ",
      "## 五、存…一是公开形式",
      "## 六、其…本年度收取信",
    ]);
  });

  test("sub-sections of more than one line", () => {
    const text = report().replace("（一）主动公开。", "### （一）主动公开\n\n");
    assert.ok(folds(text).includes("### （一…全年通过门户"));
  });

  test("what a web page printed before the report", () => {
    const page = ["索引号：11350128/2025-00012", "发布机构：云溪县档案馆", "", "发布日期：2025-01-20", "", ""].join("\n");
    assert.equal(folds(page + report())[0], "索引号：11…发布日期：2 region");
  });

  test("nothing in a text that is no report", () => assert.deepEqual(foldingRanges(read("# 读书笔记\n\n## 一、甲\n\n乙\n", {})), []));
  test("nothing in an empty draft", () => assert.deepEqual(foldingRanges(read("")), []));
});
