// Warm time of parse() for a report of about 10 KB and for a hundred tables, in each spelling. usage: node bench/spellings.mjs [runs]
import { cpus } from "node:os";
import { loadCore } from "./loadCore.mjs";

const runs = Number(process.argv[2] ?? 100);
const spellings = ["gfm", "pipe", "cellPipe", "alternate", "lines", "tabs", "html", "spaces"];

const entry = `
export { parse } from "./server/src/core/syntax/parse.js";
export { editionById } from "./server/src/core/forms/editions.js";
export { writeTable } from "./server/src/core/write/table.js";
`;

const prose = "（三）政府信息管理。建立健全信息发布审核制度，落实专人负责，及时更新栏目内容。\n\n";

/** The three tables of the form with prose between them, `copies` times, and prose up to 10 KB in UTF-8. */
function sample({ editionById, writeTable }, spelling, copies) {
  const { sections, tables } = editionById("2021");
  const chapters = sections.map((section) => {
    const table = tables.find((form) => form.key === section.table);
    const body = table === undefined ? prose : writeTable(table, { spelling, lineEnd: "\n", isSpaced: true }, () => "12");
    return `${"一二三四五六"[section.ordinal - 1]}、${section.title}\n\n${body}\n\n`;
  });
  const text = chapters.join("").repeat(copies);
  const missing = Math.max(0, 10_240 - Buffer.byteLength(text));
  return prose.repeat(Math.ceil(missing / Buffer.byteLength(prose))) + text;
}

/** Processor time, which other work of the machine disturbs least; least and median of the runs, in ms. */
function times(act, count) {
  const found = Array.from({ length: count }, () => {
    const start = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return `${found[0].toFixed(2).padStart(7)} / ${found[Math.floor(count / 2)].toFixed(2).padStart(7)} ms`;
}

const core = await loadCore(entry);
console.log(`node bench/spellings.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}; processor time, least / median`);
for (const spelling of spellings) {
  const [one, hundred] = [sample(core, spelling, 1), sample(core, spelling, 33)];
  const tables = core.parse(hundred).blocks.filter((block) => block.kind === "table" && block.spelling === spelling).length;
  times(() => core.parse(one), 50);
  const size = (text) => `${(Buffer.byteLength(text) / 1024).toFixed(0).padStart(4)} KB`;
  console.log(`${spelling.padEnd(10)} ${size(one)} ${times(() => core.parse(one), runs)}   ${tables} tables ${size(hundred)} ${times(() => core.parse(hundred), Math.max(5, Math.floor(runs / 10)))}`);
}
