// From start to end: the sum of sixty departments, and a check of their archive over several years. usage: node bench/aggregate.mjs [runs]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";

const runs = Number(process.argv[2] ?? 5);
const cli = resolve("dist/cli.js");
const departments = 60;
const years = [2021, 2022, 2023, 2024];

function run(args, cwd) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status === null || status === 2) throw new Error(stderr);
  return stdout;
}

/** The official form filled in by machine, with prose, about 10 KB. */
function report(organ, year) {
  const blank = run(["new", "--organ", organ, "--year", String(year)], ".");
  return blank.replace(/\|(?=  ?\|)/g, "| 0").replace(/【待填写】[^\n]*/g, `${organ}${year}年推进政府信息公开工作，全年公开信息 120 条，规范办理程序，依法答复申请人。`);
}

function measure(name, act) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`${name.padEnd(60)} median ${Math.round(times[Math.floor(times.length / 2)])} ms, ${runs} runs`);
}

const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
try {
  for (const year of years) {
    mkdirSync(join(folder, String(year)));
    const template = report("某某局", year);
    for (let i = 0; i < departments; i++) writeFileSync(join(folder, String(year), `${i}.md`), template.replaceAll("某某局", `云溪县第${i}局`));
  }
  measure(`nianbao aggregate, ${departments} departments`, () => run(["aggregate", "2024", "--organ", "云溪县", "--year", "2024"], folder));
  measure(`nianbao check, ${departments} reports of one year`, () => run(["check", "2024", "--format", "ndjson"], folder));
  measure(`nianbao check, ${departments * years.length} reports of ${years.length} years`, () => run(["check", ".", "--format", "ndjson"], folder));
} finally {
  rmSync(folder, { recursive: true });
}
