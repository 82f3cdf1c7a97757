import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { definition, references } from "../../../server/src/service/definition.js";
import { documentHighlights } from "../../../server/src/service/documentHighlights.js";
import { documentLinks, notices } from "../../../server/src/service/documentLinks.js";
import { selectionRanges } from "../../../server/src/service/selectionRanges.js";
import type { SelectionRange } from "vscode-languageserver-types";
import type { Draft } from "../../../server/src/service/draft.js";
import { draft as report } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { cell, keysAt, rangesOf, wordsAt } from "./cells.js";
import { read, textAt } from "./support.js";

const draft = read(report());
const parties = ["naturalPerson", "commercialEnterprise", "researchInstitution", "socialOrganization", "legalServiceInstitution", "otherOrganization"];

describe("definition and references", () => {
  for (const edition of ["2019", "2021"] as const) {
    for (const spelling of spellings) {
      test(`lead from a total to its parts and back, ${edition} in ${spelling}`, () => {
        const other = read(writeDraft({ edition, spelling }));
        assert.deepEqual(keysAt(other, rangesOf(definition(other, cell(other, "applications/received/total")))), parties.map((party) => `applications/received/${party}`));
        assert.deepEqual(keysAt(other, rangesOf(definition(other, cell(other, "applications/granted/naturalPerson")))), ["applications/granted/total", "applications/handledTotal/naturalPerson"]);
      });
    }
  }

  test("references are all cells of the sums, with the cell itself where that is wanted", () => {
    const keys = (own: boolean): string[] => keysAt(draft, rangesOf(references(draft, cell(draft, "review/count/directSuit.pending"), own)));
    assert.deepEqual(keys(false), ["upheld", "corrected", "other", "total"].map((part) => `review/count/directSuit.${part}`));
    assert.ok(keys(true).includes("review/count/directSuit.pending"));
  });

  test("a chapter that the preamble names is found, and the other way round", () => {
    const text = report().replace("## 一、", "本报告由总体情况、主动公开政府信息情况等六部分组成，申请的办理见第三部分。\n\n## 一、");
    const named = read(text);
    assert.deepEqual(definition(named, wordsAt(named, "第三部分")).map(({ range }) => textAt(named, range)), ["三、收到和处理政府信息公开申请情况"]);
    assert.deepEqual(definition(named, wordsAt(named, "主动公开政府信息情况等")).map(({ range }) => textAt(named, range)), ["二、主动公开政府信息情况"]);
    assert.deepEqual(references(named, wordsAt(named, "收到和处理政府"), false).map(({ range }) => textAt(named, range)), ["第三部分"]);
    assert.deepEqual(references(named, wordsAt(named, "总体情况", 1), true).map(({ range }) => textAt(named, range)), ["总体情况", "一、总体情况"]);
  });

  test("nothing of a part that there is not, of prose, of what is no report", () => {
    const text = report().replace("及时回应", "（见第九部分和《中华人民共和国政府信息公开条例》第三章）及时回应");
    const named = read(text);
    for (const words of ["第九部分", "第三章"]) assert.deepEqual(definition(named, wordsAt(named, words)), [], words);
    assert.deepEqual(references(named, wordsAt(named, "及时回应"), true), []);
    assert.deepEqual(definition(read("第一部分 序\n\n一、序\n", {}), { line: 0, character: 2 }), []);
  });
});

describe("highlights", () => {
  test("parts are read, totals are written", () => {
    const found = documentHighlights(draft, cell(draft, "review/count/reconsideration.upheld")) ?? [];
    assert.deepEqual(found.map(({ range, kind }) => `${keysAt(draft, [range]).join()} ${kind}`), ["upheld 1", "corrected 2", "other 2", "pending 2", "total 3"].map((part) => `review/count/reconsideration.${part}`));
  });

  test("a label shows its row or column", () => {
    const row = documentHighlights(draft, wordsAt(draft, "2.重复申请")) ?? [];
    assert.deepEqual(keysAt(draft, row.slice(1).map(({ range }) => range)), [...parties, "total"].map((party) => `applications/rejected.repeated/${party}`));
    const column = documentHighlights(draft, wordsAt(draft, "尚未审结", 1)) ?? [];
    assert.deepEqual(keysAt(draft, column.slice(1).map(({ range }) => range)), ["review/count/directSuit.pending"]);
  });

  test("prose is left to the editor", () => assert.equal(documentHighlights(draft, wordsAt(draft, "及时回应")), undefined));
});

describe("links", () => {
  const words = (of: Draft): string[] => documentLinks(of).map(({ range }) => textAt(of, range));

  test("from the Regulations and the heads of table two to gov.cn", () => {
    assert.deepEqual(words(draft), ["《中华人民共和国政府信息公开条例》", "第二十条第（一）项", "第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"]);
    for (const { target } of documentLinks(draft)) assert.match(String(target), /^https:\/\/www\.gov\.cn\//);
  });

  test("in Traditional as well", () => assert.ok(words(read(converter.toTraditional(report()))).includes("《中華人民共和國政府信息公開條例》")));
  test("not from a report of a year that another version governed", () => assert.deepEqual(words(read(report().replaceAll("2024", "2016"))), []));
  test("addresses are of governments", () => {
    for (const { address } of notices) assert.match(address, /^https:\/\/www\.(?:\w+\.)?gov\.cn\/[\w/.-]+$/);
  });

  const cited = (sentence: string): string[] => {
    const of = read(report().replace("及时回应", sentence));
    return documentLinks(of).filter(({ tooltip }) => !tooltip?.includes("711")).map(({ range, target }) => `${textAt(of, range)} ${String(target)}`);
  };
  const [, form2021, form2019] = notices.map(({ address }) => address);

  test("from the number of a notice, with any brackets, in either script", () => {
    for (const number of ["国办公开办函〔2021〕30号", "国办公开办函[2021]30号", "國辦公開辦函〔2021〕30號"]) assert.deepEqual(cited(`根据${number}，`), [`${number} ${form2021}`]);
    assert.deepEqual(cited("参照国办公开办函〔2019〕60号执行，"), [`国办公开办函〔2019〕60号 ${form2019}`]);
    assert.deepEqual(cited("按照国办公开办函〔2021〕31号，"), []);
    assert.deepEqual(cited("按照云府办公开办函〔2021〕30号，"), []);
  });

  test("from the title of the form, the one on trial apart", () => {
    assert.deepEqual(cited("按照《中华人民共和国政府信息公开工作年度报告格式》，"), [`《中华人民共和国政府信息公开工作年度报告格式》 ${form2021}`]);
    assert.deepEqual(cited("按照《中华人民共和国政府信息公开工作年度报告格式（试行）》，"), [`《中华人民共和国政府信息公开工作年度报告格式（试行）》 ${form2019}`]);
  });

  test("from written addresses, without the text that follows them", () => {
    assert.deepEqual(cited("网址：http://www.example.gov.cn/zwgk/。请到www.example.gov.cn查阅，信箱 a@www.example.cn，"), ["http://www.example.gov.cn/zwgk/ http://www.example.gov.cn/zwgk/", "www.example.gov.cn http://www.example.gov.cn"]);
  });
});

describe("selection ranges", () => {
  const steps = (of: Draft, range: SelectionRange | undefined): string[] => (range === undefined ? [] : [textAt(of, range.range), ...steps(of, range.parent)]);
  const widths = (of: Draft, range: SelectionRange | undefined): number[] => steps(of, range).map((text) => text.length);

  test("cell, row, table, chapter, text", () => {
    const [range] = selectionRanges(draft, [cell(draft, "applications/received/total")]);
    const [inner, row, table, section, all] = steps(draft, range);
    assert.equal(inner, "5");
    assert.match(row ?? "", /^\| 一、本年新收政府信息公开申请数量 .* 5 \|$/);
    assert.match(table ?? "", /^\| （本列数据[\s\S]*四、结转下年度继续办理[^\n]*\n$/);
    assert.match(section ?? "", /^## 三、/);
    assert.equal(all, draft.snapshot.text);
  });

  test("the row of a table with a cell a line goes from its label to its last number", () => {
    const other = read(writeDraft({ edition: "2021", spelling: "cellPipe" }));
    const [, row] = steps(other, selectionRanges(other, [cell(other, "applications/carriedIn/researchInstitution")])[0]);
    assert.match(row ?? "", /^二、上年结转政府信息公开申请数量 \|\n(\d+ \|\n){6}\d+$/);
  });

  test("word, sentence, paragraph, chapter, text", () => {
    const [range] = selectionRanges(draft, [wordsAt(draft, "丰富解读")]);
    const [word, sentence, paragraph, section] = steps(draft, range);
    assert.equal(word, "丰富");
    assert.equal(sentence, "一是公开形式较为单一，下一步将丰富解读方式。");
    assert.match(paragraph ?? "", /^一是.*培训。$/);
    assert.match(section ?? "", /^## 五、/);
  });

  test("each step holds the one before, anywhere in any text", () => {
    for (const text of [report(), writeDraft({ edition: "2019", spelling: "lines" }), "", "\n", "。"]) {
      const any = read(text);
      const positions = Array.from({ length: 60 }, (_, i) => any.lines.position(Math.floor((i * text.length) / 59)));
      const found = selectionRanges(any, positions);
      assert.equal(found.length, positions.length);
      for (const range of found) assert.ok(widths(any, range).every((width, i, all) => i === 0 || width > (all[i - 1] ?? 0)));
    }
  });
});
