import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt } from "../../../server/src/cli/output/excerpt.js";
import { printable } from "../../../server/src/cli/output/glyphs.js";

test("full-width characters and Chinese punctuation take two columns", () => {
  const line = "共12件“政府信息”";
  const { before, marked, indent, width } = excerpt(line, line.indexOf("政"), line.indexOf("”"), 100);
  assert.equal(before, "共12件“");
  assert.equal(marked, "政府信息");
  assert.equal(indent, 2 + 2 + 2 + 2);
  assert.equal(width, 8);
});

test("combining marks take no column, characters outside the plane count once", () => {
  const line = "a\u0304𠮷x";
  assert.deepEqual(excerpt(line, 2, 4, 100), { before: "a\u0304", marked: "𠮷", after: "x", indent: 1, width: 2 });
});

test("what cannot be seen is shown by its code point", () => {
  assert.equal(excerpt("公\u200b开", 1, 2, 100).marked, "<U+200B>");
  assert.equal(printable("a\u001b[31mb"), "a<U+001B>[31mb");
});

test("of a long paragraph the part around the range is shown", () => {
  const line = `${"前".repeat(500)}错误${"后".repeat(500)}`;
  const shown = excerpt(line, 500, 502, 60);
  assert.equal(shown.marked, "错误");
  assert.ok(shown.before.startsWith("...前") && shown.after.endsWith("后..."));
  assert.ok(2 * [...shown.before, ...shown.after].length < 130);
  assert.ok(shown.indent + shown.width < 60);
});

test("at the end of a long line the room goes to what stands before", () => {
  const shown = excerpt(`${"前".repeat(100)}完`, 100, 101, 61);
  assert.equal(shown.after, "");
  assert.equal(shown.before, `...${"前".repeat(28)}`);
});

test("a range longer than the room is cut", () => {
  const shown = excerpt("长".repeat(1000), 10, 990, 50);
  assert.ok(shown.marked.endsWith("..."));
  assert.ok(shown.width <= 50);
});

test("the work does not grow with the length of the line", () => {
  const shown = excerpt("长".repeat(2_000_000), 1_000_000, 1_000_002, 50);
  assert.equal(shown.marked, "长长");
});

test("an empty range and one past the end are no problem", () => {
  assert.equal(excerpt("公开", 1, 1, 50).width, 0);
  assert.deepEqual(excerpt("", 0, 0, 50), { before: "", marked: "", after: "", indent: 0, width: 0 });
  assert.equal(excerpt("公开", 5, 9, 50).before, "公开");
});
