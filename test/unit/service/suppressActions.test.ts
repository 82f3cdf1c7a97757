import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver-types";
import { analyse, applyEdits, readConfiguration, ruleInfos, silencedInConfiguration, type Finding } from "../../../server/src/core/index.js";
import { codeActions, type ActionTools } from "../../../server/src/service/codeActions.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { commentsAround } from "../../../server/src/service/suppressActions.js";
import { unbalanced, wrongTotal } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { readMarked } from "../support/marked.js";
import { after, marked, read, uri } from "./support.js";

const tools: ActionTools = { converter, documentChanges: true, createFiles: true, snippetEdits: false, opensRulePages: false, configuration: { uri: "file:///.nianbao.json", text: undefined } };
const place = marked(unbalanced.replace(wrongTotal, `‸${wrongTotal}`));

function actions({ draft, range } = place, more: Partial<ActionTools> = {}): CodeAction[] {
  return codeActions(draft, { range, context: { diagnostics: [] } }, { ...tools, ...more });
}

function named(title: RegExp, found = actions()): CodeAction {
  const action = found.find((candidate) => title.test(candidate.title));
  assert.ok(action !== undefined, `${String(title)} is not among ${found.map((each) => each.title).join("; ")}`);
  return action;
}

function codesAfter(draft: Draft, action: CodeAction): string[] {
  return read(after(draft, action), draft.options).analysis.findings.map(({ code }) => code);
}

describe("silencing by quick fix", () => {
  test("comes behind all repairs, as a quick fix of its diagnostic", () => {
    const titles = actions().map(({ title }) => title);
    assert.deepEqual(titles.map((title) => /忽略|关闭/.test(title)), [false, true, true, true]);
    for (const action of actions()) assert.equal(action.kind, "quickfix");
    assert.ok(actions().every(({ diagnostics }) => diagnostics?.[0]?.code === "row-total"));
  });

  test("here, around the table, and nothing else is changed", () => {
    const text = after(place.draft, named(/忽略此处/));
    assert.match(text, /\n<!-- nianbao-disable row-total: 请写明理由 -->\n\| （本列数据/);
    assert.match(text, /\| 四、结转下年度继续办理[^\n]*\n<!-- nianbao-enable row-total -->\n/);
    assert.deepEqual(codesAfter(place.draft, named(/忽略此处/)), ["suppression"], "the reason is still to be written");
  });

  test("here, on the line above a heading, with the line ends of the draft", () => {
    const heading = marked(unbalanced.replaceAll("\n", "\r\n").replace("一、总体情况", "一、‸基本情况"));
    assert.match(after(heading.draft, named(/忽略此处的“section-title”/, actions(heading))), /<!-- nianbao-disable-next-line section-title: 请写明理由 -->\r\n## 一、基本情况\r\n/);
  });

  test("in the file, above the title", () => {
    assert.match(after(place.draft, named(/全文/)), /^<!-- nianbao-disable-file row-total: 请写明理由 -->\n# 云溪县/);
    assert.deepEqual(codesAfter(place.draft, named(/全文/)), ["suppression"]);
  });

  test("the reason is selected, to be typed over, in clients that can", () => {
    const edits = (title: RegExp): unknown => named(title, actions(place, { snippetEdits: true })).edit?.documentChanges?.flatMap((change) => ("edits" in change ? change.edits.map((edit) => ("snippet" in edit ? edit.snippet.value : edit.newText)) : []));
    assert.deepEqual(edits(/忽略此处/), ["<!-- nianbao-disable row-total: ${1:请写明理由} -->\n", "<!-- nianbao-enable row-total -->\n"]);
    assert.deepEqual(edits(/全文/), ["<!-- nianbao-disable-file row-total: ${1:请写明理由} -->\n"]);
  });

  test("in the folder: a new configuration, or an entry of the one that is there", () => {
    assert.deepEqual(named(/文件夹/).edit?.documentChanges?.map((change) => ("kind" in change ? change.kind : change.textDocument.uri)), ["create", "file:///.nianbao.json"]);
    const text = '{ "rules": { "cell-empty": "off" } }';
    const { edit } = named(/文件夹/, actions(place, { configuration: { uri: "file:///.nianbao.json", text } }));
    assert.deepEqual(Object.keys(edit?.changes ?? {}), ["file:///.nianbao.json"]);
  });

  test("not in a folder that there is none of, that cannot be written, or that has it off", () => {
    const titles = (more: Partial<ActionTools>): string[] => actions(place, more).map(({ title }) => title).filter((title) => title.includes("文件夹"));
    assert.deepEqual(titles({ configuration: undefined }), []);
    assert.deepEqual(titles({ createFiles: false }), []);
    assert.deepEqual(titles({ configuration: { uri, text: "{ rules" } }), []);
    assert.deepEqual(titles({ configuration: { uri, text: '{"rules":{"row-total":"off"}}' } }), []);
  });

  test("not when a whole draft of findings is asked about", () => {
    const draft = read(unbalanced.replaceAll("公开申请", "公开的申情").repeat(3));
    const range = draft.lines.range({ start: 0, end: draft.snapshot.text.length });
    assert.ok(!actions({ draft, range }).some(({ title }) => title.includes("忽略")));
  });
});

describe("a comment around any finding", () => {
  const fixtures = ruleInfos.filter(({ code }) => code !== "suppression").flatMap(({ code }) => readdirSync(`test/fixtures/rules/${code}`).filter((name) => name.startsWith("fails") && !name.endsWith(".fixed.md")).map((name) => `${code}/${name}`));
  for (const name of fixtures) {
    test(`silences it and adds none: ${name}`, () => {
      const { text, options } = readMarked(readFileSync(`test/fixtures/rules/${name}`, "utf8"));
      silencesEach(text, analyse(text, options).findings, (changed) => analyse(changed, options).findings);
    });
  }

  for (const spelling of spellings) {
    test(`in a table of ${spelling} leaves the table as it is`, () => {
      const text = writeDraft({ edition: "2021", spelling, cells: { "applications/carriedIn/total": "888" } });
      silencesEach(text, analyse(text, { stage: "final" }).findings, (changed) => analyse(changed, { stage: "final" }).findings);
    });
  }

  function silencesEach(text: string, findings: readonly Finding[], check: (text: string) => readonly Finding[]): void {
    assert.ok(findings.length > 0);
    const draft = read(text);
    for (const { code, span, data } of findings.slice(0, 12)) {
      const edits = commentsAround(draft, code, span.start).map((edit) => ({ ...edit, newText: edit.newText.replace("请写明理由", "另有说明") }));
      const left = check(applyEdits(text, edits)).map((finding) => `${finding.code} ${finding.data.key}`);
      assert.ok(!left.includes(`${code} ${data.key}`), `${code} ${data.key} is still told`);
      assert.deepEqual(left.filter((name) => !findings.some((finding) => `${finding.code} ${finding.data.key}` === name)), []);
    }
  }
});

describe("switching a rule off in a configuration", () => {
  const texts = ["{}", "{\n}\n", '{"stage": "final"}', '{ "rules": {} }', '{ "rules": { "row-total": "off" } }', '{\n  "rules": {\n    "cell-empty": "warning",\n    "row-total": "hint"\n  }\n}\n', '\ufeff{"language":"en"}'];
  for (const text of texts) {
    test(JSON.stringify(text), () => {
      const edits = silencedInConfiguration(text, "cell-empty");
      assert.ok(edits !== undefined);
      const { configuration, problems } = readConfiguration(applyEdits(text, edits));
      assert.deepEqual(problems, []);
      const before = readConfiguration(text).configuration;
      assert.deepEqual(configuration, { ...before, rules: { ...before.rules, "cell-empty": "off" } });
      assert.deepEqual(silencedInConfiguration(applyEdits(text, edits), "cell-empty"), [], "a second time changes nothing");
    });
  }

  test("not in a file that is none", () => {
    for (const text of ["", "[]", '{"rules": []}', "{,}"]) assert.equal(silencedInConfiguration(text, "cell-empty"), undefined);
  });
});
