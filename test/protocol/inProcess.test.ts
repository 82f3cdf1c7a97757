// A server in the test's own process: for what cannot be brought about from outside.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ClientCapabilities, type ProtocolConnection, type PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Rule } from "../../server/src/core/check/rule.js";
import { rules } from "../../server/src/core/rules/index.js";
import type { Runtime, Timer } from "../../server/src/lsp/runtime.js";
import { startServer } from "../../server/src/lsp/startServer.js";
import { unbalanced } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";

const runtime: Runtime = {
  timer: {
    setImmediate: (callback) => ({ dispose: clearImmediate.bind(undefined, setImmediate(callback)) }),
    setTimeout: (callback) => ({ dispose: clearImmediate.bind(undefined, setImmediate(callback)) }),
  },
  now: () => 0,
  bundles: () => undefined,
};

async function openServer(world = runtime, capabilities: ClientCapabilities = {}): Promise<ProtocolConnection> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), world);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities });
  await client.sendNotification("initialized", {});
  return client;
}

/** Runs with one more rule, which throws with words of the draft in its message. */
async function withBrokenRule(run: () => Promise<void>): Promise<void> {
  const broken: Rule = {
    code: "broken",
    group: "script",
    scope: "text",
    phase: "typing",
    summary: { zh: "坏", en: "broken" },
    basis: { zh: "", en: "" },
    check: ({ text }) => {
      throw new Error(`cannot read ${text.slice(0, 20)}`);
    },
  };
  const all = rules as Rule[];
  all.unshift(broken);
  try {
    await run();
  } finally {
    all.shift();
  }
}

/** What comes in, for who waits for it. */
class Queue<T> {
  private readonly items: T[] = [];
  private waiting: ((item: T) => void) | undefined;

  put(item: T): void {
    if (this.waiting === undefined) this.items.push(item);
    else this.waiting(item);
    this.waiting = undefined;
  }

  take(): Promise<T> {
    const item = this.items.shift();
    return item === undefined ? new Promise((resolve) => (this.waiting = resolve)) : Promise.resolve(item);
  }
}

test("a rule that throws is logged without words of the draft, the others report", () => withBrokenRule(async () => {
  const client = await openServer();
  const published = new Promise<PublishDiagnosticsParams>((resolve) => client.onNotification("textDocument/publishDiagnostics", resolve));
  const logged = new Promise<{ message: string }>((resolve) => client.onNotification("window/logMessage", resolve));
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "nianbao", version: 1, text: unbalanced } });
  assert.deepEqual((await published).diagnostics.map(({ code }) => code), ["row-total"]);
  const { message } = await logged;
  assert.match(message, /rule broken failed: Error: cannot read # …2024…/);
  assert.doesNotMatch(message, /[\u4e00-\u9fff]/);
  client.dispose();
}));

test("a client that does not answer for its settings is not left without diagnostics, and its late answer counts", async () => {
  const waits: (() => void)[] = [];
  const setTimeout: Timer["setTimeout"] = (callback) => (waits.push(callback), { dispose: () => undefined });
  const client = await openServer({ ...runtime, timer: { ...runtime.timer, setTimeout } }, { workspace: { configuration: true } });
  const published = new Queue<PublishDiagnosticsParams>();
  const asked = new Queue<(settings: object) => void>();
  client.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => published.put(params));
  // What holds for no document in particular is answered at once.
  client.onRequest("workspace/configuration", ({ items: [item] }: { readonly items: readonly { readonly scopeUri?: string }[] }) => (item?.scopeUri === undefined ? [{}] : new Promise((resolve) => asked.put((settings) => resolve([settings])))));
  await client.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "nianbao", version: 1, text: unbalanced } });
  const answer = await asked.take();
  for (const wait of waits) wait();
  assert.deepEqual((await published.take()).diagnostics.map(({ code }) => code), ["row-total"]);
  answer({ rules: { "row-total": "off" } });
  assert.deepEqual(await published.take(), { uri, version: 1, diagnostics: [] });
  client.dispose();
});
