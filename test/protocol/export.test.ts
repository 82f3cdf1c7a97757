import assert from "node:assert/strict";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { withServer, workerAssets, type TestClient } from "./client.js";
import { draft, unbalanced, wrongTotal } from "./drafts.js";
import type { ExportResult } from "../../server/src/lsp/export.js";

const uri = "file:///drafts/2024.nianbao.md";

function exported(client: TestClient, to: string, about = uri): Promise<ExportResult | null> {
  return client.connection.sendRequest<ExportResult | null>("nianbao/export", { textDocument: { uri: about }, to });
}

function wordText({ content }: ExportResult): string {
  return strFromU8(unzipSync(Buffer.from(content, "base64"))["word/document.xml"] ?? new Uint8Array());
}

test("a page as text, with what is wrong with the report", () => withServer({}, async (client) => {
  await client.open(uri, unbalanced);
  const page = await exported(client, "html");
  assert.deepEqual([page?.encoding, page?.fileName], ["utf-8", "云溪县档案馆2024年政府信息公开工作年度报告.html"]);
  assert.match(page?.content ?? "", /^<!doctype html>\n<html lang="zh-CN">/);
  assert.ok(page?.content.includes(`>${wrongTotal}<`));
  assert.deepEqual([page?.problems.error, page?.unplaced], [1, []]);
}));

test("a Word file in Base64, of the text as it is now", () => withServer({}, async (client) => {
  await client.open(uri, unbalanced, { version: 1 });
  await client.replace(uri, 2, draft());
  const file = await exported(client, "docx");
  assert.ok(file);
  assert.deepEqual([file.encoding, file.fileName, file.problems.error], ["base64", "云溪县档案馆2024年政府信息公开工作年度报告.docx", 0]);
  assert.match(wordText(file), /三、收到和处理政府信息公开申请情况/);
}));

test("the server for browsers loads the writer of Word files from where the client says it lies", () => withServer({ transport: "worker", initialize: { initializationOptions: { assets: workerAssets } } }, async (client) => {
  await client.open(uri, draft());
  const file = await exported(client, "docx");
  assert.ok(file);
  assert.match(wordText(file), /一、总体情况/);
  assert.equal((await exported(client, "html"))?.encoding, "utf-8");
}));

test("without knowing where it lies it says so, and still writes pages", () => withServer({ transport: "worker" }, async (client) => {
  await client.open(uri, draft());
  await assert.rejects(exported(client, "docx"), /assets/);
  assert.equal((await exported(client, "html"))?.encoding, "utf-8");
}));

test("null for what is not open and for what is no such report; a wrong format is refused", () => withServer({}, async (client) => {
  assert.equal(await exported(client, "html", "file:///other.nianbao"), null);
  await client.open("file:///note.md", "# 笔记\n\n买菜。\n", { languageId: "markdown" });
  assert.equal(await exported(client, "docx", "file:///note.md"), null);
  await client.open(uri, draft());
  await assert.rejects(exported(client, "pdf"), /html or docx/);
}));
