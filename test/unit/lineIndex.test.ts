/** Offsets and positions, asked in any order: the index remembers where it was asked last. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LineIndex } from "../../server/src/core/index.js";

const pieces = fc.array(fc.constantFrom("年报", "\n", "\r\n", "\r", "", "一件"), { maxLength: 30 }).map((parts) => parts.join(""));

/** Line ends before the offset, counted anew each time. */
function lineCounted(text: string, offset: number): number {
  return [...text.matchAll(/\r\n|\r|\n/g)].filter((end) => end.index + end[0].length <= offset).length;
}

test("a position is the same whatever was asked before it", () => {
  fc.assert(
    fc.property(pieces, fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 30 }), (text, offsets) => {
      const lines = new LineIndex(text);
      for (const offset of offsets.map((offset) => Math.min(offset, text.length))) {
        assert.equal(lines.lineAt(offset), lineCounted(text, offset));
        assert.equal(lines.offset(lines.position(offset)), offset);
      }
    }),
    { seed: 20261, numRuns: 500 },
  );
});

test("places of no line are the nearest places that are", () => {
  const lines = new LineIndex("年报\n一件");
  assert.equal(lines.offset({ line: -1, character: 5 }), 0);
  assert.equal(lines.offset({ line: 0, character: 50 }), 3);
  assert.equal(lines.offset({ line: 9, character: 0 }), 5);
});
