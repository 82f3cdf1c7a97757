import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { clean, wrongTotal } from "./drafts.js";
import { inPlace, type Place } from "./run.js";

function factsOf(place: Place, name: string): unknown {
  const { year, organ, facts } = JSON.parse(place.run(["facts", name]).out) as { year: number; organ: string; facts: { key: string; value: unknown }[] };
  return [year, organ, facts.map(({ key, value }) => [key, value])];
}

test("a page beside the draft has the draft's facts when it is read again", inPlace((place) => {
  place.write("r/a.md", clean);
  const { status, out, err } = place.run(["export", "r/a.md", "--to", "html"]);
  assert.deepEqual([status, out, err], [0, "已导出 r/a.html\n", ""]);
  assert.deepEqual(factsOf(place, "r/a.html"), factsOf(place, "r/a.md"));
  assert.equal(place.run(["check", "r/a.html"]).status, 0);
}));

test("a Word file beside the draft, under the draft's name", inPlace((place) => {
  place.write("a.nianbao.md", clean);
  assert.equal(place.run(["export", "a.nianbao.md", "--to", "docx", "--language", "en"]).out, "a.docx written\n");
  const document = unzipSync(readFileSync(place.path("a.docx")))["word/document.xml"];
  assert.match(strFromU8(document ?? new Uint8Array()), /一、总体情况/);
}));

test("a file that is there is left as it is, unless --force says otherwise", inPlace((place) => {
  place.write("a.md", clean);
  place.write("a.html", "mine");
  const { status, out, err } = place.run(["export", "a.md", "--to", "html"]);
  assert.deepEqual([status, out], [2, ""]);
  assert.match(err, /^nianbao: a\.html：文件已经存在，没有覆盖；.*--force/);
  assert.doesNotMatch(err, /自身出错/);
  assert.equal(readFileSync(place.path("a.html"), "utf8"), "mine");
  assert.equal(place.run(["export", "a.md", "--to", "html", "--force"]).status, 0);
  assert.match(readFileSync(place.path("a.html"), "utf8"), /^<!doctype html>/);
}));

test("the draft itself is never replaced", inPlace((place) => {
  place.write("a.md", clean);
  place.run(["export", "a.md", "--to", "html"]);
  const page = readFileSync(place.path("a.html"), "utf8");
  const { status, err } = place.run(["export", "a.html", "--to", "html", "--force"]);
  assert.equal(status, 2);
  assert.match(err, /会盖掉草稿/);
  assert.equal(readFileSync(place.path("a.html"), "utf8"), page);
}));

test("--output names a file or a folder; two reports do not take each other's place", inPlace((place) => {
  place.write("a.md", clean);
  place.write("b.md", clean);
  place.write("site/.keep", "");
  assert.equal(place.run(["export", "a.md", "--to", "docx", "--output", "批.docx"]).out, "已导出 批.docx\n");
  assert.equal(place.run(["export", "a.md", "b.md", "--to", "html", "--output", "site"]).out, "已导出 site/a.html\n已导出 site/b.html\n");
  const { status, out, err } = place.run(["export", "a.md", "b.md", "--to", "html", "--output", "one.html", "--force"]);
  assert.deepEqual([status, out], [2, "已导出 one.html\n"]);
  assert.match(err, /^nianbao: b\.md：one\.html 已经是另一份报告/);
}));

test("an output that ends in a slash is a folder, made where there is none", inPlace((place) => {
  for (const name of ["a.md", "b.md"]) place.write(name, clean);
  assert.deepEqual(place.run(["export", "a.md", "b.md", "--to", "html", "--output", "新/网站/"]).status, 0);
  for (const name of ["a.html", "b.html"]) assert.ok(existsSync(place.path(`新/网站/${name}`)), name);
}));

test("standard output takes one report", inPlace((place) => {
  for (const name of ["a.md", "b.md"]) place.write(name, clean);
  const { status, out, err } = place.run(["export", "a.md", "b.md", "--to", "html", "--output", "-"]);
  assert.deepEqual([status, out.match(/<!doctype html>/g)?.length], [2, 1]);
  assert.match(err, /^nianbao: b\.md：标准输出只能写一份报告/);
}));

test("a folder: every report in it, and nothing else", inPlace((place) => {
  place.write("r/a.md", clean);
  place.write("r/note.md", "# 笔记\n");
  assert.equal(place.run(["export", "r", "--to", "html"]).out, "已导出 r/a.html\n");
  assert.equal(existsSync(place.path("r/note.html")), false);
}));

test("standard input becomes a page on standard output, or a file that is named as the report is", inPlace((place) => {
  const { status, out } = place.run(["export", "-", "--to", "html"], { input: clean });
  assert.equal(status, 0);
  assert.match(out, /^<!doctype html>\n[^]*<\/html>\n$/);
  const { status: refused, err } = place.run(["export", "-", "--to", "docx"], { input: clean });
  assert.equal(refused, 2);
  assert.match(err, /--output/);
  const name = /^# (.*)$/m.exec(clean)?.[1] ?? "";
  assert.equal(place.run(["export", "-", "--to", "docx", "--output", "."], { input: clean }).out, `已导出 ${name}.docx\n`);
}));

test("a draft with errors goes out, and they are told", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const errors = (JSON.parse(place.run(["check", "--format", "json", "a.md"]).out) as { findings: { severity: string }[] }[])[0]?.findings.filter(({ severity }) => severity === "error").length;
  assert.ok(errors !== undefined && errors > 0);
  const { status, out, err } = place.run(["export", "a.md", "--to", "html"]);
  assert.deepEqual([status, out], [0, "已导出 a.html\n"]);
  assert.equal(err, `nianbao: a.md：还有 ${errors} 处错误，已照原样导出；用 nianbao check a.md 查看\n`);
}));

test("cells that the form has no place for are told one by one", inPlace((place) => {
  place.write("a.md", clean.replace(/^\| 行政强制 \|.*$/m, (row) => `${row}\n| 行政检查 | 4711 | | |`));
  const { err } = place.run(["export", "a.md", "--to", "html", "--language", "en"]);
  assert.match(err, /2 cells of the tables have no place in the form and were left out: 主动公开政府信息情况表：行政检查, 主动公开政府信息情况表：4711/);
}));

test("wrong use, what cannot be read and what is no report are exit code 2", inPlace((place) => {
  place.write("note.md", "# 笔记\n\n买菜。\n");
  place.write("a.md", clean);
  for (const [args, sentence] of [
    [["export", "a.md"], /--to docx/],
    [["export", "--to", "html"], /nianbao export --to docx 报告\.md/],
    [["export", "a.md", "--to", "pdf"], /--to 不能是“pdf”/],
    [["export", "missing.md", "--to", "html"], /没有这个文件/],
    [["export", "note.md", "--to", "html"], /看不出是政府信息公开工作年度报告，没有导出/],
    [["export", "a.md", "--to", "html", "--output", "nowhere/a.html"], /nowhere\/a\.html：没有这个文件，请检查路径/],
  ] as const) {
    const { status, out, err } = place.run(args);
    assert.deepEqual([status, out], [2, ""], args.join(" "));
    assert.match(err, sentence);
    assert.doesNotMatch(err, /自身出错/);
  }
}));
