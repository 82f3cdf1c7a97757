import assert from "node:assert/strict";
import { test } from "node:test";
import { numeralOf, ordinalOf, yearOf } from "../../server/src/core/text/numerals.js";

test("numbers of chapters are written and read alike from 1 to 99", () => {
  assert.deepEqual([1, 6, 9, 10, 11, 20, 23, 99].map(numeralOf), ["一", "六", "九", "十", "十一", "二十", "二十三", "九十九"]);
  for (let ordinal = 1; ordinal <= 99; ordinal++) assert.equal(ordinalOf(numeralOf(ordinal)), ordinal);
  for (const text of ["", "零", "百", "一一", "十十", "1"]) assert.equal(ordinalOf(text), undefined, text);
});

test("years are read in all digits that titles use", () => {
  assert.deepEqual(["2024", "２０２４", "二〇二四", "二○一三", "二零二四"].map(yearOf), [2024, 2024, 2024, 2013, 2024]);
  assert.deepEqual(["1024", "20244", "二四", "年"].map(yearOf), [undefined, undefined, undefined, undefined]);
});
