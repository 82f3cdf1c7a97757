// How long a keystroke waits for its diagnostics, over stdio, as an editor sees it. For people; no test depends on it.
//
//   node bench/keystroke.mjs [--kilobytes 10] [--keystrokes 300] [--server dist/server.js]
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { buildSync } from "esbuild";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { kilobytes: { type: "string", default: "10" }, keystrokes: { type: "string", default: "300" }, server: { type: "string", default: join(root, "dist/server.js") } } });
const uri = "file:///bench/2024.nianbao.md";
const filler = "（三）平台建设。本年度通过门户网站公开信息，及时回应社会关切，规范办理程序，落实监督保障。\n\n";

/** The complete draft of the test kit, its first chapter as long as it takes. */
async function draftOf(kilobytes) {
  const outfile = join(root, ".cache/bench/drafts.mjs");
  buildSync({ entryPoints: [join(root, "test/unit/support/drafts.ts")], outfile, bundle: true, format: "esm", platform: "node", logLevel: "warning" });
  const { writeDraft } = await import(pathToFileURL(outfile).href);
  let text = writeDraft({ edition: "2021", spelling: "gfm" });
  while (Buffer.byteLength(text) + Buffer.byteLength(filler) <= kilobytes * 1024) text = text.replace("## 二、", `${filler}## 二、`);
  return text;
}

function startServer() {
  const child = spawn(process.execPath, [resolve(values.server), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => ({})));
  connection.onRequest("client/registerCapability", () => null);
  connection.listen();
  return { child, connection };
}

async function initialize(connection) {
  const capabilities = { workspace: { configuration: true, workspaceEdit: { documentChanges: true } } };
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, locale: "zh-cn", capabilities });
  await connection.sendNotification("initialized", {});
}

/** Resolves when diagnostics for a version have come. */
function versions(connection) {
  const waiting = new Map();
  connection.onNotification("textDocument/publishDiagnostics", ({ version }) => waiting.get(version)?.());
  return (version) => new Promise((done) => waiting.set(version, done));
}

/** Prose, cells, title, end: where people type. Characters that are put in stay in. */
function placesOf(text) {
  const lines = text.split("\n");
  const candidates = lines.flatMap((line, number) => (line.trim() === "" || /^\| ---/.test(line) ? [] : [{ line: number, character: line.startsWith("|") ? line.search(/\d|\|$/) : line.length }]));
  return (index) => candidates[(index * 7) % candidates.length];
}

async function type(connection, text, count) {
  const published = versions(connection);
  const opened = published(1);
  const openedAt = performance.now();
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "nianbao", version: 1, text } });
  await opened;
  const firstCheck = performance.now() - openedAt;
  const place = placesOf(text);
  const times = [];
  for (let version = 2; version < count + 2; version++) {
    const start = place(version);
    const checked = published(version);
    const at = performance.now();
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ range: { start, end: start }, text: version % 2 === 0 ? "1" : "公" }] });
    await checked;
    times.push(performance.now() - at);
  }
  return { firstCheck, times: times.sort((a, b) => a - b) };
}

/** Resident memory in megabytes, where the system tells. */
function residentMegabytes(pid) {
  try {
    return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024).toFixed(0);
  } catch {
    return "?";
  }
}

const text = await draftOf(Number(values.kilobytes));
const startedAt = performance.now();
const { child, connection } = startServer();
await initialize(connection);
const start = performance.now() - startedAt;
const idle = residentMegabytes(child.pid);
const { firstCheck, times } = await type(connection, text, Number(values.keystrokes));
const quantile = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1);

console.log(`draft            ${(Buffer.byteLength(text) / 1024).toFixed(1)} KB, ${text.length} characters`);
console.log(`start            ${start.toFixed(0)} ms to initialized, ${idle} MB resident`);
console.log(`first check      ${firstCheck.toFixed(0)} ms`);
console.log(`keystroke        p50 ${quantile(0.5)} ms, p95 ${quantile(0.95)} ms, max ${quantile(1)} ms (${times.length} of them)`);
console.log(`after typing     ${residentMegabytes(child.pid)} MB resident`);

await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
