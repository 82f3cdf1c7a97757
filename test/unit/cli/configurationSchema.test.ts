import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv, type ValidateFunction } from "ajv";
import { editions, readConfiguration, ruleInfos } from "../../../server/src/core/index.js";

interface Suggested {
  readonly examples?: readonly string[];
}

interface Schema {
  readonly properties: {
    readonly edition: Suggested;
    readonly stage: Suggested;
    readonly language: Suggested;
    readonly rules: { readonly properties: Readonly<Record<string, Suggested>> };
    readonly aggregate: { readonly properties: Readonly<Record<string, Suggested>> };
  };
}

const schema = JSON.parse(readFileSync("server/schemas/config.schema.json", "utf8")) as Schema;
const validate: ValidateFunction = new Ajv().compile(schema);

const problems = (value: unknown): number => readConfiguration(JSON.stringify(value)).problems.length;
const right = [{}, { $schema: "x" }, { edition: "auto" }, { edition: "2019", stage: "draft", language: "en", rules: {} }, { rules: { "row-total": "off", "mixed-script": "hint" } }];
const wrong = [[], "x", { edition: 2019 }, { edition: "2020" }, { stage: "done" }, { language: "fr" }, { rules: [] }, { rules: { "row-total": "warn" } }, { rules: { "row-total": true } }, { rules: { "row-totals": "off" } }, { unknown: 1 }, { aggregate: { parts: [] } }];

for (const value of right) test(`the reader accepts ${JSON.stringify(value)}`, () => assert.equal(problems(value), 0));

for (const value of wrong) {
  test(`the reader alone objects to ${JSON.stringify(value)}, so that editors with the schema do not say it twice`, () => {
    assert.equal(problems(value), 1);
    assert.equal(validate(value), true);
  });
}

test("whatever the schema suggests the reader accepts", () => {
  const { rules, aggregate, ...values } = schema.properties;
  const suggested = Object.entries(values).flatMap(([key, { examples = [] }]) => examples.map((example): object => ({ [key]: example })));
  const severities = Object.entries(rules.properties).flatMap(([code, { examples = [] }]) => examples.map((example): object => ({ rules: { [code]: example } })));
  for (const value of [...suggested, ...severities]) assert.equal(problems(value), 0, JSON.stringify(value));
  assert.deepEqual(Object.keys(aggregate.properties), ["summary", "parts"]);
});

test("the schema suggests every edition and every rule", () => {
  assert.deepEqual(schema.properties.edition.examples, ["auto", ...editions.map(({ id }) => id)]);
  assert.deepEqual(Object.keys(schema.properties.rules.properties), ruleInfos.map(({ code }) => code).sort());
});
