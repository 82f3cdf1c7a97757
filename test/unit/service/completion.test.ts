import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { InsertTextFormat, type CompletionItem } from "vscode-languageserver-types";
import { analyse, type CheckOptions } from "../../../server/src/core/index.js";
import { completion, type CompletionTools } from "../../../server/src/service/completion.js";
import { draft as report } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { writeDraft } from "../support/drafts.js";
import { after, marked } from "./support.js";

const plain: CompletionTools = { converter, snippets: false, labelDetails: false };
const assumed: CheckOptions = { assumeReport: true };

/** What is offered at the cursor ‸. */
function offered(text: string, tools: CompletionTools = plain, options: CheckOptions = assumed): CompletionItem[] {
  const { draft, range } = marked(text, options);
  return completion(draft, range.start, tools).items;
}

function labels(text: string): string[] {
  return offered(text).map(({ label }) => label);
}

/** The draft once the first item that has the label is taken. */
function taken(text: string, label: string, options: CheckOptions = assumed): string {
  const { draft, range } = marked(text, options);
  const item = completion(draft, range.start, plain).items.find((candidate) => candidate.label === label);
  assert.ok(item?.textEdit !== undefined && "range" in item.textEdit, `${label} among ${completion(draft, range.start, plain).items.map((one) => one.label).join(" | ")}`);
  return after(draft, { title: "", edit: { changes: { "": [item.textEdit] } } });
}

const short = "# 云溪县2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n本年度工作平稳。\n\n";

describe("chapters", () => {
  test("the next one at its place, whole or as a title", () => {
    const items = offered(`${short}‸\n\n## 三、收到和处理政府信息公开申请情况\n\n无。\n`);
    assert.deepEqual(items.slice(0, 2).map(({ label, detail }) => [label, detail]), [["二、主动公开政府信息情况", "整章，含表格"], ["二、主动公开政府信息情况", "只写标题"]]);
    assert.equal(items.filter(({ label }) => label.startsWith("四、")).length, 0, "four does not belong before three");
  });

  test("each says what it is where a client shows that beside the label", () => {
    const told = (tools: CompletionTools): unknown[] => offered(`${short}‸`, tools).slice(0, 2).map(({ labelDetails }) => labelDetails?.description);
    assert.deepEqual(told({ ...plain, labelDetails: true }), ["整章，含表格", "只写标题"]);
    assert.deepEqual(told(plain), [undefined, undefined]);
  });

  test("a chapter written so has its table and no finding in a draft", () => {
    const text = taken(`${short}‸`, "二、主动公开政府信息情况");
    const { report: read, findings } = analyse(text, { ...assumed, stage: "draft" });
    assert.deepEqual([...read.facts.keys()].length, 10);
    assert.deepEqual(findings.filter(({ code }) => code !== "section-missing"), []);
  });

  for (const [typed, numeral] of [["zt", "一"], ["主动", "二"], ["四", "四"], ["## 五、存", "五"], ["qtx", "六"], ["收到", "三"]] as const) {
    test(`${typed} finds it`, () => {
      const found = labels(`# 云溪县2024年政府信息公开工作年度报告\n\n${typed}‸`);
      assert.ok(found[0]?.startsWith(`${numeral}、`), found.join(" | "));
      assert.ok(found.every((label) => label.startsWith(`${numeral}、`)), found.join(" | "));
    });
  }

  test("what a client filters by begins with what is typed", () => {
    for (const typed of ["zt", "## 一、总", "总体"]) for (const { filterText } of offered(`# 云溪县2024年政府信息公开工作年度报告\n\n${typed}‸`)) assert.ok(filterText?.startsWith(typed), filterText);
  });

  test("the form of 2019 has its own table", () => {
    const text = taken("# 云溪县2019年政府信息公开工作年度报告\n\n## 一、总体情况\n\n平稳。\n\n‸", "二、主动公开政府信息情况");
    assert.match(text, /第二十条第（九）项/);
  });

  test("a Traditional draft gets Traditional words", () => {
    const text = converter.toTraditional(`${short}本年度，全县各级行政机关认真贯彻条例，规范办理流程，工作稳步推进，群众满意。\n\n`);
    const [item] = offered(`${text}‸`);
    assert.match(item?.textEdit?.newText ?? "", /主動公開政府信息情況/);
  });

  test("cells are stops for clients that know them, and blanks for the others", () => {
    const [item] = offered(`${short}‸`, { ...plain, snippets: true });
    assert.equal(item?.insertTextFormat, InsertTextFormat.Snippet);
    assert.match(item?.textEdit?.newText ?? "", /\| 规章 \| \$\{2\} \| \$\{3\} \| \$\{4\} \|/);
    assert.doesNotMatch(offered(`${short}‸`)[0]?.textEdit?.newText ?? "", /\$|[\ue000-\ue00f]/);
  });

  test("the title of the report where there is none", () => {
    assert.equal(taken("bt‸\n\n## 一、总体情况\n\n平稳。\n\n## 二、主动公开政府信息情况\n", "政府信息公开工作年度报告").split("\n")[0], "# 机关名称年份年政府信息公开工作年度报告");
  });
});

describe("the whole form", () => {
  test("in an empty document, the newest first", () => {
    assert.deepEqual(labels("‸").slice(0, 2), ["年度报告（2021年格式）", "年度报告（2019年格式）"]);
    assert.deepEqual(labels("nb‸").slice(0, 1), ["年度报告（2021年格式）"]);
  });

  test("with the year of the file's name, and nothing to find in it", () => {
    for (const [label, year] of [["年度报告（2021年格式）", 2023], ["年度报告（2019年格式）", 2020]] as const) {
      const options = { ...assumed, fileName: `草稿${year}.nianbao` };
      const text = taken("‸", label, options);
      assert.match(text, new RegExp(`统计期限为${year}年1月1日至${year}年12月31日`));
      assert.deepEqual(analyse(text.replace("机关名称", "云溪县"), { ...options, stage: "draft" }).findings, []);
    }
  });

  test("the year is typed once", () => {
    const text = offered("‸", { ...plain, snippets: true })[0]?.textEdit?.newText ?? "";
    assert.equal(text.match(/\$\{2:年份\}/g)?.length, 3);
  });

  test("not where something is written", () => assert.ok(!labels(`${short}‸`).some((label) => label.startsWith("年度报告"))));
});

describe("rows", () => {
  const without = (row: string): string => report().split("\n").flatMap((line) => (line.includes(row) ? [] : [line])).join("\n");

  test("the next missing row below a row, with the label of its group only where it begins", () => {
    const text = without("2.重复申请").replace(/(\| 1\.信访.*\n)/, "$1‸\n");
    assert.deepEqual(labels(text)[0], "2.重复申请");
    assert.match(taken(text, "2.重复申请"), /\n\|  \|  \| 2\.重复申请 \|  \|  \|  \|  \|  \|  \|  \|\n/);
  });

  test("by pinyin, in a row that has been begun", () => {
    assert.deepEqual(labels(without("2.重复申请").replace(/(\| 1\.信访.*\n)/, "$1| cfsq‸\n")), ["2.重复申请"]);
  });

  test("in a table of the form of 2019", () => {
    const text = writeDraft({ edition: "2019", spelling: "gfm" }).split("\n").filter((line) => !line.includes("政府集中采购")).join("\n").replace(/(\| 行政事业性收费 .*\n(?:.*第（九）项.*\n\|.*采购项目数量.*\n)?)/, "$1‸\n");
    assert.ok(labels(text).includes("政府集中采购"), labels(text).join(" | "));
  });

  test("none in a complete table", () => assert.deepEqual(labels(report().replace(/(\| 2\.重复申请.*\n)/, "$1‸\n")).filter((label) => /^\d\./.test(label)), []));
});

describe("values", () => {
  /** The row of received applications with the cursor in the cell that has this number, and blanks where others stand. */
  const cursorAt = (row: string, number: string, ...blanks: readonly string[]): string =>
    blanks.reduce((text, blank) => text.replace(`| ${blank} |`, "|  |"), report({ received: row }).replace(`| ${number} |`, "| ‸ |"));

  test("the one value that the sums leave, with the relation as its reason", () => {
    const [item, ...others] = offered(cursorAt("4,1,0,0,0,0,777", "777"));
    assert.deepEqual([item?.label, others], ["5", []]);
    assert.match(String(item?.documentation), /总计等于自然人与法人或其他组织各栏之和/);
    assert.match(String(item?.documentation), /= 5$/);
  });

  test("also in a part, where the total is known", () => assert.deepEqual(labels(cursorAt("4,777,0,0,0,0,5", "777")), ["1"]));
  test("also by way of another open cell", () => assert.deepEqual(labels(cursorAt("4,777,0,0,0,0,888", "888", "777")), ["5"]));
  test("also one cell a line", () => {
    const text = writeDraft({ edition: "2021", spelling: "cellPipe", cells: { "applications/received/total": "9876543" } }).replace("9876543 |", "‸|").replace(/\d+年1月20日\n$/, "\n");
    assert.equal(labels(text).length, 1);
    assert.match(labels(text)[0] ?? "", /^\d+$/);
  });
  test("in the form of 2019", () => {
    const text = writeDraft({ edition: "2019", spelling: "gfm", cells: { "review/count/directSuit.total": "777" } }).replace("| 777 |", "| ‸ |");
    assert.match(labels(text)[0] ?? "", /^\d+$/);
  });
  test("replaces a placeholder", () => assert.match(taken(report({ received: "4,1,0,0,0,0,777" }).replace("| 777 |", "| XX‸ |"), "5"), /\| 0 \| 5 \|/));
  test("none where more than one would do", () => {
    const text = cursorAt("4,777,0,0,0,0,888", "777", "888").replace("| 3 | 1 | 0 | 0 | 0 | 0 | 4 |", "| 3 |  | 0 | 0 | 0 | 0 |  |").replace("| 5 | 1 | 0 | 0 | 0 | 0 | 6 |", "| 5 |  | 0 | 0 | 0 | 0 |  |");
    assert.deepEqual(labels(text), []);
  });
  test("none in a filled cell", () => assert.deepEqual(labels(report({ received: "4,1,0,0,0,0,5" }).replace("| 5 |", "| 5‸ |")), []));
  test("none where two sums contradict each other", () => assert.deepEqual(labels(cursorAt("4,777,0,0,0,0,88", "777")), []));
});

describe("numbers", () => {
  const list = `${short}## 五、存在的主要问题及改进情况\n\n`;

  for (const [before, next] of [["（一）公开不够及时。\n\n（二）解读单一。\n\n", "（三）"], ["1.公开不够及时。\n2.解读单一。\n", "3."], ["一是公开不够及时。\n二是解读单一。\n", "三是"], ["一是公开不够及时；二是解读单一；", "三是"], ["(九)加强培训。\n\n", "(十)"]] as const) {
    test(`${next} behind ${before.trim().slice(-12)}`, () => {
      const typed = before.endsWith("；") ? "三" : "";
      assert.equal(labels(`${list}${before}${typed}‸`)[0], next);
    });
  }

  test("the inner list first, and the outer one when it is over", () => assert.deepEqual(labels(`${list}（一）培训。\n1.集中培训。\n2.以会代训。\n‸`).slice(0, 2), ["3.", "（二）"]));
  test("an opened bracket that the editor has closed is taken along", () => assert.match(taken(`${list}（一）培训。\n\n（‸）`, "（二）"), /\n（二）$/));
  test("a list of another chapter is over", () => assert.deepEqual(labels("## 一、总体情况\n\n（一）甲。\n\n## 五、存在的主要问题及改进情况\n\n（‸"), []));
});

describe("sentences", () => {
  test("the period with the year of the title", () => assert.match(taken("# 云溪县2023年政府信息公开工作年度报告\n\ntjqx‸\n", "统计期限为2023年1月1日至2023年12月31日。"), /\n统计期限为2023年/));
  test("the basis names the notice of the form in force", () => {
    for (const [year, notice] of [[2020, "〔2019〕60号"], [2022, "〔2021〕30号"]] as const) assert.ok(labels(`# 云溪县${year}年政府信息公开工作年度报告\n\n本报告‸\n`)[0]?.includes(notice));
  });
  test("the fee, charged or not, in chapter six only", () => {
    const chapter = `${short}## 六、其他需要报告的事项\n\n‸`;
    assert.deepEqual(labels(chapter).filter((label) => label.includes("信息处理费")), ["本年度未收取信息处理费。", "本年度收取信息处理费0元。"]);
    assert.deepEqual(labels(chapter.replace("六、其他需要报告的事项", "五、存在的主要问题及改进情况")).filter((label) => label.includes("信息处理费")), []);
  });
  test("no fee in a report of 2019", () => assert.deepEqual(labels("# 云溪县2019年政府信息公开工作年度报告\n\n## 六、其他需要报告的事项\n\nwsq‸"), []));
});

describe("comments", () => {
  test("directives, codes and forms", () => {
    assert.ok(labels(`${short}<!-- nian‸ -->`).includes("nianbao-disable-next-line"));
    assert.ok(labels(`${short}<!-- nianbao-disable row-‸ -->`).includes("row-total"));
    assert.ok(labels(`${short}<!-- nianbao-disable-next-line row-total, ‸ -->`).includes("cell-empty"));
    assert.deepEqual(labels(`${short}<!-- nianbao-edition: 20‸ -->`), ["2021", "2019", "2014", "2008"]);
  });
  test("what is found in the draft comes first", () => assert.equal(labels(`${report({ received: "4,1,0,0,0,0,9" })}\n<!-- nianbao-disable ‸ -->`)[0], "row-total"));
  test("a directive is closed where the editor has not", () => assert.equal(taken("# 云溪县2024年政府信息公开工作年度报告\n\n<!-- nianbao-ed‸", "nianbao-edition:").split("\n")[2], "<!-- nianbao-edition:  -->"));
});

describe("silence", () => {
  const chapters = `${short}## 五、存在的主要问题及改进情况\n\n`;
  for (const typed of ["本", "本年度，", "本年度，全县共收到申请", "公开", "我局严格落实《条例》，一", "截至2024年", "2024", "主动公开工作有力有序，", "- ", "收到申请3件", "统计：", "（详见附表"]) {
    test(`while somebody writes ${typed}`, () => assert.deepEqual(labels(`${chapters}${typed}‸`), []));
  }
  test("in a text that is no report", () => assert.deepEqual(offered("# 读书笔记\n\n‸", plain, {}), []));
  test("inside a line", () => assert.deepEqual(labels(`${chapters}本‸年度`), []));
});
