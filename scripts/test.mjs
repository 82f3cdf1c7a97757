// npm test: installs what is missing, builds, runs every test, prints `N passed, N failed, N skipped`.
//   node scripts/test.mjs [--no-e2e] [FILTER…]     FILTER: part of a test file's path; the end-to-end run is left out then
import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { ensureBuilt, ensureDependencies, root } from "./prepare.mjs";

process.chdir(root);
const unknown = process.argv.slice(2).filter((argument) => argument.startsWith("--") && argument !== "--no-e2e");
if (unknown.length > 0) {
  console.error(`未知的选项 / unknown option: ${unknown.join(" ")}\nnode scripts/test.mjs [--no-e2e] [FILTER…]`);
  process.exit(2);
}
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const withEndToEnd = filters.length === 0 && !process.argv.includes("--no-e2e");
const output = join(root, ".cache/test");

/** Each test file becomes one bundle; packages stay outside, so that tests see what users of a package see. */
async function bundleTests() {
  const { build } = await import("esbuild");
  const { glob } = await import("tinyglobby");
  const files = (await glob(["test/{unit,protocol,cli}/**/*.test.ts"])).filter((file) => filters.every((filter) => file.includes(filter))).sort();
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  await build({ entryPoints: files, outdir: output, outbase: "test", bundle: true, packages: "external", platform: "node", format: "esm", target: "node20", outExtension: { ".js": ".mjs" }, sourcemap: "inline", logLevel: "warning" });
  return files.map((file) => join(output, relative("test", file).replace(/\.ts$/, ".mjs")));
}

function runFiles(files) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  return new Promise((resolve) => {
    const stream = run({ files, concurrency: 2 });
    const isTest = (event) => event.details?.type !== "suite";
    stream.on("test:pass", (event) => {
      if (!isTest(event)) return;
      if (event.skip !== undefined || event.todo !== undefined) tally.skipped++;
      else tally.passed++;
    });
    stream.on("test:fail", (event) => {
      if (isTest(event)) tally.failed++;
    });
    const report = stream.compose(new spec());
    // The report tells at its end which tests failed, and why: behind the last test there is still something to be written.
    report.once("end", () => resolve(tally));
    report.pipe(process.stdout, { end: false });
  });
}

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Begins to fetch what the end-to-end tests need. Where that fails they try it again themselves, and say why. */
function fetchEndToEnd() {
  const child = spawn(process.execPath, [join(root, "scripts/fetch-e2e.mjs")], { stdio: ["ignore", "inherit", "ignore"] });
  return new Promise((resolve) => child.once("close", resolve).once("error", resolve));
}

ensureDependencies();
ensureBuilt();
const fetched = withEndToEnd && process.platform !== "win32" ? fetchEndToEnd() : undefined;
const files = await bundleTests();
let tally = files.length === 0 ? { passed: 0, failed: 0, skipped: 0 } : await runFiles(files);
if (withEndToEnd) {
  await fetched;
  const { runEndToEnd } = await import("../test/e2e/run.mjs");
  tally = add(tally, await runEndToEnd());
}
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed > 0 || tally.passed === 0 ? 1 : 0);
