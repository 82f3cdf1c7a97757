// Warm time of reading and checking table three alone, and how it grows with the number of tables. usage: node bench/tables.mjs [runs]
import { cpus } from "node:os";
import { at, loadCore, times } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 500);
const core = await loadCore();
const options = { stage: "final", assumeReport: true };

/** Chapter three of a finished report with its table, all cells filled and all sums right. */
function chapterThree() {
  const { text } = core.writeNewReport({ organ: "云溪县人民政府", year: 2024 });
  const from = text.indexOf("## 三、");
  return text
    .slice(from, text.indexOf("## 四、"))
    .replace(/【待填写】[^\n]*\n/, "")
    .split("\n")
    .map((line) => (/^\|[^|]*\|[^|]*\|[^|]*\|[ |]*$/.test(line) && /\p{Script=Han}/u.test(line) ? filledRow(line) : line))
    .join("\n");
}

/** Three label cells and seven values: nine applications of natural persons, all granted. */
function filledRow(line) {
  const value = /本年新收|予以公开|总计/.test(line) ? 9 : 0;
  return `${line.split("|").slice(0, 4).join("|")}| ${value} | 0 | 0 | 0 | 0 | 0 | ${value} |`;
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
