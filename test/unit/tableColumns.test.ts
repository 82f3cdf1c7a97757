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
