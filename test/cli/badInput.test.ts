import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import { clean, wrongTotal } from "./drafts.js";
import { inPlace, resultsOf, type Place, type Ran } from "./run.js";

/** One clear sentence, Chinese first, exit 2, never a stack. */
function assertRefused({ status, err }: Ran, says: RegExp): void {
  assert.equal(status, 2, err);
  assert.match(err, says);
  assert.match(err, /^nianbao: [^\n]*[\u4e00-\u9fff][^\n]* \/ [^\n]*\n$/);
  assert.doesNotMatch(err, /\n {4}at /);
}

const unreadable: readonly { readonly what: string; readonly make: (place: Place) => string; readonly says: RegExp }[] = [
  { what: "a path that does not exist", make: () => "nowhere.md", says: /nowhere\.md：没有这个文件/ },
  { what: "a file taken for a folder", make: (place) => (place.write("a.md", clean), "a.md/b.md"), says: /不是文件夹/ },
  { what: "a link that leads nowhere", make: (place) => (symlinkSync("gone.md", place.path("link.md")), "link.md"), says: /link\.md：这个链接指向的文件不存在/ },
  { what: "an empty file", make: (place) => (place.write("a.md", ""), "a.md"), says: /a\.md：文件是空的/ },
  { what: "a PDF", make: (place) => (place.write("a.pdf", "%PDF-1.7\n…"), "a.pdf"), says: /PDF 文件.*另存为文本/ },
  { what: "a Word file", make: (place) => (place.write("a.docx", "PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml"), "a.docx"), says: /Word.*另存为纯文本/ },
  { what: "a zip archive", make: (place) => (place.write("a.zip", "PK\u0003\u0004\u0014\u0000\u0006\u0000a.txt"), "a.zip"), says: /zip.*解压/ },
  { what: "binary rubbish", make: (place) => (place.write("a.md", Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 251)), "a.md"), says: /二进制文件/ },
  { what: "an unknown encoding", make: (place) => (place.write("a.md", Buffer.from(`${"acaca9b2b8eab054a4bdb67da475a740a67eabd7b3f8a769".repeat(4)}0a`, "hex")), "a.md"), says: /看不出文件的编码.*另存为 UTF-8/ },
];

for (const { what, make, says } of unreadable) {
  test(`${what} is refused`, inPlace((place) => {
    assertRefused(place.run(["check", make(place)]), says);
  }));

  test(`${what} does not keep the others from being checked`, inPlace((place) => {
    const operand = make(place);
    place.write("good.md", wrongTotal);
    const { status, out } = place.run(["check", "--format", "ndjson", operand, "good.md"]);
    assert.deepEqual(resultsOf(out).map(({ file }) => file), ["good.md"]);
    assert.equal(status, 2);
  }));

  test(`${what} is refused by facts and fix`, inPlace((place) => {
    const operand = make(place);
    assertRefused(place.run(["facts", operand]), says);
    assertRefused(place.run(["fix", operand]), says);
  }));
}

test("an unreadable text of a folder is said, though binary and empty files are not", inPlace((place) => {
  place.write("r/a.md", clean);
  place.write("r/b.txt", Buffer.from("acaca9b2b8eab054a4bdb67da475a740a67eabd7b3f8a769".repeat(4), "hex"));
  assertRefused(place.run(["check", "r"]), /r\/b\.txt：看不出文件的编码/);
}));

const badConfigurations: readonly { readonly text: string; readonly says: RegExp }[] = [
  { text: '{\n  "stage" "draft"\n}', says: /\.nianbao\.json:2:11：不是有效的 JSON/ },
  { text: '{ "stage": "draft", // 草稿\n }', says: /不能写注释/ },
  { text: '{ "rules": { "row-totl": "off" } }', says: /没有这个规则：row-totl；是不是 row-total？/ },
  { text: '{ "rules": { "row-total": "warn" } }', says: /“row-total”不能是“warn”/ },
  { text: '{ "edition": "2020" }', says: /“edition”不能是“2020”/ },
  { text: '{ "stages": "draft" }', says: /没有这个配置项：stages；是不是 stage？/ },
  { text: "", says: /文件是空的/ },
];

for (const { text, says } of badConfigurations) {
  test(`a configuration ${JSON.stringify(text)} is said once, the drafts are checked still`, inPlace((place) => {
    place.write(".nianbao.json", text);
    place.write("a.md", wrongTotal);
    place.write("b.md", wrongTotal);
    const ran = place.run(["check", "--format", "ndjson", "a.md", "b.md"]);
    assertRefused(ran, says);
    assert.equal(resultsOf(ran.out).length, 2);
  }));
}

test("a configuration that is a folder, or is not there", inPlace((place) => {
  place.write("a.md", clean);
  mkdirSync(place.path(".nianbao.json"));
  assertRefused(place.run(["check", "a.md"]), /\.nianbao\.json：这是文件夹/);
  assertRefused(place.run(["check", "a.md", "--config", "none.json"]), /none\.json：没有这个文件/);
}));

const wrongUse: readonly { readonly args: readonly string[]; readonly says: RegExp }[] = [
  { args: ["chekc", "a.md"], says: /没有这个命令：chekc。是不是 check？/ },
  { args: ["a.md"], says: /要检查文件请用 nianbao check a\.md/ },
  { args: ["--fix", "a.md"], says: /请先写命令再写选项/ },
  { args: ["constructor"], says: /没有这个命令：constructor/ },
  { args: ["help", "chekc"], says: /没有这个命令：chekc/ },
  { args: ["check"], says: /请给出文件、文件夹/ },
  { args: ["fix"], says: /nianbao fix 报告\.md/ },
  { args: ["check", "--formt", "json", "a.md"], says: /没有这个选项：--formt。是不是 --format？/ },
  { args: ["check", "--format", "sarif", "a.md"], says: /--format 不能是“sarif”/ },
  { args: ["check", "--stage", "done", "a.md"], says: /--stage 不能是“done”/ },
  { args: ["check", "--edition", "2020", "a.md"], says: /没有这一版格式：2020/ },
  { args: ["check", "--max-warnings", "many", "a.md"], says: /--max-warnings 应当是/ },
  { args: ["check", "--jobs", "0", "a.md"], says: /--jobs 应当是/ },
  { args: ["check", "--fix", "-"], says: /nianbao fix -/ },
  { args: ["check", "-", "--files-from", "-"], says: /标准输入只能用一次/ },
  { args: ["check", "--files-from", "none"], says: /none：没有这个文件/ },
  { args: ["explain"], says: /请给出一个规则代码/ },
  { args: ["explain", "row-totl"], says: /没有这条规则：row-totl。是不是 row-total？/ },
  { args: ["explain", "__proto__"], says: /没有这条规则/ },
  { args: ["forms", "2020"], says: /没有这一版格式：2020/ },
  { args: ["forms", "2019", "2021"], says: /一次只能显示一版/ },
  { args: ["rules", "row-total"], says: /nianbao rules 后面不能有“row-total”/ },
  { args: ["new", "--year", "2024"], says: /--organ/ },
  { args: ["new", "--organ", "  ", "--year", "2024"], says: /--organ/ },
  { args: ["new", "--organ", "甲县"], says: /--year/ },
  { args: ["new", "--organ", "甲县", "--year", "24"], says: /--year 应当是四位年份/ },
  { args: ["new", "--organ", "甲县", "--year", "1999"], says: /不早于 2008/ },
];

for (const { args, says } of wrongUse) {
  test(`nianbao ${args.join(" ")}: one sentence`, inPlace((place) => {
    place.write("a.md", clean);
    const ran = place.run(args);
    assertRefused(ran, says);
    assert.equal(ran.out, "");
  }));
}

test("with --language only that language is spoken", inPlace((place) => {
  const { err } = place.run(["check", "nowhere.md", "--language", "en"]);
  assert.equal(err, "nianbao: nowhere.md: no such file; check the path\n");
  assert.doesNotMatch(place.run(["check", "nowhere.md", "--language=zh"]).err, / \/ /);
}));
