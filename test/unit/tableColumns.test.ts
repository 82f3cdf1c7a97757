/** Missing and added columns: one finding, the other columns keep their cells. Tables that a copy has thinned out are not read. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { TableForm } from "../../server/src/core/forms/edition.js";
import { analyse, type Analysis } from "../../server/src/core/index.js";
import { writeTable } from "../../server/src/core/write/table.js";
import { consistentValues, editionOf, spellings, tableOf, writeDraft } from "./support/drafts.js";

const seed = 11;
const edition = editionOf("2021");

function told({ findings, report }: Analysis): string[] {
  return findings.map((finding) => `${finding.code} “${report.text.slice(finding.span.start, finding.span.end)}” ${finding.message}`);
}

function withForm(spelling: (typeof spellings)[number], table: string, change: (form: TableForm) => TableForm): Analysis {
  const form = tableOf(edition, table);
  const values = consistentValues(edition, seed);
  const style = { spelling, lineEnd: "\n", isSpaced: spelling === "lines" };
  const cell = (row: string, column: string): string => values.get(`${table}/${row}/${column}`) ?? "7";
  const draft = writeDraft({ edition: "2021", spelling, seed });
  const printed = writeTable(form, style, cell);
  assert.ok(draft.includes(printed));
  return analyse(draft.replace(printed, () => writeTable(change(form), style, cell)), { assumeReport: true, stage: "final" });
}

/** The form without one of its columns, in the head as well. */
function without(form: TableForm, column: number): TableForm {
  const cut = <Member>(members: readonly Member[], at: number): Member[] => members.filter((_, i) => i !== at);
  return { ...form, head: (form.head ?? []).map((line) => cut(line, form.labelColumns + column)), bands: form.bands.map((band) => ({ ...band, columns: cut(band.columns, column) })) };
}

/** The form with a column of the author's own behind one of its columns. */
function withColumn(form: TableForm, column: number): TableForm {
  const at = form.labelColumns + column + 1;
  const lowest = (form.head?.length ?? 1) - 1;
  const head = (form.head ?? []).map((line, row) => [...line.slice(0, at), row === lowest ? "境外组织" : "", ...line.slice(at)]);
  const bands = form.bands.map((band) => ({ ...band, columns: [...band.columns.slice(0, column + 1), { key: "own", label: { text: "境外组织" }, kind: "count" } as const, ...band.columns.slice(column + 1)] }));
  return { ...form, head, bands };
}

/** The form with its totals before the other columns, in the head as well. */
function withTotalsFirst(form: TableForm): TableForm {
  const moved = <Member>(members: readonly Member[], from: number): Member[] => [...members.slice(0, from), ...members.slice(-1), ...members.slice(from, -1)];
  return { ...form, head: (form.head ?? []).map((line, row) => (row === 1 ? [...moved(line, form.labelColumns)] : row === 2 ? moved(line, form.labelColumns) : line)), bands: form.bands.map((band) => ({ ...band, columns: moved(band.columns, 0) })) };
}

function holdsAllBut(analysis: Analysis, table: string, lost: string): void {
  for (const [key, value] of consistentValues(edition, seed)) {
    if (!key.startsWith(`${table}/`) || key.endsWith(`/${lost}`)) continue;
    const fact = analysis.report.facts.get(key);
    assert.equal(fact !== undefined && "raw" in fact.value ? fact.value.raw : undefined, value, key);
  }
}

describe("a column", () => {
  const columns = tableOf(edition, "applications").bands[0]?.columns ?? [];
  for (const spelling of spellings) {
    for (const [at, column] of columns.entries()) {
      // 商业企业 carries the label of its group in this way of writing; without it the head is another one.
      if (column.key === "commercialEnterprise") continue;
      test(`${spelling}: ${column.label.text} is missing`, () => {
        const analysis = withForm(spelling, "applications", (form) => without(form, at));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], told(analysis).join("\n"));
        assert.ok(analysis.findings[0]?.message.includes(`“${column.label.text}”`), told(analysis).join("\n"));
        assert.equal(analysis.report.facts.has(`applications/received/${column.key}`), false);
        holdsAllBut(analysis, "applications", column.key);
      });
    }

    test(`${spelling}: one of the author's own among the organizations`, () => {
      const analysis = withForm(spelling, "applications", (form) => withColumn(form, 3));
      assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], told(analysis).join("\n"));
      holdsAllBut(analysis, "applications", "own");
    });

    test(`${spelling}: 尚未审结 of the suits is missing`, () => {
      const analysis = withForm(spelling, "review", (form) => without(form, 8));
      assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], told(analysis).join("\n"));
      assert.ok(analysis.findings[0]?.message.includes("未经复议直接起诉 尚未审结"), told(analysis).join("\n"));
      holdsAllBut(analysis, "review", "directSuit.pending");
    });
  }
});

describe("columns in another order", () => {
  for (const spelling of spellings.filter((each) => each !== "spaces")) {
    test(`${spelling}: totals first are read by their heads, and told`, () => {
      const analysis = withForm(spelling, "applications", withTotalsFirst);
      assert.deepEqual(analysis.findings.map(({ code, severity }) => `${code} ${severity}`), ["table-shape warning"], told(analysis).join("\n"));
      assert.ok(analysis.findings[0]?.message.includes("“总计”"), told(analysis).join("\n"));
      holdsAllBut(analysis, "applications", "");
    });
  }

  test("heads that a copy has mixed up say nothing against the sums", () => {
    const analysis = withForm("pipe", "applications", (form) => form);
    const mixed = analysis.report.source.replace("自然人 | 法人或其他组织 | 总计 |", "总计 | 自然人 | 法人或其他组织 |");
    assert.notEqual(mixed, analysis.report.source);
    const read = analyse(mixed, { assumeReport: true, stage: "final" });
    holdsAllBut(read, "applications", "");
    assert.deepEqual(read.findings.filter(({ group }) => group === "arithmetic"), [], told(read).join("\n"));
  });
});

describe("columns of another form", () => {
  test("are not bound by their places", () => {
    const { report, findings } = analyse(writeDraft({ edition: "2019", spelling: "pipe", seed, year: 2024 }), { assumeReport: true, stage: "final" });
    assert.deepEqual([...report.facts.keys()].filter((key) => key.startsWith("disclosure/")), ["disclosure/permit/decisions", "disclosure/penalty/decisions", "disclosure/coercion/decisions"]);
    assert.ok(findings.every(({ code }) => code !== "stock-flow" && code !== "cell-value" && code !== "table-shape"), findings.map(({ code }) => code).join());
  });
});

test("a head and its rows may merge other cells", () => {
  const html = (rows: readonly string[]): string => `<table><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  const head = '<tr><td>信息内容</td><td>上一年项目数量</td><td colspan="2">本年增/减</td><td>处理决定数量</td></tr>';
  const draft = `# 云溪县2020年政府信息公开工作年度报告\n\n## 二、主动公开政府信息情况\n\n${html([head, '<tr><td>行政许可</td><td colspan="2">230</td><td>-11</td><td>57</td></tr>', '<tr><td>其他对外管理服务事项</td><td>20</td><td colspan="2"></td><td>36</td></tr>', head, '<tr><td>行政处罚</td><td colspan="2">15</td><td></td><td>29</td></tr>'])}\n`;
  const { facts } = analyse(draft, { assumeReport: true, stage: "final" }).report;
  const read = (row: string): (string | undefined)[] => ["previousItems", "change", "decisions"].map((column) => {
    const value = facts.get(`disclosure/${row}/${column}`)?.value;
    return value === undefined ? undefined : "raw" in value ? value.raw : "";
  });
  assert.deepEqual([read("permit"), read("otherManagement"), read("penalty")], [["230", "-11", "57"], ["20", "", "36"], ["15", "", "29"]]);
});

describe("a table that a copy has thinned out", () => {
  const draft = writeDraft({ edition: "2021", spelling: "lines", seed });
  const thinned = draft.replaceAll("\n\n0\n", "\n").replaceAll("\n\n0\n", "\n");

  test("is told once, and no sum is taken from it", () => {
    const analysis = analyse(thinned, { assumeReport: true, stage: "final" });
    const inTables = analysis.findings.filter(({ code }) => code === "table-shape");
    assert.equal(inTables.length, 1, told(analysis).join("\n"));
    assert.equal(inTables[0]?.severity, "information");
    assert.deepEqual(analysis.findings.filter(({ group }) => group === "arithmetic"), [], told(analysis).join("\n"));
    assert.equal([...analysis.report.facts.keys()].some((key) => key.startsWith("applications/")), false);
  });
});

test("a head in one line is no fault, whatever order the form prints it in", () => {
  const head = "| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n";
  const draft = writeDraft({ edition: "2021", spelling: "gfm", seed }).replace(/\| （本列数据[^\n]*\n\| ---[^\n]*\n[^\n]*\n[^\n]*\n/, head);
  assert.ok(draft.includes(head));
  assert.deepEqual(told(analyse(draft, { assumeReport: true, stage: "final" })), []);
});
