import assert from "node:assert/strict";
import { test } from "node:test";
import { closest } from "../../../server/src/core/check/closest.js";

test("a slip of the fingers is understood", () => {
  const codes = ["row-total", "column-total", "mixed-script"];
  assert.equal(closest("row-totl", codes), "row-total");
  assert.equal(closest("rwo-total", codes), "row-total");
  assert.equal(closest("Mixed-Script", codes), "mixed-script");
});

test("an unrelated word is never offered", () => {
  assert.equal(closest("banana", ["row-total", "check"]), undefined);
  assert.equal(closest("x", []), undefined);
  assert.equal(closest("2020", ["2019", "2021"]), undefined);
});

test("of several the nearest, of equals the first", () => {
  assert.equal(closest("chec", ["check", "cheap"]), "check");
  assert.equal(closest("abd", ["abc", "abe"]), "abc");
});
