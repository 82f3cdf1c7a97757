/** What other code asks of the prose: places in the draft, and amounts that are stated for single cells. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { claimsOf } from "../../../server/src/core/narrative/claims.js";
import { statedAmounts } from "../../../server/src/core/narrative/statedAmounts.js";
import { foldedProse } from "../../../server/src/core/text/foldedText.js";
import { plainText } from "../../../server/src/core/text/plainText.js";
import { narrativeDraft } from "../support/narrativeDraft.js";

function reportWith(overview: string) {
  return analyse(narrativeDraft({ organ: "云溪县", cells: {}, prose: { overview } })).report;
}

test("folded text knows its places in the draft", () => {
  const draft = "收(shōu)到 １２ 件，結轉**3**件 45 67";
  const folded = foldedProse(plainText(draft), [{ start: 0, end: draft.length }]);
  assert.equal(folded.text, "收到12件,结转3件45 67");
  const place = (words: string): string => {
    const at = folded.text.indexOf(words);
    const span = folded.span(at, at + words.length);
    return draft.slice(span.start, span.end);
  };
  assert.deepEqual(["12", "结转", "3", "67"].map(place), ["１２", "結轉", "3", "67"]);
});

test("a sentence that a copy has broken over lines is one", () => {
  const report = reportWith("2024年，全县各级行政机关认真办理政府信息公开申请，共收到\n政府信息公开申请12件。");
  assert.deepEqual(claimsOf(report).map(({ raw, measure }) => [raw, measure?.name]), [["12", "applications.receivedAny"]]);
});

test("only certain numbers with one meaning are evidence for a cell", () => {
  const stated = statedAmounts(reportWith("全县收到申请12件，新收政府信息公开申请11件，上年结转1件，部分公开约3件。2023年新收政府信息公开申请9件。网上新收申请5件。"));
  assert.deepEqual([...stated], [["applications/received/total", [11_000_000n]], ["applications/carriedIn/total", [1_000_000n]]]);
});
