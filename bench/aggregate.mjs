// From start to end: the sum of sixty departments, and a check of their archive over several years. usage: node bench/aggregate.mjs [runs]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { build } from "esbuild";

const runs = Number(process.argv[2] ?? 5);
const cli = resolve("dist/cli.js");
const departments = 60;
const years = [2021, 2022, 2023, 2024];

function run(args, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status === null || status === 2) throw new Error(stderr);
  return stdout;
}

/** The generator of the unit tests: complete and consistent reports from a seed. */
async function loadWriter() {
  const { outputFiles } = await build({ entryPoints: ["test/unit/support/drafts.ts"], bundle: true, write: false, format: "esm", platform: "node", target: "node20" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function measure(name, act) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`${name.padEnd(60)} median ${Math.round(times[Math.floor(times.length / 2)])} ms, ${runs} runs`);
}

const { writeDraft } = await loadWriter();
const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
try {
  for (const year of years) {
    mkdirSync(join(folder, String(year)));
    for (let i = 0; i < departments; i++) writeFileSync(join(folder, String(year), `${i}.md`), writeDraft({ edition: "2021", spelling: "gfm", seed: 100 * i + (year % 100), organ: `云溪县第${i}局`, year }));
  }
  measure(`nianbao aggregate, ${departments} departments`, () => run(["aggregate", "2024", "--organ", "云溪县", "--year", "2024"], folder));
  measure(`nianbao check, ${departments} reports of one year`, () => run(["check", "2024", "--format", "ndjson"], folder));
  measure(`nianbao check, ${departments * years.length} reports of ${years.length} years`, () => run(["check", ".", "--format", "ndjson"], folder));
} finally {
  rmSync(folder, { recursive: true });
}
