// Code actions as an editor asks for them, applies them, and sees what is left.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver-protocol";
import { converter } from "../unit/support/converter.js";
import { applied, rangeOf, withServer, type TestClient } from "./client.js";
import { draft, sentence, unbalanced, wrongTotal } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";
const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** What is left to say about the text after a code action. */
async function codesAfter(client: TestClient, text: string, version: number): Promise<unknown[]> {
  await client.replace(uri, version, text);
  return (await client.diagnosticsFor(uri, version)).map(({ code }) => code);
}

function versionOf({ edit }: CodeAction): unknown {
  const [change] = edit?.documentChanges ?? [];
  return change !== undefined && "textDocument" in change ? change.textDocument : undefined;
}

describe("quick fix", () => {
  test("carries the version, and once it is applied the finding is gone", () => withServer({}, async (client) => {
    const diagnostics = await client.check(uri, unbalanced, { version: 4 });
    const [action] = await client.actions(uri, rangeOf(unbalanced, wrongTotal), { diagnostics });
    assert.ok(action !== undefined);
    assert.deepEqual(versionOf(action), { uri, version: 4 });
    assert.deepEqual(action.diagnostics, diagnostics);
    const text = applied(unbalanced, action.edit);
    assert.equal(text, draft());
    assert.deepEqual(await codesAfter(client, text, 5), []);
  }));

  test("without versions for a client that knows none", () => withServer({ capabilities: {} }, async (client) => {
    await client.check(uri, unbalanced);
    const [action] = await client.actions(uri, rangeOf(unbalanced, wrongTotal));
    assert.equal(action?.edit?.documentChanges, undefined);
    assert.equal(applied(unbalanced, action?.edit), draft());
  }));

  test("is for the text of now, also when it is asked for before the check has been published", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    await client.replace(uri, 2, unbalanced);
    const [action] = await client.actions(uri, rangeOf(unbalanced, wrongTotal));
    assert.ok(action !== undefined);
    assert.deepEqual(versionOf(action), { uri, version: 2 });
  }));

  test("there is none for a diagnostic that is no longer true", () => withServer({}, async (client) => {
    const diagnostics = await client.check(uri, unbalanced);
    await client.replace(uri, 2, draft());
    assert.deepEqual(await client.actions(uri, rangeOf(unbalanced, wrongTotal), { diagnostics }), []);
  }));

  test("finds the finding again that has moved", () => withServer({}, async (client) => {
    const diagnostics = await client.check(uri, unbalanced);
    const moved = unbalanced.replace("## 一", "多写的一行。\n\n## 一");
    await client.replace(uri, 2, moved);
    const [action] = await client.actions(uri, rangeOf(unbalanced, wrongTotal), { diagnostics });
    assert.equal(applied(moved, action?.edit), draft().replace("## 一", "多写的一行。\n\n## 一"));
  }));

  test("a missing chapter is written, and nothing else is wrong then", () => withServer({ settings: { stage: "draft" } }, async (client) => {
    const text = draft({ without: ["五"] });
    const diagnostics = await client.check(uri, text);
    assert.deepEqual(diagnostics.map(({ code }) => code), ["section-missing"]);
    const [action] = await client.actions(uri, whole, { diagnostics });
    const mended = applied(text, action?.edit);
    assert.match(mended, /^## 五、存在的主要问题及改进情况$/m);
    assert.deepEqual(await codesAfter(client, mended, 2), []);
  }));

  test("converts a whole text with the tables that lie beside the server", () => withServer({}, async (client) => {
    const text = converter.toTraditional(draft());
    const diagnostics = (await client.check(uri, text)).filter(({ code }) => code === "mixed-script");
    const [action] = await client.actions(uri, rangeOf(text, "# "), { diagnostics });
    assert.equal(applied(text, action?.edit), draft());
    assert.deepEqual(client.logged, []);
  }));
});

describe("source.fixAll.nianbao", () => {
  test("applies what is safe and leaves the numbers alone", () => withServer({}, async (client) => {
    const text = unbalanced.replace(sentence, `公开\u200b形式较为\u200b单一`);
    await client.check(uri, text);
    const [action, ...others] = await client.actions(uri, whole, { only: ["source.fixAll"] });
    assert.deepEqual([action?.kind, others], ["source.fixAll.nianbao", []]);
    assert.equal(applied(text, action?.edit), unbalanced);
    assert.deepEqual(await codesAfter(client, unbalanced, 2), ["row-total"]);
    assert.deepEqual(await client.actions(uri, whole, { only: ["source.fixAll"] }), []);
  }));

  test("keeps the line ends of the document", () => withServer({}, async (client) => {
    const text = draft().replace(sentence, `公开\u200b形式较为单一`).replaceAll("\n", "\r\n");
    await client.check(uri, text);
    const [action] = await client.actions(uri, whole, { only: ["source.fixAll.nianbao"] });
    assert.equal(applied(text, action?.edit), draft().replaceAll("\n", "\r\n"));
  }));
});
