// The reports of a workspace: neighbours that are not open, findings in files that are not open, and all of it kept up to date.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver-protocol";
import manifest from "../../package.json";
import { isReportFile, pathOf } from "../../server/src/lsp/archive/paths.js";
import { generateArchive, rewritten, type ArchiveReport } from "../unit/support/archives.js";
import { distribution, fullCapabilities, withServer, type ServerOptions, type TestClient } from "./client.js";

const pulling: ClientCapabilities = { ...fullCapabilities, textDocument: { ...fullCapabilities.textDocument, diagnostic: { dynamicRegistration: true } } };

class Workspace {
  constructor(readonly folder: string) {}

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, name), text);
  }

  /** Writes a file and tells the server, as an editor does that watches the folder. */
  async change(client: TestClient, name: string, text: string): Promise<void> {
    await this.write(name, text);
    await this.tell(client, name, 2);
  }

  async remove(client: TestClient, name: string): Promise<void> {
    await rm(join(this.folder, name));
    await this.tell(client, name, 3);
  }

  private async tell(client: TestClient, name: string, type: number): Promise<void> {
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: this.uri(name), type }] });
  }
}

/** A server that has a folder with these reports as its workspace. */
function inWorkspace(reports: readonly ArchiveReport[], options: ServerOptions, run: (client: TestClient, workspace: Workspace) => Promise<void>): () => Promise<void> {
  return async () => {
    const workspace = new Workspace(await realpath(await mkdtemp(join(tmpdir(), "nianbao-workspace-"))));
    try {
      for (const { name, text } of reports) await workspace.write(name, text);
      const folders = [{ uri: pathToFileURL(workspace.folder).href, name: "年报" }];
      await withServer({ ...options, initialize: { workspaceFolders: folders } }, (client) => run(client, workspace));
    } finally {
      await rm(workspace.folder, { recursive: true });
    }
  };
}

const everywhere = { stage: "final", workspaceDiagnostics: "workspace" };
const onlyOpen = { stage: "final" };

/** Waits until a document shows just these codes. */
async function until(client: TestClient, uri: string, codes: readonly string[]): Promise<readonly Diagnostic[]> {
  const matches = (diagnostics: readonly Diagnostic[] | undefined): boolean => JSON.stringify(diagnostics?.map(({ code }) => code)) === JSON.stringify(codes);
  for (;;) {
    const next = client.nextDiagnostics(uri);
    const last = client.publishedFor(uri).at(-1)?.diagnostics;
    if (last !== undefined && matches(last)) return last;
    await next;
  }
}

function twoYears(seed: number): readonly [ArchiveReport, ArchiveReport] {
  const [former, report] = generateArchive(["云溪县教育局"], [2023, 2024], seed);
  assert.ok(former !== undefined && report !== undefined);
  return [former, report];
}

/** A stock that does not go on from the year before. */
function broken(report: ArchiveReport): ArchiveReport {
  return rewritten({ ...report, values: new Map([...report.values, ["disclosure/normative/inForce", "98765"]]) });
}

describe("a draft among the reports of its workspace", () => {
  const [former, report] = twoYears(31);

  test("is compared with a report that nobody has open, and points to it", inWorkspace([former], { settings: onlyOpen }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await client.open(uri, broken(report).text);
    const [finding] = await until(client, uri, ["previous-year"]);
    assert.equal(finding?.relatedInformation?.[0]?.location.uri, workspace.uri(former.name));
  }));

  test("is checked again when the other report is changed or deleted", inWorkspace([former], { settings: onlyOpen }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await client.open(uri, report.text);
    await until(client, uri, []);
    const other = rewritten({ ...former, values: new Map([...former.values, ["disclosure/normative/inForce", "7"]]) });
    await workspace.change(client, former.name, other.text);
    await until(client, uri, ["previous-year"]);
    await workspace.remove(client, former.name);
    await until(client, uri, []);
  }));

  test("follows the text of the other report while that is being edited, and the file once it is closed", inWorkspace([former], { settings: onlyOpen }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    const otherUri = workspace.uri(former.name);
    await client.open(uri, report.text);
    await client.open(otherUri, broken(former).text);
    await until(client, uri, ["previous-year"]);
    await client.replace(otherUri, 2, former.text);
    await until(client, uri, []);
    await client.replace(otherUri, 3, broken(former).text);
    await until(client, uri, ["previous-year"]);
    await client.close(otherUri);
    await until(client, uri, []);
  }));

  test("is no neighbour of itself under another spelling of its URI", inWorkspace([former, report], { settings: onlyOpen }, async (client, workspace) => {
    const uri = decodeURI(workspace.uri(report.name));
    await client.open(uri, broken(report).text);
    await until(client, uri, ["previous-year"]);
  }));

  test("offers the number of the year before", inWorkspace([former], { settings: onlyOpen }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await client.open(uri, broken(report).text);
    const diagnostics = [...(await until(client, uri, ["previous-year"]))];
    const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await client.actions(uri, range, { diagnostics });
    assert.match(action?.title ?? "", new RegExp(`改为 ${report.values.get("disclosure/normative/inForce")}`));
  }));

  test("without a file system finds its neighbours among open documents", () => withServer({ transport: "worker", settings: onlyOpen }, async (client) => {
    await client.open("file:///reports/2023.nianbao", former.text);
    await client.open("file:///reports/2024.nianbao", broken(report).text);
    await until(client, "file:///reports/2024.nianbao", ["previous-year"]);
  }));
});

describe("files that nobody has open", () => {
  const [former, report] = twoYears(32);

  test("are not shown unless asked for, then all of them are, and no more when no longer asked for", inWorkspace([former, broken(report)], { settings: onlyOpen }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await client.configure(everywhere);
    await until(client, uri, ["previous-year"]);
    assert.equal(client.publishedFor(uri).length, 1);
    await client.configure(onlyOpen);
    await until(client, uri, []);
  }));

  test("are checked again when they or their neighbours change, one by one", inWorkspace([former, report], { settings: everywhere }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await until(client, uri, []);
    await until(client, workspace.uri(former.name), []);
    await workspace.change(client, report.name, broken(report).text);
    await until(client, uri, ["previous-year"]);
    assert.equal(client.publishedFor(workspace.uri(former.name)).length, 1, "the other one has nothing new");
    await workspace.remove(client, report.name);
    await until(client, uri, []);
  }));

  test("are told by their document while it is open", inWorkspace([former, broken(report)], { settings: everywhere }, async (client, workspace) => {
    const uri = workspace.uri(report.name);
    await until(client, uri, ["previous-year"]);
    await client.open(uri, report.text, { version: 4 });
    assert.deepEqual(await client.diagnosticsFor(uri, 4), []);
    const next = client.nextDiagnostics(uri);
    await client.close(uri);
    assert.deepEqual((await next).diagnostics.map(({ code }) => code), ["previous-year"], "what is in the file again, and nothing in between");
  }));

  test("that are no reports are left alone", inWorkspace([former], { settings: everywhere }, async (client, workspace) => {
    await workspace.change(client, "读书笔记.md", "# 读书笔记\n\n## 一、总体情况\n");
    await workspace.change(client, report.name, broken(report).text);
    await until(client, workspace.uri(report.name), ["previous-year"]);
    assert.deepEqual(client.publishedFor(workspace.uri("读书笔记.md")), []);
  }));
});

describe("workspace/diagnostic", () => {
  const [former, report] = twoYears(33);

  function pull(client: TestClient, previousResultIds: readonly { readonly uri: string; readonly value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds });
  }

  function said({ items }: WorkspaceDiagnosticReport): Record<string, readonly unknown[]> {
    return Object.fromEntries(items.map((item) => [item.uri, item.kind === "full" ? item.items.map(({ code }) => code) : ["unchanged"]]));
  }

  function known({ items }: WorkspaceDiagnosticReport): { readonly uri: string; readonly value: string }[] {
    return items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
  }

  /** The server asks to be asked as soon as it knows the settings. */
  async function registered(client: TestClient): Promise<void> {
    await client.configure(everywhere);
    while (!client.registrations.some(({ method }) => method === "textDocument/diagnostic")) await client.symbols("file:///nothing.md");
  }

  test("tells all, then only what has changed, and waits until something has", inWorkspace([former, broken(report)], { capabilities: pulling, settings: everywhere }, async (client, workspace) => {
    await registered(client);
    const first = await pull(client);
    assert.deepEqual(said(first), { [workspace.uri(former.name)]: [], [workspace.uri(report.name)]: ["previous-year"] });
    const second = pull(client, known(first));
    await workspace.change(client, report.name, report.text);
    assert.deepEqual(said(await second), { [workspace.uri(report.name)]: [] });
    assert.deepEqual(client.published, [], "nothing is said twice");
  }));

  test("leaves open documents to themselves", inWorkspace([former, broken(report)], { capabilities: pulling, settings: everywhere }, async (client, workspace) => {
    await registered(client);
    const first = await pull(client);
    const second = pull(client, known(first));
    await client.open(workspace.uri(report.name), broken(report).text);
    assert.deepEqual(said(await second), { [workspace.uri(report.name)]: [] });
    await until(client, workspace.uri(report.name), ["previous-year"]);
    const own = await client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: workspace.uri(report.name) } });
    assert.deepEqual(own, { kind: "full", items: [] });
    const closed = await client.connection.sendRequest<{ readonly items: readonly Diagnostic[] }>("textDocument/diagnostic", { textDocument: { uri: workspace.uri(former.name) } });
    assert.deepEqual(closed.items, [], "a file that is not open is told as it is");
  }));

  test("says nothing about a document from the moment that it is open, checked or not", inWorkspace([former, broken(report)], { capabilities: pulling, settings: everywhere }, async (client, workspace) => {
    await registered(client);
    await pull(client);
    const uri = workspace.uri(report.name);
    const [, own] = await Promise.all([client.open(uri, broken(report).text), client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } })]);
    assert.deepEqual(own, { kind: "full", items: [] });
  }));

  test("asks to be asked for the documents that editors know", inWorkspace([former], { capabilities: pulling, settings: everywhere }, async (client) => {
    await registered(client);
    const options = client.registrations.find(({ method }) => method === "textDocument/diagnostic")?.registerOptions as { readonly documentSelector: readonly { readonly language: string }[]; readonly workspaceDiagnostics: boolean };
    assert.deepEqual([options.documentSelector.map(({ language }) => language), options.workspaceDiagnostics], [["nianbao", "markdown", "plaintext"], true]);
  }));

  test("is answered when the server is shut down", inWorkspace([former], { capabilities: pulling, settings: everywhere }, async (client) => {
    await registered(client);
    const waiting = pull(client, known(await pull(client)));
    await client.connection.sendRequest("shutdown");
    assert.deepEqual((await waiting).items, []);
  }));

  test("is given up when it is cancelled", inWorkspace([former], { capabilities: pulling, settings: everywhere }, async (client) => {
    await registered(client);
    const first = await pull(client);
    const { CancellationTokenSource } = await import("vscode-languageserver-protocol");
    const source = new CancellationTokenSource();
    const waiting = client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: known(first) }, source.token);
    source.cancel();
    assert.deepEqual((await waiting).items, []);
  }));
});

describe("command line and server", () => {
  test("say the same of an archive", async () => {
    const reports = generateArchive(["云溪县", "云溪县教育局"], [2019, 2020, 2021, 2022], 34);
    for (const report of reports.filter(({ year }) => year % 2 === 0)) {
      report.values.set("applications/carriedIn/total", "77");
      report.values.set(report.edition === "2021" ? "disclosure/normative/inForce" : "disclosure/permit/previousItems", "5");
      rewritten(report);
    }
    await inWorkspace(reports, { capabilities: pulling, settings: everywhere }, async (client, workspace) => {
      const output = spawnCheck(workspace.folder);
      await client.configure(everywhere);
      while (!client.registrations.some(({ method }) => method === "textDocument/diagnostic")) await client.symbols("file:///nothing.md");
      const { items } = await client.connection.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
      const byServer = items.map((item) => ({ file: pathOf(item.uri), findings: item.kind === "full" ? item.items.map((found) => ({ code: found.code, message: found.message, range: found.range, related: (found.relatedInformation ?? []).map(({ message, location }) => ({ message, file: pathOf(location.uri), range: location.range })) })) : [] }));
      assert.deepEqual(byServer.sort(byFile), output.sort(byFile));
      assert.ok(output.some(({ findings }) => findings.some(({ code }) => code === "carry-over")));
    })();
  });
});

interface Said {
  readonly file: string;
  readonly findings: readonly { readonly code: unknown; readonly message: unknown; readonly range: unknown; readonly related: readonly unknown[] }[];
}

function byFile(a: Said, b: Said): number {
  return a.file < b.file ? -1 : 1;
}

function spawnCheck(folder: string): Said[] {
  let output: string;
  try {
    output = execFileSync(process.execPath, [join(distribution, "cli.js"), "check", "--format", "json", folder], { encoding: "utf8", maxBuffer: 1 << 26 });
  } catch (error) {
    // Errors end it with 1.
    output = (error as { readonly stdout: string }).stdout;
  }
  const results = JSON.parse(output) as readonly { readonly file: string; readonly findings: readonly { readonly code: unknown; readonly message: unknown; readonly range: unknown; readonly related: readonly { readonly message: string; readonly file?: string; readonly range: unknown }[] }[] }[];
  return results.map(({ file, findings }) => ({ file, findings: findings.map(({ code, message, range, related }) => ({ code, message, range, related: related.map((one) => ({ message: one.message, file: one.file ?? file, range: one.range })) })) }));
}

describe("files that are taken for reports by their names", () => {
  const patterns = manifest.contributes.languages[0]?.filenamePatterns ?? [];
  const fits = (name: string): boolean => patterns.some((pattern) => new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(name)) || /\.nianbao(\.md)?$/.test(name);
  const names = ["云溪县2024年政府信息公开工作年度报告.md", "政府信息公開年報2020.txt", "a.nianbao", "a.nianbao.md", "2024年度报告.md", "政府信息公开指南.md", "政府信息公开年报.docx", "readme.md", "政府信息公开工作年度报告（定稿）.txt"];
  for (const name of names) test(`${name} is ${fits(name) ? "one" : "none"}, as the manifest says`, () => assert.equal(isReportFile(`/x/${name}`), fits(name)));
});
