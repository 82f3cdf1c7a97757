/**
 * Correct drafts as other people write them. Of tables in spellings that are not read yet only that is said, as information;
 * variations of those that are read must bind all cells. A false alarm is worse than a missing one.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../server/src/core/index.js";
import type { Spelling } from "../../server/src/core/syntax/nodes.js";
import { consistentValues, editionOf, writeDraft } from "./support/drafts.js";

type Edition = "2019" | "2021";
type Change = (draft: string) => string;

/** Rewrites each row of pipes. */
function rows(write: (cells: readonly string[]) => string): Change {
  const cellsOf = (line: string): string[] => line.replace(/\|\s*$/, "").split("|").map((cell) => cell.trim());
  return (draft) => draft.split("\n").map((line) => (line.includes("|") ? write(cellsOf(line)) : line)).join("\n");
}

const isNumber = (cell: string): boolean => /^[+-]?[\d.]+$/.test(cell);
const note = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const printedHead = [note, "申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

/** One table for each band of table two, as Markdown editors like it. */
function splitBands(draft: string): string {
  return draft.replace(/\n\| (第二十条第（.）项) \|  \|  \|  \|\n(\| ---[^\n]*\n)?(\| 信息内容[^\n]*\n)/g, "\n\n$1\n\n$3| --- | --- | --- | --- |\n");
}

/** Labels in one column: groups are left out. */
function oneLabelColumn(draft: string): string {
  return draft.replace(/^\| ([^|]*)\| ([^|]*)\| ([^|]*)\| (.*)$/gm, (line, first: string, second: string, third: string, rest: string) =>
    rest.split("|").length === 8 ? `| ${(third.trim() || second.trim() || first.trim())} | ${rest}` : line,
  );
}

const read: Readonly<Record<string, readonly [Spelling, Change]>> = {
  "outer pipes, no delimiter row": ["pipe", rows((cells) => `| ${cells.join(" | ")} |`)],
  "no pipe at the end of a row": ["pipe", rows((cells) => cells.join(" | "))],
  "padding where the form merges cells": ["pipe", rows((cells) => `${cells.join(" | ")} | ${"|".repeat(Math.max(0, 3 - cells.filter((cell) => !isNumber(cell)).length))}`)],
  "groups repeated on each row": ["gfm", (draft) => draft.replace(/^\| {2}\| {2}\| (\d\.)/gm, "| 三、本年度办理结果 |  | $1")],
  "one label column": ["gfm", oneLabelColumn],
  "table two in four tables": ["gfm", splitBands],
  "headings without marks": ["gfm", (draft) => draft.replace(/^## /gm, "")],
  "headings with a full stop for the comma": ["gfm", (draft) => draft.replace(/^## ([一二三四五六])、/gm, "## $1.")],
  "headings of another level with spaces": ["gfm", (draft) => draft.replace(/^## ([一二三四五六])、/gm, "### $1、 ")],
  "bold headings": ["pipe", (draft) => draft.replace(/^([一二三四五六])、(.{4,23})$/gm, "**$1、$2**")],
  "indented by ideographic spaces": ["lines", (draft) => draft.replace(/^(?=.)/gm, "　　")],
  "cells without blank lines between": ["lines", (draft) => draft.replace(/\n\n/g, "\n")],
  "half-width brackets": ["cellPipe", (draft) => draft.replace(/（/g, "(").replace(/）/g, ")")],
  "heads broken over lines": ["lines", (draft) => draft.replace(/商业企业/g, "商业\n\n企业").replace(/结果维持/g, "结果\n\n维持").replace(/尚未审结/g, "尚未\n\n审结")],
  "the head printed again at a page break": ["lines", (draft) => draft.replace("三、本年度办理结果", `${printedHead.join("\n\n")}\n\n三、\n\n本年度办理结果`)],
  "cells parted by tabs, without the merged ones": ["pipe", rows((cells) => cells.join("\t"))],
  "cell and pipe on alternate lines": ["pipe", rows((cells) => `${cells.join("\n|\n")}\n|`)],
  "a pipe on a line of its own before each cell": ["pipe", rows((cells) => cells.map((cell) => `|\n${cell}`).join("\n"))],
  "HTML without spans": ["pipe", (draft) => rows((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)(draft).replace(/((?:<tr>.*\n)+)/g, "<table>\n$1</table>\n")],
  "columns by spaces that do not stand below each other": ["pipe", rows((cells) => cells.join("   "))],
  "columns by single spaces": ["pipe", rows((cells) => cells.join(" "))],
  "labels broken over lines before their pipes": ["pipe", (draft) => broken(draft)],
  "one cell a line, labels broken over lines before their pipes": ["cellPipe", (draft) => broken(draft)],
  "a last cell broken before its row goes on": ["pipe", (draft) => draft.replace("1.属于国家秘密", "1.属于国家\n秘密").replace("1.信访举报投诉类申请", "1.信访举报\n投诉类\n申请")],
  "labels over their rows": ["pipe", (draft) => draft.replace(/^(2\.其他法律行政法规禁)(止公开) \| (.*)$/m, "$1\n$2\n\n| $3").replace(/^(行政强制) \| (.*)$/m, "\n$1\n\n| $2")],
  "a table for some rows, each with a delimiter row": ["gfm", (draft) => draft.replace(/^(\|[^\n]*(?:8\.属于行政查询事项|3\.要求提供公开出版物)[^\n]*)\n([^\n]*)/gm, "$1\n\n$2\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")],
  "notes behind labels": ["pipe", (draft) => draft.replace("规章", "规章（设区的市填写）").replace("2.重复申请", "2.重复申请（含[多次（三次以上）]申请）").replace("商业企业", "商业企业（含个体）")],
  "the lines of a web page around it": ["lines", (draft) => `您当前所在位置: 首页 > 政府信息公开年报\n\n索引号：YX-1\n\n发布日期：2025-01-22\n\n${draft}\n扫一扫在手机打开当前页\n\n主办单位：云溪县人民政府办公室  网站标识码：1234567890\n`],
};

function broken(draft: string): string {
  return draft.replace("补正后申请内容仍不明确", "补正后申请内容\n仍不明确").replace("三、本年度办理结果", "三、\n本年\n度办\n理结\n果").replace("科研机构", "科研\n机构").replaceAll("结果维持", "结果\n维持").replaceAll("其他结果", "其他\n结果").replaceAll("尚未审结", "尚未\n审结");
}

const notRead: Readonly<Record<string, Change>> = {
  "cells run together": rows((cells) => cells.join("")),
};

function findings(draft: string): string[] {
  return analyse(draft, { stage: "final", assumeReport: true }).findings.map((finding) => `${finding.code} “${draft.slice(finding.span.start, finding.span.end)}” ${finding.message}`);
}

for (const edition of ["2019", "2021"] as const) {
  describe(`a correct draft of ${edition} with`, () => {
    for (const [name, [spelling, change]] of Object.entries(read)) test(name, () => bindsAll(edition, change(writeDraft({ edition, spelling, seed: 9 }))));
  });

  describe(`a draft of ${edition} that is not read yet, with`, () => {
    for (const [name, change] of Object.entries(notRead)) test(name, () => {
      const { findings: told } = analyse(change(writeDraft({ edition, spelling: "pipe", seed: 9 })), { stage: "final", assumeReport: true });
      assert.deepEqual([...new Set(told.map((finding) => `${finding.code} ${finding.severity}`))], ["table-missing information"]);
    });
  });
}

function bindsAll(edition: Edition, draft: string): void {
  assert.deepEqual(findings(draft), []);
  const { report } = analyse(draft);
  const values = consistentValues(editionOf(edition), 9);
  for (const [key, value] of values) {
    const read = report.facts.get(key)?.value;
    assert.equal(read?.kind === "number" ? read.raw : read?.kind, value, key);
  }
}

/** Rows of table three are ten cells wide: labels, seven numbers, and blanks that fill them up. */
describe("blanks in a table whose rows are filled up at their ends", () => {
  const width = 10;
  const padding = (cells: readonly string[]): string => "|".repeat(Math.max(0, width - cells.length));
  const ways: Readonly<Record<string, (cells: readonly string[]) => string>> = {
    "a row a line": (cells) => `${cells.join(" | ")} | ${padding(cells)}`,
    "one cell a line, a run of pipes on a line of its own": (cells) => [...cells.map((cell) => `${cell} |`.trim()), padding(cells)].filter((line) => line !== "").join("\n"),
    "one cell a line, the run behind the last cell": (cells) => cells.map((cell, i) => `${cell} |${i === cells.length - 1 ? ` ${padding(cells)}` : ""}`.trim()).join("\n"),
    "the pipe before the row, and a run behind the last cell": (cells) => `|\n${cells.map((cell, i) => ` ${cell}  |${i === cells.length - 1 ? ` ${padding(cells)}` : ""}`).join("\n")}`,
    "a pipe on its own line behind each cell, and a run": (cells) => [`| ${cells[0] ?? ""}`, "|", ...cells.slice(1).flatMap((cell) => [cell, "|"]), padding(cells)].filter((line) => line !== "").join("\n"),
  };
  for (const [name, write] of Object.entries(ways)) {
    test(name, () => {
      const draft = writeDraft({ edition: "2021", spelling: "pipe", seed: 9 });
      const start = draft.indexOf(note);
      const end = draft.indexOf("四、政府信息公开行政复议");
      const blanked = rows((cells) => write(cells.map((cell) => (cell === "0" ? "" : cell))))(draft.slice(start, end));
      const { facts } = analyse(draft.slice(0, start) + blanked + draft.slice(end)).report;
      for (const [key, value] of consistentValues(editionOf("2021"), 9)) {
        if (!key.startsWith("applications/")) continue;
        const read = facts.get(key)?.value;
        assert.equal(read?.kind === "number" ? read.raw : read?.kind, value === "0" ? "blank" : value, key);
      }
    });
  }

  test("`行政强制 |` over `| ||` and `规章 |` over bare pipes are rows in a table of rows", () => {
    const { facts } = analyse(writeDraft({ edition: "2021", spelling: "pipe", seed: 9 }).replace(/^行政强制 \|.*$/m, "行政强制 |\n| ||").replace(/^规章 \|.*$/m, "规章 |\n|\n|\n|")).report;
    for (const key of ["disclosure/coercion/decisions", "disclosure/regulation/issued", "disclosure/regulation/repealed", "disclosure/regulation/inForce"]) assert.equal(facts.get(key)?.value.kind, "blank", key);
    assert.equal(facts.get("disclosure/normative/issued")?.value.kind, "number");
  });
});

test("a label over several rows without labels names none of them, and so do two labels over one", () => {
  const draft = writeDraft({ edition: "2021", spelling: "pipe", seed: 9 });
  const several = draft.replace(/^2\.没有现成信息需要另行制作 \| (.*)\n3\.补正后申请内容仍不明确 \| (.*)$/m, "2.没有现成信息需要\n另行制作\n3.补正后申请内容仍不\n明确\n| $1\n| $2");
  assert.notEqual(several, draft);
  const analysis = analyse(several, { stage: "final", assumeReport: true });
  assert.deepEqual([...analysis.report.facts.keys()].filter((key) => key.startsWith("applications/unavailable.needsCreation/") || key.startsWith("applications/unavailable.unclear/")), []);
  assert.deepEqual(analysis.findings.map(({ code, severity }) => `${code} ${severity}`), ["table-shape information"]);
});

describe("a row that has lost its blanks", () => {
  const draft = writeDraft({ edition: "2021", spelling: "pipe", seed: 9 }).replace(/^(一、本年新收政府信息公开申请数量) \| .*$/m, "$1 | 2 | 1 | 3 |  |  |  |  |  |  |");

  test("keeps its total and gives no column to the other numbers", () => {
    const { facts } = analyse(draft).report;
    const total = facts.get("applications/received/total")?.value;
    assert.equal(total?.kind === "number" ? total.raw : "", "3");
    assert.deepEqual([...facts.keys()].filter((key) => key.startsWith("applications/received/")), ["applications/received/total"]);
  });

  test("is not called a wrong sum", () => assert.ok(analyse(draft, { stage: "final" }).findings.every((finding) => finding.code !== "row-total")));
});
