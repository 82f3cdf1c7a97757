/** Thousands of consistent drafts in both forms and every spelling: each cell is bound to its own fact, and nothing is said. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { analyse } from "../../server/src/core/index.js";
import { consistentValues, editionOf, spellings, writeDraft } from "./support/drafts.js";

const draftsEach = 130;

describe("each of many consistent drafts", () => {
  for (const edition of ["2019", "2021"] as const) {
    for (const spelling of spellings) {
      test(`${edition} ${spelling}: every cell is its own fact, and there is no finding`, () => {
        for (let seed = 1; seed <= draftsEach; seed++) readsAll(edition, spelling, 7919 * seed);
      });
    }
  }
});

function readsAll(edition: "2019" | "2021", spelling: (typeof spellings)[number], seed: number): void {
  const { report, findings } = analyse(writeDraft({ edition, spelling, seed }), { stage: "final", assumeReport: true });
  const values = consistentValues(editionOf(edition), seed);
  assert.equal(report.facts.size, values.size, `${seed}: number of cells`);
  for (const [key, value] of values) {
    const fact = report.facts.get(key);
    assert.equal(fact !== undefined && "raw" in fact.value ? fact.value.raw : undefined, value, `${seed}: ${key}`);
  }
  assert.deepEqual(findings.map(({ code, message }) => `${code} ${message}`), [], `${seed}`);
}
