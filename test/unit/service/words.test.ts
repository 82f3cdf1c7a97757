import assert from "node:assert/strict";
import { test } from "node:test";
import { chapterNumeral } from "../../../server/src/service/words.js";

test("chapter numerals as the form prints them", () => {
  assert.deepEqual([1, 6, 9, 10, 11, 20, 23, 99].map(chapterNumeral), ["一", "六", "九", "十", "十一", "二十", "二十三", "九十九"]);
});
