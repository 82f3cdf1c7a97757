import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { encode } from "../../server/src/cli/input/encoding.js";
import { clean } from "./drafts.js";
import { inPlace } from "./run.js";

const untidy = clean.replace("## 一、总体情况", "##一. 总体情况");

test("format aligns a file in place, and has nothing to do a second time", inPlace((place) => {
  const path = place.write("a.md", untidy);
  const { status, out } = place.run(["format", "a.md"]);
  assert.equal(status, 0);
  assert.match(out, /^a\.md：整理了 \d+ 行\n$/);
  const formatted = readFileSync(path, "utf8");
  assert.match(formatted, /^## 一、总体情况$/m);
  assert.match(formatted, /^\| 规章 {2,}\|/m);
  const { ino } = statSync(path);
  assert.equal(place.run(["format", "a.md"]).out, "a.md：格式已经整齐\n");
  assert.equal(statSync(path).ino, ino, "the file was written again");
}));

test("what is formatted has the same findings and facts", inPlace((place) => {
  place.write("a.md", clean);
  const facts = () => (JSON.parse(place.run(["facts", "a.md"]).out) as { facts: { key: string; value: unknown }[] }).facts.map(({ key, value }) => [key, value]);
  const before = facts();
  place.run(["format", "a.md"]);
  assert.deepEqual(facts(), before);
  assert.equal(place.run(["check", "a.md"]).status, 0);
}));

test("--check changes nothing and says by its exit code what is to be done", inPlace((place) => {
  const path = place.write("a.md", untidy);
  const { status, out } = place.run(["format", "--check", "a.md"]);
  assert.equal(status, 1);
  assert.match(out, /^a\.md：有 \d+ 行需要整理\n$/);
  assert.equal(readFileSync(path, "utf8"), untidy);
  place.run(["format", "a.md"]);
  assert.equal(place.run(["format", "--check", "a.md"]).status, 0);
}));

test("--dry-run prints a unified diff and changes nothing", inPlace((place) => {
  const path = place.write("a.md", untidy);
  const { status, out, err } = place.run(["format", "--dry-run", "a.md"]);
  assert.equal(status, 0);
  assert.match(out, /^--- a\.md\n\+\+\+ a\.md\n@@/);
  assert.match(out, /^-##一\. 总体情况\n\+## 一、总体情况$/m);
  assert.match(err, /需要整理/);
  assert.equal(readFileSync(path, "utf8"), untidy);
}));

test("standard input is formatted into standard output in its encoding and line ends", inPlace((place) => {
  const encoding = { name: "gb18030", hasMark: false } as const;
  const { status, bytes } = place.run(["format", "-"], { input: Buffer.from(encode(untidy.replaceAll("\n", "\r\n"), encoding) ?? []) });
  assert.equal(status, 0);
  const text = new TextDecoder("gb18030").decode(bytes);
  assert.match(text, /\r\n## 一、总体情况\r\n/);
  assert.doesNotMatch(text, /[^\r]\n/);
}));

test("in a folder only reports are touched, and a file that is none is left alone", inPlace((place) => {
  const note = "#笔记\n\n|甲|乙|\n|---|---|\n|1|2|\n";
  place.write("r/note.md", note);
  place.write("r/a.md", untidy);
  assert.match(place.run(["format", "r"]).out, /^r\/a\.md：整理了 \d+ 行\n$/);
  assert.equal(readFileSync(place.path("r/note.md"), "utf8"), note);
}));

test("what cannot be read is exit code 2", inPlace((place) => {
  assert.equal(place.run(["format", "missing.md"]).status, 2);
  assert.equal(place.run(["format", "--chek", "a.md"]).status, 2);
}));
