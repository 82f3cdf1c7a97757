// The server as an editor sees it: a process, spoken to in the protocol.
import assert from "node:assert/strict";
import { describe, test, type TestContext } from "node:test";
import { ErrorCodes, LSPErrorCodes, type Diagnostic, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver-protocol";
import manifest from "../../server/package.json";
import { TextDocument } from "vscode-languageserver-textdocument";
import { converter } from "../unit/support/converter.js";
import { random } from "../unit/support/drafts.js";
import { applied, rangeOf, startServer, withServer, workerAssets, type ServerOptions, type TestClient } from "./client.js";
import { draft, sentence, unbalanced, wrongTotal } from "./drafts.js";

const uri = "file:///drafts/2024.nianbao.md";
const processes: readonly NonNullable<ServerOptions["transport"]>[] = ["stdio", "ipc"];

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

function names(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap((symbol) => [symbol.name, ...names(symbol.children ?? [])]);
}

function within(symbol: DocumentSymbol): boolean {
  const { range, selectionRange } = symbol;
  const before = (a: typeof range.start, b: typeof range.start) => a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(range.start, selectionRange.start) && before(selectionRange.end, range.end) && (symbol.children ?? []).every(within);
}

/** A server for tests that end it themselves; one that a failed test leaves is ended here, or the whole run would wait for it. */
function started(t: TestContext, options: ServerOptions = {}): TestClient {
  const client = startServer(options);
  t.after(() => client.kill());
  return client;
}

for (const transport of processes) {
  describe(`life over ${transport}`, () => {
    test("says what it can do", async (t) => {
      const client = started(t, { transport });
      assert.deepEqual(await client.initialize(), {
        capabilities: {
          positionEncoding: "utf-16",
          textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
          codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.nianbao", "refactor.rewrite.nianbao.totals", "refactor.rewrite.nianbao.rest", "refactor.rewrite.nianbao.table"] },
          codeLensProvider: {},
          completionProvider: { triggerCharacters: ["#", "|", "（", "(", "-", ":"] },
          definitionProvider: true,
          documentFormattingProvider: true,
          documentHighlightProvider: true,
          documentLinkProvider: {},
          documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
          documentRangeFormattingProvider: true,
          documentSymbolProvider: { label: "Nianbao 年报" },
          foldingRangeProvider: true,
          hoverProvider: true,
          inlayHintProvider: true,
          referencesProvider: true,
          selectionRangeProvider: true,
          semanticTokensProvider: {
            legend: { tokenTypes: ["reportTotal", "reportNumber", "reportPlaceholder", "reportClaim", "documentNumber"], tokenModifiers: ["wrong", "determined", "matched"] },
            full: { delta: true },
            range: true,
          },
          workspaceSymbolProvider: true,
          workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        },
        serverInfo: { name: "nianbao", version: manifest.version },
      });
      assert.equal(await client.stop(), 0);
    });

    test("exit without shutdown is exit code 1", async (t) => {
      const client = started(t, { transport });
      await client.initialize();
      assert.equal(await client.exit(), 1);
    });

    test("an editor that is gone takes the server with it", async (t) => {
      const client = started(t, { transport });
      await client.initialize();
      client.hangUp();
      assert.equal(await client.exitCode(), 1);
    });

    test("publishes what it finds, with the version", () => withServer({ transport }, async (client) => {
      await client.open(uri, unbalanced, { version: 7 });
      assert.deepEqual(codes(await client.diagnosticsFor(uri, 7)), ["row-total"]);
    }));
  });
}

describe("the server for browsers", () => {
  const options: ServerOptions = { transport: "worker", initialize: { initializationOptions: { assets: workerAssets } } };

  test("publishes what it finds, with the version", () => withServer(options, async (client) => {
    await client.open(uri, unbalanced, { version: 7 });
    assert.deepEqual(codes(await client.diagnosticsFor(uri, 7)), ["row-total"]);
    await client.replace(uri, 8, draft());
    assert.deepEqual(codes(await client.diagnosticsFor(uri, 8)), []);
    assert.equal(names(await client.symbols(uri)).length, 12);
  }));

  const traditional = converter.toTraditional(draft());

  test("loads its conversion tables from where the client says", () => withServer(options, async (client) => {
    const diagnostics = (await client.check(uri, traditional)).filter(({ code }) => code === "mixed-script");
    const [action] = await client.actions(uri, rangeOf(traditional, "# "), { diagnostics });
    assert.equal(applied(traditional, action?.edit), draft());
    assert.deepEqual(client.logged, []);
  }));

  test("offers no conversion where it does not know of any tables", () => withServer({ transport: "worker" }, async (client) => {
    const diagnostics = (await client.check(uri, traditional)).filter(({ code }) => code === "mixed-script");
    assert.ok(diagnostics.length > 0);
    const actions = await client.actions(uri, rangeOf(traditional, "# "), { diagnostics });
    assert.deepEqual(actions.filter(({ title }) => !title.includes("忽略")), []);
  }));
});

describe("requests out of turn", () => {
  test("before initialize", async (t) => {
    const client = started(t);
    await assert.rejects(client.symbols(uri), { code: ErrorCodes.ServerNotInitialized });
  });
  test("a second initialize", () => withServer({}, async (client) => {
    await assert.rejects(client.initialize(), { code: ErrorCodes.InvalidRequest });
  }));
  test("after shutdown", () => withServer({}, async (client) => {
    await client.connection.sendRequest("shutdown");
    await assert.rejects(client.symbols(uri), { code: ErrorCodes.InvalidRequest });
  }));
  test("an unknown request", () => withServer({}, async (client) => {
    await assert.rejects(client.connection.sendRequest("nianbao/noSuchRequest", {}), { code: ErrorCodes.MethodNotFound });
    assert.deepEqual(codes(await client.check(uri, unbalanced)), ["row-total"], "the server is still there");
  }));
  test("about a document that is not open", () => withServer({}, async (client) => {
    assert.deepEqual([await client.symbols(uri), await client.folding(uri)], [[], []]);
  }));
});

describe("registration", () => {
  test("asks to be told of settings and configuration files, where the client can be asked", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced);
    assert.deepEqual(client.registrations.map(({ method }) => method).sort(), ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
  }));
  test("asks a client for nothing that it has not announced", () => withServer({ capabilities: {}, settings: { rules: { "row-total": "off" } } }, async (client) => {
    assert.deepEqual(codes(await client.check(uri, unbalanced)), ["row-total"]);
    assert.deepEqual(client.registrations, []);
  }));
});

describe("diagnostics", () => {
  test("say all that an editor can show", () => withServer({}, async (client) => {
    const [found] = await client.check(uri, unbalanced);
    assert.ok(found !== undefined);
    assert.deepEqual(found.range, rangeOf(unbalanced, wrongTotal));
    assert.deepEqual([found.source, found.code, found.severity], ["nianbao", "row-total", 1]);
    assert.equal(found.codeDescription?.href, "https://github.com/nianbao/nianbao/blob/main/docs/rules/row-total.md");
    assert.match(String(found.message), /总计/);
    assert.ok((found.relatedInformation ?? []).length > 0);
    assert.ok(found.relatedInformation?.every(({ location }) => location.uri === uri));
    assert.equal((found.data as { fact: string }).fact, "applications/received/total");
  }));

  test("say which edition the draft was checked by, and why", () => withServer({}, async (client) => {
    for (const { data } of await client.check(uri, unbalanced)) {
      const { edition, because } = data as { readonly edition: unknown; readonly because: unknown };
      assert.equal(edition, "2021");
      assert.ok(typeof because === "string" && because !== "");
    }
  }));

  test("a draft without a fault has none", () => withServer({}, async (client) => {
    assert.deepEqual(codes(await client.check(uri, draft())), []);
  }));

  test("nothing is said about Markdown that is no such report", () => withServer({}, async (client) => {
    const text = "# 读书笔记\n\n## 一、总体情况\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n";
    assert.deepEqual(await client.check("file:///notes.md", text, { languageId: "markdown" }), []);
    assert.deepEqual([await client.symbols("file:///notes.md"), await client.folding("file:///notes.md")], [[], []]);
  }));

  test("a report in Markdown or plain text is checked like any other", () => withServer({}, async (client) => {
    for (const languageId of ["markdown", "plaintext"]) {
      assert.deepEqual(codes(await client.check(`file:///${languageId}.md`, unbalanced, { languageId })), ["row-total"]);
    }
  }));

  test("are English where the editor is English", () => withServer({ initialize: { locale: "en-GB" } }, async (client) => {
    const [found] = await client.check(uri, unbalanced);
    assert.match(String(found?.message), /total/i);
  }));

  test("are in the language of the setting, whatever the editor's", () => withServer({ settings: { language: "en" } }, async (client) => {
    const [found] = await client.check(uri, unbalanced);
    assert.match(String(found?.message), /total/i);
  }));
});

describe("positions are UTF-16", () => {
  const label = "一、本年新收政府信息公开申请数量";
  const cases = {
    "behind 𠮷 and emoji on the same line": unbalanced.replace(`| ${label} |`, `| ${label}<!--𠮷😀--> |`),
    "behind 𠮷 and emoji on other lines": unbalanced.replace("# ", "# 𠮷😀"),
    "with CRLF": unbalanced.replaceAll("\n", "\r\n"),
    "with CR alone": unbalanced.replaceAll("\n", "\r"),
    "behind a byte order mark": `\uFEFF${unbalanced}`,
  };
  for (const [name, text] of Object.entries(cases)) {
    test(name, () => withServer({}, async (client) => {
      const total = (await client.check(uri, text)).filter(({ code }) => code === "row-total");
      assert.deepEqual(total.map(({ range }) => range), [rangeOf(text, wrongTotal)]);
    }));
  }
});

describe("versions", () => {
  test("after fifty quick edits the last version is published, and never an older one after a newer", () => withServer({}, async (client) => {
    await client.open(uri, draft());
    const at = rangeOf(draft(), sentence).start;
    for (let version = 2; version <= 51; version++) await client.edit(uri, version, [{ range: { start: at, end: at }, text: "很" }]);
    await client.diagnosticsFor(uri, 51);
    const versions = client.publishedFor(uri).map(({ version }) => version ?? Number.NaN);
    assert.deepEqual(versions, versions.toSorted((a, b) => a - b));
    assert.equal(versions.at(-1), 51);
  }));

  test("incremental edits arrive at the same text as a whole one", () => withServer({}, async (client) => {
    await client.open(uri, unbalanced);
    const { start } = rangeOf(unbalanced, sentence);
    await client.edit(uri, 2, [
      { range: rangeOf(unbalanced, wrongTotal), text: "7" },
      { range: { start, end: start }, text: "𠮷\n\n" },
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "第一行\n\n" },
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 2 } }, text: "新" },
    ]);
    const edited = await client.diagnosticsFor(uri, 2);
    const whole = unbalanced.replace(wrongTotal, "7").replace(sentence, `𠮷\n\n${sentence}`).replace("## 一", "第一行\n\n## 一").replace("# ", "# 新");
    await client.replace(uri, 3, whole);
    assert.deepEqual(edited, await client.diagnosticsFor(uri, 3));
    assert.deepEqual(codes(edited), ["row-total"]);
  }));

  test("after two hundred edits at random the server has the text that the editor has", () => withServer({}, async (client) => {
    const next = random(20261122);
    const document = TextDocument.create(uri, "nianbao", 1, unbalanced.replaceAll("\n", "\r\n"));
    const offset = (): number => Math.floor(next() * document.getText().length);
    await client.open(uri, document.getText());
    for (let version = 2; version <= 201; version++) {
      const start = offset();
      const range = { start: document.positionAt(start), end: document.positionAt(Math.min(document.getText().length, start + Math.floor(next() * 4))) };
      const change = { range, text: ["", "7", "\r\n", "𠮷", "| ", "\u200b", "公开"][Math.floor(next() * 7)] ?? "" };
      TextDocument.update(document, [change], version);
      await client.edit(uri, version, [change]);
    }
    const edited = await client.diagnosticsFor(uri, 201);
    await client.close(uri);
    await client.open(uri, document.getText(), { version: 202 });
    assert.ok(edited.length > 0);
    assert.deepEqual(edited, await client.diagnosticsFor(uri, 202));
  }));

  test("a document that is closed at once leaves only the empty list behind", () => withServer({}, async (client) => {
    await client.open(uri, unbalanced.repeat(20));
    await client.close(uri);
    await client.check("file:///drafts/other.nianbao.md", unbalanced);
    await client.symbols("file:///drafts/other.nianbao.md");
    assert.deepEqual(client.publishedFor(uri), [{ uri, diagnostics: [] }]);
  }));

  test("a document may come back with a lower version", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced, { version: 9 });
    await client.close(uri);
    assert.deepEqual(codes(await client.check(uri, draft(), { version: 1 })), [], "the empty list of the closing");
    assert.deepEqual(await client.diagnosticsFor(uri, 1), []);
    await client.replace(uri, 2, unbalanced);
    assert.deepEqual(codes(await client.diagnosticsFor(uri, 2)), ["row-total"]);
  }));

  test("edits of the other documents change nothing", () => withServer({}, async (client) => {
    await client.check(uri, unbalanced);
    await client.check("file:///drafts/other.nianbao.md", draft());
    assert.equal(client.publishedFor(uri).length, 1);
  }));
});

describe("settings", () => {
  test("a rule that is switched off goes away, one that is lowered stays", () => withServer({}, async (client) => {
    assert.deepEqual(codes(await client.check(uri, unbalanced)), ["row-total"]);
    for (const [severity, expected] of [["off", []], ["information", [3]]] as const) {
      const published = client.nextDiagnostics(uri);
      await client.configure({ rules: { "row-total": severity } });
      const { diagnostics, version } = await published;
      assert.deepEqual([diagnostics.map((diagnostic) => diagnostic.severity), version], [expected, 1]);
    }
  }));

  test("from a client that cannot be asked", () => withServer({ capabilities: {}, initialize: { initializationOptions: { settings: { rules: { "row-total": "warning" } } } } }, async (client) => {
    assert.deepEqual((await client.check(uri, unbalanced)).map(({ severity }) => severity), [2]);
    const published = client.nextDiagnostics(uri);
    await client.configure({ rules: { "row-total": "off" } });
    assert.deepEqual((await published).diagnostics, []);
  }));
});

describe("outline and folding", () => {
  test("shows title, chapters, sub-sections and tables", () => withServer({}, async (client) => {
    await client.check(uri, draft());
    const symbols = await client.symbols(uri);
    assert.deepEqual(names(symbols), [
      "云溪县档案馆2024年政府信息公开工作年度报告",
      "一、总体情况",
      "（一）主动公开",
      "（二）依申请公开",
      "二、主动公开政府信息情况",
      "主动公开政府信息情况表",
      "三、收到和处理政府信息公开申请情况",
      "收到和处理政府信息公开申请情况表",
      "四、政府信息公开行政复议、行政诉讼情况",
      "政府信息公开行政复议、行政诉讼情况表",
      "五、存在的主要问题及改进情况",
      "六、其他需要报告的事项",
    ]);
    assert.ok(symbols.every(within));
  }));

  test("shows a missing chapter where it belongs", () => withServer({}, async (client) => {
    await client.check(uri, draft({ without: ["三"] }));
    const chapters = (await client.symbols(uri))[0]?.children ?? [];
    assert.deepEqual(chapters.map(({ name }) => name)[2], "〔缺〕三、收到和处理政府信息公开申请情况");
    assert.equal(chapters[2]?.detail, "缺少");
    assert.deepEqual(chapters[2]?.range.start.line, chapters[3]?.range.start.line);
  }));

  test("is a list for clients that know no trees", () => withServer({ capabilities: {} }, async (client) => {
    await client.check(uri, draft());
    const symbols = (await client.symbols(uri)) as unknown as SymbolInformation[];
    assert.equal(symbols.length, 12);
    assert.ok(symbols.every(({ location }) => location.uri === uri));
  }));

  test("folds chapters, sub-sections and tables", () => withServer({}, async (client) => {
    const text = draft();
    await client.check(uri, text);
    const lines = text.split("\n");
    const folds = (await client.folding(uri)).map(({ startLine, endLine }) => `${lines[startLine]?.slice(0, 6)}…${lines[endLine]?.slice(0, 6)}`);
    assert.ok(folds.includes("## 三、收…| 四、结转"), folds.join("\n"));
    assert.ok(folds.includes("| （本列数…| 四、结转"), folds.join("\n"));
  }));
});

describe("cancelling", () => {
  test("a cancelled request is answered, the server goes on", () => withServer({}, async (client) => {
    await client.open(uri, unbalanced.repeat(50));
    const { CancellationTokenSource } = await import("vscode-languageserver-protocol");
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest("textDocument/documentSymbol", { textDocument: { uri } }, source.token);
    source.cancel();
    const outcome = await answer.then(() => "result", (error: { code: number }) => error.code);
    assert.ok(outcome === "result" || outcome === LSPErrorCodes.RequestCancelled, String(outcome));
    assert.notDeepEqual(await client.symbols(uri), []);
  }));
});

describe("large drafts", () => {
  test("while a megabyte is being checked another document is answered", () => withServer({}, async (client) => {
    const large = "file:///drafts/large.nianbao.md";
    const text = draft().replace("## 二、", "本年度通过门户网站公开信息，及时回应社会关切，规范办理程序。\n\n".repeat(34_000) + "## 二、");
    await client.open(large, text);
    const checked = client.diagnosticsFor(large, 1);
    await client.check(uri, unbalanced);
    for (let version = 2; version < 10; version++) await client.edit(large, version, [{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, text: "很" }]);
    assert.deepEqual(names(await client.symbols(uri)).length, 12);
    await client.diagnosticsFor(large, 9);
    void checked;
  }));
});

describe("nianbao/newReport", () => {
  test("gives a report that has no fault while it is being written", () => withServer({}, async (client) => {
    const report = await client.connection.sendRequest<{ text: string; fileName: string }>("nianbao/newReport", { organ: "云溪县档案馆", year: 2024 });
    assert.match(report.text, /云溪县档案馆2024年政府信息公开工作年度报告/);
    assert.deepEqual(codes(await client.check(`untitled:${report.fileName}`, report.text)), []);
  }));
  test("says what is wrong with the parameters", () => withServer({}, async (client) => {
    await assert.rejects(client.connection.sendRequest("nianbao/newReport", { organ: "", year: 2024 }), { code: ErrorCodes.InvalidParams });
  }));
});
