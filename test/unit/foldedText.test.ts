/** A folded line and the way back to the draft. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../../server/src/core/text/fold.js";
import { foldedLine } from "../../server/src/core/text/foldedText.js";
import { plainText } from "../../server/src/core/text/plainText.js";

function back(text: string, words: string): string {
  const line = foldedLine(plainText(text), { start: 0, end: text.length });
  const at = line.text.indexOf(words);
  assert.ok(at >= 0, `${words} is not in ${line.text}`);
  const { start, end } = line.span(at, at + words.length);
  return text.slice(start, end);
}

describe("a folded line", () => {
  test("leads back over spaces, width, script and pinyin", () => {
    assert.equal(back("我 縣 2024 年 公開", "2024年公开"), "2024 年 公開");
    assert.equal(back("印發（２０２４）３號", "(2024)3号"), "（２０２４）３號");
    assert.equal(back("本鄉(xiāng)鎮(zhèn)機關(guān)的利益", "乡镇机关"), "鄉(xiāng)鎮(zhèn)機關");
    assert.equal(back("全\u200b市共收到", "全市"), "全\u200b市");
    assert.equal(back("前🀄全市", "全市"), "全市");
  });

  test("begins where its range begins", () => {
    const line = foldedLine(plainText("甲乙 丙丁"), { start: 1, end: 4 });
    assert.equal(line.text, "乙丙");
    assert.deepEqual(line.span(1, 2), { start: 3, end: 4 });
    assert.deepEqual(line.span(2, 2), { start: 4, end: 4 });
  });

  test("leads each character of any text back to what it was folded from", () => {
    const piece = fc.oneof(fc.constantFrom("鄉(xiāng)", "務(wù)(wù)", "（", "２", "\u3000", "\u200b", "🀄", "公開", "年", "℅", "⼀", "“"), fc.string({ unit: "binary", maxLength: 6 }));
    const property = fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const line = foldedLine(plainText(text), { start: 0, end: text.length });
      assert.equal(line.text, fold(text));
      for (let at = 0; at < line.text.length; at++) {
        const { start, end } = line.span(at, at + 1);
        assert.ok(fold(text.slice(start, end)).includes(line.text.charAt(at)), `${at} of ${JSON.stringify(text)}`);
      }
    });
    fc.assert(property, { numRuns: 500, seed: 20244 });
  });
});
