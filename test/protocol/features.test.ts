// The editor features over the protocol: each is asked once of the built server, as an editor asks.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CodeAction, CodeLens, DocumentHighlight, DocumentLink, Hover, InlayHint, Location, SelectionRange, SemanticTokens, SemanticTokensDelta, SymbolInformation, TextEdit } from "vscode-languageserver-protocol";
import { applied, fullCapabilities, rangeOf, withServer, type TestClient } from "./client.js";
import { draft, unbalanced, wrongTotal } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";
const textDocument = { uri };

function ask<Result>(client: TestClient, method: string, params: object = {}): Promise<Result> {
  return client.connection.sendRequest<Result>(method, { textDocument, ...params });
}

/** The draft with a blank that its row determines. */
const open = draft({ received: "4,1,0,0,0,0,77777" }).replace("77777", "");
const blank = { start: rangeOf(open, "| 一、本年新收").start, end: rangeOf(open, "| 二、上年").start };
const total = rangeOf(unbalanced, wrongTotal).start;

describe("asked about a place", () => {
  test("hover is Markdown for those who show it, plain text for the others", async () => {
    const capabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, hover: { contentFormat: ["markdown" as const] } } };
    await withServer({ capabilities }, async (client) => {
      await client.check(uri, unbalanced);
      const hover = await ask<Hover>(client, "textDocument/hover", { position: total });
      assert.ok("kind" in Object(hover.contents));
      assert.match(JSON.stringify(hover.contents), /"markdown".*\*\*一、本年新收政府信息公开申请数量 › 总计\*\*　88888/);
      assert.equal(await ask(client, "textDocument/hover", { position: { line: 1, character: 0 } }), null);
    });
    await withServer({}, async (client) => {
      await client.check(uri, unbalanced);
      assert.match(JSON.stringify(await ask(client, "textDocument/hover", { position: total })), /"plaintext"/);
    });
  });

  test("definition, references, highlights, selection ranges", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced);
    assert.equal((await ask<Location[]>(client, "textDocument/definition", { position: total })).length, 6);
    assert.equal((await ask<Location[]>(client, "textDocument/references", { position: total, context: { includeDeclaration: false } })).length, 9);
    assert.equal((await ask<DocumentHighlight[]>(client, "textDocument/documentHighlight", { position: total })).length, 10);
    const [range] = await ask<SelectionRange[]>(client, "textDocument/selectionRange", { positions: [total] });
    assert.deepEqual(range?.range, rangeOf(unbalanced, wrongTotal));
  }));

  test("documents that are not open have no answer", () => withServer({}, async (client) => {
    for (const method of ["definition", "documentLink", "codeLens", "selectionRange"]) assert.deepEqual(await ask(client, `textDocument/${method}`, { position: total, positions: [] }), []);
    for (const method of ["hover", "documentHighlight"]) assert.equal(await ask(client, `textDocument/${method}`, { position: total }), null);
    assert.equal(await ask(client, "nianbao/status"), null);
  }));
});

describe("shown in the text", () => {
  test("inlay hints, unless they are switched off", () => withServer({ settings: { stage: "draft" } }, async (client) => {
    await client.check(uri, open);
    const hints = await ask<InlayHint[]>(client, "textDocument/inlayHint", { range: blank });
    assert.deepEqual(hints.map(({ textEdits }) => textEdits?.[0]?.newText), ["5"]);
    await client.configure({ stage: "draft", inlayHints: false });
    await client.nextDiagnostics(uri);
    assert.deepEqual(await ask(client, "textDocument/inlayHint", { range: blank }), []);
  }));

  test("code lenses, once they are switched on", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced);
    assert.deepEqual(await ask(client, "textDocument/codeLens"), []);
    await client.configure({ codeLens: true });
    await client.nextDiagnostics(uri);
    assert.equal((await ask<CodeLens[]>(client, "textDocument/codeLens")).length, 2);
  }));

  test("a client that can be is asked to ask again after a change of the settings", () => {
    const refreshSupport = true;
    const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, inlayHint: { refreshSupport }, codeLens: { refreshSupport }, semanticTokens: { refreshSupport } } };
    return withServer({ capabilities }, async (client) => {
      const methods = ["workspace/inlayHint/refresh", "workspace/codeLens/refresh", "workspace/semanticTokens/refresh"];
      const asked = methods.map((method) => new Promise((resolve) => void client.connection.onRequest(method, () => (resolve(method), null))));
      await client.check(uri, draft());
      await client.configure({ codeLens: true });
      assert.deepEqual(await Promise.all(asked), methods);
    });
  });

  test("semantic tokens: whole, of a range, and what has changed", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    const whole = await ask<SemanticTokens>(client, "textDocument/semanticTokens/full");
    assert.ok(whole.data.length > 100 && whole.data.length % 5 === 0);
    const part = await ask<SemanticTokens>(client, "textDocument/semanticTokens/range", { range: rangeOf(draft(), "| 二、上年结转政府信息公开申请数量 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |") });
    assert.equal(part.data.length, 5);
    await client.replace(uri, 2, unbalanced);
    const delta = await ask<SemanticTokensDelta>(client, "textDocument/semanticTokens/full/delta", { previousResultId: whole.resultId });
    assert.equal(delta.edits.length, 1);
    assert.ok((delta.edits[0]?.data?.length ?? 0) < 10);
    const stranger = await ask<SemanticTokens>(client, "textDocument/semanticTokens/full/delta", { previousResultId: "999" });
    assert.ok(stranger.data.length > 100);
  }));

  test("links", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    assert.equal((await ask<DocumentLink[]>(client, "textDocument/documentLink")).length, 5);
  }));
});

describe("asked about the workspace", () => {
  test("symbols of all open drafts", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    await client.check("file:///drafts/2023.nianbao.md", draft().replaceAll("2024", "2023"));
    const symbols = await ask<SymbolInformation[]>(client, "workspace/symbol", { query: "新收" });
    assert.deepEqual(symbols.map(({ containerName }) => containerName).sort(), ["云溪县档案馆 2023", "云溪县档案馆 2024"]);
  }));
});

describe("nianbao/…", () => {
  test("status is told after each check to a client that has asked for it, and to whoever asks", () => withServer({ initialize: { initializationOptions: { status: true } } }, async (client) => {
    const told: { version: number; edition: string; problems: { error: number } }[] = [];
    client.connection.onNotification("nianbao/status", (status: (typeof told)[number]) => void told.push(status));
    await client.check(uri, unbalanced);
    await client.replace(uri, 2, `<!-- nianbao-edition: 2019 -->\n${draft()}`);
    await client.diagnosticsFor(uri, 2);
    const asked = await ask<(typeof told)[number]>(client, "nianbao/status");
    assert.deepEqual(told.map(({ version, edition }) => [version, edition]), [[1, "2021"], [2, "2019"]]);
    assert.equal(told[0]?.problems.error, 1);
    assert.deepEqual([asked.version, asked.edition], [2, "2019"]);
  }));

  test("status is not told to others", () => withServer({}, async (client) => {
    const told: unknown[] = [];
    client.connection.onNotification("nianbao/status", (status: unknown) => void told.push(status));
    await client.check(uri, unbalanced);
    await ask(client, "nianbao/status");
    assert.deepEqual(told, []);
  }));

  test("editionDirective gives edits, and refuses what is no edition", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    const edits = await ask<TextEdit[]>(client, "nianbao/editionDirective", { edition: "2019" });
    assert.equal(applied(draft(), { changes: { [uri]: edits } }), `<!-- nianbao-edition: 2019 -->\n${draft()}`);
    await assert.rejects(ask(client, "nianbao/editionDirective", { edition: "2020" }), /no such edition/);
  }));

  test("selectionStatistics counts over several selections", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced);
    const ranges = [rangeOf(unbalanced, wrongTotal), rangeOf(unbalanced, "| 行政规范性文件 | 0 | 0 | 2 |")];
    assert.deepEqual(await ask(client, "nianbao/selectionStatistics", { ranges }), { count: 4, sum: "88890", average: "22222.5" });
    assert.equal(await ask(client, "nianbao/selectionStatistics", { ranges: [] }), null);
  }));
});

describe("quick fixes survive", () => {
  test("once one is applied the others are offered at once, for the new text, though nothing has been published yet", () => withServer({}, async (client) => {
    const text = draft({ received: "4,1,0,0,0,0,88888" }).replace("| 1 | 0 | 0 | 0 | 1 |", "| 1 | 0 | 0 | 0 | 99999 |").replace("公开形式较为单一", "公\u200b开形式较为单一");
    const diagnostics = await client.check(uri, text);
    assert.deepEqual(diagnostics.map(({ code }) => code), ["row-total", "review-total", "invisible-character"]);
    let current = text;
    for (let version = 2; diagnostics.length > 0; version++) {
      const [diagnostic] = diagnostics.splice(0, 1);
      const [fix] = await client.actions(uri, diagnostic?.range ?? rangeOf(text, "公"), { diagnostics: diagnostic === undefined ? [] : [diagnostic] });
      const [change] = fix?.edit?.documentChanges ?? [];
      assert.deepEqual(change !== undefined && "textDocument" in change && change.textDocument, { uri, version: version - 1 });
      current = applied(current, fix?.edit);
      await client.replace(uri, version, current);
    }
    assert.equal(current, draft());
    assert.deepEqual(await client.diagnosticsFor(uri, 4), []);
  }));

  test("the page of a rule is offered to a client that says that it can open it", async () => {
    const offers = (initialize: object, expected: readonly unknown[]): Promise<void> => withServer({ initialize }, async (client) => {
      await client.check(uri, unbalanced);
      const actions = await client.actions(uri, rangeOf(unbalanced, wrongTotal));
      assert.deepEqual(actions.flatMap(({ command }): unknown[] => (command === undefined ? [] : [command.command, ...(command.arguments ?? [])])), expected);
    });
    await offers({ initializationOptions: { rulePages: true } }, ["nianbao.explainRule", "row-total"]);
    await offers({}, []);
  });

  test("a rule is switched off for the folder, in a configuration that is there or is made", async () => {
    const folder = await mkdtemp(join(tmpdir(), "nianbao-silence-"));
    try {
      const place = `${pathToFileURL(folder).href}/云.nianbao.md`;
      const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ["create" as const] } } };
      await withServer({ capabilities, initialize: { workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "drafts" }] } }, async (client) => {
        await client.check(place, unbalanced);
        const silencing = async (): Promise<CodeAction | undefined> => (await client.actions(place, rangeOf(unbalanced, wrongTotal))).find(({ title }) => title.includes(".nianbao.json"));
        assert.deepEqual((await silencing())?.edit?.documentChanges?.map((change) => ("kind" in change ? change.kind : "edit")), ["create", "edit"]);
        await writeFile(join(folder, ".nianbao.json"), '{"stage": "final"}');
        await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: `${pathToFileURL(folder).href}/.nianbao.json`, type: 1 }] });
        const [edits] = Object.values((await silencing())?.edit?.changes ?? {});
        assert.equal(applied('{"stage": "final"}', { changes: { [uri]: edits ?? [] } }), '{\n  "rules": {\n    "row-total": "off"\n  },"stage": "final"}');
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
