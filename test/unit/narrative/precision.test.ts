/** True sentences: not one of them may be called wrong. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../../server/src/core/index.js";
import { narrativeDraft } from "../support/narrativeDraft.js";
import { truePassages } from "../support/truePassages.js";

describe("true sentences are left alone", () => {
  for (const { name, organ, chapter, cells, passages } of truePassages) {
    for (const passage of passages) {
      test(`${name}: ${passage}`, () => {
        const { findings } = analyse(narrativeDraft({ organ, cells, prose: { [chapter]: passage } }), { stage: "final" });
        assert.deepEqual(findings.filter(({ code }) => code.startsWith("narrative-")).map(({ message }) => message), []);
      });
    }
  }

  test("they are at least two hundred", () => {
    assert.ok(new Set(truePassages.flatMap(({ passages }) => passages)).size >= 200);
  });
});
