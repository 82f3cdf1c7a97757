/**
 * How well wrong numbers are found and named: slips of the hand in consistent tables of both forms. The figures printed here are those
 * of docs/explanation.md.
 */
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import type { Report } from "../../server/src/core/index.js";
import { findFaults, type Fault } from "../../server/src/core/arithmetic/explain.js";
import { formatAmount } from "../../server/src/core/report/amount.js";
import { amountOf, one } from "../../server/src/core/arithmetic/range.js";
import { random } from "./support/drafts.js";
import { consistentReport, faultsIn, pick, slipIn, slips, withWrong, type Random, type Wrong } from "./support/slips.js";

const editions = ["2019", "2021"] as const;
const tables = ["applications", "review"] as const;
const reports = new Map(editions.map((edition) => [edition, Array.from({ length: 40 }, (_, i) => consistentReport({ edition, spelling: "gfm", seed: i + 1 }))]));

function reportsOf(edition: (typeof editions)[number]): readonly Report[] {
  return reports.get(edition) ?? [];
}

/** So many different cells with wrong numbers, all in one table. */
function wrongCells(report: Report, table: string, count: number, next: Random): Wrong[] {
  const facts = [...report.facts.values()].filter((fact) => fact.table.key === table);
  const wrong = new Map<string, Wrong>();
  for (let tries = 0; wrong.size < count && tries < 1000; tries++) {
    const slip = slipIn(report, pick(facts, next), pick(slips, next), next);
    if (slip !== undefined) wrong.set(slip.key, slip);
  }
  return [...wrong.values()];
}

function named(fault: Fault | undefined): string {
  return fault?.value === undefined ? "" : `${fault.fact.key} ${formatAmount(amountOf(fault.value))}`;
}

function isNamed(faults: readonly Fault[], { key, right }: Wrong): boolean {
  return faults.some((fault) => named(fault) === `${key} ${right}`);
}

class Tally {
  private readonly counts = new Map<string, [right: number, all: number]>();

  add(what: string, isRight: boolean): void {
    const [right, all] = this.counts.get(what) ?? [0, 0];
    this.counts.set(what, [right + Number(isRight), all + 1]);
  }

  share(what: string): number {
    const [right, all] = this.counts.get(what) ?? [0, 0];
    return all === 0 ? 1 : right / all;
  }

  print(context: TestContext): void {
    for (const [what, [right, all]] of this.counts) context.diagnostic(`${what}: ${right} of ${all}, ${((100 * right) / all).toFixed(1)} %`);
  }
}

test("what the prose states decides between cells that the sums leave open", () => {
  const [report] = reportsOf("2021");
  assert.ok(report !== undefined);
  const fact = report.facts.get("review/count/directSuit.other");
  assert.ok(fact?.value.kind === "number");
  const right = fact.value.amount.digits;
  const wrong = withWrong(report, [{ key: fact.key, right: String(right), wrong: String(right + 3n) }]);
  assert.equal(faultsIn(wrong)[0]?.isCertain, false);
  const [fault] = findFaults(wrong, (candidate) => (candidate.key === fact.key ? [right * one] : []));
  assert.deepEqual([named(fault), fault?.isCertain, fault?.slip], [`${fact.key} ${right}`, true, "stated"]);
});

for (const edition of editions) {
  for (const table of tables) {
    describe(`${table} of ${edition}`, () => {
      test("a consistent table has no fault", () => {
        for (const report of reportsOf(edition)) assert.deepEqual(faultsIn(report), []);
      });

      test("one wrong cell is always found, and named wherever sums or evidence determine it", (context) => {
        const next = random(11);
        const tally = new Tally();
        for (let run = 0; run < 1000; run++) {
          const report = pick(reportsOf(edition), next);
          const [wrong] = wrongCells(report, table, 1, next);
          assert.ok(wrong !== undefined);
          const faults = faultsIn(withWrong(report, [wrong]));
          const [fault] = faults;
          assert.equal(faults.length, 1, JSON.stringify(wrong));
          const how = fault?.others.length === 0 ? "determined by the sums" : fault?.isCertain === true ? "decided by evidence" : "left open, told first";
          tally.add(how, isNamed(faults, wrong));
          tally.add("the right cell is told or offered", isNamed(faults, wrong) || fault?.others.some(([change]) => change?.fact.key === wrong.key && formatAmount(amountOf(change.value)) === wrong.right) === true);
        }
        tally.print(context);
        assert.equal(tally.share("the right cell is told or offered"), 1);
        for (const how of ["determined by the sums", "decided by evidence"]) assert.ok(tally.share(how) >= 0.98, how);
      });
    });
  }

  for (const count of [2, 3, 4]) {
    test(`${count} wrong cells in applications of ${edition}`, (context) => {
      const next = random(20 + count);
      const tally = new Tally();
      for (let run = 0; run < 500; run++) {
        const report = pick(reportsOf(edition), next);
        const wrong = wrongCells(report, "applications", count, next);
        const faults = faultsIn(withWrong(report, wrong));
        assert.ok(faults.length > 0);
        tally.add("all named", wrong.every((cell) => isNamed(faults, cell)));
        for (const cell of wrong) tally.add("each named", isNamed(faults, cell));
        for (const fault of faults) if (fault.isCertain) tally.add("what is told as certain is right", wrong.some((cell) => named(fault) === `${cell.key} ${cell.right}`));
      }
      tally.print(context);
      assert.ok(tally.share("all named") >= (count < 4 ? 0.9 : 0.8));
      assert.ok(tally.share("what is told as certain is right") >= 0.98);
    });
  }
}
