import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArguments, wholeNumber } from "../../../server/src/cli/arguments.js";
import { specifications } from "../../../server/src/cli/specification.js";
import { UserError } from "../../../server/src/cli/words.js";

const check = specifications.find(({ name }) => name === "check") ?? fail();

function fail(): never {
  throw new Error("no specification of check");
}

function parse(...typed: string[]) {
  return parseArguments(typed, check);
}

function refused(...typed: string[]): string {
  try {
    parse(...typed);
  } catch (error) {
    if (error instanceof UserError) return error.words.zh;
    throw error;
  }
  return "taken";
}

test("operands and options may stand in any order", () => {
  const { operands, values } = parse("a.md", "--format", "json", "-", "--fix", "--stage=draft", "--", "--b.md");
  assert.deepEqual(operands, ["a.md", "-", "--b.md"]);
  assert.deepEqual([...values], [["format", "json"], ["fix", ""], ["stage", "draft"]]);
});

test("a single dash is a value: standard input", () => {
  assert.equal(parse("--files-from", "-").values.get("files-from"), "-");
});

test("an unknown option is named, and the one that was meant", () => {
  assert.match(refused("--formt", "json"), /没有这个选项：--formt。是不是 --format？/);
  assert.match(refused("--zzzzzz"), /没有这个选项：--zzzzzz。用 nianbao help check/);
  assert.match(refused("-x"), /没有这个选项：-x/);
  assert.match(refused("--no-fix"), /没有这个选项：--no-fix/);
});

test("a missing, empty or superfluous value is said", () => {
  assert.match(refused("--config"), /--config 后面缺少值：FILE/);
  assert.match(refused("--config", "--fix"), /--config 后面缺少值/);
  assert.match(refused("--config="), /--config 后面缺少值/);
  assert.match(refused("--fix=yes"), /--fix 后面不能有值/);
});

test("of a choice only what is offered is taken", () => {
  assert.match(refused("--format", "jsn"), /--format 不能是“jsn”，可以是 text、json、ndjson、html。是不是 json？/);
});

test("numbers are whole and not too small", () => {
  assert.equal(wholeNumber(parse("--jobs", "4"), "jobs", 1), 4);
  assert.equal(wholeNumber(parse(), "jobs", 1), undefined);
  for (const typed of ["0", "1.5", "x", "1e3", "99999999999"]) assert.throws(() => wholeNumber(parse("--jobs", typed), "jobs", 1), UserError);
});
