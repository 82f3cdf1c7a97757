/** True sentences: not one of them may be called wrong. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { narrativeDraft } from "../support/narrativeDraft.js";
import { trueCounts } from "../support/trueCounts.js";
import { truePassages } from "../support/truePassages.js";

describe("true sentences are left alone", () => {
  for (const { name, organ, chapter, cells, passages } of [...truePassages, ...trueCounts]) {
    for (const passage of passages) {
      test(`${name}: ${passage}`, () => {
        const { findings } = analyse(narrativeDraft({ organ, cells, prose: { [chapter]: passage } }), { stage: "final" });
        assert.deepEqual(findings.filter(({ code }) => code.startsWith("narrative-")).map(({ message }) => message), []);
      });
    }
  }

  test("where title and period name different years, which of them is the report's is not known", () => {
    const passage = "2024年新收政府信息公开申请74件，同比增长10.4%（2023年新收67件）。";
    const draft = narrativeDraft({ organ: "云溪县", cells: { "applications/received/total": "74" }, prose: { overview: passage } });
    const misdated = draft.replace("2024年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告\n\n本报告数据的统计期限为2024年1月1日至2024年12月31日。");
    const { findings } = analyse(misdated, { stage: "final" });
    assert.ok(findings.some(({ code }) => code === "year-mismatch"));
    assert.deepEqual(findings.filter(({ code }) => code.startsWith("narrative-")).map(({ message }) => message), []);
  });

  test("a list of disputes about disclosure itself is still held against the table", () => {
    const draft = narrativeDraft({ organ: "云溪县", cells: {}, prose: { review: "因政府信息公开引发行政复议4件、行政诉讼2件。" } });
    const { findings } = analyse(draft, { stage: "final" });
    assert.deepEqual(findings.filter(({ code }) => code === "narrative-table").map(({ data }) => data.found), ["4", "2"]);
  });

  test("they are at least two hundred", () => {
    assert.ok(new Set(truePassages.flatMap(({ passages }) => passages)).size >= 200);
  });
});
