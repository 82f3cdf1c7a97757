// How long an editor waits for each answer, over stdio. For people; no test depends on it.
//
//   node bench/requests.mjs [--kilobytes 10,1024] [--rounds 60] [--server dist/server.js]
//
// A round is what an editor does: an edit, its check, and then every request once, at a place of its own and beginning with another one
// each round. So nothing is answered from what an earlier round has computed.
import { spawn } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { kilobytes: { type: "string", default: "10,1024" }, rounds: { type: "string", default: "60" }, server: { type: "string", default: join(root, "dist/server.js") } } });
const uri = "file:///bench/2024.nianbao.md";
const textDocument = { uri };
const filler = "（三）平台建设。本年度依据国办公开办函〔2021〕30号通过门户网站公开信息300条，及时回应社会关切，规范办理程序。\n\n";

/** The complete draft of the test kit with a wrong total and a blank, its first chapter as long as it takes. */
async function draftOf(kilobytes) {
  const outfile = join(root, ".cache/bench/drafts.mjs");
  buildSync({ entryPoints: [join(root, "test/unit/support/drafts.ts")], outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning" });
  const { writeDraft } = await import(pathToFileURL(outfile).href);
  const text = writeDraft({ edition: "2021", spelling: "gfm", cells: { "applications/carriedOut/total": "777", "review/count/directSuit.total": "" } });
  const missing = Math.max(0, kilobytes * 1024 - Buffer.byteLength(text));
  return text.replace("## 二、", `${filler.repeat(Math.floor(missing / Buffer.byteLength(filler)))}## 二、`);
}

async function start() {
  const child = spawn(process.execPath, [resolve(values.server), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({ codeLens: true, stage: "draft" })));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  const capabilities = { workspace: { configuration: true, workspaceEdit: { documentChanges: true } }, textDocument: { hover: { contentFormat: ["markdown"] }, documentSymbol: { hierarchicalDocumentSymbolSupport: true }, completion: { completionItem: { snippetSupport: true } } } };
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, locale: "zh-cn", capabilities });
  await connection.sendNotification("initialized", {});
  return connection;
}

/** Every request with its parameters at a place of the draft. */
function requestsFor(lines) {
  const place = (round) => {
    const tables = lines.flatMap((line, number) => (line.startsWith("|") ? [number] : []));
    const line = round % 2 === 0 ? tables[(round * 7) % tables.length] : (round * 7919) % lines.length;
    return { line, character: Math.floor((lines[line].length * ((round * 13) % 10)) / 10) };
  };
  const screen = (round) => ({ start: { line: Math.max(0, place(round).line - 25), character: 0 }, end: { line: Math.min(lines.length - 1, place(round).line + 25), character: 0 } });
  return {
    "hover": (round) => ["textDocument/hover", { position: place(round) }],
    "definition": (round) => ["textDocument/definition", { position: place(round) }],
    "references": (round) => ["textDocument/references", { position: place(round), context: { includeDeclaration: true } }],
    "documentHighlight": (round) => ["textDocument/documentHighlight", { position: place(round) }],
    "selectionRange": (round) => ["textDocument/selectionRange", { positions: [place(round)] }],
    "inlayHint, one screen": (round) => ["textDocument/inlayHint", { range: screen(round) }],
    "semanticTokens, one screen": (round) => ["textDocument/semanticTokens/range", { range: screen(round) }],
    "semanticTokens, whole": () => ["textDocument/semanticTokens/full", {}],
    "documentLink": () => ["textDocument/documentLink", {}],
    "codeLens": () => ["textDocument/codeLens", {}],
    "codeAction": (round) => ["textDocument/codeAction", { range: { start: place(round), end: place(round) }, context: { diagnostics: [] } }],
    "documentSymbol": () => ["textDocument/documentSymbol", {}],
    "foldingRange": () => ["textDocument/foldingRange", {}],
    "workspace/symbol": () => ["workspace/symbol", { query: "新收" }],
    "nianbao/status": () => ["nianbao/status", {}],
    "nianbao/preview": () => ["nianbao/preview", {}],
    "completion": (round) => ["textDocument/completion", { position: place(round) }],
    "formatting": () => ["textDocument/formatting", { options: { tabSize: 2, insertSpaces: true } }],
    "rangeFormatting, one screen": (round) => ["textDocument/rangeFormatting", { range: screen(round), options: { tabSize: 2, insertSpaces: true } }],
    "onTypeFormatting": (round) => ["textDocument/onTypeFormatting", { position: place(round), ch: "\n", options: { tabSize: 2, insertSpaces: true } }],
    "nianbao/cellAt": (round) => ["nianbao/cellAt", { position: place(round), direction: "next" }],
    "nianbao/cellWay": (round) => ["nianbao/cellWay", { position: place(round) }],
    "nianbao/editionDirective": () => ["nianbao/editionDirective", { edition: "2019" }],
    "nianbao/newReport": () => ["nianbao/newReport", { organ: "云溪县人民政府", year: 2024 }],
    "nianbao/export, web page": () => ["nianbao/export", { to: "html" }],
    "nianbao/selectionStatistics": (round) => ["nianbao/selectionStatistics", { ranges: [screen(round)] }],
  };
}

function quantile(times, share) {
  return [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1).padStart(7);
}

async function measure(kilobytes) {
  const text = await draftOf(kilobytes);
  const connection = await start();
  const checks = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ version }) => checks.get(version)?.());
  const checked = (version) => new Promise((done) => checks.set(version, done));
  const opened = checked(1);
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "nianbao", version: 1, text } });
  await opened;
  const lines = text.split("\n");
  const requests = Object.entries(requestsFor(lines));
  const times = new Map(requests.map(([name]) => [name, []]));
  const sizes = new Map();
  const line = lines.findIndex((words) => words.startsWith("## 二、")) - 2;
  const rounds = Number(values.rounds);
  for (let round = 0; round <= rounds; round++) {
    const version = round + 2;
    const done = checked(version);
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range: { start: { line, character: 0 }, end: { line, character: round === 0 ? 0 : 1 } }, text: round % 2 === 0 ? "一" : "二" }] });
    await done;
    for (let turn = 0; turn < requests.length; turn++) {
      const [name, request] = requests[(turn + round) % requests.length];
      const [method, params] = request(round);
      const at = performance.now();
      const answer = await connection.sendRequest(method, { textDocument, ...params });
      times.get(name).push(performance.now() - at);
      sizes.set(name, Math.max(sizes.get(name) ?? 0, JSON.stringify(answer)?.length ?? 0));
    }
  }
  console.log(`\n${(Buffer.byteLength(text) / 1024).toFixed(0)} KB, ${rounds} rounds, milliseconds        first     p50     p95     max    answer`);
  for (const [name, [first, ...others]] of times) {
    console.log(`${name.padEnd(36)} ${quantile([first], 0)} ${quantile(others, 0.5)} ${quantile(others, 0.95)} ${quantile(others, 1)}  ${String(Math.ceil(sizes.get(name) / 1024)).padStart(5)} KB`);
  }
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
}

for (const kilobytes of values.kilobytes.split(",")) await measure(Number(kilobytes));
