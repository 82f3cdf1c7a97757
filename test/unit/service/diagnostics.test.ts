import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Finding, Severity } from "../../../server/src/core/index.js";
import { diagnostics, maximumDiagnostics } from "../../../server/src/service/diagnostics.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { draft as report, unbalanced, wrongTotal } from "../../protocol/drafts.js";
import { read, textAt, uri } from "./support.js";

function finding(code: string, severity: Severity, start = 0): Finding {
  return { code, group: "script", severity, span: { start, end: start + 1 }, message: code, related: [], data: { key: `${start}` } };
}

function withFindings(findings: readonly Finding[]): Draft {
  const draft = read(report());
  return { ...draft, analysis: { ...draft.analysis, findings } };
}

describe("diagnostics", () => {
  test("a finding with all that belongs to it", () => {
    const draft = read(unbalanced);
    const [found] = diagnostics(draft);
    assert.ok(found !== undefined);
    assert.equal(textAt(draft, found.range), wrongTotal);
    assert.deepEqual([found.source, found.code, found.severity], ["nianbao", "row-total", DiagnosticSeverity.Error]);
    assert.equal(found.codeDescription?.href, "https://github.com/nianbao/nianbao/blob/main/docs/rules/row-total.md");
    assert.deepEqual(found.data, draft.analysis.findings[0]?.data);
  });

  test("operands of a sum as related information, in the same document", () => {
    const draft = read(unbalanced);
    const related = diagnostics(draft)[0]?.relatedInformation ?? [];
    assert.ok(related.length > 0);
    assert.ok(related.every(({ location }) => location.uri === uri && /^\d+$/.test(textAt(draft, location.range))));
  });

  test("each severity", () => {
    const severities: readonly Severity[] = ["error", "warning", "information", "hint"];
    const draft = withFindings(severities.map((severity) => finding("x", severity)));
    assert.deepEqual(diagnostics(draft).map(({ severity }) => severity), [1, 2, 3, 4]);
  });

  test("characters that should not be there are printed paler", () => {
    const draft = withFindings([finding("pinyin-residue", "warning"), finding("mixed-script", "warning")]);
    assert.deepEqual(diagnostics(draft).map(({ tags }) => tags), [[DiagnosticTag.Unnecessary], undefined]);
  });

  test("of too many the gravest stay, in the order of the text, and one says how many are not shown", () => {
    const many = Array.from({ length: maximumDiagnostics + 20 }, (_, index) => finding(`f${index}`, index < maximumDiagnostics ? "information" : "error", index));
    const [first, ...shown] = diagnostics(withFindings(many));
    assert.match(String(first?.message), /^另有 20 处/);
    assert.deepEqual([first?.severity, first?.range.start], [DiagnosticSeverity.Information, { line: 0, character: 0 }]);
    assert.equal(shown.length, maximumDiagnostics);
    assert.deepEqual([shown[0]?.code, shown.at(-21)?.code, shown.at(-1)?.code], ["f0", "f479", "f519"]);
  });

  test("as many as can be shown are shown without more ado", () => {
    const many = Array.from({ length: maximumDiagnostics }, (_, index) => finding("x", "hint", index));
    assert.equal(diagnostics(withFindings(many)).length, maximumDiagnostics);
  });

  test("a text that is no report has none", () => assert.deepEqual(diagnostics(read("# 读书笔记\n\n一、甲\n", {})), []));
});
