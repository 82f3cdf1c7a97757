import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../../server/src/core/text/fold.js";

describe("fold", () => {
  const same: readonly (readonly [string, string])[] = [
    ["12.5", "12.5"],
    ["一、本年新收政府信息公開申請數(shù)量 ", "一、本年新收政府信息公开申请数量"],
    ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"],
    ["3.危及「三安全一穩定」", '3.危及"三安全一稳定"'],
    ["3.危及“三安全一稳定”", '3.危及"三安全一稳定"'],
    ["商业\n 企业", "商业企业"],
    ["指 标　名\u00a0称", "指标名称"],
    ["⾏政\u200b许可", "行政许可"],
    ["本年收费金额（单位：万元）", "本年收费金额(单位:万元)"],
    ["１２．５％", "12.5%"],
    ["100℅", "100%"],
    ["﹝2024﹞3号", "〔2024〕3号"],
    ["務 (wù)", "务"],
    ["公(gong)(gong)开", "公开"],
    ["规章、其他。", "规章、其他。"],
    ["𠮷林", "𠮷林"],
    ["", ""],
  ];
  for (const [text, folded] of same) test(JSON.stringify(text), () => assert.equal(fold(text), folded));

  test("folding twice changes nothing", () => {
    const alphabet = fc.constantFrom(..."務务公開(（）)wùgōng，：“ 　\u200b⾏１Ａ℅𠮷\ud800a1、。");
    fc.assert(fc.property(fc.array(alphabet, { maxLength: 30 }), (characters) => {
      const folded = fold(characters.join(""));
      assert.equal(fold(folded), folded);
    }), { numRuns: 2000, seed: 5 });
  });
});
