/** A folded line and the way back to the draft. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { fold } from "../../server/src/core/text/fold.js";
import { foldedLine, foldedProse } from "../../server/src/core/text/foldedText.js";
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

  test("keeps numbers of the prose apart, however they are parted, and leads back over several lines", () => {
    const text = "收(shōu)到 12 34 件，**5** *6*，\u000b７ ８件；12\u000b34。 结转\n9 件";
    const end = text.indexOf("\n");
    const prose = foldedProse(plainText(text), [{ start: 0, end }, { start: end + 1, end: text.length }]);
    assert.equal(prose.text, "收到12 34件,5 6,7 8件;12 34。结转9件");
    const places = ["34件", "7 8", "结转9"].map((words) => prose.span(prose.text.indexOf(words), prose.text.indexOf(words) + words.length));
    assert.deepEqual(places.map(({ start, end: last }) => text.slice(start, last)), ["34 件", "７ ８", "结转\n9"]);
  });
});
