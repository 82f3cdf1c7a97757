/** Tables in every spelling and as other programs lay them out: each row comes out with its label and its numbers, at their places. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { parse } from "../../server/src/core/index.js";
import type { TableForm } from "../../server/src/core/forms/edition.js";
import { cellText, type Spelling, type Table } from "../../server/src/core/syntax/nodes.js";
import { fold } from "../../server/src/core/text/fold.js";
import { writeTable } from "../../server/src/core/write/table.js";
import { consistentValues, editionOf, spellings, tableOf, writeDraft, type Values } from "./support/drafts.js";
import { broken, excelTabs, expectedRows, minifiedHtml, pdfApplications, pdfDisclosure, wordHtml } from "./support/layouts.js";

const editions = ["2019", "2021"] as const;

function written(form: TableForm, spelling: Spelling, values: Values, isSpaced = false): string {
  return writeTable(form, { spelling, lineEnd: "\n", isSpaced }, (row, column) => values.get(`${form.key}/${row}/${column}`) ?? "");
}

function tablesOf(text: string): Table[] {
  return parse(text).blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
}

function onlyTable(text: string): Table {
  const [table, second] = tablesOf(text);
  assert.ok(table !== undefined && second === undefined, `${tablesOf(text).length} tables`);
  return table;
}

/** All cells that hold something, in order, as one line. */
function stream(text: string): string[] {
  return onlyTable(text).rows.flatMap((row) => row.cells.map((cell) => fold(cellText(text, cell)))).filter((cell) => cell !== "");
}

/** Rows as label and numbers: what stands before the numbers last, and the numbers. */
function dataRows(text: string, form: TableForm, values: Values): void {
  const cells = stream(text);
  for (const { label, values: numbers } of expectedRows(form, values)) {
    const wanted = [...(label === "" ? [] : [fold(label)]), ...numbers].join("|");
    assert.ok(`|${cells.join("|")}|`.includes(`|${wanted}|`), `no row ${wanted} in\n${cells.join(" | ")}`);
  }
}

/** An edit of a number's span changes this number and nothing else. */
function spansHold(text: string, spelling: Spelling): void {
  const table = onlyTable(text);
  assert.equal(table.spelling, spelling);
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    const said = cellText(text, cell);
    if (!/^\d+$/.test(said)) continue;
    assert.equal(text.slice(cell.span.start, cell.span.end), said);
  }
}

describe("a table that we write", () => {
  for (const edition of editions) {
    for (const spelling of spellings) {
      test(`of ${edition} in ${spelling} is read back`, () => {
        for (const form of editionOf(edition).tables) {
          const values = consistentValues(editionOf(edition), 5);
          const text = written(form, spelling, values);
          dataRows(text, form, values);
          spansHold(text, spelling);
        }
      });
    }
  }

  for (const spelling of ["gfm", "tabs", "html"] as const) {
    test(`in ${spelling} has each number in the column of its head`, () => {
      const form = tableOf(editionOf("2021"), "applications");
      const text = written(form, spelling, consistentValues(editionOf("2021"), 5));
      const [, , head, first] = onlyTable(text).rows.map((row) => row.cells.map((cell) => cellText(text, cell)));
      assert.equal(head?.indexOf("商业企业"), 4);
      assert.equal(first?.[0], "一、本年新收政府信息公开申请数量");
      assert.equal(first?.[4], consistentValues(editionOf("2021"), 5).get("applications/received/commercialEnterprise"));
    });
  }
});

describe("columns by spaces as a PDF has them", () => {
  for (const edition of editions) {
    const form = tableOf(editionOf(edition), "applications");
    for (let seed = 1; seed <= 12; seed++) {
      test(`table three of ${edition}, ${seed}`, () => {
        const values = consistentValues(editionOf(edition), seed);
        const text = pdfApplications(form, values, seed * 2);
        dataRows(text, form, values);
        spansHold(text, "spaces");
        const cells = stream(text);
        // The break of the page may cut through a label of several rows; its halves then stay apart.
        const groups = seed < 10 ? [] : ["三、本年度办理结果", "（三）不予公开", "（四）无法提供", "（五）不予处理"];
        for (const label of [...groups, "社会公益组织", "法律服务机构", "自然人"]) assert.ok(cells.includes(fold(label)), label);
        assert.ok(cells.every((cell) => !cell.includes("—")), "the number of the page is no cell");
      });
    }

    test(`table two of ${edition}`, () => {
      const disclosure = tableOf(editionOf(edition), "disclosure");
      const values = consistentValues(editionOf(edition), 3);
      dataRows(pdfDisclosure(disclosure, values), disclosure, values);
    });
  }

  const form = tableOf(editionOf("2021"), "applications");
  const values = consistentValues(editionOf("2021"), 5);

  test("a blank keeps its column where the other rows show where columns stand", () => {
    const blanked = new Map([...values, ["applications/granted/researchInstitution", ""], ["applications/granted/naturalPerson", ""]]);
    const text = written(form, "spaces", blanked);
    const row = onlyTable(text).rows.map((each) => each.cells.map((cell) => cellText(text, cell))).find((cells) => cells.includes("（一）予以公开"));
    const numbers = ["naturalPerson", "commercialEnterprise", "researchInstitution", "socialOrganization", "legalServiceInstitution", "otherOrganization", "total"].map((column) => blanked.get(`applications/granted/${column}`));
    assert.deepEqual(row?.slice(-7), numbers);
  });

  test("a column that is blank in all rows is known by its head", () => {
    const blanked = new Map([...values].map(([key, value]) => [key, key.endsWith("/legalServiceInstitution") ? "" : value]));
    const text = written(form, "spaces", blanked);
    for (const row of onlyTable(text).rows.slice(3)) assert.equal(cellText(text, row.cells[row.cells.length - 3] ?? row.cells[0] ?? { span: { start: 0, end: 0 } }), "");
  });

  test("words in the place of a number are a cell of its column", () => {
    const text = written(form, "spaces", new Map([...values, ["applications/refused.thirdParty/naturalPerson", "见附表"], ["applications/refused.security/total", "见附表"]]));
    dataRows(text, form, new Map([...values, ["applications/refused.thirdParty/naturalPerson", "见附表"], ["applications/refused.security/total", "见附表"]]));
  });

  test("a page laid out one character a column is read as well", () => {
    const text = written(form, "spaces", values).replace(/^([^\n]*?)(?= +\d)/gm, (label) => label + " ".repeat([...label].filter((character) => character > "⺀").length));
    dataRows(text, form, values);
  });
});

describe("HTML", () => {
  const form = tableOf(editionOf("2021"), "applications");
  const values = consistentValues(editionOf("2021"), 5);
  const html = written(form, "html", values);
  const grid = (text: string): string[][] => onlyTable(text).rows.map((row) => row.cells.map((cell) => fold(cellText(text, cell))));

  for (const [name, change] of [["as Word saves it", wordHtml], ["on one line without closing tags", minifiedHtml]] as const) {
    test(name, () => {
      const text = change(html);
      assert.deepEqual(grid(text), grid(html));
      spansHold(text, "html");
    });
  }

  const cells = (text: string): (string | undefined)[] => onlyTable(text).rows.flatMap((row) => row.cells.map((cell) => (cell.isMerged === true ? undefined : cellText(text, cell))));

  test("a cell is what is seen of it", () => {
    const text = "<table><tr><td><p>&nbsp;<b>1</b>&#12288;2<br/>件</p></td><td>&lt;3&gt;<!-- 4 --></td><td> <p></p> </td></tr></table>";
    assert.deepEqual(cells(text), ["1　2件", "<3>", ""]);
    const [first, second, third] = onlyTable(text).rows[0]?.cells ?? [];
    assert.equal(text.slice(first?.span.start, first?.span.end), "1</b>&#12288;2<br/>件");
    assert.equal(text.slice(second?.span.start, second?.span.end), "&lt;3&gt;");
    assert.equal(third?.span.start, text.lastIndexOf("<p>") + 3);
  });

  test("absurd spans end with the table", () => {
    const text = '<table><tr><td colspan="999999" rowspan="-1">甲<tr><td rowspan=999999>乙<td>丙</table>';
    assert.deepEqual(onlyTable(text).rows.map((row) => row.cells.length), [64, 2]);
  });

  test("several tables on a line, and text around them", () => {
    const text = "前<TABLE><tr><td>1<td>2</TABLE>中<table><tr><td>3</td><td>4</td></tr></table>后\n二、主动公开政府信息情况\n";
    assert.deepEqual(parse(text).blocks.map((block) => [block.kind, text.slice(block.span.start, block.span.end).length]), [["paragraph", 1], ["table", 29], ["paragraph", 1], ["table", 44], ["paragraph", 2], ["heading", 13]]);
  });

  test("a table that is not closed ends at the next chapter", () => {
    const text = "<table><tr><td>规章<td>3\n\n三、收到和处理政府信息公开申请情况\n\n正文。\n<table><tr><td>自然人<td>4\n<h2>四、政府信息公开行政复议、行政诉讼情况</h2>";
    assert.deepEqual(tablesOf(text).map((table) => table.rows.flatMap((row) => row.cells.map((cell) => cellText(text, cell)))), [["规章", "3"], ["自然人", "4"]]);
    assert.ok(parse(text).blocks.some((block) => block.kind === "heading"));
  });

  test("a table for layout is none, the one inside it is", () => {
    const inner = "<table><tr><td>规章</td><td>3</td></tr></table>";
    const text = `<table>\n<tr><td>\n二、主动公开政府信息情况\n${inner}\n</td></tr></table>`;
    assert.deepEqual(cells(text), ["规章", "3"]);
    assert.ok(parse(text).blocks.some((block) => block.kind === "heading"));
  });

  test("one number in a table of its own is the cell's", () => assert.deepEqual(cells("<table><tr><td>规章</td><td><table><tr><td>3</td></tr></table></td></tr></table>"), ["规章", "3"]));

  test("in a comment is none", () => assert.deepEqual(tablesOf("<!-- <table><tr><td>1<td>2</table> -->\n正文\n"), []));
});

describe("tabs", () => {
  const form = tableOf(editionOf("2021"), "applications");
  const values = consistentValues(editionOf("2021"), 5);

  test("as Excel copies them, with line breaks in quoted cells and no tabs at the end", () => {
    const text = excelTabs(written(form, "tabs", values));
    assert.ok(text.includes('"3.补正后\n') && text.includes('""三安全'));
    dataRows(text, form, values);
    spansHold(text, "tabs");
  });

  test("an empty field at the start of a row is a cell", () => {
    const text = written(form, "tabs", values);
    const row = onlyTable(text).rows.map((each) => each.cells.map((cell) => cellText(text, cell))).find((cells) => cells.includes("2.重复申请"));
    assert.deepEqual(row?.slice(0, 3), ["", "", "2.重复申请"]);
  });

  test("bands without a tab and numbers of pages belong to the table", () => {
    const disclosure = tableOf(editionOf("2021"), "disclosure");
    const text = excelTabs(written(disclosure, "tabs", values)).replace("行政强制", "- 2 -\n\n3\n\n行政强制");
    dataRows(text, disclosure, values);
    assert.ok(stream(text).includes(fold("第二十条第（五）项")));
  });
});

describe("a pipe on a line of its own", () => {
  const form = tableOf(editionOf("2021"), "disclosure");
  const values = consistentValues(editionOf("2021"), 5);
  const behind = written(form, "alternate", values);
  const before = `|\n${behind.replace(/\n\|$/, "")}`;

  for (const [name, text] of [["behind each cell", behind], ["before each cell", before], ["with blank lines between", behind.replace(/\n/g, "\n\n")]] as const) {
    test(name, () => {
      dataRows(text, form, values);
      spansHold(text, "alternate");
    });
  }

  test("two of them leave an empty cell, and a number may be written there", () => {
    const text = written(form, "alternate", new Map([...values, ["disclosure/regulation/repealed", ""]]));
    const cell = onlyTable(text).rows[0]?.cells.find((each) => each.span.start === each.span.end);
    assert.ok(cell !== undefined);
    const filled = `${text.slice(0, cell.span.start)}8${text.slice(cell.span.end)}`;
    dataRows(filled, form, new Map([...values, ["disclosure/regulation/repealed", "8"]]));
  });

  test("a run of pipes ends a row", () => {
    const text = "规章\n|\n0\n|\n0\n||\n行政许可\n|\n3\n||\n";
    assert.deepEqual(onlyTable(text).rows.map((row) => row.cells.map((cell) => cellText(text, cell))), [["规章", "0", "0"], ["行政许可", "3"]]);
  });
});

describe("one cell a line", () => {
  const form = tableOf(editionOf("2021"), "applications");
  const values = consistentValues(editionOf("2021"), 5);

  for (const width of [4, 5, 7, 9]) {
    test(`with labels broken after ${width} characters and numbers of pages between`, () => {
      const lines = written(form, "lines", values).split("\n").flatMap((cell) => (/^\d/.test(cell) && !cell.includes(".") ? [cell] : broken(cell, width)));
      const text = [...lines.slice(0, 80), "- 4 -", ...lines.slice(80)].join("\n");
      dataRows(text, form, values);
    });
  }
});

describe("cells of pipe rows", () => {
  test("may hold an escaped pipe, a line break, bold marks", () => {
    const text = "| 行政\\|许可 | 尚未<br>审结 | **总计** |\n| --- | --- | --- |\n| 1 | **2** | __3__ |\n";
    assert.deepEqual(onlyTable(text).rows.map((row) => row.cells.map((cell) => cellText(text, cell))), [["行政|许可", "尚未审结", "总计"], ["1", "2", "3"]]);
  });
});

describe("no table", () => {
  const prose: Readonly<Record<string, string>> = {
    "prose with double spaces": "本年度  全县  共收到申请  3  件，均已答复。\n\n其中  自然人  2  件，法人  1  件。\n",
    "prose with tabs": "\t本年度收到申请3件。\n\t其中\t自然人2件。\n\t全部办结。\n",
    "a signature": "云溪县人民政府          \n                    2025年1月20日\n",
    "contacts in columns": "地址：云溪县人民路1号    邮编：410000\n电话：0731-1234567    传真：0731-7654321\n电子邮箱：a@b.cn    网址：www.b.cn\n",
    "somebody's own list": "单位\t数量\n一局\t3\n二局\t4\n三局\t5\n",
    "a list of rows in the prose": "全年情况如下：\n行政许可    120件\n行政处罚    30件\n行政强制    5件\n行政事业性收费    2.5万元\n",
    "a list of rows with tabs": "行政许可\t120件\n行政处罚\t30件\n行政强制\t5件\n",
    "a chapter numbered by a word processor": "三、\t收到和处理政府信息公开申请情况\n\n四、\t政府信息公开行政复议、行政诉讼情况\n",
    "a table of contents": "一、总体情况        1\n二、主动公开政府信息情况        2\n三、收到和处理政府信息公开申请情况        3\n四、政府信息公开行政复议、行政诉讼情况        5\n",
    "a sentence that names an HTML tag": "请勿使用 <table> 标签。\n",
    "labels run together": "自然人法人或其他组织总计商业企业科研机构一、本年新收政府信息公开申请数量15130000154\n",
  };
  for (const [name, text] of Object.entries(prose)) test(name, () => assert.deepEqual(tablesOf(text), []));

  for (const spelling of spellings) {
    test(`takes in the headings and the prose around one in ${spelling}`, () => {
      const draft = writeDraft({ edition: "2021", spelling, seed: 8 });
      const outside = parse(draft).blocks.filter((block) => block.kind !== "table" && block.kind !== "blank").map((block) => draft.slice(block.span.start, block.span.end).trim());
      assert.equal(outside.length, 15, outside.join("\n"));
    });
  }
});

describe("damaged tables", () => {
  const form = tableOf(editionOf("2021"), "applications");
  const values = consistentValues(editionOf("2021"), 5);
  const html = written(form, "html", values);
  const texts = [...spellings.map((spelling) => writeDraft({ edition: "2021", spelling })), pdfApplications(form, values, 9), wordHtml(html), minifiedHtml(html), excelTabs(written(form, "tabs", values))];
  const noise = fc.constantFrom("", "\n", "\n\n", "\t", "  ", "　", "|", "||", "\\", '"', "<table>", "</table>", "<td>", "<tr", "<td rowspan=3 colspan=2>", "<!--", "-->", "&nbsp", "- 3 -", "三、", "一、总体情况\n", "0", "\r", "\f", "\ud83d");
  const wound = fc.tuple(fc.nat(), fc.nat({ max: 60 }), noise);

  test("are read without failing, no character lost, cells in order", () => {
    const property = fc.property(fc.constantFrom(...texts), fc.array(wound, { minLength: 1, maxLength: 8 }), (text, wounds) => {
      holdsTogether(wounds.reduce((current, [at, length, piece]) => current.slice(0, at % (current.length + 1)) + piece + current.slice((at % (current.length + 1)) + length), text));
    });
    fc.assert(property, { numRuns: 600, seed: 20251 });
  });
});

function holdsTogether(text: string): void {
  let at = 0;
  for (const block of parse(text).blocks) {
    assert.equal(block.span.start, at);
    at = block.span.end;
    if (block.kind !== "table") continue;
    let last = block.span.start;
    for (const cell of block.rows.flatMap((row) => row.cells)) {
      assert.ok(last <= cell.span.start && cell.span.start <= cell.span.end && cell.span.end <= block.span.end, `${block.spelling}: ${last} ${cell.span.start}-${cell.span.end} ${block.span.end}`);
      last = cell.span.end;
    }
  }
  assert.equal(at, text.length);
}

