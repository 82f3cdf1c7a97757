/** Reports saved from a web site, and HTML in drafts: read as they are seen, each place where it stands in the source. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { analyse, applyEdits, fixesOf, parse, rewriteTable, type Analysis } from "../../server/src/core/index.js";
import { foldedTitleOf } from "../../server/src/core/syntax/textLine.js";
import { outline } from "../../server/src/service/outline.js";
import { foldingRanges } from "../../server/src/service/foldingRanges.js";
import { preview } from "../../server/src/service/preview/preview.js";
import { readDraft } from "../../server/src/service/draft.js";
import { consistentValues, editionOf } from "./support/drafts.js";
import { describe as describeMarks, readMarked } from "./support/marked.js";
import { writePage, type PagePlan } from "./support/page.js";

const plans: readonly PagePlan[] = (["2019", "2021"] as const).flatMap((edition) =>
  (["h2", "lines", "strong", "spans"] as const).flatMap((heading) => (["h1", "div", "head"] as const).map((title) => ({ edition, heading, title }))),
);

function checked(text: string): Analysis {
  return analyse(text, { stage: "final", assumeReport: true });
}

function told({ findings, report }: Analysis): string[] {
  return findings.map(({ code, span, message }) => `${code} “${report.source.slice(span.start, span.end)}” ${message}`);
}

describe("a saved page", () => {
  for (const plan of plans) {
    test(`of ${plan.edition}, chapters in ${plan.heading ?? ""}, title in ${plan.title ?? ""}`, () => {
      for (let seed = 1; seed <= 12; seed++) {
        const page = writePage({ ...plan, seed, lineEnd: seed % 2 === 0 ? "\r\n" : "\n" });
        const analysis = checked(page);
        const { report } = analysis;
        assert.deepEqual(told(analysis), []);
        assert.equal(report.organ, "云溪县");
        assert.equal(report.year, plan.edition === "2021" ? 2024 : 2020);
        assert.equal(report.stage, "final");
        assert.deepEqual(report.slots.map(({ section }) => section?.foldedTitle), report.edition.sections.map(({ title }) => title));
        for (const [key, value] of consistentValues(editionOf(plan.edition), seed)) {
          const fact = report.facts.get(key);
          assert.equal(fact === undefined ? undefined : page.slice(fact.span.start, fact.span.end), value, key);
        }
      }
    });
  }

  test("the same without telling that it is a report", () => assert.equal(analyse(writePage({ edition: "2021" })).report.isReport, true));

  test("is final once it is signed", () => assert.equal(analyse(writePage({ edition: "2021" }), { stage: "auto" }).report.stage, "final"));

  test("its chapters are in the outline and can be folded", () => {
    const page = writePage({ edition: "2021", heading: "spans" });
    const draft = readDraft({ uri: "file:///a.html", version: 1, languageId: "nianbao", text: page }, { assumeReport: true });
    const [title] = outline(draft);
    assert.equal(title?.name, "云溪县2024年政府信息公开工作年度报告");
    assert.deepEqual(title?.children.map(({ name }) => name), editionOf("2021").sections.map((form) => `${"一二三四五六".charAt(form.ordinal - 1)}、${form.title}`));
    assert.ok(foldingRanges(draft).length >= 9);
  });
});

describe("the preview and the actions of a page", () => {
  const page = writePage({ edition: "2021", heading: "spans" });
  const draft = readDraft({ uri: "file:///a.html", version: 1, languageId: "nianbao", text: page }, { assumeReport: true });

  test("show words, no tags", () => {
    const words = preview(draft).parts.flatMap((part) => ("runs" in part ? [part.runs.map(({ text }) => text).join("")] : []));
    assert.ok(words.includes("二、主动公开政府信息情况"), words.join("\n"));
    assert.ok(words.every((each) => !/[<>\uffff]/.test(each)), words.join("\n"));
  });

  test("write no Markdown table into it", () => {
    const [bound] = draft.analysis.report.tables;
    assert.ok(bound !== undefined);
    assert.equal(rewriteTable(draft.analysis.report, bound, (text) => text).kind, "refused");
  });
});

function marked(page: string): void {
  const { text, marks, options } = readMarked(page);
  const { findings } = analyse(text, options);
  assert.deepEqual(describeMarks(text, findings), describeMarks(text, marks));
}

/** The text of a page with one place changed, which must be there just once. */
function changed(page: string, from: string, to: string): string {
  assert.equal(page.split(from).length, 2, from);
  return page.replace(from, () => to);
}

describe("faults of a page are found where they are", () => {
  const page = writePage({ edition: "2021" });

  test("a wrong number among tags", () => {
    marked(page.replace(/(一、本年新收政府信息公开申请数量<\/td>(?:<td>\d+<\/td>){6}<td>)(\d+)/, (_, before: string, number: string) => `${before}⟦${Number(number) + 1}⟧{row-total}`));
  });

  test("a number in words that tags cut", () => {
    const received = Number(consistentValues(editionOf("2021"), 1).get("applications/received/total"));
    marked(changed(page, "<p>下一步将加强培训", `<p>全年收到政府信息公开<b>申请</b><span>⟦${received + 900}⟧{narrative-table}件</span>。</p><p>下一步将加强培训`));
  });

  test("a wrong title, a missing chapter, a chapter with a wrong number", () => {
    marked(changed(page, "<h2>五、存在的主要问题及改进情况</h2>", "<h2>五、⟦存在的问题和改进情况⟧{section-title}</h2>"));
    marked(page.replace("<h2>一、总体情况</h2>", "").replace("<h2>二、主动公开政府信息情况</h2>", "<h2>二、⟦主动公开政府信息情况⟧{section-missing}</h2>"));
    marked(changed(page, "<h2>四、政府", "<h2>⟦五、⟧{section-number}政府"));
  });

  test("a wrong word cut by tags; its fix keeps the tags", () => {
    const wrong = changed(page, "落实监督保障。", "群众登<b>陆网站</b>查询。");
    const analysis = checked(wrong);
    assert.deepEqual(analysis.findings.map(({ code }) => code), ["fixed-term"]);
    const [finding] = analysis.findings;
    const [fix] = finding === undefined ? [] : fixesOf(analysis, finding, undefined);
    assert.equal(applyEdits(wrong, fix?.edits ?? []), wrong.replace("登<b>陆网站</b>", "登<b>录网站</b>"));
  });
});

describe("a missing chapter is put into the page as a chapter of the page", () => {
  for (const heading of ["h2", "lines", "strong", "spans"] as const) {
    test(heading, () => {
      const page = writePage({ edition: "2021", heading });
      const spans = checked(page).report.sections.map(({ span }) => span);
      for (const [i, span] of spans.slice(0, 5).entries()) {
        const analysis = checked(page.slice(0, span.start) + page.slice(span.end));
        const missing = analysis.findings.find(({ code }) => code === "section-missing");
        assert.ok(missing !== undefined, `${i}: ${told(analysis).join("\n")}`);
        const [fix] = fixesOf(analysis, missing, undefined);
        const mended = applyEdits(analysis.report.source, fix?.edits ?? []);
        assert.deepEqual(told(checked(mended)), [], mended);
        assert.ok(!/\n## |\n\|/.test(mended));
      }
    });
  }
});

describe("HTML in a draft of lines", () => {
  const titles = (text: string): string[] => parse(text).blocks.flatMap((block) => (block.kind === "heading" ? [`${block.level} ${foldedTitleOf(parse(text).text, block)}`] : []));

  test("headings are headings", () => {
    assert.deepEqual(titles('# 报告\n<h2 class="a">一、总体情况</h2>\n正文。\n<p><strong>二、主动公开政府信息情况</strong></p><p>正文。</p>\n### （一）工作\n'), ["1 报告", "1 总体情况", "1 主动公开政府信息情况", "2 工作"]);
  });

  test("line ends are line ends, and rows of pipes stay rows", () => {
    const text = "一、总体情况\n第一行\n第二行<span>。</span>\n\n| 尚未<br>审结 | <b>总计</b> |\n| --- | --- |\n| 1 | <span>2</span> |\n";
    assert.deepEqual(parse(text).blocks.map(({ kind }) => kind), ["heading", "paragraph", "paragraph", "blank", "table"]);
    const [table] = parse(text).blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
    assert.deepEqual(table?.rows.map((row) => row.cells.map(({ span }) => text.slice(span.start, span.end))), [["尚未<br>审结", "总计"], ["1", "2"]]);
  });
});

describe("what is read of HTML", () => {
  test("is as long as the source and keeps its visible characters at their places", () => {
    const page = writePage({ edition: "2021", heading: "spans" });
    const noise = fc.constantFrom("", "<", ">", "</p>", "<p", "<nav>", "</nav>", "<script>", "<!--", "-->", "&nbsp;", "&#x20000;", "&lt;", "\n", "<h1>", "</h1", "<title>", "<br", "一、", "<body>", "\r", "</");
    const wound = fc.tuple(fc.nat(), fc.nat({ max: 40 }), noise);
    const property = fc.property(fc.array(wound, { minLength: 1, maxLength: 8 }), (wounds) => {
      const text = wounds.reduce((current, [at, length, piece]) => current.slice(0, at % (current.length + 1)) + piece + current.slice((at % (current.length + 1)) + length), page);
      const tree = parse(text);
      assert.equal(tree.text.length, text.length);
      for (let i = 0; i < text.length; i++) if (/[\u4e00-\u9fff]/.test(tree.text.charAt(i)) && text.charAt(i) !== tree.text.charAt(i)) assert.equal(text.charAt(i), "&");
      let at = 0;
      for (const { span } of tree.blocks) {
        assert.equal(span.start, at);
        at = span.end;
      }
      assert.equal(at, text.length);
    });
    fc.assert(property, { numRuns: 300, seed: 20252 });
  });
});
