/** Generated reports: no number that is right is called wrong, and a fault is found where it is. bench/narrative.mjs runs more of them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { falseFindings, faultKindsOf, withFault } from "../support/narrativeRun.js";

const reports = 30;
const seeds = Array.from({ length: reports }, (_, i) => 5000 + i);

describe("generated reports", () => {
  test("nothing is said of true ones", () => {
    for (const seed of seeds) assert.deepEqual(falseFindings(seed), [], `seed ${seed}`);
  });

  test("a fault is found at its place, and little else is said", () => {
    const results = seeds.flatMap((seed) => faultKindsOf(seed).flatMap((kind) => withFault(seed, kind) ?? []));
    const missed = results.filter(({ isFound }) => !isFound);
    assert.ok(results.length > 10 * reports, `${results.length} faults`);
    assert.ok(missed.length <= results.length * 0.02, missed.map(({ kind, place }) => `${kind}: ${place}`).join("\n"));
    const others = results.reduce((sum, result) => sum + result.others.length, 0);
    assert.ok(others <= results.length * 0.3, `${others} other findings`);
  });
});
