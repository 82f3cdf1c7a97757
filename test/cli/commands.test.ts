import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { test } from "node:test";
import { clean, wrongTotal } from "./drafts.js";
import { cliFile, inPlace, type Place } from "./run.js";

interface Facts {
  readonly file: string;
  readonly year: number | null;
  readonly organ: string | null;
  readonly edition: { readonly id: string };
  readonly sections: readonly { readonly key: string; readonly title: string; readonly range: { readonly start: { readonly line: number } } }[];
  readonly facts: readonly { readonly key: string; readonly value: { readonly kind: string; readonly amount: string | null; readonly unit: string | null; readonly raw: string }; readonly range: unknown }[];
  readonly claims: readonly unknown[];
}

const factsOf = (place: Place, ...operands: string[]) => JSON.parse(place.run(["facts", ...operands]).out) as unknown;

test("facts of one file are one object", inPlace((place) => {
  place.write("a.md", clean);
  const facts = factsOf(place, "a.md") as Facts;
  assert.equal(facts.file, "a.md");
  assert.equal(facts.year, 2024);
  assert.equal(facts.organ, "云溪县档案馆");
  assert.equal(facts.edition.id, "2021");
  assert.deepEqual(facts.sections.map(({ key }) => key), ["overview", "disclosure", "applications", "review", "problems", "other"]);
  assert.equal(facts.sections[0]?.title, "总体情况");
  assert.equal(facts.sections[0]?.range.start.line, clean.split("\n").findIndex((line) => line.includes("一、总体情况")));
}));

test("claims are the numbers of the prose with what they count", inPlace((place) => {
  place.write("a.md", clean.replace("规范办理程序", "全县共收到政府信息公开申请五件"));
  const { claims } = factsOf(place, "a.md") as { claims: readonly Record<string, unknown>[] };
  const claim = claims.find(({ raw }) => raw === "五");
  assert.deepEqual([claim?.amount, claim?.unit, claim?.relation, claim?.exact, claim?.facts], ["5", "件", "count", true, ["applications/received/total", "applications/carriedIn/total"]]);
}));

test("facts carry what the cells say", inPlace((place) => {
  place.write("a.md", clean.replace("| 行政事业性收费 | 0 |", "| 行政事业性收费 | 12.50 |").replace("| 规章 | 0 |", "| 规章 |  |").replace("| 行政处罚 | 0 |", "| 行政处罚 | 无 |"));
  const { facts } = factsOf(place, "a.md") as Facts;
  const valueOf = (key: string) => facts.find((fact) => fact.key === key)?.value;
  assert.deepEqual(valueOf("applications/received/total"), { kind: "number", amount: "5", unit: null, raw: "5" });
  assert.deepEqual(valueOf("disclosure/fee/amount"), { kind: "number", amount: "12.50", unit: null, raw: "12.50" });
  assert.deepEqual(valueOf("disclosure/regulation/issued"), { kind: "blank", amount: null, unit: null, raw: "" });
  assert.equal(valueOf("disclosure/penalty/decisions")?.raw, "无");
}));

test("facts of several files, or of a folder, are an array", inPlace((place) => {
  place.write("r/a.md", clean);
  place.write("b.md", clean);
  assert.equal((factsOf(place, "r/a.md", "b.md") as readonly unknown[]).length, 2);
  assert.equal((factsOf(place, "r") as readonly unknown[]).length, 1);
}));

test("a new report is the official form, and clean while it is a draft", inPlace((place) => {
  const { out, status } = place.run(["new", "--organ", "云溪县人民政府", "--year", "2024"]);
  assert.equal(status, 0);
  assert.match(out, /^# 云溪县人民政府2024年政府信息公开工作年度报告\n/);
  place.write("n.md", out);
  assert.equal(place.run(["check", "--stage", "draft", "n.md"]).out, "检查了 1 份报告，没有发现问题。\n");
}));

test("a new report goes into a file or folder and overwrites nothing", inPlace((place) => {
  const args = ["new", "--organ", "云溪县人民政府", "--year", "2024", "--output"];
  assert.equal(place.run([...args, "x.md"]).status, 0);
  assert.match(readFileSync(place.path("x.md"), "utf8"), /云溪县人民政府2024年/);
  assert.match(place.run([...args, "."]).out, /云溪县人民政府2024年政府信息公开工作年度报告\.md/);
  assert.match(readFileSync(place.path("云溪县人民政府2024年政府信息公开工作年度报告.md"), "utf8"), /2024年/);
  place.write("x.md", "mine");
  const again = place.run([...args, "x.md"]);
  assert.equal(again.status, 2);
  assert.match(again.err, /x\.md：文件已经存在，没有覆盖/);
  assert.equal(readFileSync(place.path("x.md"), "utf8"), "mine");
  assert.equal(place.run([...args, "no/such/x.md"]).status, 2);
}));

test("--edition of a new report", inPlace((place) => {
  const form = (edition: string) => place.run(["new", "--organ", "甲县", "--year", "2024", "--edition", edition]).out;
  assert.match(form("2019"), /政府集中采购/);
  assert.doesNotMatch(form("2021"), /政府集中采购/);
}));

test("rules: every code, as text and as json", inPlace((place) => {
  const rules = JSON.parse(place.run(["rules", "--format", "json"]).out) as { code: string; group: string; severity: string }[];
  assert.ok(rules.some(({ code, group, severity }) => code === "row-total" && group === "arithmetic" && severity === "error"));
  const text = place.run(["rules"]).out;
  for (const { code } of rules) assert.match(text, new RegExp(`^${code} `, "m"));
}));

test("explain says something of every rule", inPlace((place) => {
  const rules = JSON.parse(place.run(["rules", "--format", "json"]).out) as { code: string }[];
  for (const { code } of rules.slice(0, 5)) {
    const { status, out } = place.run(["explain", code]);
    assert.equal(status, 0);
    assert.ok(out.includes(code), code);
  }
}));

test("forms: the list, one form, and the data", inPlace((place) => {
  const list = place.run(["forms"]).out;
  for (const id of ["2008", "2014", "2019", "2021"]) assert.match(list, new RegExp(`^${id}  `, "m"));
  const form = place.run(["forms", "2021"]).out;
  assert.match(form, /3\. 收到和处理政府信息公开申请情况 \[applications\]/);
  assert.match(form, /予以公开.*\[granted\]/);
  assert.equal((JSON.parse(place.run(["forms", "2021", "--format", "json"]).out) as { id: string }).id, "2021");
  assert.equal((JSON.parse(place.run(["forms", "--format", "json"]).out) as unknown[]).length, 4);
}));

test("--help and help, in both languages or one", inPlace((place) => {
  for (const args of [["--help"], ["help"], ["-h"]]) {
    const { status, out } = place.run(args);
    assert.equal(status, 0);
    for (const command of ["check", "fix", "facts", "new", "rules", "explain", "forms", "lsp"]) assert.match(out, new RegExp(`nianbao ${command}`));
  }
  assert.equal(place.run(["help", "check"]).out, place.run(["check", "--help"]).out);
  assert.match(place.run(["help", "check"]).out, /--max-warnings N/);
  assert.doesNotMatch(place.run(["help", "check", "--language", "en"]).out, /[\u4e00-\u9fff]/);
}));

test("without a command the overview comes on standard error, exit 2", inPlace((place) => {
  const { status, out, err } = place.run([]);
  assert.equal(status, 2);
  assert.equal(out, "");
  assert.match(err, /nianbao check/);
}));

test("--version is that of the package", inPlace((place) => {
  const { version } = JSON.parse(readFileSync("server/package.json", "utf8")) as { version: string };
  assert.equal(place.run(["--version"]).out, `${version}\n`);
}));

test("lsp starts the language server", async () => {
  const server = spawn(process.execPath, [cliFile, "lsp"], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid, rootUri: null, capabilities: {} } });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    assert.match(await firstAnswer(server.stdout), /"capabilities"/);
  } finally {
    server.kill();
  }
});

/** All that comes until it contains an answer to request 1; the empty text if the server ends without one. */
async function firstAnswer(output: Readable): Promise<string> {
  let text = "";
  for await (const piece of output) {
    text += String(piece);
    if (text.includes('"id":1')) return text;
  }
  return "";
}

test("the same input gives the same output, byte for byte", inPlace((place) => {
  place.write("a.md", wrongTotal);
  for (const format of ["text", "json", "ndjson"]) assert.deepEqual(place.run(["check", "a.md", "--format", format]), place.run(["check", "a.md", "--format", format]));
}));

test("facts --explain says what each row was taken for", inPlace((place) => {
  place.write("a.md", clean.replace("| 行政强制 | 0 |", "| 行政强致措施 | 0 |").replace(/\n\| 行政处罚 [^\n]*/, ""));
  const { tables } = factsOf(place, "a.md", "--explain") as { readonly tables: readonly { readonly table: string; readonly readable: boolean; readonly rows: readonly { readonly row: string; readonly because: string }[] }[] };
  const rows = tables.find(({ table }) => table === "disclosure")?.rows ?? [];
  assert.match(rows.find(({ row }) => row === "penalty")?.because ?? "", /草稿没有这一行/);
  assert.match(rows.find(({ row }) => row === "permit")?.because ?? "", /与格式相同/);
  assert.equal("tables" in (factsOf(place, "a.md") as object), false);
}));
