import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Position } from "vscode-languageserver-types";
import type { CheckOptions } from "../../../server/src/core/index.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { hover, plainHover } from "../../../server/src/service/hover.js";
import { draft as report, unbalanced } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { cell, wordsAt } from "./cells.js";
import { read } from "./support.js";

function told(draft: Draft, position: Position): string {
  const found = hover(draft, position);
  if (found === undefined) return "";
  assert.ok(typeof found.contents === "object" && "value" in found.contents);
  return found.contents.value;
}

describe("hover on a cell", () => {
  const draft = read(report());

  test("says where it stands, what it holds and which sums it is in", () => {
    const words = told(draft, cell(draft, "applications/handledTotal/total"));
    assert.match(words, /^\*\*三、本年度办理结果 › （七）总计 › 总计\*\*　6\n\n/);
    assert.match(words, /- ✓ “总计”列：本年新收 5 \+ 上年结转 1 = 6，办理结果 6 \+ 结转下年度 0 = 6/);
    assert.match(words, /- ✓ “总计”列：办理结果 6，予以公开 4 \+ 不掌握 2 = 6/);
    assert.match(words, /- ✓ “（七）总计”行：总计 6，自然人 5 \+ 商业企业 1 = 6/);
  });

  test("a wrong one leaves its sum and its right value to the finding that stands on it", () => {
    const wrong = read(unbalanced);
    const words = told(wrong, cell(wrong, "applications/received/total"));
    assert.deepEqual(wrong.analysis.findings.map(({ message }) => [/”行：总计 88888/.test(message), /应为 5/.test(message)]), [[true, true]]);
    assert.match(words, /^\*\*一、本年新收政府信息公开申请数量 › 总计\*\*　88888\n\n- ✗ “总计”列：[^\n]*$/);
  });

  test("another cell of the sum that breaks shows it", () => {
    const wrong = read(unbalanced);
    assert.match(told(wrong, cell(wrong, "applications/received/naturalPerson")), /✗ “一、本年新收政府信息公开申请数量”行：总计 88888/);
  });

  test("a wrong one without its finding says what it should be", () => {
    for (const silenced of [read(unbalanced, { assumeReport: true, rules: { "row-total": "off" } }), read(`<!-- nianbao-disable-file row-total: 已核对 -->\n${unbalanced}`)]) {
      const words = told(silenced, cell(silenced, "applications/received/total"));
      assert.match(words, /✗ “一、本年新收政府信息公开申请数量”行/);
      assert.match(words, /各式成立时应为 \*\*5\*\*/);
    }
  });

  test("an open one says what it can only be", () => {
    const open = read(writeDraft({ edition: "2021", spelling: "gfm", seed: 2, cells: { "review/count/reconsideration.total": "" } }), { assumeReport: true, stage: "draft" });
    assert.match(told(open, cell(open, "review/count/reconsideration.total")), /（空）\n\n- … 行政复议：总计（空）.*\n\n按已填的数，只能是 \*\*\d+\*\*。$/);
  });

  test("a number of the prose has the cell that it states, unless a finding says what stands there", () => {
    const right = read(report().replace("依法答复申请人", "全年新收申请5件，依法答复申请人"));
    assert.equal(told(right, wordsAt(right, "5件")), "**一、本年新收政府信息公开申请数量 › 总计**　5");
    const wrong = read(report().replace("依法答复申请人", "全年新收申请7件，依法答复申请人"));
    assert.deepEqual(wrong.analysis.findings.map(({ code }) => code), ["narrative-table"]);
    assert.equal(told(wrong, wordsAt(wrong, "7件")), "");
  });

  test("a cell of no sum has its place and value only", () => assert.equal(told(draft, cell(draft, "disclosure/normative/repealed")), "**二、主动公开政府信息情况 › 行政规范性文件 › 本年废止件数**　0"));

  test("in English", () => {
    const english = read(report(), { assumeReport: true, language: "en" });
    assert.match(told(english, cell(english, "applications/received/total")), /- ✓ Column “总计”: received 5 \+ carried in 1 = 6; handled 6 \+ carried out 0 = 6/);
  });

  test("without marks for a client that shows no Markdown", () => {
    const found = plainHover(draft, cell(draft, "applications/received/total"));
    assert.ok(found !== undefined && typeof found.contents === "object" && "kind" in found.contents);
    assert.equal(found.contents.kind, "plaintext");
    assert.doesNotMatch(found.contents.value, /\*\*|^- /m);
  });

  for (const edition of ["2019", "2021"] as const) {
    for (const spelling of spellings) {
      test(`in ${edition} in ${spelling}, in either script`, () => {
        for (const text of [writeDraft({ edition, spelling }), converter.toTraditional(writeDraft({ edition, spelling }))]) {
          const other = read(text);
          assert.match(told(other, cell(other, "applications/rejected.petition/researchInstitution")), /三、本年度办理结果 › （五）不予处理 › 1\.信访举报投诉类申请 › 科研机构/);
        }
      });
    }
  }
});

describe("hover on what is printed", () => {
  const draft = read(report());

  test("a row label says what it counts and on what that rests", () => {
    const words = told(draft, wordsAt(draft, "6.属于四类过程性信息"));
    assert.match(words, /讨论记录、过程稿、磋商信函、请示报告/);
    assert.match(words, /依据：国办公开办函〔2021〕30号；《中华人民共和国政府信息公开条例》第十六条/);
  });

  test("a column label that stands three times in table four is told of its own group", () => {
    assert.match(told(draft, wordsAt(draft, "结果维持", 0)), /行政复议/);
    assert.match(told(draft, wordsAt(draft, "结果维持", 1)), /未经行政复议、直接向法院起诉/);
    assert.match(told(draft, wordsAt(draft, "结果维持", 2)), /先经行政复议、再向法院起诉/);
  });

  test("one key may mean different things in two forms", () => {
    const old = read(writeDraft({ edition: "2019", spelling: "gfm" }));
    assert.match(told(old, wordsAt(old, "采购总金额")), /没有印单位/);
    assert.match(told(draft, wordsAt(draft, "本年收费金额")), /单位万元/);
    assert.match(told(old, wordsAt(old, "采购总金额")), /〔2019〕60号/);
  });

  test("a chapter heading says what the form asks for", () => {
    assert.match(told(draft, wordsAt(draft, "总体情况")), /主动公开、依申请公开、政府信息管理[\s\S]*不超过1000字/);
    assert.match(told(draft, wordsAt(draft, "其他需要报告的事项")), /信息处理费/);
    const old = read(writeDraft({ edition: "2019", spelling: "lines" }));
    assert.doesNotMatch(told(old, wordsAt(old, "其他需要报告的事项")), /信息处理费/);
  });

  test("nothing of prose, of other headings, of what is no report", () => {
    assert.equal(told(draft, wordsAt(draft, "及时回应")), "");
    assert.equal(told(draft, wordsAt(draft, "云溪县档案馆2024年")), "");
    const options: CheckOptions = {};
    assert.equal(told(read("# 读书笔记\n\n| 自然人 | 3 |\n", options), { line: 2, character: 3 }), "");
  });
});
