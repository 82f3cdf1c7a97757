// Time of whole processes of the built command line. usage: node bench/cli.mjs [runs] [path/to/cli.js]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { correctReport } from "./correctReport.mjs";
import { loadCore } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 30);
const cli = resolve(process.argv[3] ?? "dist/cli.js");
const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));

function run(...args) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 });
  if (status === null || status > 1) throw new Error(`${args.join(" ")}: ${status}\n${stderr}`);
  return { milliseconds: performance.now() - start, out: stdout.toString() };
}

function measure(name, count, ...args) {
  const times = Array.from({ length: count }, () => run(...args).milliseconds).sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)];
  console.log(`${name.padEnd(38)} median ${median.toFixed(0).padStart(5)} ms   fastest ${times[0].toFixed(0).padStart(5)} ms   slowest ${times.at(-1).toFixed(0).padStart(5)} ms   (${count} runs)`);
  return median;
}

try {
  writeFileSync(join(folder, "empty.js"), "");
  const text = correctReport(await loadCore(), 10_240);
  writeFileSync(join(folder, "a.md"), text);
  mkdirSync(join(folder, "archive"));
  for (let index = 0; index < 1000; index++) writeFileSync(join(folder, "archive", `${index}.md`), text);
  console.log(`node bench/cli.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model} · cli.js ${(statSync(cli).size / 1024).toFixed(0)} KB · a.md ${(statSync(join(folder, "a.md")).size / 1024).toFixed(1)} KB`);
  measure("node empty.js (Node itself)", runs, "empty.js");
  measure("nianbao --version", runs, cli, "--version");
  measure("nianbao check a.md", runs, cli, "check", "a.md");
  measure("nianbao check --format json a.md", runs, cli, "check", "--format", "json", "a.md");
  measure("nianbao facts a.md", runs, cli, "facts", "a.md");
  for (const jobs of [1, 2, 4]) measure(`nianbao check --jobs ${jobs} archive (1000)`, 3, cli, "check", "--format", "ndjson", "--jobs", String(jobs), "archive");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
