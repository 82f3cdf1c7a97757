import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CodeAction } from "vscode-languageserver-types";
import { analyse, writeNewReport } from "../../../server/src/core/index.js";
import { codeActions } from "../../../server/src/service/codeActions.js";
import type { Draft } from "../../../server/src/service/draft.js";
import { draft as report } from "../../protocol/drafts.js";
import { converter } from "../support/converter.js";
import { spellings, writeDraft } from "../support/drafts.js";
import { after, read } from "./support.js";

function actions(draft: Draft, at: string, only?: string[]): CodeAction[] {
  const start = draft.snapshot.text.indexOf(at);
  assert.notEqual(start, -1, at);
  const range = draft.lines.range({ start, end: start });
  const all = codeActions(draft, { range, context: { diagnostics: [], ...(only === undefined ? {} : { only }) } }, { converter, documentChanges: true, createFiles: false, snippetEdits: false, opensRulePages: false, configuration: undefined });
  return all.filter(({ kind }) => kind?.startsWith("refactor"));
}

function done(text: string, at: string, kind: string): string {
  const draft = read(text);
  const action = actions(draft, at, [`refactor.rewrite.nianbao.${kind}`])[0];
  assert.ok(action?.edit, JSON.stringify(action));
  return after(draft, action);
}

function values(text: string): Map<string, string> {
  return new Map([...analyse(text, { assumeReport: true }).report.facts].map(([key, { value }]) => [key, value.kind === "blank" ? "" : value.raw]));
}

const draftOptions = { assumeReport: true, stage: "draft" } as const;

describe("fill the rest with 0", () => {
  test("a blank form needs it once for each table, and has no fault then", () => {
    for (const year of [2020, 2024]) {
      let { text } = writeNewReport({ organ: "云溪县", year });
      for (const row of ["规章 |", "二、上年结转", "结果维持 |"]) text = done(text, row, "rest");
      assert.ok([...values(text).values()].every((value) => value === "0"));
      assert.deepEqual(analyse(text.replace(/【待填写】[^\n]*/g, "平稳，收取信息处理费0元。"), { assumeReport: true, stage: "final" }).findings.filter(({ severity }) => severity === "error"), []);
    }
  });

  test("totals get their sums, and what is written stays", () => {
    const blank = report({ received: "2,3,0,0,0,0,777" }).replace("| 2 | 3 | 0 | 0 | 0 | 0 | 777 |", "| 2 | 3 |  |  |  |  |  |").replace("| 3 | 1 | 0 | 0 | 0 | 0 | 4 |", "| 3 | 3 |  |  |  |  |  |").replace("| 5 | 1 | 0 | 0 | 0 | 0 | 6 |", "|  |  |  |  |  |  |  |").replace("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 3 |  |  |  |  |  |  |");
    const filled = values(done(blank, "一、本年新收", "rest"));
    assert.deepEqual(["received/total", "carriedIn/total", "granted/total", "handledTotal/naturalPerson", "handledTotal/commercialEnterprise", "handledTotal/total"].map((key) => filled.get(`applications/${key}`)), ["5", "3", "6", "5", "3", "8"]);
    assert.equal(filled.get("applications/received/naturalPerson"), "2");
  });

  test("does not invent a carry-over that would make a wrong column right", () => {
    const text = writeNewReport({ organ: "云溪县", year: 2024 }).text.replace(/(\| 一、本年新收[^|]*\|  \|  \|)  /, "$1 3 ");
    const filled = values(done(text, "一、本年新收", "rest"));
    assert.equal(filled.get("applications/carriedOut/naturalPerson"), "0");
    assert.equal(filled.get("applications/received/total"), "3");
  });

  test("in every spelling that shows blanks, and where dashes stand for them", () => {
    for (const spelling of spellings) {
      const text = writeDraft({ edition: "2021", spelling, cells: { "applications/granted/researchInstitution": spelling === "lines" ? "—" : "", "applications/granted/total": "—" } }).replace(/\d+年1月20日(\r?\n)$/, "$1");
      const filled = values(done(text, "科研机构", "rest"));
      assert.match(filled.get("applications/granted/researchInstitution") ?? "", /^\d+$/, spelling);
      assert.match(filled.get("applications/granted/total") ?? "", /^\d+$/, spelling);
      assert.deepEqual(analyse(done(text, "科研机构", "rest"), draftOptions).findings, [], spelling);
    }
  });

  test("is not offered in a full table, nor outside of tables", () => {
    assert.deepEqual(actions(read(report()), "规章"), []);
    assert.deepEqual(actions(read(writeNewReport({ organ: "云溪县", year: 2024 }).text), "总体情况"), []);
  });
});

describe("fill the totals", () => {
  test("exactly what follows, nothing else", () => {
    const text = report({ received: "4,1,0,0,0,0,777" }).replace("| 777 |", "|  |").replace("| 5 | 1 | 0 | 0 | 0 | 0 | 6 |", "|  |  | 0 | 0 | 0 | 0 |  |");
    assert.equal(done(text, "一、本年新收", "totals"), report());
  });

  test("the other blanks of a finished report are none", () => {
    const blank = Object.fromEntries(["received", "carriedIn"].flatMap((row) => ["other", "legalService", "total"].map((column) => [`applications/${row}/${column}`, ""])));
    const text = writeDraft({ edition: "2021", spelling: "gfm", cells: blank });
    const before = read(text, { stage: "final" });
    const [action] = actions(before, "一、本年新收", ["refactor.rewrite.nianbao.totals"]);
    assert.ok(action);
    const written = [...values(after(before, action))].filter(([key, value]) => value !== values(text).get(key));
    assert.deepEqual(written, before.analysis.findings.filter(({ code }) => code === "row-total").map(({ data }) => [data.key, data.expected]));
    assert.equal(written.length, 2);
  });

  test("where another number is wrong, with what the hint beside the blank says", () => {
    for (const stage of ["draft", "final"] as const) {
      const text = writeDraft({ edition: "2021", spelling: "gfm", cells: { "applications/received/total": "", "applications/carriedOut/total": "5" } });
      const draft = read(text, { stage });
      assert.deepEqual(draft.analysis.findings.map(({ data }) => `${data.key} ${data.expected}`), [...(stage === "final" ? ["applications/received/total 864"] : []), "applications/carriedOut/total 15"]);
      const [action] = actions(draft, "一、本年新收", ["refactor.rewrite.nianbao.totals"]);
      assert.ok(action);
      const filled = values(after(draft, action));
      assert.deepEqual([filled.get("applications/received/total"), filled.get("applications/carriedOut/total")], ["864", "5"], stage);
    }
  });

  test("is versioned, and named with its count", () => {
    const draft = read(report({ received: "4,1,0,0,0,0,777" }).replace("| 777 |", "|  |"));
    const [action] = actions(draft, "一、本年新收");
    assert.match(action?.title ?? "", /填写各合计（1 格/);
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "textDocument" in change && change.textDocument.version === 3);
  });
});

describe("rewrite the table", () => {
  for (const spelling of ["pipe", "cellPipe", "lines"] as const) {
    for (const edition of ["2019", "2021"] as const) {
      test(`${spelling} of ${edition}, values kept to the character`, () => {
        let text = writeDraft({ edition, spelling, cells: { "disclosure/permit/decisions": "1,234", "review/count/directSuit.other": "０" } });
        const before = values(text);
        for (const row of ["规章", "二、上年结转", "尚未审结"]) text = done(text, row, "table");
        assert.deepEqual(values(text), before);
        assert.ok(read(text).analysis.report.tables.every(({ table }) => table.spelling === "gfm"));
        assert.equal(text.match(/\| 1,234 \|/g)?.length, 1);
      });
    }
  }

  test("blanks stay blank", () => {
    const text = writeDraft({ edition: "2021", spelling: "cellPipe", cells: { "disclosure/regulation/issued": "", "applications/granted/total": "" } });
    assert.deepEqual(values(done(text, "规章", "table")), values(text));
  });

  test("Traditional tables stay Traditional", () => {
    const text = converter.toTraditional(writeDraft({ edition: "2021", spelling: "pipe" })).replaceAll("複議", "復議");
    const rewritten = done(text, "規章", "table");
    assert.match(rewritten, /\| 行政規範性文件 \|/);
    assert.deepEqual(values(rewritten), values(text));
  });

  test("stands between blank lines, with the line ends of the draft", () => {
    const rewritten = done(writeDraft({ edition: "2021", spelling: "pipe", lineEnd: "\r\n" }), "规章", "table");
    assert.match(rewritten, /主动公开政府信息情况\r\n\r\n\| 第二十条第（一）项/);
    assert.match(rewritten, /行政事业性收费[^\n]*\r\n\r\n三、/);
    assert.doesNotMatch(rewritten, /[^\r]\n/);
  });

  const refused = (text: string, at: string): string => actions(read(text), at, ["refactor.rewrite"]).find(({ kind }) => kind?.endsWith(".table"))?.disabled?.reason ?? "";
  test("is refused with a reason where a number has lost its column", () => {
    const text = writeDraft({ edition: "2021", spelling: "pipe" }).replace(/2\.重复申请 \|.*\n/, "2.重复申请 | 2 | 1 | 4 |\n");
    assert.match(refused(text, "二、上年结转"), /“2\.重复申请”行的数不知道属于哪一栏/);
    assert.deepEqual(actions(read(text), "二、上年结转"), [], "not offered to those who did not ask for it");
  });
  test("is refused where something would be lost", () => {
    const text = writeDraft({ edition: "2021", spelling: "pipe" }).replace(/(规章 \|.*\n)/, "$1其中：县政府令 | 0 | 0 | 1 |\n");
    assert.match(refused(text, "规章 |"), /格式中没有/);
  });
});
