import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type Edit } from "../../server/src/core/index.js";

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

test("edits that touch are all carried out, the insertion first", () => {
  assert.equal(applyEdits("abc", [edit(1, 2, "X"), edit(1, 1, "+")]), "a+Xc");
  assert.equal(applyEdits("abc", [edit(0, 1, "X"), edit(1, 1, "+"), edit(1, 2, "Y")]), "X+Yc");
});

test("of edits that overlap the first stays, of two insertions at one place too", () => {
  assert.equal(applyEdits("abcd", [edit(1, 3, "X"), edit(2, 4, "Y")]), "aXd");
  assert.equal(applyEdits("ab", [edit(1, 1, "1"), edit(1, 1, "2")]), "a1b");
});
