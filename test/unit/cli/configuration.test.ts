import assert from "node:assert/strict";
import { test } from "node:test";
import { readConfiguration, type KnownNames } from "../../../server/src/core/check/configuration.js";

const known: KnownNames = { rules: ["row-total", "column-total", "mixed-script"], editions: ["2019", "2021"] };
const read = (text: string) => readConfiguration(text, known);

/** `line:character message`, from zero. */
const problemsOf = (text: string) => read(text).problems.map(({ position, words }) => `${position.line}:${position.character} ${words.zh}`);

test("a whole configuration is read", () => {
  const text = '{ "$schema": "x", "edition": "2019", "stage": "draft", "language": "en", "rules": { "row-total": "off", "mixed-script": "error" } }';
  assert.deepEqual(read(text), { configuration: { edition: "2019", stage: "draft", language: "en", rules: { "row-total": "off", "mixed-script": "error" } }, problems: [] });
});

test("an empty object and a byte order mark are fine", () => {
  assert.deepEqual(read("\uFEFF{}"), { configuration: {}, problems: [] });
});

test("an unknown key is said with its place and the key that was meant", () => {
  assert.deepEqual(problemsOf('{\n  "editon": "2019"\n}'), ["1:2 没有这个配置项：editon；是不是 edition？"]);
});

test("an unknown rule is said, the others count", () => {
  const { configuration, problems } = read('{ "rules": { "row-totl": "off", "row-total": "hint" } }');
  assert.deepEqual(configuration, { rules: { "row-total": "hint" } });
  assert.equal(problems[0]?.words.zh, "没有这个规则：row-totl；是不是 row-total？");
  assert.equal(problems[0]?.words.en, "unknown rule: row-totl; did you mean row-total?");
});

test("a wrong severity, edition, stage or language names the right ones", () => {
  assert.deepEqual(problemsOf('{ "rules": { "row-total": "warn" } }'), ["0:26 “row-total”不能是“warn”，可以是 error、warning、information、hint、off"]);
  assert.match(problemsOf('{ "edition": "2020" }')[0] ?? "", /^0:13 “edition”不能是“2020”，可以是 auto、2019、2021$/);
  assert.match(problemsOf('{ "stage": true }')[0] ?? "", /可以是 auto、draft、final/);
  assert.match(problemsOf('{ "language": ["zh"] }')[0] ?? "", /可以是 zh、en/);
});

test("edition auto leaves the choice to the draft", () => {
  assert.deepEqual(read('{ "edition": "auto" }'), { configuration: { edition: "auto" }, problems: [] });
});

test("rules have to be an object, the configuration too", () => {
  assert.match(problemsOf('{ "rules": ["row-total"] }')[0] ?? "", /“rules”应当是一个对象/);
  assert.match(problemsOf("[]")[0] ?? "", /配置应当是一个对象/);
});

test("comments and trailing commas are not allowed, and that is said", () => {
  assert.deepEqual(problemsOf('{\n  // 说明\n}'), ["1:2 不是有效的 JSON：这里不能写注释，请删去注释"]);
  assert.deepEqual(problemsOf('{ "stage": "draft" /* x */ }'), ["0:19 不是有效的 JSON：这里不能写注释，请删去注释"]);
  assert.deepEqual(problemsOf('{ "stage": "draft",\n}'), ["0:18 不是有效的 JSON：最后一项后面不能有逗号，请删去逗号"]);
});

test("broken JSON is one problem at its place", () => {
  assert.deepEqual(problemsOf(""), ["0:0 不是有效的 JSON：内容没有写完，这里应当是一个值"]);
  assert.deepEqual(problemsOf('{\n "stage" "draft"\n}'), ["1:9 不是有效的 JSON：这里应当是“:”，却是“\"”"]);
  assert.deepEqual(problemsOf("{ stage: 1 }"), ["0:2 不是有效的 JSON：这里应当是用双引号括起来的名称，却是“s”"]);
  assert.deepEqual(problemsOf("{} {}"), ["0:3 不是有效的 JSON：JSON 结束之后还有多余的内容"]);
  assert.deepEqual(problemsOf("{ “stage”: 1 }"), ["0:2 不是有效的 JSON：这里应当是用双引号括起来的名称，却是““”"]);
});

test("a file of brackets does not fill the stack", () => {
  assert.match(problemsOf("[".repeat(100_000))[0] ?? "", /嵌套太深/);
});

test("names that every object has are names like any other", () => {
  assert.match(problemsOf('{ "__proto__": {}, "constructor": 1 }').join(), /__proto__.*constructor/);
  assert.match(problemsOf('{ "rules": { "__proto__": "off" } }')[0] ?? "", /没有这个规则/);
});

test("whatever JSON.parse takes is read, whatever it refuses is a problem", () => {
  const samples = ['{"a":1}', "[1,2]", "-0.5e+3", "01", "+1", '"\\u00e9"', '"\\x"', '"\t"', "tru", "nul", '{"a"}', "{,}", "[,]", "[1 2]", '{"a":1 "b":2}', "\u00a0{}", "'a'"];
  for (const sample of samples) {
    const isBroken = read(sample).problems.some(({ words }) => words.en.startsWith("not valid JSON"));
    assert.equal(isBroken, !parses(sample), sample);
  }
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
