/** The official forms as data: each file against the published schema, and everything that a schema cannot say. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import { analyse, editions, ruleInfos, writeNewReport, type Edition, type Report } from "../../server/src/core/index.js";
import { writeTable } from "../../server/src/core/write/table.js";

type TableForm = Edition["tables"][number];

const folder = "server/src/core/forms/editions";
const files = readdirSync(folder).sort();
const years = readJson("server/src/core/forms/years.json") as readonly { readonly from: number; readonly edition: string; readonly binding: boolean }[];
const isValid = new Ajv({ allErrors: true }).compile(readJson("server/schemas/edition.schema.json") as object);

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function assertUnique(names: readonly (string | number)[], what: string): void {
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), [], `${what} that stand twice`);
}

describe("the files", () => {
  for (const file of files) test(`${file} is valid against the schema`, () => assert.ok(isValid(readJson(join(folder, file))), JSON.stringify(isValid.errors, undefined, 2)));

  test("all are listed, oldest first, under the id that is their name", () => {
    assert.deepEqual(editions.map((edition) => `${edition.id}.json`), files);
    assertUnique(editions.map((edition) => edition.id), "ids");
  });

  test("the schema refuses what it does not know", () => {
    for (const place of [["colour"], ["source", "colour"], ["sections", 0, "colour"], ["tables", 0, "bands", 0, "rows", 0, "label", "colour"]]) {
      const edition = structuredClone(readJson(join(folder, "2021.json")));
      set(edition, place, "red");
      assert.equal(isValid(edition), false, place.join("."));
    }
  });
});

function set(value: unknown, [step, ...rest]: readonly (string | number)[], leaf: unknown): void {
  const record = value as Record<string | number, unknown>;
  if (step === undefined) throw new Error("no place to set");
  if (rest.length === 0) record[step] = leaf;
  else set(record[step], rest, leaf);
}

describe("the years", () => {
  test("name editions that exist, newest year first, and none is without a year", () => {
    const ids = editions.map((edition) => edition.id);
    for (const { edition } of years) assert.ok(ids.includes(edition), edition);
    assert.deepEqual(years.map(({ from }) => from), years.map(({ from }) => from).toSorted((a, b) => b - a));
    assertUnique(years.map(({ from }) => from), "years");
    assert.deepEqual(ids.filter((id) => !years.some(({ edition }) => edition === id)), []);
  });
});

describe("the editor's settings", () => {
  const choices = ["auto", ...editions.map((edition) => edition.id)];

  test("offer every edition, in both languages", () => {
    const setting = (readJson("package.json") as Manifest).contributes.configuration.properties["nianbao.edition"];
    assert.deepEqual(setting?.enum, choices);
    assert.deepEqual(setting?.enumDescriptions, choices.map((id) => `%configuration.edition.${id}%`));
    for (const file of ["package.nls.json", "package.nls.zh-cn.json"]) {
      const words = readJson(file) as Record<string, string>;
      for (const id of choices) assert.ok(words[`configuration.edition.${id}`], `${file}: ${id}`);
    }
  });
});

interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[]; readonly enumDescriptions?: readonly string[] }>> } };
}

for (const edition of editions) {
  describe(`edition ${edition.id}`, () => {
    test("has each key once", () => {
      assertUnique(edition.sections.map(({ key }) => key), "chapters");
      assertUnique(edition.tables.map(({ key }) => key), "tables");
      for (const table of edition.tables) {
        assertUnique(table.bands.flatMap((band) => band.rows.map(({ key }) => key)), `rows of ${table.key}`);
        for (const band of table.bands) assertUnique(band.columns.map(({ key }) => key), `columns of ${table.key}`);
      }
    });

    test("numbers its chapters from one on", () => {
      assert.deepEqual(edition.sections.map(({ ordinal }) => ordinal), edition.sections.map((_, i) => i + 1));
    });

    test("has a table for each chapter that names one, and the other way round", () => {
      const named = edition.sections.flatMap(({ key, table }) => (table === undefined ? [] : [`${key}: ${table}`]));
      assert.deepEqual(named, prescribed(edition).map(({ key, section }) => `${section}: ${key}`));
      for (const { section } of edition.tables) assert.ok(edition.sections.some(({ key }) => key === section), section);
    });

    test("has a caption for each group of rows", () => {
      for (const table of edition.tables) {
        const captions = table.captions.map(({ text }) => text);
        for (const group of table.bands.flatMap((band) => band.rows.flatMap((row) => row.groups))) assert.ok(captions.includes(group), group);
      }
    });

    test("has identities between cells that exist, each told by a rule", () => {
      for (const { code, table: key, each, left, right } of edition.identities) {
        const table = edition.tables.find((candidate) => candidate.key === key);
        assert.ok(table !== undefined, key);
        assert.ok(ruleInfos.some((rule) => rule.code === code), code);
        const terms = table.bands.flatMap((band) => (each === "row" ? band.columns : band.rows).map((term) => term.key));
        assert.deepEqual([...left, ...right].filter((term) => !terms.includes(term)), [], code);
        assertUnique([...left, ...right], code);
      }
    });

    test("reads each of its labels as itself in an empty form", () => {
      const { text } = writeNewReport({ organ: "云溪县", year: 2024, edition: edition.id });
      const { report } = analyse(text, { edition: edition.id });
      assert.deepEqual(report.tables.map((bound) => bound.form.key), prescribed(edition).map(({ key }) => key));
      assert.deepEqual(report.tables.flatMap((bound) => bound.labels).map(({ cell, expected }) => [text.slice(cell.span.start, cell.span.end), expected]).filter(([printed, expected]) => printed !== expected), []);
      for (const table of prescribed(edition)) assertLabels(report, table);
      assert.deepEqual([...report.facts.keys()], prescribed(edition).flatMap(cellKeys));
    });

    for (const table of edition.tables.filter(({ optional }) => optional === true)) {
      for (const spelling of ["gfm", "cellPipe"] as const) {
        test(`reads the labels of its optional table ${table.key} in ${spelling}`, () => {
          const report = reportWith(edition, table, spelling);
          assert.deepEqual(report.tables.map((bound) => bound.form.key), [table.key]);
          assertLabels(report, table);
          // A label that stands twice is told apart by its place only.
          const labels = table.bands.flatMap(({ rows }) => rows.map(({ label }) => label.text));
          const rows = table.bands.flatMap((band) => band.rows.filter(({ label }) => labels.filter((text) => text === label.text).length === 1));
          for (const row of rows) for (const { key, kind } of table.bands.flatMap(({ columns }) => columns)) assert.equal(report.facts.get(`${table.key}/${row.key}/${key}`)?.value.kind, kind === "unit" ? "text" : "number", `${row.key} ${key}`);
        });
      }
    }
  });
}

/** The tables that a report must have. */
function prescribed({ tables }: Edition): readonly TableForm[] {
  return tables.filter(({ optional }) => optional !== true);
}

/** A report that has the table, filled in, and nothing else. */
function reportWith(edition: Edition, table: TableForm, spelling: "gfm" | "cellPipe"): Report {
  const kinds = new Map(table.bands.flatMap(({ columns }) => columns.map(({ key, kind }) => [key, kind])));
  const written = writeTable(table, { spelling, lineEnd: "\n", isSpaced: false }, (_, column) => (kinds.get(column) === "unit" ? "件" : "7"));
  return analyse(`# 云溪县2017年政府信息公开工作年度报告\n\n七、附表\n\n${written}\n`, { edition: edition.id }).report;
}

/** Every row, column, head, band and caption of the form has been found. */
function assertLabels(report: Report, table: TableForm): void {
  const found = new Set(report.tables.find((bound) => bound.form === table)?.labels.map(({ expected }) => expected));
  const rows = table.labelColumns === 0 ? [] : table.bands.flatMap((band) => band.rows.map(({ label }) => label));
  const heads = table.bands.flatMap((band) => [...(band.title === undefined ? [] : [band.title]), ...(band.head === undefined ? [] : [band.head]), ...band.columns.map(({ label }) => label)]);
  assert.deepEqual([...rows, ...heads, ...table.captions].map(({ text }) => text).filter((label) => !found.has(label)), []);
}

function cellKeys(table: TableForm): string[] {
  return table.bands.flatMap((band) => band.rows.flatMap((row) => band.columns.map((column) => `${table.key}/${row.key}/${column.key}`)));
}
