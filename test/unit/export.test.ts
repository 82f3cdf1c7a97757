// What goes out of the house: every cell and word of a report in the page and in the Word file, and nothing of its faults.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";
import { analyse, claimsOf, type Analysis } from "../../server/src/core/index.js";
import { writeDocx } from "../../server/src/docx/write.js";
import { htmlPage } from "../../server/src/export/html.js";
import { fileNameOf, printedReport, shortcomingsOf, type CheckedDraft, type PrintedReport, type TablePart } from "../../server/src/export/printed.js";
import { style, styleDigest } from "../../server/src/export/style.js";
import { draft as report, unbalanced } from "../protocol/drafts.js";
import { converter } from "./support/converter.js";
import { spellings, writeDraft } from "./support/drafts.js";
import { officialProse } from "./support/officialProse.js";

const editions = ["2019", "2021"] as const;

function checked(text: string): CheckedDraft {
  const options = { assumeReport: true };
  return { text, analysis: analyse(text, options), options };
}

function printed(text: string): PrintedReport {
  return printedReport(checked(text), converter);
}

/** A cell of a table as it goes out: its words and the columns and rows that it is merged over. */
interface OutCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

type OutTable = readonly (readonly OutCell[])[];

function expected(part: TablePart): OutTable {
  return part.rows.map((row) => row.map(({ text, columns = 1, rows = 1 }) => ({ text, columns, rows })));
}

function officialTables({ parts }: PrintedReport): readonly TablePart[] {
  return parts.filter((part) => part.kind === "table");
}

/** The words of all parts that are no tables, in order. */
function wordsOf({ parts }: PrintedReport): readonly string[] {
  return parts.flatMap((part) => ("runs" in part ? [part.runs.map(({ text }) => text).join("")] : []));
}

interface Page {
  readonly tables: OutTable[];
  readonly words: string[];
  readonly tags: ReadonlySet<string>;
}

function readPage(page: string): Page {
  const tables: OutCell[][][] = [];
  const words: string[] = [];
  const tags = new Set<string>();
  let text: string | undefined;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      tags.add(name);
      if (name === "table") tables.push([]);
      if (name === "tr") tables.at(-1)?.push([]);
      if (name === "td" || name === "th") tables.at(-1)?.at(-1)?.push({ text: "", columns: Number(attributes["colspan"] ?? 1), rows: Number(attributes["rowspan"] ?? 1) });
      if (/^(?:td|th|p|h\d)$/.test(name)) text = "";
    },
    ontext: (piece) => {
      if (text !== undefined) text += piece;
    },
    onclosetag: (name) => {
      if (text === undefined || !/^(?:td|th|p|h\d)$/.test(name)) return;
      const row = tables.at(-1)?.at(-1);
      const cell = row?.pop();
      if ((name === "td" || name === "th") && row !== undefined && cell !== undefined) row.push({ ...cell, text });
      else {
        if (cell !== undefined) row?.push(cell);
        words.push(text.trim());
      }
      text = undefined;
    },
  });
  parser.end(page);
  return { tables, words, tags };
}

interface WordFile {
  readonly files: Readonly<Record<string, string>>;
  readonly tables: readonly OutTable[];
  readonly words: readonly string[];
}

async function readWordFile(of: PrintedReport): Promise<WordFile> {
  const entries = unzipSync(Buffer.from(await writeDocx(of), "base64"));
  const files = Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const body = /<w:body>(.*)<\/w:body>/s.exec(files["word/document.xml"] ?? "")?.[1] ?? "";
  const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => readWordTable(table));
  const words = [...body.replace(/<w:tbl>.*?<\/w:tbl>/gs, "").matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) => textIn(paragraph));
  return { files, tables, words };
}

function textIn(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" })[name] ?? "")).join("");
}

/** Merged rows are `restart` and then `continue` at the same column, as the format has it. */
function readWordTable(xml: string): OutTable {
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => {
    let column = 0;
    return [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => {
      const columns = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
      const at = column;
      column += columns;
      return { at, columns, text: textIn(cell), merge: /<w:vMerge(?: w:val="(\w+)")?/.exec(cell)?.slice(0, 2) };
    });
  });
  const isContinued = (row: number, at: number, columns: number): boolean => rows[row]?.some((cell) => cell.at === at && cell.columns === columns && cell.merge !== undefined && cell.merge[1] !== "restart") === true;
  return rows.map((row, index) =>
    row.filter(({ merge }) => merge === undefined || merge[1] === "restart").map(({ at, columns, text, merge }) => {
      let height = 1;
      while (merge !== undefined && isContinued(index + height, at, columns)) height++;
      return { text, columns, rows: height };
    }),
  );
}

/** Throws where a part of the file is not well-formed: tags that do not nest, and characters that XML does not have. */
function assertWellFormed(name: string, xml: string): void {
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u, name);
  assert.doesNotMatch(xml, /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-fA-F]+);)/, name);
  const open: string[] = [];
  const left = xml.replace(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g, (_tag, close: string, element: string, _attributes, empty: string) => {
    if (close !== "") assert.equal(open.pop(), element, `${name}: </${element}>`);
    else if (empty === "") open.push(element);
    return "";
  });
  assert.deepEqual(open, [], name);
  assert.doesNotMatch(left.replace(/^<\?xml [^?]*\?>/, ""), /[<>]/, `${name}: ${left.slice(0, 80)}`);
}

describe("every cell, chapter and sentence", () => {
  for (const edition of editions) {
    for (const spelling of spellings) {
      const out = printed(writeDraft({ edition, spelling, seed: 5 }));

      test(`${edition}, ${spelling}: in the page`, () => {
        const { tables, words } = readPage(htmlPage(out));
        assert.deepEqual(tables, officialTables(out).map(expected));
        assert.equal(tables.length, 3);
        assert.deepEqual(words, wordsOf(out));
      });
    }

    test(`${edition}: in the Word file`, async () => {
      const out = printed(writeDraft({ edition, spelling: "gfm", seed: 6 }));
      const { tables, words } = await readWordFile(out);
      assert.deepEqual(tables, officialTables(out).map(expected));
      assert.equal(tables.length, 3);
      assert.deepEqual(words, wordsOf(out));
      assert.ok(words.includes("三、收到和处理政府信息公开申请情况"));
    });
  }

  test("the tables of a Word file are as wide as the type area of GB/T 9704, 156 mm, and so are their columns together", async () => {
    const { files } = await readWordFile(printed(writeDraft({ edition: "2021", spelling: "gfm" })));
    const xml = files["word/document.xml"] ?? "";
    const grids = [...xml.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = ""]) => [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width)));
    assert.deepEqual(grids.map((grid) => grid.length), [4, 10, 15]);
    for (const grid of grids) assert.equal(grid.reduce((sum, width) => sum + width, 0), 8845);
    assert.match(xml, /<w:pgSz (?=[^>]*w:w="11906")(?=[^>]*w:h="16838")/);
    assert.match(xml, /<w:pgMar (?=[^>]*w:top="2098")(?=[^>]*w:bottom="1984")(?=[^>]*w:left="1587")(?=[^>]*w:right="1474")/);
  });

  test("styles, page numbers outside and substitutes for fonts", async () => {
    const { files } = await readWordFile(printed(report()));
    assert.match(files["word/styles.xml"] ?? "", /w:styleId="Heading1".*?w:eastAsia="黑体"/s);
    assert.match(files["word/styles.xml"] ?? "", /w:line="578" w:lineRule="exact"/);
    assert.match(files["word/document.xml"] ?? "", /<w:pStyle w:val="Title"\/>/);
    assert.match(files["word/settings.xml"] ?? "", /<w:evenAndOddHeaders/);
    const footers = Object.entries(files).filter(([name]) => name.startsWith("word/footer")).map(([, xml]) => xml);
    assert.deepEqual(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort(), ["left", "right"]);
    for (const xml of footers) assert.match(xml, /PAGE/);
    assert.match(files["word/fontTable.xml"] ?? "", /仿宋_GB2312"><w:altName w:val="仿宋,FangSong"/);
    assert.match(files["docProps/core.xml"] ?? "", /<dc:creator>云溪县档案馆<\/dc:creator>/);
  });
});

describe("the page read again", () => {
  const read = (text: string): Analysis => analyse(text, { assumeReport: true });
  const told = ({ report: { title, year, sections, facts, edition } }: Analysis) => ({ title: title?.folded, year, edition: edition.id, sections: sections.map(({ form }) => form?.key), facts: [...facts].map(([key, { value }]) => [key, value]) });

  const claimed = ({ report: of }: Analysis): readonly string[] => claimsOf(of).map(({ span }) => of.tree.text.slice(span.start, span.end));

  for (const edition of editions) {
    test(`${edition}: title, chapters, facts and claims are those of the draft, and nothing is found in it`, () => {
      for (const spelling of spellings) {
        const text = writeDraft({ edition, spelling, seed: 7 }).replace("存在的主要问题是", () => `${officialProse.slice(0, 5).join("\n\n")}\n\n存在的主要问题是`);
        const before = read(text);
        const after = read(htmlPage(printed(text)));
        assert.deepEqual(told(after), told(before), spelling);
        assert.deepEqual(claimed(after), claimed(before), spelling);
        assert.deepEqual(after.findings.map(({ code }) => code), before.findings.map(({ code }) => code), spelling);
      }
    });
  }

  test("a title over several lines is one", () => {
    for (const head of ["云溪县石桥镇\n2024年政府信息公开工作年度报告", "云溪县石桥镇2024年政府\n信息公开工作年度报告"]) {
      const text = `${head}\n\n${writeDraft({ edition: "2021", spelling: "gfm", seed: 7 }).replace(/^# .*\n/, "")}`;
      const out = printed(text);
      assert.equal(out.title, "云溪县石桥镇2024年政府信息公开工作年度报告");
      assert.equal(out.organ, "云溪县石桥镇");
      assert.deepEqual(told(read(htmlPage(out))), told(read(text)));
    }
  });

  test("faults stay as they are", () => {
    assert.deepEqual(read(htmlPage(printed(unbalanced))).findings.map(({ code }) => code), ["row-total"]);
  });
});

describe("words", () => {
  test("nothing of a draft becomes markup, in neither of them", async () => {
    const evil = `<script>alert("1")</script> & </main> <b>粗</b> ]]> &amp; &#60;`;
    const out = printed(report().replace("全年通过门户网站", () => `${evil}全年通过门户网站`));
    const { words, tags } = readPage(htmlPage(out));
    assert.ok(words.some((text) => text.includes(evil)));
    assert.deepEqual([...tags].filter((name) => name === "script" || name === "b"), []);
    assert.ok((await readWordFile(out)).words.some((text) => text.includes(evil)));
  });

  test("the XML of a Word file is well-formed, whatever stands in the draft", async () => {
    const odd = "控\u0000制\u0008字\u001f符\ufffe，半个\ud83d字\udc00，<&>\"'。";
    for (const text of [report(), report().replace("全年通过", () => `${odd}全年通过`).replace("| 规章 | 0", () => "| 规章 | \u0001<0>&")]) {
      for (const [name, xml] of Object.entries((await readWordFile(printed(text))).files)) {
        if (/\.(?:xml|rels)$/.test(name)) assertWellFormed(name, xml);
      }
    }
  });

  test("marks of Markdown and lists are left out, strong words stay strong", async () => {
    const out = printed(report().replace("（二）依申请公开。规范", () => "- **二是**依申请公开。规范"));
    assert.match(htmlPage(out), /\n<strong>二是<\/strong>依申请公开。规范/);
    const { files } = await readWordFile(out);
    assert.match(files["word/document.xml"] ?? "", /<w:r><w:rPr><w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">二是<\/w:t>/);
  });

  test("the sentence that heads a paragraph is set in 楷体 in the Word file, with its stop, whatever is marked in it", async () => {
    const text = report().replace("（一）主动公开。全年", "（一）主动**公开**。全年").replace("（二）依申请公开。规范", "按照（二）依申请公开。规范");
    const xml = (await readWordFile(printed(text))).files["word/document.xml"] ?? "";
    const set = [...xml.matchAll(/<w:r>(?:(?!<\/w:r>).)*?w:eastAsia="楷体_GB2312".*?<\/w:r>/gs)].map(([run]) => textIn(run));
    assert.equal(set.join(""), "（一）主动公开。");
  });

  test("text on the line of a chapter's title is printed as a paragraph below it", async () => {
    const sentence = "2024年以来，工作**有序**。全县新增专栏3个。";
    for (const stop of ["。", "：", "  "]) {
      const text = report().replace(/^.*一、总体情况.*$/m, () => `一、总体情况${stop}${sentence}`);
      assert.ok(text.includes(sentence));
      const out = printed(text);
      const bare = sentence.replaceAll("**", "");
      for (const words of [wordsOf(out), readPage(htmlPage(out)).words, (await readWordFile(out)).words]) {
        const at = words.indexOf("一、总体情况");
        assert.equal(words[at + 1], bare, stop);
      }
      const letters = (of: string): string => of.replace(/[^\p{L}\p{N}]/gu, "");
      const all = letters(wordsOf(out).join(""));
      for (const line of text.split("\n").filter((line) => letters(line) !== "" && !line.startsWith("|"))) {
        assert.ok(all.includes(letters(line)), line);
      }
    }
  });

  test("comments, web copy and missing chapters are not printed", () => {
    const text = `索引号：YX-2025-1\n\n${report()}`.replace("## 四、", "<!-- nianbao-disable section-missing -->\n\n## 四、").replace(/## 六、[^]*$/, "");
    const { words } = readPage(htmlPage(printed(text)));
    assert.equal(words[0], "云溪县档案馆2024年政府信息公开工作年度报告");
    assert.ok(words.includes("四、政府信息公开行政复议、行政诉讼情况"));
    assert.deepEqual(words.filter((line) => /索引号|nianbao-disable|其他需要报告的事项/.test(line)), []);
  });

  test("blanks and placeholders are printed as they stand, faults are not marked", () => {
    const out = printed(unbalanced.replace("| 行政处罚 | 0 |", "| 行政处罚 | XX |").replace("| 行政强制 | 0 |", "| 行政强制 |  |"));
    const page = htmlPage(out);
    assert.match(page, />行政处罚<\/th><td class="value" colspan="3">XX<\/td>/);
    assert.match(page, />行政强制<\/th><td class="value" colspan="3"><\/td>/);
    assert.deepEqual(/error|warning|fault|mark|相差/.exec(page.slice(page.indexOf("<main>"))), null);
  });

  test("a table of the author's own is printed as it stands, its rows filled up", async () => {
    const out = printed(report().replace("## 二、", () => "| 名称 | 数量 |\n| --- | --- |\n| 专栏 | 3 |\n| 合计 |\n\n## 二、"));
    const own = readPage(htmlPage(out)).tables[0]?.map((row) => row.map(({ text }) => text));
    assert.deepEqual(own?.slice(0, 2), [["名称", "数量"], ["专栏", "3"]]);
    const { tables } = await readWordFile(out);
    assert.deepEqual(tables[0]?.map((row) => row.map(({ text }) => text)), [["名称", "数量"], ["专栏", "3"], ["合计", ""]]);
  });

  test("cells that such a table merges stay merged", async () => {
    const rows = '<tr><td rowspan="2">类别</td><td colspan="2">件数</td></tr><tr><td>本年</td><td>上年</td></tr><tr><td>专栏</td><td>1</td><td rowspan="9">2</td></tr><tr><td colspan="2">合计</td></tr>';
    const out = printed(report().replace("## 二、", () => `<table>${rows}</table>\n\n## 二、`));
    const cell = (text: string, columns = 1, height = 1): OutCell => ({ text, columns, rows: height });
    const merged = [[cell("类别", 1, 2), cell("件数", 2)], [cell("本年"), cell("上年")], [cell("专栏"), cell("1"), cell("2", 1, 2)], [cell("合计", 2)]];
    assert.deepEqual(readPage(htmlPage(out)).tables[0], merged);
    assert.deepEqual((await readWordFile(out)).tables[0], merged);
  });

  test("an annex is printed with the rows, the names and the heads that the draft has, also where its lines are cells", () => {
    const rows = [["指标名称", "计量单位", "2016年度", "历年累计"], ["主动公开信息数", "条", "252", "480"], ["受理申请总数", "条", "5", "31"], ["其中：1.当面申请数", "条", "2", "20"], ["2.邮寄申请数", "条", "3", "11"], ["行政诉讼数", "件", "0", "0"]];
    const gfm = rows.flatMap((row, at) => [`| ${row.join(" | ")} |`, ...(at === 0 ? ["| --- | --- | --- | --- |"] : [])]).join("\n");
    for (const table of [gfm, rows.map((row) => row.join(" | ")).join("\n"), rows.flat().map((cell) => `${cell} |`).join("\n")]) {
      const out = printed(`# 云溪县2016年政府信息公开工作年度报告\n\n一、主动公开政府信息情况\n\n内容见附表。\n\n二、附表\n\n${table}\n`);
      assert.deepEqual(readPage(htmlPage(out)).tables.map((own) => own.map((row) => row.map(({ text }) => text))), [rows], table);
    }
  });

  test("the date of publication behind the title goes out, other fields of a page do not", () => {
    const out = printed(`索引号：YX-1\n发布日期：2025-01-19\n\n${report()}\n来源：县政府办公室\n\n发布日期：2025年1月20日\n`);
    assert.deepEqual(out.parts.slice(-1).map((part) => ["runs" in part && part.runs.map(({ text }) => text).join(""), part.kind]), [["发布日期：2025年1月20日", "signature"]]);
    assert.deepEqual(wordsOf(out).filter((words) => /索引号|来源：|01-19/.test(words)), []);
  });

  test("comments between words are not printed", () => {
    const out = printed(report().replace("## 二、", "<!--[if !supportLists]-->1.<!--[endif]-->工作<!-- 核对\n过 -->有序。\n\n## 二、"));
    assert.deepEqual(wordsOf(out).filter((words) => /有序|<!|-->|核对|过/.test(words) && words.length < 20), ["1.工作有序。"]);
  });

  test("a Traditional draft has the form's words in its own script", () => {
    const simple = report();
    const out = printed(converter.toTraditional(simple));
    assert.equal(out.script, "traditional");
    const page = htmlPage(out);
    assert.ok(page.includes('<html lang="zh-Hant">'));
    assert.ok(page.includes(">行政處罰<"));
    assert.ok(!page.includes(">行政处罚<"));
    assert.ok(htmlPage(printed(simple)).includes('<html lang="zh-CN">'));
  });

  test("Word proofs a report in the characters that it is written in", async () => {
    for (const [text, language] of [[report(), "zh-CN"], [converter.toTraditional(report()), "zh-TW"]] as const) {
      const { files } = await readWordFile(printed(text));
      assert.deepEqual([...(files["word/styles.xml"] ?? "").matchAll(/w:eastAsia="(zh-\w+)"/g)].map(([, found]) => found), [language]);
    }
  });

  test("without a title the usual words stand in its place, and in the file's name nothing that file systems refuse", () => {
    const out = printed(report().replace(/^# .*\n/, ""));
    assert.equal(out.title, "政府信息公开工作年度报告");
    assert.equal(fileNameOf({ ...out, title: "云溪县/某:局 2024年\u0007报告?" }, "docx"), "云溪县某局2024年报告.docx");
    assert.equal(fileNameOf(printed(report()), "html"), "云溪县档案馆2024年政府信息公开工作年度报告.html");
  });
});

describe("the policy", () => {
  test("lets in the style sheet by its digest, and nothing else", () => {
    const page = htmlPage(printed(report()));
    assert.equal(createHash("sha256").update(style).digest("base64"), styleDigest, "after a change of the style sheet its digest changes too");
    assert.ok(page.includes(`<style>${style}</style>`));
    assert.ok(page.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${styleDigest}&#39;;`));
    assert.deepEqual(/ style=|<link|<script|<img|https?:|@import|url\(/.exec(page), null);
  });
});

describe("what the user is told", () => {
  test("findings by severity, and nothing of a report that is right", () => {
    assert.deepEqual(shortcomingsOf(checked(report())), { problems: { error: 0, warning: 0, information: 0, hint: 0 }, unplaced: [], uncertain: [] });
    assert.equal(shortcomingsOf(checked(unbalanced)).problems.error, 1);
  });

  test("no number of a complete draft is left out, in any spelling", () => {
    for (const edition of editions) for (const spelling of spellings) assert.deepEqual(shortcomingsOf(checked(writeDraft({ edition, spelling, seed: 8 }))).unplaced, [], `${edition} ${spelling}`);
  });

  test("numbers of a row that the form does not have are named, since they are not printed", () => {
    const text = report().replace("| 行政强制 | 0 | | |", "| 行政强制 | 0 | | |\n| 行政检查 | 4711 | | |");
    assert.ok(!htmlPage(printed(text)).includes("4711"));
    assert.deepEqual(shortcomingsOf(checked(text)).unplaced, ["主动公开政府信息情况表：行政检查", "主动公开政府信息情况表：4711"]);
  });

  test("numbers that stand in no certain column are told as such, not as strange to the form", () => {
    const text = writeDraft({ edition: "2021", spelling: "pipe", seed: 8 }).replace(/^.*（一）予以公开.*$/m, "（一）予以公开 | 4711 | 5 |");
    const told = shortcomingsOf(checked(text));
    assert.deepEqual([told.unplaced, told.uncertain.map((words) => words.replace(/^.*：/, ""))], [[], ["4711", "5"]]);
  });

  test("words are named as numbers are: an amount that is not certain, a note below the table", () => {
    const text = report().replace("| 行政强制 | 0 | | |", "| 行政强制 | 0 | | |\n| 行政检查 | 约4711次 | | |\n| 注：收费数据不含乡镇。 | | | |");
    assert.deepEqual(shortcomingsOf(checked(text)).unplaced.map((told) => told.replace("主动公开政府信息情况表：", "")), ["行政检查", "约4711次", "注：收费数据不含乡镇。"]);
  });
});
