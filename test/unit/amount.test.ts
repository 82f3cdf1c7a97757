import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAmount, readValue } from "../../server/src/core/report/amount.js";

const read: readonly (readonly [raw: string, amount: string, unit?: string])[] = [
  ["0", "0"],
  ["12", "12"],
  ["１２", "12"],
  ["3,119", "3119"],
  ["3，119", "3119"],
  ["1 234 567", "1234567"],
  ["-11", "-11"],
  ["－11", "-11"],
  ["−11", "-11"],
  ["+16", "16"],
  ["+0/-0", "0"],
  ["0.092", "0.092"],
  ["59237.2449", "59237.2449"],
  ["88423万元", "88423", "万元"],
  ["21324.2萬元", "21324.2", "万元"],
  ["251000元", "251000", "元"],
  ["12件", "12", "件"],
  ["007", "7"],
  ["1\u200b2", "12"],
];

for (const [raw, amount, unit] of read) {
  test(`${raw} is ${amount}${unit ?? ""}`, () => {
    const value = readValue(raw);
    assert.equal(value.kind, "number");
    assert.ok(value.kind === "number");
    assert.deepEqual([formatAmount(value.amount), value.unit, value.raw], [amount, unit, raw]);
  });
}

test("what is no number is not made one", () => {
  assert.deepEqual(["", "—", "/", "XX", "无", "【待填写】"].map((raw) => readValue(raw).kind), ["blank", "placeholder", "placeholder", "placeholder", "placeholder", "placeholder"]);
  for (const raw of ["见附件", "约12", "l2", "O", "3,11", "1.2.3", "12（件）", "一"]) assert.equal(readValue(raw).kind, "text", raw);
});
