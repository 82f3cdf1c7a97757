import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { flowLayout, type Bar } from "../../client/src/preview/flowLayout.js";
import type { Stream } from "../../client/src/preview/model.js";

const range = [0, 0, 0, 0] as const;

function streams(counts: readonly number[]): Stream[] {
  return counts.map((count, index) => ({ key: String(index), label: String(index), count, range }));
}

function close(a: number, b: number): void {
  assert.ok(Math.abs(a - b) < 1e-6, `${a} and ${b}`);
}

describe("the picture of the applications", () => {
  const counts = fc.array(fc.nat({ max: 5000 }), { minLength: 1, maxLength: 8 });

  test("bars are as high as their counts, both sides as high as the middle, and labels have room", () => {
    fc.assert(fc.property(counts, counts, (incoming, outgoing) => {
      const layout = flowLayout({ incoming: streams(incoming), outgoing: streams(outgoing) });
      if (Math.max(...incoming, ...outgoing) === 0) return;
      for (const side of [layout.incoming, layout.outgoing]) {
        close(side.reduce((sum, { height }) => sum + height, 0), layout.middle.height);
        for (const bar of side) close(bar.height * layout.middle.count, bar.count * layout.middle.height);
        assertApart(side, layout.height);
      }
    }));
  });

  function assertApart(side: readonly Bar[], height: number): void {
    side.forEach((bar, index) => {
      const next = side[index + 1];
      assert.ok(bar.y >= -1e-6 && bar.y + bar.height <= height + 1e-6);
      if (next !== undefined) assert.ok(next.y + next.height / 2 - (bar.y + bar.height / 2) >= 20);
    });
  }

  test("what one side lacks is a bar of its own without a stream", () => {
    const { incoming, outgoing } = flowLayout({ incoming: streams([12, 1]), outgoing: streams([10, 1]) });
    assert.equal(incoming.length, 2);
    assert.deepEqual(outgoing.map(({ stream, count }) => [stream?.key, count]), [["0", 10], ["1", 1], [undefined, 2]]);
  });

  test("ribbons leave the middle one below the other", () => {
    const { outgoing, middle } = flowLayout({ incoming: streams([6]), outgoing: streams([3, 2, 1]) });
    outgoing.reduce((top, bar) => {
      close(bar.middle, top);
      return top + bar.height;
    }, middle.y);
  });
});
