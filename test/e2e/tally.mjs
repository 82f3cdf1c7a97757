// Counts and prints the tests of a run: `ok …`, `not ok …`, `skip …`.

export class Tally {
  passed = 0;
  failed = 0;
  skipped = 0;

  ok(title) {
    this.passed++;
    console.log(`ok ${title}`);
  }

  notOk(title, reason) {
    this.failed++;
    console.log(`not ok ${title}\n${String(reason).replace(/^/gm, "    ")}`);
  }

  skip(title, reason) {
    this.skipped++;
    console.log(`skip ${title}${reason ? ` — ${reason}` : ""}`);
  }

  /** Runs one test. Later tests go on after a failure; those that build on it will say so themselves. */
  async test(title, run) {
    try {
      await run();
      this.ok(title);
    } catch (error) {
      this.notOk(title, error instanceof Error ? (error.stack ?? error.message) : error);
    }
  }
}
