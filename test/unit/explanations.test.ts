import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { explanationOf, chapterExplanation } from "../../server/src/core/index.js";
import data from "../../server/src/core/forms/explanations.json";
import { editionOf } from "./support/drafts.js";

describe("explanations", () => {
  const used = new Set<string>();
  for (const id of ["2019", "2021"]) {
    const edition = editionOf(id);
    for (const table of edition.tables) {
      test(`every row and column of ${table.key} ${id} has one, in both languages, with a name of its own`, () => {
        for (const { rows, columns } of table.bands) {
          for (const { key } of [...rows, ...columns]) {
            const explanation = explanationOf(edition, table, key);
            assert.ok(explanation !== undefined, `${table.key}/${key}`);
            for (const words of [explanation.name, explanation.says, explanation.article].filter((each) => each !== undefined)) {
              assert.match(words.zh, /[\u4e00-\u9fff]/);
              assert.match(words.en, /[a-z0-9]/);
              assert.doesNotMatch(words.en, /[\u4e00-\u9fff]/);
            }
            used.add(`${table.key}/${key}`).add(`${table.key}/${key}@${id}`);
          }
        }
      });
    }

    test(`every chapter of ${id} says what it asks for`, () => {
      for (const form of edition.sections) assert.ok((chapterExplanation(edition, form)?.zh.length ?? 0) > 5, form.key);
    });
  }

  test("no explanation is without a row or column", () => assert.deepEqual(Object.keys(data).filter((key) => !used.has(key)), []));

  test("a row and a column of one table never share a key", () => {
    for (const id of ["2019", "2021"]) {
      for (const { bands } of editionOf(id).tables) {
        const rows = new Set(bands.flatMap((band) => band.rows.map(({ key }) => key)));
        assert.deepEqual(bands.flatMap((band) => band.columns.map(({ key }) => key)).filter((key) => rows.has(key)), []);
      }
    }
  });
});
