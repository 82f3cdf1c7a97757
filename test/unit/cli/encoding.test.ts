import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, encode, type Decoded, type EncodingName } from "../../../server/src/cli/input/encoding.js";
import { encodeGb18030 } from "../../../server/src/cli/input/gb18030.js";

const prose = "云溪县档案馆2024年政府信息公开工作年度报告\r\n一、总体情况\n全年公开“政府信息”12件，其中：乡（xiāng）镇 3件……\n";

function decoded(bytes: Uint8Array): Decoded {
  const result = decode(bytes);
  if (result.kind !== "text") throw new Error(`refused: ${result.kind}`);
  return result;
}

function bytesOf(text: string, name: EncodingName, hasMark = false): Uint8Array {
  const bytes = encode(text, { name, hasMark });
  if (bytes === undefined) throw new Error(`${name} cannot hold the text`);
  return bytes;
}

for (const name of ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const) {
  test(`a draft in ${name} is recognised and comes back byte for byte`, () => {
    const bytes = bytesOf(prose, name);
    const { text, encoding } = decoded(bytes);
    assert.equal(text, prose);
    assert.deepEqual(encoding, { name, hasMark: false });
    assert.deepEqual(Buffer.from(bytesOf(text, encoding.name)), Buffer.from(bytes));
  });
}

for (const name of ["utf-8", "utf-16le", "utf-16be"] as const) {
  test(`the byte order mark of ${name} is no part of the text and is written back`, () => {
    const bytes = bytesOf(prose, name, true);
    const { text, encoding } = decoded(bytes);
    assert.equal(text, prose);
    assert.deepEqual(encoding, { name, hasMark: true });
    assert.deepEqual(Buffer.from(bytesOf(text, name, encoding.hasMark)), Buffer.from(bytes));
  });
}

test("a Traditional draft in GB18030 is recognised", () => {
  const traditional = "鄉人民政府2022年政府信息公開工作年度報告\n一、總體情況\n本年度公開政府信息十九件，行政機關工作人員不斷學習。\n";
  assert.equal(decoded(bytesOf(traditional, "gb18030")).text, traditional);
});

test("GB18030 holds every character of the Basic Multilingual Plane but a few of private use", () => {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const lost: number[] = [];
  for (let code = 0; code <= 0xffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const bytes = encodeGb18030(String.fromCharCode(code));
    if (bytes === undefined) lost.push(code);
    else assert.equal(decoder.decode(bytes).charCodeAt(0), code, code.toString(16));
  }
  assert.ok(lost.length < 30, `${lost.length} lost`);
  assert.ok(lost.every((code) => code >= 0xe000 && code <= 0xf8ff));
});

test("GB18030 holds the other planes", () => {
  const text = String.fromCodePoint(0x10000, 0x1f600, 0x20000, 0x2a6d6, 0x30000, 0x10ffff);
  assert.equal(new TextDecoder("gb18030", { fatal: true }).decode(encodeGb18030(text)), text);
});

test("what every two-byte sequence reads as is written as a sequence that reads the same", () => {
  const decoder = new TextDecoder("gb18030", { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      assert.equal(decoder.decode(encodeGb18030(character)), character);
    }
  }
});

test("half of a surrogate pair can be written in no encoding", () => {
  for (const name of ["utf-8", "utf-16le", "utf-16be", "gb18030"] as const) assert.equal(encode("政\ud800府", { name, hasMark: false }), undefined, name);
});

test("an empty file, and one of a byte order mark only, are empty", () => {
  assert.equal(decode(new Uint8Array()).kind, "empty");
  assert.equal(decode(Uint8Array.of(0xef, 0xbb, 0xbf)).kind, "empty");
});

test("files that are no text are known by how they begin", () => {
  const kinds = [
    [Buffer.from("%PDF-1.7\n"), /PDF/],
    [Buffer.from("PK\u0003\u0004\u0014\u0000[Content_Types].xml", "latin1"), /Word/],
    [Buffer.from("PK\u0003\u0004\u0014\u0000a.txt", "latin1"), /zip/],
    [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /\.doc/],
    [Buffer.from("{\\rtf1\\ansi"), /RTF/],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /图片/],
  ] as const;
  for (const [bytes, says] of kinds) {
    const result = decode(bytes);
    assert.ok(result.kind === "binary");
    assert.match(result.words.zh, says);
  }
});

test("binary rubbish is refused, with and without NULs", () => {
  let state = 1;
  const next = () => (state = (state * 48_271) % 0x7fffffff) & 0xff;
  const withNuls = Uint8Array.from({ length: 4000 }, next);
  const without = Uint8Array.from({ length: 4000 }, () => next() || 1);
  assert.equal(decode(withNuls).kind, "binary");
  assert.notEqual(decode(without).kind, "text");
});

test("Big5 is not taken for GB18030, of which it is nearly always a valid text", () => {
  // 政府資訊公開工作年度報告 and a few common words, in Big5.
  const big5 = Buffer.from("acaca9b2b8eab054a4bdb67da475a740a67eabd7b3f8a769a141b36fac4fa440add3abdcaaf8aaba", "hex");
  assert.equal(decode(Buffer.concat([big5, big5, big5])).kind, "undecodable");
});

test("a stray control character in a draft does not make it binary", () => {
  assert.equal(decoded(Buffer.from(`${prose}\u000c第二页\u0001\n`)).encoding.name, "utf-8");
});
