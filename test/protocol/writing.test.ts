// Completion, formatting, Enter and the way through a table, as an editor asks for them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionList, Position, TextEdit } from "vscode-languageserver-protocol";
import { applied, fullCapabilities, rangeOf, withServer, type TestClient } from "./client.js";
import { draft, unbalanced, wrongTotal } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";
const textDocument = { uri };
const whole = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

function ask<Result>(client: TestClient, method: string, params: object): Promise<Result> {
  return client.connection.sendRequest<Result>(method, { textDocument, ...params });
}

function complete(client: TestClient, position: Position): Promise<CompletionList> {
  return ask(client, "textDocument/completion", { position });
}

function withEdits(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, "nianbao", 0, text), [...edits]);
}

describe("completion", () => {
  test("a missing chapter, without stops for a client that knows none", () => withServer({}, async (client) => {
    const text = `${draft({ without: ["六"] })}\n`;
    await client.open(uri, text);
    const { items } = await complete(client, { line: text.split("\n").length - 1, character: 0 });
    assert.equal(items[0]?.label, "六、其他需要报告的事项");
    assert.equal(items[0]?.insertTextFormat, 1);
  }));

  test("with stops for one that does", () => withServer({ capabilities: { ...fullCapabilities, textDocument: { completion: { completionItem: { snippetSupport: true } } } } }, async (client) => {
    await client.open(uri, "");
    const { items } = await complete(client, { line: 0, character: 0 });
    assert.equal(items[0]?.insertTextFormat, 2);
    assert.match(items[0]?.textEdit?.newText ?? "", /^# \$\{1:机关名称\}\$\{2:2024\}年政府信息公开工作年度报告/);
  }));

  test("of the text as it is now", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    const text = unbalanced.replace(wrongTotal, "");
    await client.replace(uri, 2, text);
    const line = text.split("\n").findIndex((content) => content.includes("一、本年新收"));
    const { items } = await complete(client, { line, character: (text.split("\n")[line] ?? "").length - 2 });
    assert.deepEqual(items.map(({ label }) => label), ["5"]);
  }));

  test("nothing in a document that is not open, and in a note", () => withServer({}, async (client) => {
    assert.deepEqual((await complete(client, { line: 0, character: 0 })).items, []);
    await client.open(uri, "# 笔记\n\n", { languageId: "markdown" });
    assert.deepEqual((await complete(client, { line: 2, character: 0 })).items, []);
  }));
});

describe("formatting", () => {
  test("of a document and of a range", () => withServer({}, async (client) => {
    await client.open(uri, draft());
    const edits = await ask<TextEdit[]>(client, "textDocument/formatting", { options: { tabSize: 4, insertSpaces: true } });
    const formatted = withEdits(draft(), edits);
    assert.match(formatted, /\| 规章 {15}\|/);
    const some = await ask<TextEdit[]>(client, "textDocument/rangeFormatting", { range: rangeOf(draft(), "| 规章 | 0 |"), options: { tabSize: 4, insertSpaces: true } });
    assert.equal(some.length, 1);
    await client.replace(uri, 2, formatted);
    assert.deepEqual(await ask<TextEdit[]>(client, "textDocument/formatting", { options: { tabSize: 4, insertSpaces: true } }), []);
  }));

  test("is registered for drafts only where the client can be asked", () => {
    const dynamicRegistration = true;
    const capabilities = { ...fullCapabilities, textDocument: { formatting: { dynamicRegistration }, rangeFormatting: { dynamicRegistration }, onTypeFormatting: { dynamicRegistration } } };
    return withServer({ capabilities }, async (client) => {
      await client.check(uri, draft());
      const registered = client.registrations.filter(({ method }) => /[fF]ormatting$/.test(method));
      assert.deepEqual(registered.map(({ method }) => method).sort(), ["textDocument/formatting", "textDocument/onTypeFormatting", "textDocument/rangeFormatting"]);
      for (const { registerOptions } of registered) assert.deepEqual((registerOptions as { documentSelector: unknown }).documentSelector, [{ language: "nianbao" }]);
    });
  });

  test("Enter goes on with a list", () => withServer({}, async (client) => {
    await client.open(uri, "## 五、存在的主要问题及改进情况\n\n1.公开不够及时；\n");
    const edits = await ask<TextEdit[]>(client, "textDocument/onTypeFormatting", { position: { line: 3, character: 0 }, ch: "\n", options: { tabSize: 4, insertSpaces: true } });
    assert.deepEqual(edits.map(({ newText }) => newText), ["2."]);
  }));
});

describe("nianbao/cellWay", () => {
  test("tells the way through a table with pipes, and nothing elsewhere", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    const { start } = rangeOf(draft(), "一、本年新收");
    const way = await ask<{ stops: { line: number; pipes: number; of: number }[] } | null>(client, "nianbao/cellWay", { position: start });
    assert.deepEqual(way?.stops[0], { line: start.line, pipes: 4, of: 11, below: 7 });
    assert.equal(await ask(client, "nianbao/cellWay", { position: { line: 0, character: 0 } }), null);
    assert.equal(await ask(client, "nianbao/cellWay", { position: "here" }), null);
  }));
});

describe("nianbao/cellAt", () => {
  test("the next cell, and what it is called", () => withServer({}, async (client) => {
    await client.open(uri, draft());
    const { start } = rangeOf(draft(), "| 4 | 1 |");
    const place = await ask<{ range: { start: Position }; path?: readonly string[] } | null>(client, "nianbao/cellAt", { position: { ...start, character: start.character + 2 }, direction: "next" });
    assert.deepEqual(place?.range.start, { line: start.line, character: start.character + 6 });
    assert.deepEqual(place?.path, ["一、本年新收政府信息公开申请数量", "商业企业"]);
  }));

  test("null outside of tables, for a question that is none, and for a document that is not open", () => withServer({}, async (client) => {
    const position = { line: 0, character: 0 };
    assert.equal(await ask(client, "nianbao/cellAt", { position, direction: "next" }), null);
    await client.open(uri, draft());
    assert.equal(await ask(client, "nianbao/cellAt", { position, direction: "next" }), null);
    assert.equal(await ask(client, "nianbao/cellAt", { position, direction: "sideways" }), null);
    assert.equal(await ask(client, "nianbao/cellAt", { direction: "next" }), null);
  }));
});

describe("refactorings", () => {
  test("come with the version, by kind", () => withServer({}, async (client) => {
    const text = unbalanced.replace(wrongTotal, "");
    await client.check(uri, text, { version: 7 });
    const [action, ...others] = await client.actions(uri, rangeOf(text, "一、本年新收"), { only: ["refactor.rewrite.nianbao.totals"] });
    assert.deepEqual(others, []);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(change !== undefined && "textDocument" in change && change.textDocument, { uri, version: 7 });
    assert.equal(applied(text, action?.edit), draft());
  }));

  test("none of them among quick fixes", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced.replace(wrongTotal, ""));
    assert.deepEqual(await client.actions(uri, whole, { only: ["quickfix"] }), []);
  }));
});
