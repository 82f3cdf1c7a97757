/** A missing, doubled, swapped, misspelt or added row in every edition and spelling: one finding, and no other cell misread. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { RowForm, TableForm } from "../../server/src/core/forms/edition.js";
import { analyse, applyEdits, fixesOf, type Analysis } from "../../server/src/core/index.js";
import type { Spelling } from "../../server/src/core/syntax/nodes.js";
import { writeTable, type TableStyle } from "../../server/src/core/write/table.js";
import { consistentValues, editionOf, random, spellings, tableOf, writeDraft } from "./support/drafts.js";
import { minifiedHtml, pdfApplications, wordHtml } from "./support/layouts.js";

interface Case {
  readonly edition: "2019" | "2021";
  readonly spelling: Spelling;
  readonly table: "disclosure" | "applications";
  readonly seed: number;
}

const cases: readonly Case[] = (["2019", "2021"] as const).flatMap((edition) =>
  spellings.flatMap((spelling) => (["disclosure", "applications"] as const).map((table, i) => ({ edition, spelling, table, seed: i + 3 }))),
);

function styleOf(spelling: Spelling): TableStyle {
  return { spelling, lineEnd: "\n", isSpaced: spelling === "lines" };
}

/** The draft with one of its tables written after a changed form. */
function withForm({ edition, spelling, table, seed }: Case, change: (form: TableForm) => TableForm): string {
  const form = tableOf(editionOf(edition), table);
  const values = consistentValues(editionOf(edition), seed);
  const cell = (row: string, column: string): string => values.get(`${table}/${row}/${column}`) ?? "0";
  const draft = writeDraft({ edition, spelling, seed });
  const printed = writeTable(form, styleOf(spelling), cell);
  assert.ok(draft.includes(printed), "the draft does not hold its own table");
  return draft.replace(printed, () => writeTable(change(form), styleOf(spelling), cell));
}

/** The rows of the band that has most of them. */
function changeRows(form: TableForm, change: (rows: readonly RowForm[]) => readonly RowForm[]): TableForm {
  const [longest] = [...form.bands].sort((a, b) => b.rows.length - a.rows.length);
  return { ...form, bands: form.bands.map((band) => (band === longest ? { ...band, rows: change(band.rows) } : band)) };
}

function rowsOf({ edition, table }: Case): readonly RowForm[] {
  return [...tableOf(editionOf(edition), table).bands].sort((a, b) => b.rows.length - a.rows.length)[0]?.rows ?? [];
}

function told({ findings, report }: Analysis): string[] {
  return findings.map((finding) => `${finding.code} “${report.text.slice(finding.span.start, finding.span.end)}” ${finding.message}`);
}

function checked(text: string): Analysis {
  return analyse(text, { assumeReport: true, stage: "final" });
}

/** Every cell of the form is bound to its value but those of the rows in `lost`. */
function holdsAllBut(analysis: Analysis, { edition, seed }: Case, lost: readonly RowForm[], name: string): void {
  const gone = new Set(lost.map((row) => row.key));
  for (const [key, value] of consistentValues(editionOf(edition), seed)) {
    const fact = analysis.report.facts.get(key);
    const raw = fact === undefined ? undefined : "raw" in fact.value ? fact.value.raw : "";
    const expected = gone.has(key.split("/")[1] ?? "") && raw === undefined ? undefined : value;
    assert.equal(raw, expected, `${name}: ${key}`);
  }
}

function nameOf(plan: Case, what: string): string {
  return `${plan.edition} ${plan.spelling} ${plan.table}: ${what}`;
}

describe("one row", () => {
  for (const plan of cases) {
    const rows = rowsOf(plan);
    const name = nameOf(plan, "");

    test(`${name}missing: one finding, and the fix puts it back`, () => {
      for (const row of rows.slice(plan.table === "applications" ? 0 : 1)) {
        const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => all.filter((other) => other !== row))));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${row.label.text}\n${told(analysis).join("\n")}`);
        assert.ok(analysis.findings[0]?.message.includes(row.label.text), told(analysis).join("\n"));
        holdsAllBut(analysis, plan, [row], row.label.text);
        restores(analysis, plan, row);
      }
    });

    test(`${name}doubled: one finding, and the fix takes it out`, () => {
      for (const row of rows) {
        const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => all.flatMap((other) => (other === row ? [row, row] : [other])))));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${row.label.text}\n${told(analysis).join("\n")}`);
        holdsAllBut(analysis, plan, [], row.label.text);
        if (plan.spelling === "html" || plan.spelling === "spaces") continue;
        assert.deepEqual(told(afterFirstFix(analysis)), [], row.label.text);
      }
    });

    test(`${name}swapped with the next: one finding`, () => {
      for (const [i, row] of rows.slice(0, -1).entries()) {
        const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => [...all.slice(0, i), ...all.slice(i + 1, i + 2), row, ...all.slice(i + 2)])));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${row.label.text}\n${told(analysis).join("\n")}`);
        holdsAllBut(analysis, plan, [], row.label.text);
      }
    });

    test(`${name}misspelt: one finding`, () => {
      const next = random(plan.seed);
      for (const row of rows) {
        const text = misspelt(row.label.text, next);
        const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => all.map((other) => (other === row ? { ...row, label: { text } } : other)))));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-label"], `${text}\n${told(analysis).join("\n")}`);
        holdsAllBut(analysis, plan, [], text);
      }
    });

    test(`${name}added: one finding`, () => {
      for (const [i] of rows.entries()) {
        const extra: RowForm = { key: "added", label: { text: "其中网络渠道数量" }, groups: rows[i]?.groups ?? [] };
        const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => [...all.slice(0, i + 1), extra, ...all.slice(i + 1)])));
        assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${i}\n${told(analysis).join("\n")}`);
        holdsAllBut(analysis, plan, [], `${i}`);
      }
    });
  }
});

/** One character written wrong, one left out or one doubled, never in the number. */
function misspelt(label: string, next: () => number): string {
  const from = label.search(/[^一二三四五六七八九十（）().、\d]/);
  const at = from + 1 + Math.floor(next() * Math.max(1, label.length - from - 2));
  const kind = Math.floor(next() * 3);
  if (kind === 0) return `${label.slice(0, at)}某${label.slice(at + 1)}`;
  return kind === 1 && label.length > 6 ? label.slice(0, at) + label.slice(at + 1) : label.slice(0, at) + label.slice(at, at + 1) + label.slice(at);
}

function afterFirstFix(analysis: Analysis): Analysis {
  const [finding] = analysis.findings;
  const [fix] = finding === undefined ? [] : fixesOf(analysis, finding, undefined);
  assert.ok(fix !== undefined, told(analysis).join("\n"));
  return checked(applyEdits(analysis.report.source, fix.edits));
}

/** Beside a row of the same head; the first row of a Markdown table stands where its head does. */
function restores(analysis: Analysis, plan: Case, row: RowForm): void {
  const repaired = afterFirstFix(analysis);
  assert.ok(!repaired.findings.some(({ code }) => code === "table-shape"), `${row.label.text}\n${told(repaired).join("\n")}`);
  assert.equal(repaired.report.tables.find((bound) => bound.form.key === plan.table)?.rows.length, tableOf(editionOf(plan.edition), plan.table).bands.flatMap((band) => band.rows).length);
  for (const [key, value] of consistentValues(editionOf(plan.edition), plan.seed)) {
    if (key.startsWith(`${plan.table}/${row.key}/`)) continue;
    const fact = repaired.report.facts.get(key);
    assert.equal(fact !== undefined && "raw" in fact.value ? fact.value.raw : "", value, `${row.label.text}: ${key}`);
  }
}

/** Tables as other programs write them, in drafts that are otherwise our own. */
describe("a missing row is put back", () => {
  const layouts: Readonly<Record<string, (form: TableForm, cell: (row: string, column: string) => string, values: ReadonlyMap<string, string>) => string>> = {
    "in HTML as Word saves it": (form, cell) => wordHtml(writeTable(form, styleOf("html"), cell)),
    "in HTML on one line without closing tags": (form, cell) => minifiedHtml(writeTable(form, styleOf("html"), cell)),
    "in a page of a PDF": (form, _, values) => pdfApplications(form, values, 9).replace("\f", ""),
  };
  for (const [name, layout] of Object.entries(layouts)) {
    for (const edition of ["2019", "2021"] as const) {
      test(`${name}, form of ${edition}`, () => {
        const plan: Case = { edition, spelling: "html", table: "applications", seed: 7 };
        const form = tableOf(editionOf(edition), "applications");
        const values = consistentValues(editionOf(edition), 7);
        const cell = (row: string, column: string): string => values.get(`applications/${row}/${column}`) ?? "";
        const draft = writeDraft({ edition, spelling: "html", seed: 7 });
        const own = writeTable(form, styleOf("html"), cell);
        assert.ok(draft.includes(own));
        for (const row of rowsOf(plan)) {
          const lacking = layout(changeRows(form, (all) => all.filter((other) => other !== row)), cell, values);
          const analysis = checked(draft.replace(own, () => lacking));
          assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${row.label.text}\n${told(analysis).join("\n")}`);
          restores(analysis, plan, row);
        }
      });
    }
  }

  for (const spelling of spellings) {
    test(`in table two in ${spelling}, of each band that has another row`, () => {
      for (const edition of ["2019", "2021"] as const) {
        const plan: Case = { edition, spelling, table: "disclosure", seed: 5 };
        for (const band of tableOf(editionOf(edition), "disclosure").bands) {
          for (const row of band.rows.length > 1 ? band.rows : []) {
            const lacking = withForm(plan, (form) => ({ ...form, bands: form.bands.map((each) => ({ ...each, rows: each.rows.filter((other) => other !== row) })) }));
            const analysis = checked(lacking);
            assert.deepEqual(analysis.findings.map(({ code }) => code), ["table-shape"], `${row.label.text}\n${told(analysis).join("\n")}`);
            restores(analysis, plan, row);
          }
        }
      }
    });
  }

  test("in HTML several rows, a whole group and the last one of another", () => {
    const plan: Case = { edition: "2021", spelling: "html", table: "applications", seed: 5 };
    const lost = (row: RowForm): boolean => row.groups[1] === "（四）无法提供" || row.key === "refused.administrativeInquiry";
    const whole = withForm(plan, (form) => form);
    const analysis = checked(withForm(plan, (form) => changeRows(form, (all) => all.filter((row) => !lost(row)))));
    const [finding] = analysis.findings;
    const [fix] = finding === undefined ? [] : fixesOf(analysis, finding, undefined);
    const blank = withForm(plan, (form) => form).split("\n").map((line) => (/8\.属于行政查询事项|（四）无法提供|2\.没有现成信息|3\.补正后/.test(line) ? line.replace(/<td>\d+<\/td>/g, "<td></td>") : line));
    assert.ok(whole.includes("（四）无法提供"));
    assert.equal(applyEdits(analysis.report.source, fix?.edits ?? []), blank.join("\n"));
  });
});

describe("a row of the author's own", () => {
  test("may be part of the total: the total is only called wrong where it is too small", () => {
    const plan: Case = { edition: "2021", spelling: "gfm", table: "applications", seed: 5 };
    const extra: RowForm = { key: "added", label: { text: "其中网络渠道数量" }, groups: [] };
    const text = withForm(plan, (form) => changeRows(form, (all) => [...all.slice(0, 3), extra, ...all.slice(3)]));
    const counted = text.replace(/(其中网络渠道数量[^\n]*\| )0 \|\n/, "$15 |\n");
    assert.deepEqual(checked(counted).findings.map(({ code }) => code), ["table-shape"]);
    const total = consistentValues(editionOf("2021"), 5).get("applications/handledTotal/total") ?? "";
    const sums = (value: string): string[] => checked(counted.replace(new RegExp(`(（七）总计[^\\n]*\\| )${total} \\|`), `$1${value} |`)).findings.filter(({ group }) => group === "arithmetic").map(({ code }) => code);
    assert.notDeepEqual(sums("1"), []);
  });
});
