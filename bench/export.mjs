// How long the export of a report takes, and what the writer of Word files weighs. For people; no test depends on it.
//
//   npm run build && node bench/export.mjs [--kilobytes 10,100,1024] [--rounds 20]
//
// `page` and `Word file` are written from a draft that has been checked already.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { correctReport } from "./correctReport.mjs";
import { at, loadCore } from "./loadCore.mjs";

const { values } = parseArgs({ options: { kilobytes: { type: "string", default: "10,100,1024" }, rounds: { type: "string", default: "20" } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const core = await loadCore('export * from "./server/src/core/index.ts"; export { htmlPage } from "./server/src/export/html.ts"; export { printedReport } from "./server/src/export/printed.ts";');

async function timesOf(act) {
  const times = [];
  for (let round = 0; round < Number(values.rounds); round++) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

const told = (times) => `median ${at(times, 0.5).toFixed(1)} ms, slowest ${at(times, 1).toFixed(1)} ms`;

const { outputFiles } = await build({ absWorkingDir: root, entryPoints: ["server/src/docx/write.ts"], bundle: true, minify: true, write: false, format: "cjs", platform: "node", target: "node20", mainFields: ["module", "main"], legalComments: "none" });
console.log(`writer of Word files, as it is packaged: ${Math.round(outputFiles[0].contents.length / 1024)} KB, gzip ${Math.round(gzipSync(outputFiles[0].contents).length / 1024)} KB`);

const start = performance.now();
const { writeDocx } = createRequire(import.meta.url)(`${root}dist/docx.js`);
console.log(`loading it: ${(performance.now() - start).toFixed(0)} ms`);

for (const kilobytes of values.kilobytes.split(",").map(Number)) {
  const text = correctReport(core, kilobytes * 1024);
  const options = { assumeReport: true };
  const analysis = core.analyse(text, options);
  const printed = () => core.printedReport({ text, analysis, options }, undefined);
  const files = await timesOf(() => writeDocx(printed()));
  const file = Buffer.from(await writeDocx(printed()), "base64");
  const page = core.htmlPage(printed());
  console.log(`${kilobytes} KB: page ${told(await timesOf(() => core.htmlPage(printed())))} (${Math.round(Buffer.byteLength(page) / 1024)} KB); Word file ${told(files)} (${Math.round(file.length / 1024)} KB)`);
}
