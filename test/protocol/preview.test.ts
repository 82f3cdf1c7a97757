import assert from "node:assert/strict";
import { test } from "node:test";
import { withServer, type TestClient } from "./client.js";
import { draft, unbalanced, wrongTotal } from "./drafts.js";
import type { PreviewModel } from "../../server/src/service/service.js";

const uri = "file:///drafts/2024.nianbao.md";

function previewOf(client: TestClient, about = uri): Promise<PreviewModel | null> {
  return client.connection.sendRequest<PreviewModel | null>("nianbao/preview", { textDocument: { uri: about } });
}

/** The versions that the client has been told of, and the next of them. */
function changes(client: TestClient): { readonly seen: number[]; next(): Promise<number> } {
  const seen: number[] = [];
  let waiting: ((version: number) => void) | undefined;
  client.connection.onNotification("nianbao/previewChanged", (params: { uri: string; version: number }) => {
    assert.equal(params.uri, uri);
    seen.push(params.version);
    waiting?.(params.version);
  });
  return { seen, next: () => new Promise((resolve) => (waiting = resolve)) };
}

test("the preview of a draft, with its version and its faults", () => withServer({}, async (client) => {
  await client.open(uri, unbalanced, { version: 3 });
  const model = await previewOf(client);
  assert.deepEqual([model?.uri, model?.version, model?.isReport], [uri, 3, true]);
  assert.deepEqual(model?.notices.map(({ code }) => code), ["row-total"]);
  const marked = model?.parts.flatMap((part) => (part.kind === "table" ? part.rows.flat() : [])).filter(({ marks }) => marks !== undefined);
  assert.deepEqual(marked?.map(({ text }) => text), [wrongTotal]);
}));

test("who has asked for a preview is told when it has changed, and gets the new one", () => withServer({}, async (client) => {
  const told = changes(client);
  await client.open(uri, unbalanced, { version: 1 });
  await client.diagnosticsFor(uri, 1);
  assert.deepEqual(told.seen, [], "nobody has asked yet");
  await previewOf(client);
  const next = told.next();
  await client.replace(uri, 2, draft());
  assert.equal(await next, 2);
  const model = await previewOf(client);
  assert.deepEqual([model?.version, model?.notices], [2, []]);
}));

test("a change of the settings renews it too", () => withServer({}, async (client) => {
  const told = changes(client);
  await client.check(uri, unbalanced);
  await previewOf(client);
  const next = told.next();
  await client.configure({ rules: { "row-total": "off" } });
  assert.equal(await next, 1);
  assert.deepEqual((await previewOf(client))?.notices, []);
}));

test("a document that is not open has none, and a closed one is not told of", () => withServer({}, async (client) => {
  const told = changes(client);
  assert.equal(await previewOf(client, "file:///other.nianbao"), null);
  await client.check(uri, unbalanced);
  await previewOf(client);
  await client.close(uri);
  await client.check(uri, draft());
  await client.symbols(uri);
  assert.deepEqual(told.seen, []);
}));

test("the server for browsers answers alike", () => withServer({ transport: "worker" }, async (client) => {
  await client.open(uri, unbalanced, { version: 3 });
  assert.equal((await previewOf(client))?.version, 3);
}));
