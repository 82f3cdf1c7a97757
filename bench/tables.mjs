// Warm time of reading and checking table three alone, and how it grows with the number of tables. usage: node bench/tables.mjs [runs]
import { cpus } from "node:os";
import { correctReport } from "./correctReport.mjs";
import { at, loadCore, times } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 500);
const core = await loadCore();
/** Reading, binding and the rules on tables and sums; rules on prose and characters have nothing to do with a table. */
const others = core.ruleInfos.filter(({ code, group }) => group !== "arithmetic" && !code.startsWith("table-"));
const options = { stage: "final", assumeReport: true, rules: Object.fromEntries(others.map(({ code }) => [code, "off"])) };

/** Chapter three of a finished report with its table, all cells filled and all sums right. */
function chapterThree() {
  const text = correctReport(core, 0);
  return text.slice(text.indexOf("## 三、"), text.indexOf("## 四、"));
}

const chapter = chapterThree();
const variants = {
  "all right": chapter,
  "one wrong cell": chapter.replace("| 9 |", "| 90 |"),
  "a row missing, a row misspelt": chapter.replace(/\n[^\n]*重复申请[^\n]*/, "").replace("过程性", "过程类"),
};
console.log(`node bench/tables.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);
for (const [name, text] of Object.entries(variants)) {
  times(() => core.analyse(text, options), 200);
  const warm = times(() => core.analyse(text, options), runs);
  console.log(`${name}: ${core.analyse(text, options).findings.filter(({ group }) => group === "arithmetic").length} findings in the sums, median ${at(warm, 0.5).toFixed(2)} ms, p95 ${at(warm, 0.95).toFixed(2)} ms`);
}
for (const count of [1, 10, 50, 100, 200]) {
  const text = Array.from({ length: count }, () => variants["one wrong cell"]).join("\n");
  const warm = times(() => core.analyse(text, options), Math.max(10, Math.round(runs / count)));
  console.log(`${count} tables: median ${at(warm, 0.5).toFixed(2)} ms, ${(at(warm, 0.5) / count).toFixed(3)} ms each`);
}
