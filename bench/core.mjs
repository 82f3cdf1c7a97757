// Warm time of analyse() in this process, and how it grows with the text. usage: node bench/core.mjs [runs]
import { cpus } from "node:os";
import { correctReport } from "./correctReport.mjs";
import { at, loadCore, times } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 300);
const size = 10_240;

const core = await loadCore();
const text = correctReport(core, size);
const options = { stage: "final", assumeReport: true };
console.log(`node bench/core.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);

const first = times(() => core.analyse(text, options), 1);
times(() => core.analyse(text, options), 100);
const warm = times(() => core.analyse(text, options), runs);
console.log(`${(Buffer.byteLength(text) / 1024).toFixed(1)} KB, ${core.analyse(text, options).findings.length} findings: first ${first[0].toFixed(2)} ms, warm fastest ${warm[0].toFixed(2)} ms, median ${at(warm, 0.5).toFixed(2)} ms, p95 ${at(warm, 0.95).toFixed(2)} ms (${runs} runs)`);

let previous;
for (let factor = 1; factor <= 64; factor *= 2) {
  // Longer texts as authors make them: more prose in the same report, not the same report many times.
  const longer = correctReport(core, factor * size);
  const median = at(times(() => core.analyse(longer, options), Math.max(5, Math.floor(runs / 4 / factor))), 0.5);
  const growth = previous === undefined ? "" : `, × ${(median / previous).toFixed(2)}`;
  console.log(`${String(factor).padStart(3)} × ${(Buffer.byteLength(longer) / 1024).toFixed(0).padStart(5)} KB  ${median.toFixed(2).padStart(9)} ms  ${(median / (Buffer.byteLength(longer) / 1024)).toFixed(3)} ms/KB${growth}`);
  previous = median;
}
