// How long the search for the smallest explanation takes, from one wrong number to a table of random ones. usage: node bench/explain.mjs [runs]
// Run by hand; never a test, since times differ between machines.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "esbuild";

const runs = Number(process.argv[2] ?? 300);

async function load() {
  const contents = ['export { analyse } from "./server/src/core/index.js";', 'export { findFaults } from "./server/src/core/arithmetic/explain.js";', 'export { readValue } from "./server/src/core/report/amount.js";', 'export { consistentValues, editionOf, random, writeDraft } from "./test/unit/support/drafts.js";'].join("\n");
  const { outputFiles } = await build({ stdin: { contents, resolveDir: ".", loader: "ts" }, bundle: true, write: false, format: "cjs", platform: "node", target: "node20" });
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    writeFileSync(join(folder, "explain.cjs"), outputFiles[0].contents);
    return createRequire(import.meta.url)(join(folder, "explain.cjs"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { analyse, findFaults, readValue, random, writeDraft } = await load();
const next = random(5);
const reports = Array.from({ length: 20 }, (_, i) => analyse(writeDraft({ edition: "2021", spelling: "gfm", seed: i + 1 }), { stage: "final" }).report);

/** A report with other numbers in so many cells of table three. */
function wrong(count, number, among = () => true) {
  const report = reports[Math.floor(next() * reports.length)];
  const keys = [...report.facts.keys()].filter((key) => key.startsWith("applications/") && among(key));
  const facts = new Map(report.facts);
  for (let i = 0; i < count; i++) {
    const key = count >= keys.length ? keys[i] : keys[Math.floor(next() * keys.length)];
    if (key !== undefined) facts.set(key, { ...facts.get(key), value: readValue(String(number(facts.get(key)))) });
  }
  return { ...report, facts };
}

const some = () => Math.floor(next() * 60);
const sameStep = (fact) => Number(fact.value.raw) + 2;
const inTotals = (key) => key.endsWith("/total");
const cases = {
  "nothing wrong": () => wrong(0, some),
  "one wrong number": () => wrong(1, some),
  "two": () => wrong(2, some),
  "three": () => wrong(3, some),
  "four": () => wrong(4, some),
  "four, all too great by two": () => wrong(4, sameStep),
  "six": () => wrong(6, some),
  "six, all too great by two": () => wrong(6, sameStep),
  "five totals": () => wrong(5, some, inTotals),
  "ten": () => wrong(10, some),
  "a table of random numbers": () => wrong(1000, some),
  "a table of random zeros and ones": () => wrong(1000, () => Math.floor(next() * 2)),
};

function timed(act) {
  const start = performance.now();
  act();
  return performance.now() - start;
}

console.log(`node bench/explain.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);
for (let i = 0; i < 300; i++) findFaults(wrong(3, some), () => []);
for (const [name, draft] of Object.entries(cases)) {
  const times = Array.from({ length: runs }, () => {
    const report = draft();
    // The same search three times over: what else the machine does falls away.
    return Math.min(...[0, 1, 2].map(() => timed(() => findFaults(report, () => []))));
  }).sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2).padStart(7);
  console.log(`${name.padEnd(34)} median ${at(0.5)} ms  p95 ${at(0.95)} ms  most ${at(1)} ms`);
}
