// A server in the test's own process: for what cannot be brought about from outside.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter, type ProtocolConnection, type PublishDiagnosticsParams } from "vscode-languageserver/node";
import type { Rule } from "../../server/src/core/check/rule.js";
import { rules } from "../../server/src/core/rules/index.js";
import type { Runtime } from "../../server/src/lsp/runtime.js";
import { startServer } from "../../server/src/lsp/startServer.js";
import { unbalanced } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";

const runtime: Runtime = {
  timer: {
    setImmediate: (callback) => ({ dispose: clearImmediate.bind(undefined, setImmediate(callback)) }),
    setTimeout: (callback) => ({ dispose: clearImmediate.bind(undefined, setImmediate(callback)) }),
  },
  now: () => 0,
  converter: () => undefined,
};

async function openServer(): Promise<ProtocolConnection> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), runtime);
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
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
