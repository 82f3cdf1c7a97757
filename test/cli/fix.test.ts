import assert from "node:assert/strict";
import { chmodSync, linkSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import { encode, type Encoding } from "../../server/src/cli/input/encoding.js";
import { clean, withoutPinyin, withPinyin } from "./drafts.js";
import { inPlace } from "./run.js";

const encodings: readonly Encoding[] = [
  { name: "utf-8", hasMark: false },
  { name: "utf-8", hasMark: true },
  { name: "utf-16le", hasMark: false },
  { name: "utf-16le", hasMark: true },
  { name: "utf-16be", hasMark: false },
  { name: "utf-16be", hasMark: true },
  { name: "gb18030", hasMark: false },
];

function bytesOf(text: string, encoding: Encoding): Buffer {
  return Buffer.from(encode(text, encoding) ?? []);
}

for (const encoding of encodings) {
  for (const [lineEnd, name] of [["\n", "LF"], ["\r\n", "CRLF"]] as const) {
    test(`fix keeps ${encoding.name}${encoding.hasMark ? " with mark" : ""} and ${name}`, inPlace((place) => {
      const path = place.write("a.md", bytesOf(withPinyin.replaceAll("\n", lineEnd), encoding));
      const { status, out } = place.run(["fix", "a.md"]);
      assert.equal(status, 0);
      assert.match(out, /a\.md：自动修改了 2 处/);
      assert.deepEqual(readFileSync(path), bytesOf(withoutPinyin.replaceAll("\n", lineEnd), encoding));
    }));
  }
}

test("json says the encoding where it is not UTF-8, text says it in a note", inPlace((place) => {
  place.write("gb.md", bytesOf(clean, { name: "gb18030", hasMark: false }));
  place.write("u8.md", clean);
  const encodingsSaid = place.run(["check", "--format", "ndjson", "gb.md", "u8.md"]).out.trim().split("\n").map((line) => (JSON.parse(line) as { encoding?: string }).encoding);
  assert.deepEqual(encodingsSaid, ["gb18030", undefined]);
  assert.match(place.run(["check", "gb.md"]).out, /gb\.md: 文件编码是 GB18030/);
  assert.equal((JSON.parse(place.run(["facts", "gb.md"]).out) as { encoding?: string }).encoding, "gb18030");
}));

test("a second run changes nothing and does not touch the file", inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  place.run(["fix", "a.md"]);
  const { ino, mtimeMs } = statSync(path);
  const { out, status } = place.run(["fix", "a.md"]);
  assert.equal(status, 0);
  assert.match(out, /a\.md：没有可以自动修改的地方/);
  assert.equal(statSync(path).ino, ino);
  assert.equal(statSync(path).mtimeMs, mtimeMs);
}));

test("the file is replaced as a whole: its mode stays, nothing is left beside it", inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  chmodSync(path, 0o640);
  linkSync(path, place.path("before.bak"));
  place.run(["fix", "a.md"]);
  assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.equal(readFileSync(place.path("before.bak"), "utf8"), withPinyin, "the old file was written into");
  assert.deepEqual(readdirSync(place.folder).sort(), ["a.md", "before.bak"]);
}));

test("a link stays a link, the file behind it is fixed", inPlace((place) => {
  const path = place.write("real/a.md", withPinyin);
  symlinkSync("real/a.md", place.path("link.md"));
  place.run(["fix", "link.md"]);
  assert.equal(readFileSync(path, "utf8"), withoutPinyin);
  assert.ok(lstatSync(place.path("link.md")).isSymbolicLink());
}));

test("--dry-run prints a unified diff and changes nothing", inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  place.write("b.md", clean);
  const { status, out, err } = place.run(["fix", "--dry-run", "a.md", "b.md"]);
  assert.equal(status, 0);
  assert.match(out, /^--- a\.md\n\+\+\+ a\.md\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
  const changed = out.split("\n").filter((line) => /^[-+][^-+]/.test(line));
  assert.deepEqual(changed, [lineWith(withPinyin, "-"), lineWith(withoutPinyin, "+")]);
  assert.match(err, /a\.md：可以自动修改 2 处/);
  assert.equal(readFileSync(path, "utf8"), withPinyin);
}));

function lineWith(text: string, sign: string): string {
  return sign + (text.split("\n").find((line) => line.includes("办理程") && line.includes("依申请公开。")) ?? "");
}

test("standard input is fixed into standard output, byte for byte in its encoding", inPlace((place) => {
  const gb = { name: "gb18030", hasMark: false } as const;
  const { status, bytes, err } = place.run(["fix", "-"], { input: bytesOf(withPinyin, gb) });
  assert.equal(status, 0);
  assert.deepEqual(bytes, bytesOf(withoutPinyin, gb));
  assert.match(err, /<stdin>：自动修改了 2 处/);
  assert.equal(place.run(["fix", "-"], { input: clean }).out, clean);
}));

test("in a folder only reports are touched", inPlace((place) => {
  const note = "会议记录：规范(guī)办理\n";
  place.write("r/note.md", note);
  place.write("r/a.md", withPinyin);
  const { out } = place.run(["fix", "r"]);
  assert.equal(out, "r/a.md：自动修改了 2 处\n");
  assert.equal(readFileSync(place.path("r/note.md"), "utf8"), note);
}));

test("under a broken configuration nothing is changed", inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  place.write(".nianbao.json", '{ "rules": { "pinyin-residu": "off" } }');
  for (const args of [["fix", "a.md"], ["check", "--fix", "a.md"]]) {
    assert.equal(place.run(args).status, 2);
    assert.equal(readFileSync(path, "utf8"), withPinyin);
  }
}));

test("a rule that is off fixes nothing", inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  place.write(".nianbao.json", '{ "rules": { "pinyin-residue": "off" } }');
  place.run(["fix", "a.md"]);
  assert.equal(readFileSync(path, "utf8"), withPinyin);
}));

test("a read-only file stays as it is", { skip: process.getuid?.() === 0 ? "root may write everything" : false }, inPlace((place) => {
  const path = place.write("a.md", withPinyin);
  chmodSync(path, 0o444);
  const { status, err } = place.run(["fix", "a.md"]);
  assert.equal(status, 2);
  assert.match(err, /没有权限/);
  assert.equal(readFileSync(path, "utf8"), withPinyin);
}));
