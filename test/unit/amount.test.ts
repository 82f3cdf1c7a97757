import assert from "node:assert/strict";
import { test } from "node:test";
import { formatAmount, readValue } from "../../server/src/core/report/amount.js";
import { meantNumber } from "../../server/src/core/report/meantNumber.js";

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
  ["±0", "0"],
  ["-0", "0"],
  ["+0／-0", "0"],
  ["３，１１９", "3119"],
  ["3.5万", "3.5", "万"],
  ["1.2亿元", "1.2", "亿元"],
  ["40人次", "40", "人次"],
  ["3*", "3"],
  ["3①", "3"],
  ["12²", "12"],
  ["3[1]", "3"],
  ["3（注）", "3"],
  ["1,286（注2）", "1286"],
  ["12件*", "12", "件"],
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
  for (const raw of ["见附件", "约12", "l2", "O", "3,11", "1.2.3", "12（件）", "一", "±3", "①", "3①2", "3（1）", "万", "1万2", "+"]) assert.equal(readValue(raw).kind, "text", raw);
});

const meant: readonly (readonly [raw: string, amount: string, spelt: string])[] = [
  ["三", "3", "chinese"],
  ["十二", "12", "chinese"],
  ["三件", "3", "chinese"],
  ["一百零五", "105", "chinese"],
  ["二〇", "20", "chinese"],
  ["两万三千", "23000", "chinese"],
  ["三亿零二十万", "300200000", "chinese"],
  ["壹拾贰", "12", "chinese"],
  ["O", "0", "letters"],
  ["l2", "12", "letters"],
  ["1O", "10", "letters"],
  ["12（件）", "12", "bracketedUnit"],
  ["12。", "12", "punctuation"],
  ["3、", "3", "punctuation"],
];

for (const [raw, amount, spelt] of meant) {
  test(`${raw} means ${amount}`, () => {
    const number = meantNumber(raw);
    assert.deepEqual(number && [formatAmount(number.amount), number.spelt], [amount, spelt]);
  });
}

test("what leaves a doubt means nothing", () => {
  for (const raw of ["", "约12", "12余", "见附件", "Il", "lO", "一二万三四", "十百", "万", "三万万", "3（1）", "百十", "。"]) assert.equal(meantNumber(raw), undefined, raw);
});
