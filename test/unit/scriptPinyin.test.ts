import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { pinyinAnnotations } from "../../server/src/core/text/script/pinyin.js";

function found(text: string): string[] {
  return pinyinAnnotations(text).map(({ span, isUsual }) => `${text.charAt(span.start - 1)}${text.slice(span.start, span.end)}${isUsual ? "" : "?"}`);
}

describe("pinyinAnnotations", () => {
  const residues: readonly (readonly [string, readonly string[]])[] = [
    ["鄉(xiāng)黨委", ["鄉(xiāng)"]],
    ["和(hé / huò)諧", ["和(hé / huò)"]],
    ["了(le/liǎo)解", ["了(le/liǎo)"]],
    ["一(yī / yì /yí)次", ["一(yī / yì /yí)"]],
    ["数（shù、shǔ）据", ["数（shù、shǔ）"]],
    ["公(gong)(gong)(gong)開", ["公(gong)(gong)(gong)"]],
    ["書(shu) 麵", ["書(shu)"]],
    ["信息(xi)", ["息(xi)"]],
    ["务(wu)公开(kāi)", ["务(wu)", "开(kāi)"]],
    ["绿(lv)色，女(nǚ)，旅(lǚ)，略(lüè)", ["绿(lv)", "女(nǚ)", "旅(lǚ)", "略(lüè)"]],
    ["鄉(xiānɡ)，安(ɑ̄n)，阿(ā)", ["鄉(xiānɡ)", "安(ɑ̄n)", "阿(ā)"]],
    ["務(wu\u0300)", ["務(wu\u0300)"]],
    ["犍(qián)为，六(lù)安，調(diào)", ["犍(qián)?", "六(lù)?", "調(diào)?"]],
    ["公(gong)(app)", ["公(gong)"]],
  ];
  for (const [text, expected] of residues) test(text, () => assert.deepEqual(found(text), expected));

  const others = ["应用(app)", "中国(CN)", "网(www)", "我们(we)", "第(a)项", "(e)", "额(e)度", "重庆(chóng qìng)", "数量（shù liàng）", "人(r)", "公(gong", "公()", "公( )", "务(Wu)", "务(wu1)", "务(kāi)", "abc(de)", "万元(wan yuan)"];
  for (const text of others) test(`${text} is none`, () => assert.deepEqual(found(text), []));
});

const corpus = "../shared/corpus/001-taocun-2022.txt";
test("all 222 of a public report", { skip: existsSync(corpus) ? false : `${corpus} is not here` }, () => {
  const text = readFileSync(corpus, "utf8");
  const stripped = text.replace(/(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü /]{1,20}[)）]/g, "");
  const annotations = pinyinAnnotations(text);
  assert.equal(annotations.length, 222);
  let rest = "";
  let from = 0;
  for (const { span } of annotations) {
    rest += text.slice(from, span.start);
    from = span.end;
  }
  assert.equal(rest + text.slice(from), stripped);
});
