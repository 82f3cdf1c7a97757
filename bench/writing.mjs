// How long the requests of somebody who writes take on a checked draft: completion, formatting, Enter, the way from cell to cell, the
// actions of a table. usage: node bench/writing.mjs [runs]
import { mkdirSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { at, times } from "./loadCore.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runs = Number(process.argv[2] ?? 200);
const filler = "（三）平台建设。本年度通过门户网站公开信息，及时回应社会关切，规范办理程序，落实监督保障。\n\n";

async function load() {
  const folder = join(root, ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const contents = ["service/service", "service/draft"].map((name) => `export * from "../../server/src/${name}.ts";`).join("") + 'export { writeNewReport } from "../../server/src/core/index.ts";';
  const outfile = join(folder, "writing.mjs");
  buildSync({ stdin: { contents, resolveDir: folder, loader: "ts" }, outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning" });
  return import(pathToFileURL(outfile).href);
}

const { createLanguageService, readDraft, writeNewReport } = await load();
const service = createLanguageService({ client: { documentChanges: true, hierarchicalSymbols: true, snippets: true }, converter: undefined });
console.log(`node bench/writing.mjs ${runs} · Node ${process.version} · ${cpus().length} × ${cpus()[0]?.model}`);

for (const kilobytes of [10, 1024]) {
  const { text: form } = writeNewReport({ organ: "云溪县人民政府", year: 2024 });
  const missing = Math.max(0, kilobytes * 1024 - Buffer.byteLength(form));
  const text = form.replace("## 二、", `${filler.repeat(Math.round(missing / Buffer.byteLength(filler)))}## 二、`);
  const draft = () => readDraft({ uri: "file:///2024.nianbao", version: 1, languageId: "nianbao", text }, { assumeReport: true });
  const place = (part) => draftOf.lines.position(text.indexOf(part) + part.length);
  const draftOf = draft();
  const [cell, end, line] = [place("| 规章 | "), place("收费"), { line: draftOf.lines.lineAt(text.indexOf("## 二、")) - 1, character: 0 }];
  const requests = {
    "completion, between chapters": (own) => service.completion(own, line),
    "completion, in a cell": (own) => service.completion(own, cell),
    "completion, in prose": (own) => service.completion(own, end),
    formatting: (own) => service.formatting(own),
    "on Enter": (own) => service.onTypeFormatting(own, line, "\n"),
    "next cell": (own) => service.cellAt(own, { position: cell, direction: "next" }),
    "next blank": (own) => service.cellAt(own, { position: line, direction: "open" }),
    "actions of a table": (own) => service.codeActions(own, { range: { start: cell, end: cell }, context: { diagnostics: [], only: ["refactor"] } }),
  };
  console.log(`${(Buffer.byteLength(text) / 1024).toFixed(0)} KB`);
  for (const [name, ask] of Object.entries(requests)) {
    // Each time on a draft that has just been read, since what is computed once for a draft is computed for the first request.
    for (let warm = 0; warm < 20; warm++) ask(draftOf.analysis.report.text.length > 200_000 ? draftOf : draft());
    const fresh = Array.from({ length: kilobytes > 100 ? 12 : runs }, draft);
    const taken = times(() => ask(fresh.pop()), fresh.length);
    console.log(`  ${name.padEnd(30)} median ${at(taken, 0.5).toFixed(2)} ms, p95 ${at(taken, 0.95).toFixed(2)} ms`);
  }
}
