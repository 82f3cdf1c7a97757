// How well the numbers of the prose are read, on generated reports. usage: node bench/narrative.mjs [reports] [--show]
// Prints false findings in true reports, and for each kind of fault how many were found at their place and what else was said.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const reports = Number(process.argv[2] ?? 1000);
const shows = process.argv.includes("--show");

async function load() {
  const { outputFiles } = await build({ entryPoints: ["test/unit/support/narrativeRun.ts"], bundle: true, write: false, format: "esm", platform: "node", target: "node20" });
  const folder = mkdtempSync(join(tmpdir(), "nianbao-narrative-"));
  try {
    const file = join(folder, "run.mjs");
    writeFileSync(file, outputFiles[0].contents);
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { falseFindings, faultKindsOf, withFault } = await load();
let wrong = 0;
for (let seed = 1; seed <= reports; seed++) {
  for (const { message, line } of falseFindings(seed)) {
    wrong++;
    if (shows) console.log(`false, seed ${seed}: ${message}\n    ${line}`);
  }
}
console.log(`${reports} true reports: ${wrong} false findings`);

const tally = new Map();
for (let seed = 1; seed <= reports; seed++) {
  for (const kind of faultKindsOf(seed)) {
    const result = withFault(seed, kind);
    if (result === undefined) continue;
    const counts = tally.get(kind) ?? { drafts: 0, found: 0, others: 0 };
    tally.set(kind, { drafts: counts.drafts + 1, found: counts.found + (result.isFound ? 1 : 0), others: counts.others + result.others.length });
    if (shows && !result.isFound) console.log(`missed ${kind}, seed ${seed}: ${result.place}`);
    if (shows && result.isFound && result.others.length > 0) console.log(`besides ${kind}, seed ${seed}: ${result.others.map(({ message }) => message).join(" | ")}\n    ${result.place}`);
  }
}
for (const [kind, { drafts, found, others }] of [...tally].sort()) {
  console.log(`${kind.padEnd(14)} ${String(drafts).padStart(5)} drafts, found ${((found * 100) / drafts).toFixed(1).padStart(5)} %, others ${(others / drafts).toFixed(2)} a draft`);
}
