// What the preview shows: every cell of both forms at its printed place, every finding in just one part, the words as they stand.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { PreviewModel as PageModel } from "../../../client/src/preview/model.js";
import { ReportArchive, summaryOf, type Place } from "../../../server/src/core/index.js";
import { gridWidth, printedGrid, type GridCell } from "../../../server/src/service/preview/grid.js";
import type { Cell, Part, PreviewModel, TablePart, TextPart } from "../../../server/src/service/preview/model.js";
import { printedReport } from "../../../server/src/export/printed.js";
import { preview } from "../../../server/src/service/preview/preview.js";
import { draft as report, unbalanced, wrongTotal } from "../../protocol/drafts.js";
import { consistentValues, editionOf, spellings, tableOf, writeDraft } from "../support/drafts.js";
import { readMarked } from "../support/marked.js";
import { read } from "./support.js";

/** `text`, then the columns × rows that it is merged over. A value is `·`. */
function printed(rows: readonly (readonly GridCell[])[]): string[] {
  return rows.map((row) => row.map(({ role, text, columns, rows: high }) => `${role === "value" ? "·" : text}${columns * high === 1 ? "" : ` ${columns}×${high}`}`).join(" | "));
}

const values = (count: number): string => Array.from({ length: count }, () => "·").join(" | ");

describe("the tables as the notices print them", () => {
  test("table two of 2021", () => {
    assert.deepEqual(printed(printedGrid(tableOf(editionOf("2021"), "disclosure"))), [
      "第二十条第（一）项 4×1",
      "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
      `规章 | ${values(3)}`,
      `行政规范性文件 | ${values(3)}`,
      "第二十条第（五）项 4×1",
      "信息内容 | 本年处理决定数量 3×1",
      "行政许可 | · 3×1",
      "第二十条第（六）项 4×1",
      "信息内容 | 本年处理决定数量 3×1",
      "行政处罚 | · 3×1",
      "行政强制 | · 3×1",
      "第二十条第（八）项 4×1",
      "信息内容 | 本年收费金额（单位：万元） 3×1",
      "行政事业性收费 | · 3×1",
    ]);
  });

  test("table two of 2019", () => {
    const rows = printed(printedGrid(tableOf(editionOf("2019"), "disclosure")));
    assert.deepEqual(rows.slice(4, 8), ["第二十条第（五）项 4×1", "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量", `行政许可 | ${values(3)}`, `其他对外管理服务事项 | ${values(3)}`]);
    assert.deepEqual(rows.slice(-6), ["第二十条第（八）项 4×1", "信息内容 | 上一年项目数量 | 本年增/减 2×1", "行政事业性收费 | · | · 2×1", "第二十条第（九）项 4×1", "信息内容 | 采购项目数量 | 采购总金额 2×1", "政府集中采购 | · | · 2×1"]);
  });

  const tableThree = (others: readonly string[], groups: number): string[] => [
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 3×3 | 申请人情况 7×1",
    "自然人 1×2 | 法人或其他组织 5×1 | 总计 1×2",
    "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
    `一、本年新收政府信息公开申请数量 3×1 | ${values(7)}`,
    `二、上年结转政府信息公开申请数量 3×1 | ${values(7)}`,
    `三、本年度办理结果 1×${groups} | （一）予以公开 2×1 | ${values(7)}`,
    `（二）部分公开（区分处理的，只计这一情形，不计其他情形） 2×1 | ${values(7)}`,
    `（三）不予公开 1×8 | 1.属于国家秘密 | ${values(7)}`,
    ...["2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”", "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项"].map((label) => `${label} | ${values(7)}`),
    `（四）无法提供 1×3 | 1.本机关不掌握相关政府信息 | ${values(7)}`,
    ...["2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"].map((label) => `${label} | ${values(7)}`),
    `（五）不予处理 1×5 | 1.信访举报投诉类申请 | ${values(7)}`,
    ...["2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息"].map((label) => `${label} | ${values(7)}`),
    ...others,
    `（七）总计 2×1 | ${values(7)}`,
    `四、结转下年度继续办理 3×1 | ${values(7)}`,
  ];

  test("table three of 2021", () => {
    const others = [`（六）其他处理 1×3 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | ${values(7)}`, `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${values(7)}`, `3.其他 | ${values(7)}`];
    assert.deepEqual(printed(printedGrid(tableOf(editionOf("2021"), "applications"))), tableThree(others, 22));
  });

  test("table three of 2019 has one row for （六）", () => {
    assert.deepEqual(printed(printedGrid(tableOf(editionOf("2019"), "applications"))), tableThree([`（六）其他处理 2×1 | ${values(7)}`], 20));
  });

  test("table four", () => {
    const results = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
    const high = "结果维持 1×2 | 结果纠正 1×2 | 其他结果 1×2 | 尚未审结 1×2 | 总计 1×2";
    for (const edition of ["2019", "2021"]) {
      assert.deepEqual(printed(printedGrid(tableOf(editionOf(edition), "review"))), ["行政复议 5×1 | 行政诉讼 10×1", `${high} | 未经复议直接起诉 5×1 | 复议后起诉 5×1`, `${results} | ${results}`, values(15)]);
    }
  });

  for (const edition of ["2019", "2021"]) {
    for (const form of editionOf(edition).tables) {
      test(`${edition} ${form.key}: the cells cover the table without gap or overlap`, () => {
        const widths = occupied(printedGrid(form)).map((row) => row.filter((cell) => cell !== undefined).length);
        assert.deepEqual(new Set(widths), new Set([gridWidth(form)]));
      });
    }
  }
});

/** Each cell at every place that it covers. Throws where two would cover one. */
function occupied<Merged extends { readonly columns?: number; readonly rows?: number }>(rows: readonly (readonly Merged[])[]): Merged[][] {
  const grid: Merged[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column++;
      for (let down = 0; down < (cell.rows ?? 1); down++) {
        for (let across = 0; across < (cell.columns ?? 1); across++) {
          const target = grid[row + down];
          assert.ok(target !== undefined && target[column + across] === undefined, `row ${row + down}, column ${column + across}`);
          target[column + across] = cell;
        }
      }
    }
  });
  return grid;
}

function tables({ parts }: PreviewModel): TablePart[] {
  return parts.filter((part) => part.kind === "table");
}

/** The cells of the row with this label. */
function rowOf(model: PreviewModel, label: string): readonly Cell[] | undefined {
  return tables(model).flatMap(({ rows }) => rows).find((line) => line.some(({ text }) => text === label));
}

function texts({ parts }: PreviewModel): TextPart[] {
  return parts.filter((part) => "runs" in part);
}

function words(part: TextPart): string {
  return part.runs.map(({ text }) => text).join("");
}

function cells(model: PreviewModel): Cell[] {
  return tables(model).flatMap(({ rows }) => rows.flat());
}

describe("a draft in the preview", () => {
  for (const edition of ["2019", "2021"] as const) {
    for (const spelling of spellings) {
      test(`${edition} ${spelling}: each number stands under its column and beside its row`, () => {
        const model = preview(read(writeDraft({ edition, spelling, seed: 11 })));
        const expected = consistentValues(editionOf(edition), 11);
        const shown = tables(model).flatMap((part) => placesOf(part, edition));
        assert.deepEqual(new Map(shown), expected);
      });
    }
  }

  /** Key by the labels that stand around each value, not by what the model says; and the value. */
  function placesOf(part: TablePart, edition: string): [string, string][] {
    const form = tableOf(editionOf(edition), part.key);
    const grid = occupied(part.rows);
    return form.bands.flatMap((band) => {
      const first = grid.findIndex((row, index) => row.some(({ role }) => role === "value") && (part.labelColumns === 0 || index >= grid.findIndex((above) => above[part.labelColumns - 1]?.text === band.rows[0]?.label.text)));
      return band.rows.flatMap((row, index) => {
        const line = grid[first + index] ?? [];
        if (part.labelColumns > 0) assert.equal(line[part.labelColumns - 1]?.text, row.label.text);
        return band.columns.map((column, across): [string, string] => {
          const place = part.labelColumns + across;
          assert.equal(grid[first - 1]?.[place]?.text, column.label.text);
          return [`${part.key}/${row.key}/${column.key}`, line[place]?.text ?? ""];
        });
      });
    });
  }

  test("of thousands of paragraphs the first are shown, and every finding", () => {
    const wrong = unbalanced.replace("（一）主动公开。", `${"全年公开信息。\n\n".repeat(1_500)}第二段公\u200b开。\n\n（一）主动公开。`);
    const model = preview(read(wrong));
    const omitted = model.parts.filter(({ kind }) => kind === "omitted");
    assert.deepEqual(omitted.map((part) => ("text" in part ? part.text.replace(/\d+/, "N") : "")).slice(0, 1), ["此处另有 N 段，预览从略，导出不受影响。"]);
    assert.equal(model.parts.filter(({ kind }) => kind === "paragraph" || kind === "heading").length, 500);
    assert.equal(tables(model).length, 3);
    assertEachMarkedOnce(model, "long");
    assert.ok(printedReport({ text: wrong, analysis: read(wrong).analysis, options: {} }, undefined).parts.length > 1_500);
  });

  test("a wrong total is marked at its cell, and nothing else is", () => {
    const draft = read(unbalanced);
    const model = preview(draft);
    const total = rowOf(model, "一、本年新收政府信息公开申请数量")?.at(-1);
    assert.deepEqual(cells(model).filter(({ marks }) => marks !== undefined), [total]);
    assert.deepEqual([total?.text, total?.marks], [wrongTotal, [0]]);
    const { start, end } = draft.lines.range(draft.analysis.findings[0]?.span ?? { start: 0, end: 0 });
    assert.deepEqual(total?.range, [start.line, start.character, end.line, end.character]);
    assert.ok((model.notices[0]?.related.length ?? 0) > 0);
  });

  test("a misspelt label is printed as the form has it, and marked", () => {
    const model = preview(read(report().replace("3.补正后申请内容仍不明确", "3.补证后申请内容仍不明确").replace("本年废止件数", "本年废除件数")));
    assert.deepEqual(cells(model).filter(({ marks }) => marks !== undefined).map(({ role, text }) => [role, text]), [["column", "本年废止件数"], ["row", "3.补正后申请内容仍不明确"]]);
  });

  test("a finding in the words of a label is marked at the label", () => {
    const model = preview(read(report().replace("2.重复申请", "2.重复(fù)申请")));
    assert.deepEqual(cells(model).filter(({ marks }) => marks !== undefined).map(({ text, marks }) => [text, marks?.map((mark) => model.notices[mark]?.code)]), [["2.重复申请", ["pinyin-residue"]]]);
  });

  test("a finding about what the form does not print is told of the table", () => {
    const text = report().replace("| | | 3.要求提供公开出版物 |", "| | | 其中：电子出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| | | 3.要求提供公开出版物 |");
    const model = preview(read(text));
    assert.deepEqual(tables(model)[1]?.marks?.map((mark) => model.notices[mark]?.code), ["table-shape"]);
  });

  test("blanks, placeholders, words and cells that are not there look different", () => {
    const text = report().replace("| 规章 | 0 | 0 | 0 |", "| 规章 |  | — | 若干 |").replace(/\| \| \| 2\.重复申请 .*\n/, "");
    const model = preview(read(text));
    assert.deepEqual(rowOf(model, "规章")?.map(({ state }) => state), [undefined, "open", "open", "odd"]);
    assert.deepEqual(rowOf(model, "2.重复申请")?.map(({ state }) => state), [undefined, ...Array.from({ length: 7 }, () => "absent")]);
  });

  test("prose is cut where a finding begins and ends", () => {
    const { text } = readMarked("# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n便民(mín)服务**重点**工作。\n\n## 二、主动公开政府信息情况\n");
    const [, , paragraph] = texts(preview(read(text)));
    assert.deepEqual(paragraph?.runs.map(({ text: run, marks, isStrong }) => [run, marks?.length, isStrong]), [["便民", undefined, undefined], ["(mín)", 1, undefined], ["服务", undefined, undefined], ["重点", undefined, true], ["工作。", undefined, undefined]]);
    assert.deepEqual(paragraph?.runs[2]?.range, [4, 7, 4, 9]);
  });

  test("title, chapters, levels, signature", () => {
    const text = report().replace("没有其他需要报告的事项。\n", "没有其他需要报告的事项。\n\n云溪县档案馆\n\n2025年1月10日\n");
    const shown = texts(preview(read(text)));
    assert.deepEqual(shown.filter(({ kind }) => kind === "title").map(words), ["云溪县档案馆2024年政府信息公开工作年度报告"]);
    assert.deepEqual(shown.filter(({ kind }) => kind === "chapter").map((part) => words(part).slice(0, 2)), ["一、", "二、", "三、", "四、", "五、", "六、"]);
    assert.deepEqual(shown.filter(({ kind }) => kind === "signature").map(words), ["云溪县档案馆", "2025年1月10日"]);
  });

  test("the organ over the title opens the report", () => {
    const [opening, title] = texts(preview(read(`云溪县档案馆\n\n${report().replace("# 云溪县档案馆", "")}`)));
    assert.deepEqual([opening?.kind, title?.kind], ["opening", "title"]);
  });

  test("a title over several lines, and what stands around it on its line", () => {
    const rest = report().slice(report().indexOf("\n"));
    const heads: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
      "云溪县档案馆2024年政府信息\n公开工作年度报告": [["opening", "云溪县档案馆2024年政府信息"], ["title", "公开工作年度报告"]],
      "云溪县档案馆政府信息公开工作年度报告\n\n（2024年度）": [["title", "云溪县档案馆政府信息公开工作年度报告"], ["opening", "（2024年度）"]],
      "云档〔2025〕3号 云溪县档案馆2024年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》的要求，编制本报告。": [["opening", "云档〔2025〕3号"], ["title", "云溪县档案馆2024年政府信息公开工作年度报告"], ["paragraph", "根据《中华人民共和国政府信息公开条例》的要求，编制本报告。"]],
    };
    for (const [head, parts] of Object.entries(heads)) {
      const shown = texts(preview(read(`${head}\n${rest}`)));
      assert.deepEqual(shown.slice(0, parts.length).map((part) => [part.kind, words(part)]), parts);
    }
  });

  test("a missing chapter stands where it belongs, with its finding", () => {
    const { parts, notices } = preview(read(report({ without: ["四"] }), { assumeReport: true, stage: "final" }));
    const at = parts.findIndex(({ kind }) => kind === "missing");
    const missing = parts[at];
    assert.ok(missing?.kind === "missing");
    assert.equal(missing.text, "四、政府信息公开行政复议、行政诉讼情况");
    assert.deepEqual(missing.marks?.map((mark) => notices[mark]?.code), ["section-missing"]);
    assert.deepEqual([parts[at - 1], parts[at + 1]].map((part) => (part !== undefined && "runs" in part ? words(part) : part?.kind)), ["figures", "五、存在的主要问题及改进情况"]);
  });

  test("a table that a page break has cut is printed in one piece", () => {
    const text = report().replace("| | （五）不予处理 |", "\n云溪县档案馆\n\n| | （五）不予处理 |");
    const [, applications, ...others] = tables(preview(read(text)));
    assert.equal(others.length, 1);
    assert.equal(applications?.rows.flat().filter(({ state }) => state === "filled").length, 175);
  });

  test("a table of the author's own is printed as it stands", () => {
    const text = report().replace("（二）依申请公开。", "| 渠道 | 条数 |\n| --- | --- |\n| 网站 | 12 |\n\n（二）依申请公开。");
    const plain = preview(read(text)).parts.find(({ kind }) => kind === "plainTable");
    assert.ok(plain?.kind === "plainTable");
    assert.deepEqual(plain.rows.map((row) => row.map((cell) => cell.text)), [["渠道", "条数"], ["网站", "12"]]);
  });

  test("what came in and what became of it, by the totals", () => {
    const { flow, parts } = preview(read(report()));
    assert.deepEqual(flow?.incoming.map(({ label, count }) => [label, count]), [["本年新收", 5], ["上年结转", 1]]);
    assert.deepEqual(flow?.outgoing.map(({ label, count }) => [label, count]), [["予以公开", 4], ["部分公开", 0], ["不予公开", 0], ["无法提供", 2], ["不予处理", 0], ["其他处理", 0], ["结转下年度", 0]]);
    const table = parts.findIndex((part) => part.kind === "table" && part.key === "applications");
    assert.equal(parts[table + 1]?.kind, "figures");
  });

  test("an empty form has no picture, and a table that is not there neither", () => {
    const empty = report({ received: ",,,,,," }).replace(/\| \d+(?= \|)/g, "| ");
    assert.equal(preview(read(empty)).flow, undefined);
    assert.equal(preview(read("# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n有。\n")).flow, undefined);
  });

  test("the years before, as far as the archive goes back without a gap", () => {
    const archive = new ReportArchive();
    const placeOf = (year: number): Place => ({ file: `file:///${year}.md`, path: `/${year}.md` });
    for (const [year, total] of [[2023, 4], [2022, 7], [2020, 9]] as const) {
      const text = report({ received: `${total},0,0,0,0,0,${total}` }).replace("2024年政府", `${year}年政府`);
      const summary = summaryOf(read(text).analysis.report, placeOf(year));
      assert.ok(summary);
      archive.set(summary);
    }
    assert.deepEqual(preview(read(report(), { assumeReport: true, archive, place: placeOf(2024) })).years, [{ year: 2022, received: 7 }, { year: 2023, received: 4 }, { year: 2024, received: 5 }]);
    assert.deepEqual(preview(read(report())).years, []);
  });

  test("a text that is no report has nothing to show", () => {
    const model = preview(read("# 读书笔记\n\n一、甲，，乙\n", {}));
    assert.deepEqual([model.isReport, model.parts, model.notices, model.flow], [false, [], [], undefined]);
  });

  test("what goes to the page is what the page reads", () => {
    const sent: PreviewModel = preview(read(unbalanced));
    const shown: PageModel = sent;
    const back: PreviewModel = shown;
    assert.deepEqual(JSON.parse(JSON.stringify(back)), sent);
  });
});

describe("each finding is marked in just one part", () => {
  const folder = "test/fixtures/rules";
  for (const code of readdirSync(folder)) {
    test(code, () => {
      for (const name of readdirSync(join(folder, code))) {
        const { text, options } = readMarked(readFileSync(join(folder, code, name), "utf8"));
        const model = preview(read(text, options));
        assertEachMarkedOnce(model, `${code}/${name}`);
      }
    });
  }
});

function assertEachMarkedOnce({ parts, notices }: PreviewModel, label: string): void {
  // A draft of nothing at all has no part to mark anything in.
  if (parts.length === 0) return;
  const marked = parts.flatMap((part) => [...new Set(marksOf(part))]);
  assert.deepEqual([...marked].sort((a, b) => a - b), notices.map((_, index) => index), label);
}

function marksOf(part: Part): readonly number[] {
  if (part.kind === "figures") return [];
  const inner = "runs" in part ? part.runs : "rows" in part ? part.rows.flat() : [];
  return [...(part.marks ?? []), ...inner.flatMap((item) => item.marks ?? [])];
}
