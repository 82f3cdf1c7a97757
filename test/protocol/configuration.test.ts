// `.nianbao.json` in folders on disk.
import assert from "node:assert/strict";
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { withServer, type ServerOptions, type TestClient } from "./client.js";
import { unbalanced } from "./drafts.js";

interface Folder {
  uri(name: string): string;
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** A folder of its own for the test, with a folder 2024 年报 in it. */
async function inFolder(options: ServerOptions, run: (client: TestClient, folder: Folder) => Promise<void>): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), "nianbao-"));
  await mkdir(join(root, "2024 年报"));
  const folder: Folder = {
    uri: (name) => pathToFileURL(join(root, name)).href,
    write: (name, text) => writeFile(join(root, name), text),
    remove: (name) => rm(join(root, name)),
  };
  try {
    await withServer(options, (client) => run(client, folder));
  } finally {
    await rm(root, { recursive: true });
  }
}

async function changed(client: TestClient, uri: string): Promise<void> {
  await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
}

const off = JSON.stringify({ rules: { "row-total": "off" } });
const lowered = JSON.stringify({ rules: { "row-total": "hint" } });

describe(".nianbao.json", () => {
  test("holds for the drafts below it, the nearest one counts", () => inFolder({}, async (client, folder) => {
    await folder.write(".nianbao.json", off);
    assert.deepEqual(await client.check(folder.uri("2024 年报/甲.md"), unbalanced), []);
    await folder.write("2024 年报/.nianbao.json", lowered);
    const again = client.nextDiagnostics(folder.uri("2024 年报/甲.md"));
    await changed(client, folder.uri("2024 年报/.nianbao.json"));
    assert.deepEqual((await again).diagnostics.map(({ severity }) => severity), [4]);
  }));

  test("counts more than the editor's settings", () => inFolder({ settings: { rules: { "row-total": "warning" } } }, async (client, folder) => {
    const uri = folder.uri("甲.md");
    assert.deepEqual((await client.check(uri, unbalanced)).map(({ severity }) => severity), [2]);
    await folder.write(".nianbao.json", lowered);
    const again = client.nextDiagnostics(uri);
    await changed(client, folder.uri(".nianbao.json"));
    assert.deepEqual((await again).diagnostics.map(({ severity }) => severity), [4]);
  }));

  test("is forgotten when it is deleted", () => inFolder({}, async (client, folder) => {
    await folder.write(".nianbao.json", off);
    const uri = folder.uri("甲.md");
    assert.deepEqual(await client.check(uri, unbalanced), []);
    await folder.remove(".nianbao.json");
    const again = client.nextDiagnostics(uri);
    await changed(client, folder.uri(".nianbao.json"));
    assert.deepEqual((await again).diagnostics.map(({ code }) => code), ["row-total"]);
  }));

  test("is read again after a save by a client that watches no files", () => inFolder({ capabilities: {} }, async (client, folder) => {
    const uri = folder.uri("甲.md");
    await client.check(uri, unbalanced);
    await folder.write(".nianbao.json", off);
    const again = client.nextDiagnostics(uri);
    await client.save(uri);
    assert.deepEqual((await again).diagnostics, []);
  }));

  test("what is wrong in it is said in it, once, and goes away with it; the rest holds", () => inFolder({}, async (client, folder) => {
    const file = folder.uri(".nianbao.json");
    await folder.write(".nianbao.json", '{ "stage": "finished",\n  "rules": { "row-total": "hint" } }');
    const problem = client.nextDiagnostics(file);
    assert.deepEqual((await client.check(folder.uri("甲.md"), unbalanced)).map(({ severity }) => severity), [4]);
    const [found, ...others] = (await problem).diagnostics;
    assert.match(String(found?.message), /finished/);
    assert.deepEqual([found?.source, found?.range.start, others], ["nianbao", { line: 0, character: 11 }, []]);
    await client.check(folder.uri("乙.md"), unbalanced);
    assert.equal(client.publishedFor(file).length, 1);
    await folder.write(".nianbao.json", off);
    const mended = client.nextDiagnostics(file);
    await changed(client, file);
    assert.deepEqual((await mended).diagnostics, []);
  }));

  test("a file that is no JSON is left out of account, with one diagnostic", () => inFolder({}, async (client, folder) => {
    await folder.write(".nianbao.json", "{ rules: off }");
    const problem = client.nextDiagnostics(folder.uri(".nianbao.json"));
    assert.deepEqual((await client.check(folder.uri("甲.md"), unbalanced)).map(({ code }) => code), ["row-total"]);
    assert.equal((await problem).diagnostics.length, 1);
  }));

  test("holds for unsaved drafts of the workspace", () => inFolder({}, async (client, folder) => {
    await folder.write(".nianbao.json", off);
    await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event: { added: [{ uri: folder.uri(""), name: "x" }], removed: [] } });
    assert.deepEqual(await client.check("untitled:Untitled-1", unbalanced), []);
  }));
});
