import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import { spellings, writeDraft } from "../unit/support/drafts.js";
import { clean, withoutPinyin, withPinyin, wrongTotal } from "./drafts.js";
import { cliFile, inPlace, resultsOf, type FileResult } from "./run.js";

const isRed = "\u001b[31m";

test("a clean report: exit 0 and a sentence", inPlace((place) => {
  place.write("a.md", clean);
  const { status, out, err } = place.run(["check", "a.md"]);
  assert.equal(err, "");
  assert.equal(out, "检查了 1 份报告，没有发现问题。\n");
  assert.equal(status, 0);
}));

test("a wrong total: exit 1, place from one, message, code, the line, what it rests on", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const { status, out } = place.run(["check", "a.md"]);
  const line = wrongTotal.split("\n").findIndex((text) => text.includes("本年新收")) + 1;
  const character = (wrongTotal.split("\n")[line - 1] ?? "").indexOf("9") + 1;
  assert.equal(status, 1);
  assert.match(out, new RegExp(`^a\\.md:${line}:${character}: 错误: .*\\[row-total\\]$`, "m"));
  assert.match(out, /相关 a\.md:\d+:\d+: /);
  assert.match(out, /检查了 1 份报告：错误 1，警告 0，提示 0。/);
}));

test("the carets stand under the range, counted in columns of a terminal", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const lines = place.run(["check", "a.md"]).out.split("\n");
  const caretLine = lines.find((line) => /^ +\| +\^+$/.test(line)) ?? "";
  const sourceLine = lines[lines.indexOf(caretLine) - 1] ?? "";
  const before = sourceLine.slice(0, sourceLine.indexOf("9"));
  const columns = [...before].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2000 ? 2 : 1), 0);
  assert.equal(caretLine.indexOf("^"), columns);
  assert.equal(caretLine.length - caretLine.indexOf("^"), 1);
}));

test("messages, summary and help are there in English too", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const { out } = place.run(["check", "a.md", "--language", "en"]);
  assert.match(out, /: error: .*\[row-total\]/);
  assert.match(out, /1 report checked: 1 error, 0 warnings, 0 notes\./);
}));

test("json is one array, ndjson a line a file, both the same objects", inPlace((place) => {
  place.write("a.md", wrongTotal);
  place.write("b.md", clean);
  const array = JSON.parse(place.run(["check", "--format", "json", "a.md", "b.md"]).out) as FileResult[];
  const lines = resultsOf(place.run(["check", "--format", "ndjson", "a.md", "b.md"]).out);
  assert.deepEqual(array, lines);
  assert.deepEqual(array.map(({ file }) => file), ["a.md", "b.md"]);
}));

test("an object of json has what the design says, places from zero", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const [result] = resultsOf(place.run(["check", "--format", "ndjson", "a.md"]).out);
  assert.ok(result !== undefined);
  assert.deepEqual(Object.keys(result), ["file", "edition", "year", "findings"]);
  assert.equal(result.edition.id, "2021");
  assert.equal(typeof result.edition.because, "string");
  assert.equal(result.year, 2024);
  const [finding] = result.findings;
  assert.ok(finding !== undefined);
  assert.deepEqual(Object.keys(finding), ["code", "group", "severity", "message", "range", "data", "related", "fixes"]);
  assert.equal(finding.code, "row-total");
  assert.equal(finding.group, "arithmetic");
  assert.equal(finding.data.fact, "applications/received/total");
  assert.equal(finding.data.found, "9");
  assert.equal(finding.data.expected, "5");
  assert.equal(typeof finding.data.key, "string");
  const { start, end } = finding.range;
  assert.equal(wrongTotal.split("\n")[start.line]?.slice(start.character, end.character), "9");
  assert.ok(finding.related.length > 0);
  assert.equal(finding.fixes[0]?.edits[0]?.newText, "5");
  assert.equal(finding.fixes[0]?.safety, "review");
}));

test("nothing checked is an empty array", inPlace((place) => {
  assert.equal(place.run(["check", "--format", "json", "nowhere.md"]).out, "[]\n");
  assert.equal(place.run(["check", "--format", "ndjson", "nowhere.md"]).out, "");
}));

test("a text without a year has year null", inPlace((place) => {
  place.write("a.md", "本机关的政府信息公开年报。\n");
  assert.equal(resultsOf(place.run(["check", "--format", "ndjson", "a.md"]).out)[0]?.year, null);
}));

test("a folder: its reports in order, other texts left out without a word", inPlace((place) => {
  place.write("r/b.txt", clean);
  place.write("r/a.md", wrongTotal);
  place.write("r/sub/c.nianbao", clean);
  place.write("r/README.md", "# 说明\n\n这里是历年的文件。\n");
  place.write("r/empty.txt", "");
  place.write("r/zip.txt", "PK\u0003\u0004\u0000\u0000");
  place.write("r/other.html", clean);
  place.write("r/node_modules/x.md", clean);
  place.write("r/.git/x.md", clean);
  place.write("r/dist/x.md", clean);
  const { status, out, err } = place.run(["check", "--format", "ndjson", "r"]);
  assert.deepEqual(resultsOf(out).map(({ file }) => file), ["r/a.md", "r/b.txt", "r/sub/c.nianbao"]);
  assert.equal(err, "");
  assert.equal(status, 1);
}));

test("patterns work where the shell has not expanded them", inPlace((place) => {
  place.write("r/2023/a.md", clean);
  place.write("r/2024/a.md", clean);
  place.write("r/2024/notes.md", "开会记录\n");
  const { status, out } = place.run(["check", "--format", "ndjson", "r/**/*.md"]);
  assert.deepEqual(resultsOf(out).map(({ file }) => file), ["r/2023/a.md", "r/2024/a.md"]);
  assert.equal(status, 0);
  assert.equal(resultsOf(place.run(["check", "--format", "ndjson", `${place.folder}/r/2024/*.md`]).out)[0]?.file, `${place.folder}/r/2024/a.md`);
}));

test("a file whose name looks like a pattern is a file", inPlace((place) => {
  place.write("报告[1].md", wrongTotal);
  assert.equal(place.run(["check", "报告[1].md"]).status, 1);
}));

test("a file that is named and found is checked once, in its first place", inPlace((place) => {
  place.write("a.md", clean);
  place.write("b.md", clean);
  const { out, status } = place.run(["check", "--format", "ndjson", "b.md", ".", "./a.md", "*.md"]);
  assert.deepEqual(resultsOf(out).map(({ file }) => file), ["b.md", "a.md"]);
  assert.equal(status, 0);
}));

test("two files of a folder with the same content are two reports", inPlace((place) => {
  for (const name of ["甲.md", "乙.md", "sub/甲.md"]) place.write(`r/${name}`, wrongTotal);
  for (const jobs of ["1", "2"]) {
    const { out } = place.run(["check", "--format", "ndjson", "--jobs", jobs, "r"]);
    assert.deepEqual(resultsOf(out).map(({ file, findings }) => [file, findings.length]), [["r/sub/甲.md", 1], ["r/乙.md", 1], ["r/甲.md", 1]]);
  }
  assert.match(place.run(["check", "r"]).out, /检查了 3 份报告：错误 3，/);
}));

test("a folder or pattern without any report is said in one sentence, exit 2", inPlace((place) => {
  place.write("r/README.md", "# 说明\n");
  mkdirSync(place.path("empty"));
  for (const operand of ["r", "empty", "r/*.txt"]) {
    const { status, out, err } = place.run(["check", operand]);
    assert.equal(status, 2);
    assert.equal(out, "");
    assert.match(err, /没有找到政府信息公开工作年度报告/);
    assert.equal(err.trim().split("\n").length, 1);
  }
}));

test("a named file is checked even if nothing shows that it is a report, and that is said", inPlace((place) => {
  place.write("a.md", "第一稿\n");
  const { out } = place.run(["check", "a.md"]);
  assert.match(out, /看不出这是政府信息公开工作年度报告/);
}));

test("what is said about a file that is no report is true: of its wording nothing is checked", inPlace((place) => {
  place.write("a.md", withPinyin.replace(/^[^]*?\n\n/, "# 会议记录\n\n").replace(/^## .*$/gm, "").replace(/^\|.*$/gm, "").replaceAll("政府信息公开", "会务"));
  const { out } = place.run(["check", "a.md"]);
  assert.deepEqual([...out.matchAll(/\[([a-z-]+)\]$/gm)].map(([, code]) => code), ["title-form"]);
  assert.match(out, /^a\.md: 看不出这是政府信息公开工作年度报告，除 title-form 外，其余规则都没有检查$/m);
  assert.match(place.run(["check", "a.md", "--language", "en"]).out, /^a\.md: nothing shows that this is such a report; no rule but title-form was applied$/m);
}));

test("standard input, with and without a name", inPlace((place) => {
  const unnamed = place.run(["check", "-", "--format", "ndjson"], { input: wrongTotal });
  assert.equal(unnamed.status, 1);
  assert.equal(resultsOf(unnamed.out)[0]?.file, "<stdin>");
  place.write("sub/.nianbao.json", '{ "rules": { "row-total": "off" } }');
  const named = place.run(["check", "-", "--stdin-filename", "sub/x.md", "--format", "ndjson"], { input: wrongTotal });
  assert.equal(resultsOf(named.out)[0]?.file, "sub/x.md");
  assert.deepEqual(resultsOf(named.out)[0]?.findings, []);
}));

test("a list of files, from a file and from standard input", inPlace((place) => {
  place.write("a.md", clean);
  place.write("b c.md", clean);
  place.write("list", "a.md\r\nb c.md\r\n\r\n");
  const names = (out: string) => resultsOf(out).map(({ file }) => file);
  assert.deepEqual(names(place.run(["check", "--format", "ndjson", "--files-from", "list"]).out), ["a.md", "b c.md"]);
  assert.deepEqual(names(place.run(["check", "--format", "ndjson", "--files-from", "-"], { input: "b c.md\0a.md\0" }).out), ["b c.md", "a.md"]);
}));

test("a list parted by NULs may be as short as one path, and its paths may hold line ends and anything else", inPlace((place) => {
  place.write("ab.md", clean);
  place.write("年 报\n甲.md", clean);
  const names = (input: string | Uint8Array) => resultsOf(place.run(["check", "--format", "ndjson", "--files-from", "-"], { input }).out).map(({ file }) => file);
  assert.deepEqual(names("ab.md\0"), ["ab.md"]);
  assert.deepEqual(names("ab.md\0年 报\n甲.md\0"), ["ab.md", "年 报\n甲.md"]);
  assert.deepEqual(names("年 报\n甲.md\0ab.md"), ["年 报\n甲.md", "ab.md"]);
  place.write("list", "ab.md\0");
  assert.equal(place.run(["check", "--files-from", "list"]).status, 0);
}));

test("a list of one path a line may be in UTF-16, as PowerShell writes it", inPlace((place) => {
  place.write("甲.md", clean);
  const { out } = place.run(["check", "--format", "ndjson", "--files-from", "-"], { input: Buffer.from("\ufeff甲.md\r\n", "utf16le") });
  assert.deepEqual(resultsOf(out).map(({ file }) => file), ["甲.md"]);
}));

test("a path of the list that is no file is said, the others are checked", inPlace((place) => {
  place.write("a.md", clean);
  const input = Buffer.concat([Buffer.from("a.md\0"), Buffer.from([0xc4, 0xea, 0x2e, 0x6d, 0x64, 0])]);
  const { status, out, err } = place.run(["check", "--format", "ndjson", "--files-from", "-"], { input });
  assert.deepEqual(resultsOf(out).map(({ file }) => file), ["a.md"]);
  assert.match(err, /没有这个文件/);
  assert.equal(status, 2);
}));

test("--max-warnings makes too many warnings exit 1", inPlace((place) => {
  place.write("a.md", withPinyin);
  const warnings = resultsOf(place.run(["check", "--format", "ndjson", "a.md"]).out)[0]?.findings.filter(({ severity }) => severity === "warning").length ?? 0;
  assert.ok(warnings > 0);
  assert.equal(place.run(["check", "a.md"]).status, 0);
  assert.equal(place.run(["check", "a.md", "--max-warnings", String(warnings)]).status, 0);
  assert.equal(place.run(["check", "a.md", "--max-warnings", String(warnings - 1)]).status, 1);
}));

test("--stage draft forgives blanks, final does not, and the configuration may say so", inPlace((place) => {
  place.write("a.md", clean.replace("| 规章 | 0 | 0 | 0 |", "| 规章 |  | 0 | 0 |"));
  const codes = (...args: string[]) => resultsOf(place.run(["check", "--format", "ndjson", "a.md", ...args]).out)[0]?.findings.map(({ code }) => code);
  assert.deepEqual(codes(), ["cell-empty"]);
  assert.deepEqual(codes("--stage", "draft"), []);
  place.write(".nianbao.json", '{ "stage": "draft" }');
  assert.deepEqual(codes(), []);
  assert.deepEqual(codes("--stage", "final"), ["cell-empty"]);
}));

test("--edition chooses the form", inPlace((place) => {
  place.write("a.md", clean);
  assert.equal(resultsOf(place.run(["check", "--edition", "2019", "--format", "ndjson", "a.md"]).out)[0]?.edition.id, "2019");
}));

test("the nearest configuration holds, --config replaces it", inPlace((place) => {
  place.write(".nianbao.json", '{ "rules": { "row-total": "warning" } }');
  place.write("own/.nianbao.json", '{ "rules": { "row-total": "hint" } }');
  place.write("a/b/x.md", wrongTotal);
  place.write("own/x.md", wrongTotal);
  place.write("other.json", '{ "rules": { "row-total": "off" }, "language": "en" }');
  const severities = (...args: string[]) => resultsOf(place.run(["check", "--format", "ndjson", "a/b/x.md", "own/x.md", ...args]).out).map(({ findings }) => findings[0]?.severity);
  assert.deepEqual(severities(), ["warning", "hint"]);
  assert.deepEqual(severities("--config", "other.json"), [undefined, undefined]);
}));

test("--quiet lists errors only", inPlace((place) => {
  place.write("a.md", withPinyin);
  place.write("b.md", wrongTotal);
  const { out, status } = place.run(["check", "--quiet", "a.md", "b.md"]);
  assert.doesNotMatch(out, /警告|检查了/);
  assert.match(out, /^b\.md:.*row-total/m);
  assert.equal(status, 1);
}));

test("--fix writes the safe fixes and reports what is left", inPlace((place) => {
  place.write("a.md", withPinyin);
  const { status, out } = place.run(["check", "--fix", "a.md"]);
  assert.equal(readFileSync(place.path("a.md"), "utf8"), withoutPinyin);
  assert.match(out, /没有发现问题。已自动修改 2 处。/);
  assert.equal(status, 0);
}));

test("colours: on request, by environment, never into a pipe", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const colored = (args: readonly string[], environment: Record<string, string> = {}) => place.run(["check", "a.md", ...args], { environment }).out.includes(isRed);
  assert.equal(colored([]), false);
  assert.equal(colored(["--color", "always"]), true);
  assert.equal(colored([], { FORCE_COLOR: "1" }), true);
  assert.equal(colored([], { FORCE_COLOR: "0" }), false);
  assert.equal(colored(["--color", "never"], { FORCE_COLOR: "1" }), false);
  assert.equal(colored(["--color", "auto"], { NO_COLOR: "1" }), false);
}));

test("with colours the range is underlined in its own line", inPlace((place) => {
  place.write("a.md", wrongTotal);
  const { out } = place.run(["check", "a.md", "--color", "always"]);
  assert.ok(out.includes("\u001b[4m9\u001b[0m"));
  assert.doesNotMatch(out, /\^/);
}));

test("what a draft holds cannot command the terminal", inPlace((place) => {
  place.write("a.md", wrongTotal.replace("一、本年新收", "一、\u001b]0;evil\u0007本年新收"));
  const { out } = place.run(["check", "a.md", "--color", "never"]);
  assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f]/);
}));

test("several threads give the same as one, in the same order", inPlace((place) => {
  for (let index = 0; index < 24; index++) place.write(`r/${String(index).padStart(2, "0")}.md`, index % 3 === 0 ? wrongTotal : index % 3 === 1 ? clean : withPinyin);
  place.write("r/07.md", "");
  place.write(".nianbao.json", '{ "rules": { "no-such-rule": "off" } }');
  for (const format of ["ndjson", "json", "text"]) {
    const one = place.run(["check", "--format", format, "--jobs", "1", "r", "r/07.md"]);
    const three = place.run(["check", "--format", format, "--jobs", "3", "r", "r/07.md"]);
    assert.deepEqual({ ...three, bytes: undefined }, { ...one, bytes: undefined });
    assert.equal(one.status, 2);
  }
}));

test("thirty reports give the same bytes on two threads as on one", inPlace((place) => {
  for (let seed = 1; seed <= 30; seed++) {
    const edition = seed % 2 === 0 ? "2019" : "2021";
    const cells = seed % 3 === 0 ? { "applications/received/naturalPerson": "99999" } : {};
    place.write(`r/${seed}.md`, writeDraft({ edition, spelling: spellings[seed % spellings.length] ?? "gfm", seed, cells }));
  }
  for (const format of ["text", "json", "ndjson"]) {
    const [one, two] = ["1", "2"].map((jobs) => place.run(["check", "--format", format, "--jobs", jobs, "r"]));
    assert.ok(one !== undefined && two !== undefined && one.bytes.includes("99999"));
    assert.ok(one.bytes.equals(two.bytes), format);
    assert.deepEqual([two.err, two.status], [one.err, one.status]);
  }
}));

test("a reader that goes away early is no fault", inPlace((place) => {
  for (let index = 0; index < 60; index++) place.write(`r/${index}.md`, wrongTotal);
  const { stderr } = spawnSync(`"${process.execPath}" "${cliFile}" check --format json r | head -c 10`, { shell: true, cwd: place.folder, encoding: "utf8" });
  assert.equal(stderr, "");
}));

test("a folder that links back to itself is walked once", inPlace((place) => {
  place.write("r/a.md", clean);
  symlinkSync(place.path("r"), place.path("r/again"));
  assert.equal(resultsOf(place.run(["check", "--format", "ndjson", "r"]).out).length, 1);
}));
