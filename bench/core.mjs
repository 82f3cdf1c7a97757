// Warm time of analyse() in this process, and how it grows with the text. usage: node bench/core.mjs [runs]
import { cpus } from "node:os";
import { at, loadCore, times } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 300);

/** A report of about 10 KB in UTF-8: the official form filled in by machine, with prose. */
function sample({ writeNewReport }) {
  const { text } = writeNewReport({ organ: "云溪县人民政府", year: 2024 });
  const filled = text.replace(/\|(?=  ?\|)/g, "| 0").replace(/【待填写】[^\n]*/g, "2024年，云溪县人民政府推进政府信息公开工作，全年公开信息 120 条，规范办理程序，依法答复申请人。");
  const missing = Math.max(0, 10_240 - Buffer.byteLength(filled));
  const sentence = "（三）政府信息管理。建立健全信息发布审核制度，落实专人负责，及时更新栏目内容。\n\n";
  return filled.replace("## 二、", `${sentence.repeat(Math.ceil(missing / Buffer.byteLength(sentence)))}## 二、`);
}

/** Longer texts as authors make them: more prose in the same report, not the same report many times. */
function grown(text, times) {
  const [head, tail] = text.split("## 二、");
  const chapter = head.slice(head.indexOf("## 一、"));
  return `${head}${chapter.replace(/^## .*\n/, "").repeat(Math.round(((times - 1) * text.length) / chapter.length))}## 二、${tail}`;
}

const core = await loadCore();
const text = sample(core);
const options = { stage: "final", assumeReport: true };
console.log(`node bench/core.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);

const first = times(() => core.analyse(text, options), 1);
times(() => core.analyse(text, options), 100);
const warm = times(() => core.analyse(text, options), runs);
console.log(`${(Buffer.byteLength(text) / 1024).toFixed(1)} KB, ${core.analyse(text, options).findings.length} findings: first ${first[0].toFixed(2)} ms, warm median ${at(warm, 0.5).toFixed(2)} ms, p95 ${at(warm, 0.95).toFixed(2)} ms (${runs} runs)`);

let previous;
for (let factor = 1; factor <= 64; factor *= 2) {
  const longer = grown(text, factor);
  const median = at(times(() => core.analyse(longer, options), Math.max(5, Math.floor(runs / 4 / factor))), 0.5);
  const growth = previous === undefined ? "" : `, × ${(median / previous).toFixed(2)}`;
  console.log(`${String(factor).padStart(3)} × ${(Buffer.byteLength(longer) / 1024).toFixed(0).padStart(5)} KB  ${median.toFixed(2).padStart(9)} ms  ${(median / (Buffer.byteLength(longer) / 1024)).toFixed(3)} ms/KB${growth}`);
  previous = median;
}
