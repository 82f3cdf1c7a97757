import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeNewReport } from "../../../server/src/core/index.js";
import { cellAt, cellWay, type CellDirection } from "../../../server/src/service/cellAt.js";
import { onTypeFormatting } from "../../../server/src/service/onTypeFormatting.js";
import { TextDocument } from "vscode-languageserver-textdocument";
import { draft as report } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { writeDraft } from "../support/drafts.js";
import { marked, textAt, uri } from "./support.js";

/** Where one goes from the cursor ‸: the line (cut short) with ⟦⟧ around what is selected. */
function to(direction: CellDirection, text: string): string | undefined {
  const { draft, range } = marked(text);
  const place = cellAt(draft, { position: range.start, direction });
  if (place === undefined) return undefined;
  const line = draft.lines.lineText(place.range.start.line);
  return `${line.slice(Math.max(0, place.range.start.character - 9), place.range.start.character)}⟦${textAt(draft, place.range)}⟧`;
}

const row = "| 4 | 1 | 0 | 0 | 0 | 0 | 5 |";
const at = (changed: string): string => report().replace(row, changed);

describe("the way through a table", () => {
  test("is that of Tab and Enter, told by lines and pipes", () => {
    const { draft } = marked(`‸${report()}`);
    const { line } = draft.lines.position(draft.snapshot.text.indexOf(row));
    const stops = cellWay(draft, { line, character: 3 })?.stops ?? [];
    const cellOf = ({ line: number, pipes }: (typeof stops)[number]): string => draft.lines.lineText(number).split("|")[pipes]?.trim() ?? "";
    assert.deepEqual(stops.filter((stop) => stop.line === line).map(cellOf), ["4", "1", "0", "0", "0", "0", "5"]);
    for (const [index, { line: number, pipes, of, below, above }] of stops.entries()) {
      const words = draft.lines.lineText(number);
      assert.equal(words.split("|").length - 1, of);
      const character = words.split("|").slice(0, pipes).join("|").length + 2;
      for (const [direction, to] of [["next", index + 1], ["previous", index - 1], ["below", below], ["above", above]] as const) {
        const stop = to === undefined ? undefined : stops[to];
        if (stop === undefined) continue;
        const place = cellAt(draft, { position: { line: number, character }, direction });
        assert.deepEqual([place?.range.start.line, textAt(draft, place?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })], [stop.line, cellOf(stop)], `${index} ${direction}`);
      }
    }
  });
  test("is not told where a cell has a line of its own", () => {
    const { draft } = marked(`‸${writeDraft({ edition: "2021", spelling: "lines" })}`);
    const { line } = draft.lines.position(draft.snapshot.text.indexOf("一、本年新收"));
    assert.equal(cellWay(draft, { line, character: 0 }), undefined);
  });
});

describe("the name of a cell", () => {
  const nameAt = (text: string): readonly string[] | undefined => {
    const { draft, range } = marked(text);
    return cellAt(draft, { position: range.start, direction: "here" })?.path;
  };
  test("goes from the outside in, in the form's words", () => {
    assert.deepEqual(nameAt(report().replace("| | （三）不予公开 | 1.属于国家秘密 | 0 |", "| | （三）不予公开 | 1.属于国家秘密 | ‸0 |")), ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密", "自然人"]);
    assert.deepEqual(nameAt(report().replace("| 规章 | 0 | 0 |", "| 规章 | 0 | ‸0 |")), ["二、主动公开政府信息情况", "规章", "本年废止件数"]);
  });
  test("is the form's, whatever the draft calls the row", () => {
    assert.deepEqual(nameAt(report().replace("| 规章 | 0 |", "| 规 章 | ‸0 |"))?.slice(1), ["规章", "本年制发件数"]);
  });
  test("there is none on a label and in a table of the author's own", () => {
    assert.equal(nameAt(report().replace("一、本年新收", "一、本‸年新收")), undefined);
    assert.equal(nameAt(report().replace("## 五、", "| 培训 | 场次 |\n| --- | --- |\n| 甲 | ‸3 |\n\n## 五、")), undefined);
  });
});

describe("cells", () => {
  test("from a label to the first value of its row", () => assert.match(to("next", report().replace("一、本年新收", "一、本‸年新收")) ?? "", /数量 \| \| \| ⟦4⟧$/));
  test("to the next value, and over the labels of the next row", () => {
    assert.match(to("next", at("| 4‸ | 1 | 0 | 0 | 0 | 0 | 5 |")) ?? "", /4 \| ⟦1⟧$/);
    assert.match(to("next", at("| 4 | 1 | 0 | 0 | 0 | 0 | 5‸ |")) ?? "", /⟦1⟧$/);
  });
  test("back again", () => {
    assert.match(to("previous", at("| 4 | ‸1 | 0 | 0 | 0 | 0 | 5 |")) ?? "", /⟦4⟧$/);
    assert.equal(to("previous", report().replace("| 规章 | 0 |", "| 规章 | ‸0 |")), "⟦⟧");
  });
  test("below and above in the same column", () => {
    assert.match(to("below", at("| 4‸ | 1 | 0 | 0 | 0 | 0 | 5 |")) ?? "", /⟦1⟧$/);
    assert.match(to("above", report().replace("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 1‸ | 0 | 0 | 0 | 0 | 0 | 1 |")) ?? "", /⟦4⟧$/);
  });
  test("below, into the next band of table two", () => assert.match(to("below", report().replace("| 行政规范性文件 | 0 | 0 | 2 |", "| 行政规范性文件 | 0 | 0 | ‸2 |")) ?? "", /行政许可 \| ⟦0⟧$/));
  test("behind the last cell out of the table", () => assert.equal(to("next", report().replace("| 行政事业性收费 | 0 |", "| 行政事业性收费 | 0‸ |")), "⟦⟧"));
  test("a blank cell is an empty place between its pipes", () => {
    const place = to("next", writeNewReport({ organ: "云溪县", year: 2024 }).text.replace("| 规章 |", "| 规‸章 |"));
    assert.equal(place, "| 规章 | ⟦⟧");
  });
  test("one cell a line", () => {
    for (const spelling of ["cellPipe", "lines"] as const) {
      const text = writeDraft({ edition: "2021", spelling, cells: { "disclosure/regulation/issued": "11", "disclosure/regulation/repealed": "22", "disclosure/permit/decisions": "33" } });
      assert.match(to("next", text.replace("11", "1‸1")) ?? "", /⟦22⟧$/, spelling);
      assert.match(to("previous", text.replace("22", "‸22")) ?? "", /⟦11⟧$/, spelling);
      assert.match(to("here", text.replace("33", "33‸")) ?? "", /⟦33⟧$/, spelling);
    }
  });
  test("in Traditional drafts", () => assert.match(to("next", converter.toTraditional(report()).replace(row, "| 4‸ | 1 | 0 | 0 | 0 | 0 | 5 |")) ?? "", /⟦1⟧$/));
  test("in somebody's own table all cells", () => assert.match(to("next", `${report()}\n\n| 甲‸ | 乙 |\n| --- | --- |\n| 1 | 2 |\n`) ?? "", /⟦乙⟧$/));
  test("a determined cell is told as one", () => {
    const { draft, range } = marked(report({ received: "4,1,0,0,0,0,777" }).replace("| 0 | 777 |", "| 0‸ |  |"));
    assert.equal(cellAt(draft, { position: range.start, direction: "next" })?.isDetermined, true);
  });
  test("nothing outside of tables, nor in a text that is no report", () => {
    assert.equal(to("next", report().replace("推进政府", "推进‸政府")), undefined);
    const { draft, range } = marked("| 甲‸ | 乙 |\n| --- | --- |\n| 1 | 2 |\n", {});
    assert.equal(cellAt(draft, { position: range.start, direction: "next" }), undefined);
  });
  test("the next place to write: marks with what the form asks, blank cells, then from the beginning", () => {
    const { text } = writeNewReport({ organ: "云溪县", year: 2024 });
    assert.match(to("open", `‸${text}`) ?? "", /⟦【待填写】（主动公开、.*）⟧$/);
    assert.equal(to("open", text.replace("| 规章 |", "| 规‸章 |")), "| 规章 | ⟦⟧");
    assert.match(to("open", text.replace(/（其他需要.*）/, "$&‸")) ?? "", /⟦【待填写】（主动公开、.*）⟧$/);
    assert.equal(to("open", `‸${report()}`), undefined);
  });
});

describe("Enter", () => {
  const head = "# 云溪县2024年政府信息公开工作年度报告\n\n## 五、存在的主要问题及改进情况\n\n";

  function entered(text: string): string {
    const { draft, range } = marked(`${head}${text}`);
    return TextDocument.applyEdits(TextDocument.create(uri, "nianbao", 0, draft.snapshot.text), onTypeFormatting(draft, range.start, "\n")).slice(head.length);
  }

  for (const [before, then] of [
    ["（一）加强培训。\n‸", "（一）加强培训。\n\n（二）"],
    ["（一）甲事。\n（二）加强培训。\n‸", "（一）甲事。\n（二）加强培训。\n（三）"],
    ["一是加强培训。\n‸", "一是加强培训。\n\n二是"],
    ["1.加强培训；\n‸", "1.加强培训；\n2."],
    ["1、甲。\n9、加强培训。\n‸", "1、甲。\n9、加强培训。\n10、"],
    ["（1）加强培训。\n‸", "（1）加强培训。\n（2）"],
    ["(九)加强培训。\n(十)加强培训。\n‸", "(九)加强培训。\n(十)加强培训。\n(十一)"],
  ] as const) {
    test(`goes on: ${before.trim().slice(0, 12)}`, () => assert.equal(entered(before), then));
  }

  for (const item of ["（二）", "2.", "三是", "(2)"]) test(`ends the list at ${item}`, () => assert.equal(entered(`${item}\n‸`), ""));
  for (const text of ["（一）主动公开\n‸", "本年度工作平稳。\n‸", "一是甲；二是乙；三是丙。\n‸", "（一）加强\n‸培训。", "| 1.属于国家秘密 | 0 |\n‸", "2024年工作平稳。\n‸", "‸"]) {
    test(`leaves ${JSON.stringify(text)} alone`, () => assert.equal(entered(text), text.replace("‸", "")));
  }
  test("with the line ends of the draft", () => {
    const { draft, range } = marked(`${head}（一）甲。\n\n（二）乙。\n‸`.replaceAll("\n", "\r\n"));
    assert.deepEqual(onTypeFormatting(draft, range.start, "\n").map(({ newText }) => newText), ["\r\n（三）"]);
  });
});
