import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv, type ValidateFunction } from "ajv";
import { editions, readConfiguration, ruleInfos } from "../../../server/src/core/index.js";

interface Schema {
  readonly properties: { readonly edition: { readonly enum: readonly string[] } };
}

const schema = JSON.parse(readFileSync("server/schemas/config.schema.json", "utf8")) as Schema;
const validate: ValidateFunction = new Ajv().compile(schema);

const right = [{}, { $schema: "x" }, { edition: "auto" }, { edition: "2019", stage: "draft", language: "en", rules: {} }, { rules: { "row-total": "off", "mixed-script": "hint" } }];
const wrong = [[], "x", { edition: 2019 }, { edition: "2020" }, { stage: "done" }, { language: "fr" }, { rules: [] }, { rules: { "row-total": "warn" } }, { rules: { "row-total": true } }, { unknown: 1 }];

for (const value of right) {
  test(`editor and reader both accept ${JSON.stringify(value)}`, () => {
    assert.equal(validate(value), true);
    assert.deepEqual(readConfiguration(JSON.stringify(value)).problems, []);
  });
}

for (const value of wrong) {
  test(`editor and reader both object to ${JSON.stringify(value)}`, () => {
    assert.equal(validate(value), false);
    assert.equal(readConfiguration(JSON.stringify(value)).problems.length, 1);
  });
}

test("the schema names every edition", () => {
  assert.deepEqual(schema.properties.edition.enum, ["auto", ...editions.map(({ id }) => id)]);
});

test("the schema lets every rule be set", () => {
  for (const { code } of ruleInfos) assert.equal(validate({ rules: { [code]: "off" } }), true, code);
});
