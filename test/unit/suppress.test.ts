import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, fixAll, type CheckOptions } from "../../server/src/core/index.js";
import { writeDraft } from "./support/drafts.js";

const draft = writeDraft({ edition: "2021", spelling: "gfm" }).replace("一、总体情况", "一、总体狀況");
const heading = "## 一、总体狀況";

/** Without those on the comments themselves, which are of little use in some of these drafts. */
function codes(text: string): string[] {
  return analyse(text, { stage: "final", rules: { suppression: "off" } }).findings.map((finding) => finding.code);
}

describe("silencing in the text", () => {
  test("without a comment both findings are told", () => assert.deepEqual(codes(draft).sort(), ["mixed-script", "section-title"]));

  test("the next line, over blank lines, for one code or several or all", () => {
    const before = (comment: string): string[] => codes(draft.replace(heading, `<!-- ${comment} -->\n\n${heading}`)).sort();
    assert.deepEqual(before("nianbao-disable-next-line section-title: 沿用旧称"), ["mixed-script"]);
    assert.deepEqual(before("nianbao-disable-next-line section-title, mixed-script: 沿用旧称"), []);
    assert.deepEqual(before("nianbao-disable-next-line"), []);
    assert.deepEqual(before("nianbao-disable-next-line row-total"), ["mixed-script", "section-title"]);
  });

  test("the next line only", () => assert.deepEqual(codes(draft.replace("本报告依据", "<!-- nianbao-disable-next-line -->\n本报告依据")).sort(), ["mixed-script", "section-title"]));

  test("from one comment to another", () => {
    const wrapped = draft.replace(heading, `<!-- nianbao-disable section-title: 沿用旧称 -->\n${heading}\n<!-- nianbao-enable section-title -->`);
    assert.deepEqual(codes(wrapped), ["mixed-script"]);
    const ended = draft.replace(heading, `<!-- nianbao-disable section-title -->\n\n<!-- nianbao-enable section-title -->\n${heading}`);
    assert.deepEqual(codes(ended).sort(), ["mixed-script", "section-title"]);
  });

  test("for two codes, of which one is ended", () => {
    const both = `<!-- nianbao-disable section-title, mixed-script -->\n<!-- nianbao-enable mixed-script -->\n${heading}`;
    assert.deepEqual(codes(draft.replace(heading, both)), ["mixed-script"]);
  });

  test("twice for the same code is one stretch", () => {
    const twice = draft.replace("本报告依据", "<!-- nianbao-disable section-title -->\n\n本报告依据");
    assert.deepEqual(codes(twice.replace("三、收到", "三、\n\n<!-- nianbao-disable section-title -->\n\n收到")).filter((code) => code === "section-title"), []);
  });

  test("by several comments above one line", () => {
    assert.deepEqual(codes(draft.replace(heading, `<!-- nianbao-disable-next-line section-title: 甲 -->\n<!-- nianbao-disable-next-line mixed-script 乙 -->\n${heading}`)), []);
  });

  test("what is told of the whole report, above its first line", () => {
    const untitled = draft.replace(/^# .*\n/, "");
    assert.ok(codes(untitled).includes("title-form"));
    assert.ok(!codes(`<!-- nianbao-disable-next-line title-form: 附件 -->\n${untitled}`).includes("title-form"));
  });

  test("to the end where it is not ended", () => assert.deepEqual(codes(draft.replace(heading, `<!-- nianbao-disable -->\n${heading}`)), []));

  test("the whole file, wherever the comment stands", () => assert.deepEqual(codes(`${draft}\n<!-- nianbao-disable-file mixed-script: 引文 -->\n`), ["section-title"]));
});

describe("what is told of the comments themselves", () => {
  const told = (text: string, options: CheckOptions = {}): string[] => analyse(text, { stage: "final", ...options }).findings.filter(({ code }) => code === "suppression").map(({ data }) => data.key);
  const above = (comment: string): string => draft.replace(heading, `<!-- ${comment} -->\n${heading}`);

  test("nothing of one that silences something", () => {
    for (const comment of ["nianbao-disable-next-line section-title: 旧称", "nianbao-disable-next-line", "nianbao-disable-file mixed-script", "nianbao-disable"]) assert.deepEqual(told(above(comment)), [], comment);
  });

  test("each code that is of no use, in one finding a comment", () => {
    assert.deepEqual(told(above("nianbao-disable-next-line section-title, row-total, table-label")), ["unused/row-total,table-label/1"]);
  });

  test("nothing of a rule that is switched off", () => {
    assert.deepEqual(told(above("nianbao-disable-next-line row-total"), { rules: { "row-total": "off" } }), []);
    assert.deepEqual(told(draft.replace(heading, `<!-- nianbao-disable-next-line row-total -->\n本年度工作平稳。\n\n${heading}`)), ["unused/row-total/1"]);
  });

  test("nothing of all rules while one of them is off", () => {
    const comment = draft.replace("本报告依据", "<!-- nianbao-disable-next-line -->\n本报告依据");
    assert.deepEqual(told(comment), ["unused/*/1"]);
    assert.deepEqual(told(comment, { rules: { "row-total": "off" } }), []);
  });

  test("in a draft only what is about characters, since blanks may yet be filled", () => {
    const comments = draft.replace("本报告依据", "<!-- nianbao-disable-next-line cell-empty, pinyin-residue -->\n本报告依据");
    assert.deepEqual(told(comments, { stage: "draft" }), ["unused/pinyin-residue/1"]);
  });

  test("two alike are two findings", () => {
    const twice = draft.replace("本报告依据", "<!-- nianbao-disable-file row-total -->\n<!-- nianbao-disable-file row-total -->\n本报告依据");
    assert.deepEqual(told(twice), ["unused/row-total/1", "unused/row-total/2"]);
  });

  test("removing the comment of no use removes the one that ends it", () => {
    const wrapped = draft.replace("本报告依据", "<!-- nianbao-disable pinyin-residue -->\n本报告依据").replace("## 二、", "<!-- nianbao-enable pinyin-residue -->\n## 二、");
    assert.equal(fixAll(wrapped, { stage: "final", rules: { "mixed-script": "off" } }).text, draft);
  });
});

describe("the edition", () => {
  test("can be ordered in the text", () => {
    const { report } = analyse(draft.replace("# 云溪县", "<!-- nianbao-edition: 2019 -->\n# 云溪县"));
    assert.equal(report.edition.id, "2019");
    assert.match(report.because, /指令/);
  });
});

describe("one of several places that are told at once", () => {
  const withParagraphs = (...paragraphs: readonly string[]): string => draft.replace("总体狀況", "总体情况").replace("本报告依据", `${paragraphs.join("\n\n")}\n\n本报告依据`);
  const marks = withParagraphs("全年公开信息，，内容真实；；及时。", "<!-- nianbao-disable-next-line doubled-text: 照录原文 -->\n公开栏目，，长期有效。", "平台，，运行正常。");
  const pinyin = withParagraphs("政府(fǔ)信(xìn)息公(gōng)开。", "<!-- nianbao-disable-next-line pinyin-residue: 照录原文 -->\n群(qún)众满意。", "办(bàn)事便捷。");

  for (const [name, text, kept] of [["doubled marks", marks, "公开栏目，，长期有效"], ["pinyin", pinyin, "群(qún)众满意"]] as const) {
    test(`${name}: the comment holds, and no repair touches the place`, () => {
      assert.ok(!analyse(text, { stage: "final" }).findings.some(({ code }) => code === "suppression"));
      const fixed = fixAll(text, { stage: "final" }).text;
      assert.ok(fixed.includes(kept));
      assert.ok(!/；；|fǔ|bàn/.test(fixed));
    });
  }
});
