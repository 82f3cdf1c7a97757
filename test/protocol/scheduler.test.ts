import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { longestWait, Scheduler, waitAfter, type Work } from "../../server/src/lsp/scheduler.js";
import type { Snapshot } from "../../server/src/service/service.js";
import { Clock } from "./clock.js";

const uri = "file:///draft.md";

/** A scheduler on a clock of its own; its checks end when the test says so. */
class Bench {
  readonly clock = new Clock();
  readonly published: string[] = [];
  readonly failures: unknown[] = [];
  readonly running: { readonly text: string; readonly isWanted: () => boolean; readonly end: (result: string | undefined) => void; readonly fail: (error: Error) => void }[] = [];
  cost = 0;
  private readonly documents = new Map<string, Snapshot>();
  private readonly work: Work<string> = {
    current: (document) => this.documents.get(document),
    check: ({ text }, isWanted) => new Promise((end, fail) => void this.running.push({ text, isWanted, end, fail })),
    publish: ({ version, text }, result) => void this.published.push(`${version} ${text} ${result}`),
    cost: () => this.cost,
    failed: (error) => void this.failures.push(error),
  };
  readonly scheduler = new Scheduler(this.clock.timer, this.work);

  change(version: number, text: string): void {
    this.documents.set(uri, { uri, version, languageId: "nianbao", text });
    this.scheduler.schedule(uri);
  }

  close(): void {
    this.documents.delete(uri);
    this.scheduler.close(uri);
  }

  /** Ends the oldest check that is still running. */
  async end(result = "ok"): Promise<void> {
    this.running.shift()?.end(result);
    await this.clock.turn();
  }

  /** Ends it without a result, as a check does that nobody wants any more. */
  async giveUp(): Promise<void> {
    this.running.shift()?.end(undefined);
    await this.clock.turn();
  }
}

describe("waitAfter", () => {
  test("a check that is done within a frame does not wait", () => assert.deepEqual([waitAfter(0), waitAfter(2), waitAfter(16)], [0, 0, 0]));
  test("a dear one waits twice its cost", () => assert.equal(waitAfter(100), 200));
  test("nobody waits longer than half a second", () => assert.equal(waitAfter(3000), longestWait));
});

describe("Scheduler", () => {
  test("checks at once and publishes with the version", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    await bench.end();
    assert.deepEqual(bench.published, ["1 a ok"]);
  });

  test("takes changes that come together as one, in their last state", async () => {
    const bench = new Bench();
    for (let version = 1; version <= 50; version++) bench.change(version, `text ${version}`);
    await bench.clock.turn();
    assert.deepEqual(bench.running.map(({ text }) => text), ["text 50"]);
  });

  test("does not publish what was checked before the last change, and checks again", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    bench.change(2, "ab");
    assert.equal(bench.running[0]?.isWanted(), false);
    await bench.end();
    assert.deepEqual(bench.published, []);
    await bench.end();
    assert.deepEqual(bench.published, ["2 ab ok"]);
  });

  test("one run per document at a time", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    bench.change(2, "b");
    bench.change(3, "c");
    await bench.clock.turn();
    assert.equal(bench.running.length, 1);
    await bench.end();
    assert.deepEqual(bench.running.map(({ text }) => text), ["c"]);
  });

  test("typing does not put a pending check off", async () => {
    const bench = new Bench();
    bench.cost = 100;
    for (let version = 1; version <= 10; version++) {
      bench.change(version, `text ${version}`);
      await bench.clock.pass(50);
    }
    assert.equal(bench.running[0]?.text, "text 4", "the check that the first change asked for began after 200 ms, with the text of then");
  });

  test("publishes nothing for a document that has been closed", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    bench.close();
    await bench.end();
    assert.deepEqual(bench.published, []);
    assert.equal(bench.clock.pending, 0);
  });

  test("forgets a check that waits when the document is closed", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    bench.close();
    await bench.clock.turn();
    assert.equal(bench.running.length, 0);
  });

  test("a reopened document does not get the result of the closed one, though both are version 1", async () => {
    const bench = new Bench();
    bench.change(1, "old");
    await bench.clock.turn();
    bench.close();
    bench.change(1, "new");
    await bench.clock.turn();
    await bench.end();
    assert.deepEqual(bench.published, []);
    await bench.end();
    assert.deepEqual(bench.published, ["1 new ok"]);
  });

  test("other settings for the same text: the old result is not published", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    bench.scheduler.schedule(uri);
    await bench.end("old settings");
    await bench.end("new settings");
    assert.deepEqual(bench.published, ["1 a new settings"]);
  });

  test("a check that was given up publishes nothing", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    await bench.giveUp();
    assert.deepEqual(bench.published, []);
  });

  test("a check that throws is reported, the next change is checked all the same", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    await bench.clock.turn();
    bench.running.shift()?.fail(new Error("broken"));
    await bench.clock.turn();
    bench.change(2, "b");
    await bench.clock.turn();
    await bench.end();
    assert.deepEqual([bench.failures.length, bench.published], [1, ["2 b ok"]]);
  });

  test("dispose ends everything", async () => {
    const bench = new Bench();
    bench.change(1, "a");
    bench.scheduler.dispose();
    await bench.clock.pass(1000);
    assert.equal(bench.running.length, 0);
  });
});
