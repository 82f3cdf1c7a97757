import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Drafts } from "../../server/src/lsp/drafts.js";
import type { Draft, Snapshot } from "../../server/src/service/service.js";
import { Clock } from "./clock.js";

const options = {};
const always = () => true;

function snapshotOf(version: number, uri = "file:///draft.md"): Snapshot {
  return { uri, version, languageId: "nianbao", text: `version ${version}` };
}

/** Checks of a given number of steps, each of which takes a given time. */
class Bench {
  readonly clock = new Clock();
  begun = 0;
  steps = 0;
  readonly drafts: Drafts;

  constructor(count: number, public milliseconds: number) {
    const reading = (snapshot: Snapshot) => this.reading(snapshot, count);
    this.drafts = new Drafts({ readingDraft: reading }, { timer: this.clock.timer, now: () => this.clock.now });
  }

  private *reading(snapshot: Snapshot, count: number): Generator<undefined, Draft, void> {
    this.begun++;
    for (let step = 0; step < count; step++) {
      this.steps++;
      this.clock.now += this.milliseconds;
      yield;
    }
    return { snapshot } as Draft;
  }
}

describe("Drafts", () => {
  test("a short check is done within one turn", async () => {
    const bench = new Bench(3, 1);
    const draft = await bench.drafts.get(snapshotOf(1), options, always);
    assert.equal(draft?.snapshot.version, 1);
    assert.equal(bench.clock.pending, 0);
  });

  test("a long one lets others have their turn every 8 ms", async () => {
    const bench = new Bench(10, 4);
    const result = bench.drafts.get(snapshotOf(1), options, always);
    assert.equal(bench.steps, 2);
    await bench.clock.pass(1000);
    assert.equal((await result)?.snapshot.version, 1);
  });

  test("what a check costs is known after two, one that was held up does not count", async () => {
    const bench = new Bench(10, 4);
    const costs: number[] = [];
    for (let version = 1; version <= 4; version++) {
      bench.milliseconds = version === 3 ? 400 : 4;
      const result = bench.drafts.get(snapshotOf(version), options, always);
      await bench.clock.pass(10_000);
      await result;
      costs.push(bench.drafts.cost("file:///draft.md"));
    }
    assert.deepEqual(costs, [0, 40, 40, 40]);
  });

  test("half a check can only raise what a check is thought to cost", async () => {
    const bench = new Bench(10, 4);
    for (const [version, isWanted] of [[1, always], [2, () => false], [3, () => false]] as const) {
      const result = bench.drafts.get(snapshotOf(version), options, isWanted);
      await bench.clock.pass(10_000);
      await result;
    }
    assert.equal(bench.drafts.cost("file:///draft.md"), 40);
  });

  test("all who ask for the same snapshot share one check, during it and after it", async () => {
    const bench = new Bench(10, 4);
    const snapshot = snapshotOf(1);
    const first = bench.drafts.get(snapshot, options, always);
    const second = bench.drafts.get(snapshot, options, always);
    await bench.clock.pass(1000);
    assert.equal(await first, await second);
    assert.equal(await bench.drafts.get(snapshot, options, always), await first);
    assert.equal(bench.begun, 1);
  });

  test("another version or other options are another check", async () => {
    const bench = new Bench(1, 1);
    const snapshot = snapshotOf(1);
    await bench.drafts.get(snapshot, options, always);
    await bench.drafts.get(snapshot, { stage: "final" }, always);
    await bench.drafts.get(snapshotOf(1), options, always);
    assert.equal(bench.begun, 3);
  });

  test("a check that nobody wants any more is given up", async () => {
    const bench = new Bench(100, 4);
    let isWanted = true;
    const result = bench.drafts.get(snapshotOf(1), options, () => isWanted);
    isWanted = false;
    await bench.clock.pass(1000);
    assert.equal(await result, undefined);
    assert.equal(bench.steps, 2);
  });

  test("a check that one of two still wants goes on", async () => {
    const bench = new Bench(10, 4);
    const snapshot = snapshotOf(1);
    const cancelled = bench.drafts.get(snapshot, options, () => false);
    const wanted = bench.drafts.get(snapshot, options, always);
    await bench.clock.pass(1000);
    assert.equal(await cancelled, await wanted);
    assert.equal((await wanted)?.snapshot, snapshot);
  });

  test("a check that was given up is begun anew for the next who asks", async () => {
    const bench = new Bench(10, 4);
    const snapshot = snapshotOf(1);
    void bench.drafts.get(snapshot, options, () => false);
    await bench.clock.pass(1000);
    const again = bench.drafts.get(snapshot, options, always);
    await bench.clock.pass(1000);
    assert.equal((await again)?.snapshot, snapshot);
    assert.equal(bench.begun, 2);
  });

  test("keeps few drafts: the one looked at longest ago goes first", async () => {
    const bench = new Bench(1, 1);
    const snapshots = Array.from({ length: 17 }, (_, index) => snapshotOf(1, `file:///${index}.md`));
    for (const snapshot of snapshots) await bench.drafts.get(snapshot, options, always);
    for (const snapshot of snapshots.slice(1)) await bench.drafts.get(snapshot, options, always);
    assert.equal(bench.begun, 17);
    for (const snapshot of snapshots.slice(0, 1)) await bench.drafts.get(snapshot, options, always);
    assert.equal(bench.begun, 18);
  });
});
