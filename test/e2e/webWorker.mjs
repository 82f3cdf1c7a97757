// Part four: the server as a Web Worker, in a plain page. The page speaks the language server protocol with it, nothing else.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { root } from "../../scripts/prepare.mjs";
import { reportName } from "./workspace.mjs";

const served = join(root, "dist/web");
const types = { ".js": "text/javascript", ".map": "application/json", ".html": "text/html" };

export async function runWebWorker(tally, browser) {
  const server = createServer(answer);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/`);
    await tally.test("web worker: answers initialize", async () => {
      const { capabilities } = await page.evaluate(startWorker, { assets: `${origin}/` });
      assert.ok(capabilities.codeActionProvider);
    });
    await tally.test("web worker: publishes the findings of a draft", async () => {
      const text = readFileSync(join(root, "test/e2e/drafts", reportName), "utf8").replace("## 六、其他需要报告的事项", "");
      const { version, diagnostics } = await page.evaluate(openDocument, { uri: "file:///draft.nianbao", text });
      assert.equal(version, 1);
      assert.deepEqual(diagnostics.map(({ code }) => code), ["section-missing"]);
    });
    await tally.test("web worker: writes a Word file, its writer loaded on demand", async () => {
      const { encoding, content } = await page.evaluate(exportDocument, { uri: "file:///draft.nianbao", to: "docx" });
      assert.equal(encoding, "base64");
      assert.match(content, /^UEsDB/, "a zip");
    });
  } finally {
    await page.close();
    server.close();
  }
}

function answer(request, response) {
  const path = new URL(request.url, "http://localhost").pathname;
  if (path === "/") return void response.writeHead(200, { "content-type": types[".html"] }).end("<!doctype html><title>worker</title>");
  const file = join(served, normalize(path));
  if (!existsSync(file)) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(file)] ?? "text/plain" }).end(readFileSync(file));
}

/* The functions below run in the page. They answer whatever the server asks with null: no settings, nothing registered. */

function startWorker({ assets }) {
  const worker = new Worker("/server.js");
  const waiting = new Set();
  globalThis.send = (message) => worker.postMessage({ jsonrpc: "2.0", ...message });
  globalThis.next = (wanted) => new Promise((done) => waiting.add({ wanted, done }));
  worker.onmessage = ({ data }) => {
    if (data.method !== undefined && data.id !== undefined) globalThis.send({ id: data.id, result: data.params?.items?.map(() => null) ?? null });
    for (const entry of waiting) {
      if (!entry.wanted(data)) continue;
      waiting.delete(entry);
      entry.done(data);
    }
  };
  const answered = globalThis.next(({ id, method }) => id === 1 && method === undefined);
  const capabilities = { workspace: { configuration: true }, textDocument: { publishDiagnostics: { versionSupport: true } } };
  globalThis.send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities, initializationOptions: { assets } } });
  return answered.then(({ result }) => {
    globalThis.send({ method: "initialized", params: {} });
    return result;
  });
}

function openDocument({ uri, text }) {
  const published = globalThis.next(({ method, params }) => method === "textDocument/publishDiagnostics" && params.uri === uri && params.diagnostics.length > 0);
  globalThis.send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "nianbao", version: 1, text } } });
  return published.then(({ params }) => params);
}

function exportDocument({ uri, to }) {
  const answered = globalThis.next(({ id, method }) => id === 2 && method === undefined);
  globalThis.send({ id: 2, method: "nianbao/export", params: { textDocument: { uri }, to } });
  return answered.then(({ result }) => result);
}
