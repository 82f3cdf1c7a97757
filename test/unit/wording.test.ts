/** The rules on words and characters: their data, entry by entry, and what they must leave alone. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse, applyEdits, fixAll, fixesOf, ruleInfos, type Finding } from "../../server/src/core/index.js";
import { misreadPieces, misreadWords } from "../../server/src/core/rules/script/misread.js";
import { commonTerms } from "../../server/src/core/rules/wording/commonTerms.js";
import { matcher } from "../../server/src/core/rules/wording/matcher.js";
import { reportTerms } from "../../server/src/core/rules/wording/reportTerms.js";
import type { Term } from "../../server/src/core/rules/wording/term.js";
import { plainText, plainSpan, draftSpan } from "../../server/src/core/text/plainText.js";
import { converter } from "./support/converter.js";
import { writeDraft } from "./support/drafts.js";
import { officialProse } from "./support/officialProse.js";
import { trueSentences } from "./support/trueSentences.js";

const codes = new Set(["fixed-term", "doubled-text", "punctuation-width", "dropped-character", "mojibake", "confusable"]);
const terms = [...reportTerms, ...commonTerms];
const draft = writeDraft({ edition: "2021", spelling: "gfm" });

/** A complete report with the sentence as a paragraph of its first chapter. */
function reportWith(sentence: string): string {
  return draft.replace("一是主动公开更加及时", `${sentence}\n\n一是主动公开更加及时`);
}

function found(text: string): Finding[] {
  return analyse(text, { stage: "final", assumeReport: true, log: (message) => assert.fail(message) }).findings.filter(({ code }) => codes.has(code));
}

function told(sentence: string): string[] {
  return found(reportWith(sentence)).map(({ code, message }) => `${code} ${message}`);
}

/** A context with words in its place: 「台风…~」 becomes 「台风公告登陆」. */
function sample(context: string, { wrong }: Term): string {
  const [left = "", right = ""] = context.split("~").map((side) => side.replace("^", "").replaceAll("0", "1").replace("…", "本级"));
  return `${left}${wrong}${right}`;
}

describe("true sentences", () => {
  test("are many", () => assert.ok(new Set(trueSentences).size >= 150, `${trueSentences.length}`));

  for (const sentence of [...trueSentences, ...officialProse]) {
    test(sentence, () => assert.deepEqual(told(sentence), []));
  }

  test("say nothing in Traditional script either", () => {
    for (const sentence of [...trueSentences, ...officialProse]) assert.deepEqual(found(converter.toTraditional(reportWith(sentence))).map(({ message }) => message), [], sentence);
  });

  test("say nothing with half-width marks", () => {
    const halfWidth = (text: string): string => text.replace(/[，：；（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
    for (const sentence of trueSentences) assert.deepEqual(found(halfWidth(reportWith(sentence))).map(({ message }) => message), [], sentence);
  });
});

describe("terms", () => {
  test("are many, and none is listed twice for the same place", () => {
    assert.ok(terms.length >= 80);
    const names = terms.map(({ wrong, within }) => `${wrong} ${within?.join(" ") ?? ""}`);
    assert.equal(new Set(names).size, names.length);
  });

  for (const term of terms) {
    const find = matcher([term]);
    test(`${term.wrong} → ${term.right}`, () => {
      assert.notEqual(term.wrong, term.right);
      assert.equal(find(`工作${term.right}情况`).length, 0, "the right word is right");
      for (const context of term.within ?? ["^~"]) assert.equal(find(`。${sample(context, term)}。`).length, 1, context);
      for (const context of term.except ?? []) assert.equal(find(`。${sample(context, term)}。`).length, 0, context);
      if (term.within !== undefined) assert.equal(find(`甲${term.wrong}乙`).length, 0, "outside of its contexts");
    });
  }

  test("are found with everything around them, and their safe repair leaves nothing to say", () => {
    for (const term of terms) {
      const context = term.within?.[0] ?? "^~";
      const words = sample(context, term);
      const text = reportWith(term.isOfTitles === true ? `依据《${words}》。` : `${context.startsWith("^") ? "" : "全县"}${words.replace(/[,。]$/, "")}。`);
      const findings = found(text);
      assert.deepEqual(findings.map(({ code }) => code), term.script === "traditional" ? [] : ["fixed-term"], words);
      const fixed = fixAll(text, { stage: "final", assumeReport: true }, converter).text;
      assert.deepEqual(found(fixed).map(({ code }) => code), term.safety === "safe" ? [] : ["fixed-term"], words);
    }
  });

  test("stay as they are in the titles of documents", () => {
    assert.deepEqual(told("转发《关于布署2023年工作的通知》，落实《其它事项办理规程》。"), []);
    assert.deepEqual(told("依据《中华人民共和国政府信息公开工作条例》编制。").length, 1);
  });
});

describe("in a Traditional draft", () => {
  const traditional = (sentence: string): string => converter.toTraditional(reportWith("占位之处。")).replace("佔位之處。", sentence);

  test("words are found through pinyin, and only the wrong character is changed", () => {
    const text = traditional("以公開粗監(jiān)督，上年度轉結(jié)2件。");
    const analysis = analyse(text, { stage: "final", assumeReport: true });
    const findings = analysis.findings.filter(({ code }) => code === "fixed-term");
    assert.deepEqual(findings.map(({ span }) => text.slice(span.start, span.end)), ["粗監(jiān)督", "轉結"]);
    const edits = findings.flatMap((finding) => fixesOf(analysis, finding, converter).flatMap((fix) => fix.edits));
    assert.ok(applyEdits(text, edits).includes("以公開促監(jiān)督，上年度結轉(jié)2件。"));
    assert.deepEqual(findings.flatMap((finding) => fixesOf(analysis, finding)), [], "none without a converter");
  });

  test("a repair keeps the draft's own form of a character", () => {
    const text = traditional("信息發布及時，在發步政務信息時沒有登記。");
    assert.ok(fixAll(text, { stage: "final", assumeReport: true }, converter).text.includes("在發布政務信息時"));
  });

  test("two words of Taiwan's usage are told once, one is not", () => {
    assert.equal(found(traditional("從巨觀層面看，資訊的最佳化工作穩步推進，網路平台運行正常。")).filter(({ code }) => code === "fixed-term").length, 1);
    assert.equal(found(traditional("新聞資訊按時發出。")).length, 0);
  });
});

describe("doubled text", () => {
  const doubled: readonly (readonly [string, string])[] = [
    ["对发布不规范的的部门开展培训。", "的的"],
    ["法律、法规、规章和和政策性文件。", "和和"],
    ["进一步进一步规范流程。", "进一步进一步"],
    ["公开各类各类奖励信息。", "各类各类"],
    ["为政府治理提供提供数据支撑。", "提供提供"],
    ["因不掌握相关相关信息无法提供。", "相关相关"],
    ["属于四类过程性性信息1件。", "性性"],
    ["召开聚焦建县70周年专场发布会聚焦建县70周年专场发布会。", "聚焦建县70周年专场发布会聚焦建县70周年专场发布会"],
    ["落实《《政府信息公开条例》要求。", "《《"],
    ["加强组织领导加强组织领导，明确责任。", "加强组织领导加强组织领导"],
    ["我县加强了组织领导，明确了责任分工，明确了责任分工，取得实效。", "明确了责任分工"],
    ["全县上下把公开工作摆在更加重要的位置来抓。效果明显。全县上下把公开工作摆在更加重要的位置来抓。", "全县上下把公开工作摆在更加重要的位置来抓"],
  ];
  for (const [sentence, copy] of doubled) {
    test(sentence, () => {
      const text = reportWith(sentence);
      const findings = found(text);
      assert.deepEqual(findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]), [["doubled-text", copy]]);
      const analysis = analyse(text, { stage: "final", assumeReport: true });
      const [finding] = analysis.findings;
      assert.ok(finding !== undefined);
      assert.deepEqual(found(applyEdits(text, fixesOf(analysis, finding)[0]?.edits ?? [])), []);
    });
  }

  test("a paragraph that stands three times is one finding", () => {
    const paragraph = "全县各级各部门把政府信息公开作为法治政府建设的重要内容，规范目录、优化平台、畅通渠道，公开的质量和水平得到了群众的普遍认可。";
    const text = reportWith([paragraph, "中间有别的话。", paragraph, paragraph].join("\n\n"));
    const findings = found(text);
    assert.deepEqual(findings.map(({ code }) => code), ["doubled-text"]);
    assert.match(findings[0]?.message ?? "", /3 次/);
  });
});

describe("digits that run together", () => {
  const lost: readonly (readonly [string, string, RegExp])[] = [
    ["数据时限为201911日至同年12月31日。", "201911日", /“2019年1月1日”/],
    ["截至20191231日的数据。", "20191231日", /“2019年12月31日”/],
    ["从20201月1日起施行。", "20201月1日", /“2020年1月1日”/],
    ["会议于2017210日召开。", "2017210日", /“2017年2月10日”/],
    ["会议于2019121日召开。", "2019121日", /“2019年1月21日”、“2019年12月1日”/],
    ["会议于2019年1231日召开。", "2019年1231日", /“2019年12月31日”/],
    ["依据国办函〔20196061号文件。", "国办函〔20196061号", /“〔2019〕6061号”/],
    ["依据（云府办发﹝20168号）文件。", "云府办发﹝20168号", /“〔2016〕8号”/],
    ["印发《通知》（云府办字201997号）。", "云府办字201997号", /“〔2019〕97号”/],
    ["依据国办发〔〕12号文件。", "国办发〔〕12号", /没有年份/],
    ["统计期限为2024年1月1日至1231日。", "1231日", /“12月31日”/],
    ["统计期限为2024111231日。", "2024111231日", /“2024年1月1日至12月31日”/],
    ["公开数据截至 20241231止。", "20241231", /“2024年12月31日”/],
    ["落实《实施纲要（20212025年）》要求。", "20212025年", /“2021—2025年”/],
    ["按照《通知》（云政办2013224要求）编制。", "云政办2013224", /“〔2013〕224号”/],
    ["数据自1月1日起至202424年12月31日止。", "202424年", /“2024年”/],
    ["数据从1月1日至12月31止。", "12月31", /“12月31日”/],
    ["数据自2024年1月日起计算。", "2024年1月日", /不完整/],
    ["数据自2024年1月1日起至年12月31日止。", "至年12月31日", /不完整/],
    ["本报告所列数据的统计期限自至。", "期限自至", /没有日期/],
  ];
  for (const [sentence, place, readings] of lost) {
    test(sentence, () => {
      const text = reportWith(sentence);
      const findings = found(text).filter(({ code }) => code === "dropped-character");
      assert.deepEqual(findings.map(({ span }) => text.slice(span.start, span.end).slice(-place.length)), [place]);
      assert.match(findings[0]?.message ?? "", readings);
    });
  }

  test("as the date of the signature", () => {
    assert.deepEqual(found(draft.replace("2025年1月20日", "2025120")).map(({ code }) => code), ["dropped-character"]);
    assert.deepEqual(found(draft.replace("2025年1月20日", "2025 120")).map(({ code }) => code), ["dropped-character"]);
    assert.deepEqual(found(draft.replace("2025年1月20日", "20250120")), []);
    assert.deepEqual(found(draft.replace("2025年1月20日", "6532910")), []);
  });
});

describe("garbled text", () => {
  test("the pieces are what the words become when UTF-8 is read as GBK", () => {
    const decoder = new TextDecoder("gbk");
    const made = misreadWords.flatMap((word) => [0, 1].map((shift) => decoder.decode(Buffer.from(word, "utf8").subarray(shift))));
    for (const piece of misreadPieces) assert.ok(made.some((text) => text.includes(piece)), piece);
  });

  const spoilt = [
    "全县政府信息公\ufffd\ufffd工作。",
    "全县锟斤拷锟斤拷工作。",
    "?。ㄒ唬┘訌姽_工作。",
    "各。ㄗ灾螀^(qū)）政府。",
    "申請?zhí)幚頉Q定已經作出。",
    Buffer.from("2024年政府信息公开工作", "utf8").toString("latin1"),
    new TextDecoder("windows-1252").decode(Buffer.from("政府信息公开", "utf8")),
    new TextDecoder("gbk").decode(Buffer.from("全县人民政府信息公开", "utf8")),
    "主勱公開丌足癿問題仍然存在。",
  ];
  for (const sentence of spoilt) {
    test(sentence, () => assert.deepEqual([...new Set(found(reportWith(sentence)).filter(({ code }) => code === "mojibake").map(({ code }) => code))], ["mojibake"]));
  }
});

describe("characters taken for others", () => {
  const confused: readonly (readonly [string, string])[] = [
    ["二○二四年以来公开信息三百条。", "二〇二四年以来公开信息三百条。"],
    ["二0二四年以来公开信息三百条。", "二〇二四年以来公开信息三百条。"],
    ["2O24年公开信息300条。", "2024年公开信息300条。"],
    ["2024年l2月3l日前公开。", "2024年12月31日前公开。"],
    ["12月31曰前公开，工作曰内答复。", "12月31日前公开，工作日内答复。"],
    ["下载А\u0420P客户端。".replace("А", "A"), "下载APP客户端。"],
  ];
  for (const [wrong, right] of confused) {
    test(wrong, () => {
      assert.ok(told(wrong).every((message) => message.startsWith("confusable")) && told(wrong).length > 0);
      assert.equal(fixAll(reportWith(wrong), { stage: "final", assumeReport: true }, converter).text, reportWith(right));
    });
  }
});

describe("the width of marks", () => {
  const prose = "我县规范流程，压实责任，优化平台；公开更加及时，答复更加规范（含口头答复）。".repeat(6);

  test("a few half-width ones among full-width ones are one finding with one repair", () => {
    const text = reportWith(`${prose.replace(/公开/, "（主动）公开")}落实责任,规范流程(含公示)。印发《关于转发<工作要点>的通知》。`);
    const findings = found(text);
    assert.deepEqual(findings.map(({ code }) => code), ["punctuation-width"]);
    const fixed = fixAll(text, { stage: "final", assumeReport: true }, converter).text;
    assert.ok(fixed.includes("落实责任，规范流程（含公示）。印发《关于转发〈工作要点〉的通知》。"));
  });

  test("nothing is said where half of them are half-width, or there are few", () => {
    assert.deepEqual(found(reportWith(prose + prose.replaceAll("，", ","))), []);
    assert.deepEqual(found(reportWith(prose + "统计数字1,234和12:30，见http://a.cn/x,y;z。")), []);
  });
});

describe("plain text", () => {
  test("knows where each character stands", () => {
    const text = "以公開粗監(jiān)督，\u200b０９。";
    const plain = plainText(text);
    assert.equal(plain.text, "以公开粗监督,09。");
    assert.equal(plain.offsets.length, plain.text.length + 1);
    const span = draftSpan(plain, 3, 6);
    assert.equal(text.slice(span.start, span.end), "粗監(jiān)督");
    assert.deepEqual(plainSpan(plain, span), { start: 3, end: 6 });
  });
});

test("the rules are there", () => assert.ok([...codes].every((code) => ruleInfos.some((rule) => rule.code === code))));
