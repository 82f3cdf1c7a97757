import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../../server/src/core/index.js";
import { changedLines } from "../../../server/src/service/fixAll.js";

describe("changedLines", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["甲\n乙\n丙\n", "甲\n丁\n丙\n", "乙\n"],
    ["甲\n乙\n丙\n", "甲\n丙\n", "乙\n"],
    ["甲\n丙\n", "甲\n乙\n丙\n", ""],
    ["甲", "乙", "甲"],
    ["甲\n甲\n", "甲\n甲\n甲\n", ""],
    ["𠮷\n", "\ud842\udfb8\n", "𠮷\n"],
    ["一\r\n二\r\n", "一\r\n三\r\n", "二\r\n"],
    ["", "甲\n", ""],
    ["甲\n", "", "甲\n"],
  ];
  for (const [before, after, replaced] of cases) {
    test(JSON.stringify([before, after]), () => {
      const edits = changedLines(before, after);
      assert.equal(applyEdits(before, edits), after);
      assert.deepEqual(edits.map(({ span }) => before.slice(span.start, span.end)), [replaced]);
    });
  }
  test("nothing where nothing differs", () => assert.deepEqual(changedLines("甲\n", "甲\n"), []));
});
