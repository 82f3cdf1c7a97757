/** The tables against OpenCC itself: what is wrong in a script is found, what it writes is not. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Converter as FromSimplified } from "opencc-js/cn2t";
import { foldScript, scriptClass, simplified, traditional } from "../../server/src/core/text/script/han.js";
import { scriptProfile, traditionalRuns, wrongCharacters } from "../../server/src/core/text/script/profile.js";
import { residueForm } from "../../server/src/core/text/script/residues.js";
import { officialProse } from "./support/officialProse.js";

const toTaiwan = FromSimplified({ from: "cn", to: "tw" });
const toHongKong = FromSimplified({ from: "cn", to: "hk" });
const toOrdinary = FromSimplified({ from: "cn", to: "t" });

/** Both forms are good in their script, or the rules leave them alone on purpose: 布置, 台账, 咨询, 占比. */
const free = new Set("布注台咨占着群户温核秘卫采扎脱僵尸");

test("each character of one script is converted by OpenCC", () => {
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    if (scriptClass(code) === traditional) assert.notEqual(foldScript(character), character);
    if (scriptClass(code) === simplified) assert.notEqual(toOrdinary(character), character, character);
  }
});

describe("official prose", () => {
  const prose = officialProse.join("\n");
  for (const [name, convert] of [["Taiwan", toTaiwan], ["Hong Kong", toHongKong], ["ordinary", toOrdinary]] as const) {
    const converted = convert(prose);

    test(`converted (${name}) is Traditional`, () => assert.equal(scriptProfile(converted).main, "traditional"));

    test(`with one character in Traditional (${name}) shows it and its right form`, () => {
      for (const at of differences(prose, converted)) {
        const text = replaced(prose, at, converted.charAt(at));
        if (free.has(prose.charAt(at)) && !isWrong(text, at)) continue;
        assert.deepEqual(traditionalRuns(text), [{ start: at, end: at + 1 }], text.slice(at - 2, at + 3));
        assert.equal(residueForm(text, at) ?? foldScript(text.charAt(at)), prose.charAt(at));
      }
    });
  }
});

function differences(a: string, b: string): number[] {
  assert.equal(a.length, b.length);
  return Array.from(a, (_, at) => at).filter((at) => a.charAt(at) !== b.charAt(at));
}

function replaced(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

function isWrong(text: string, at: number): boolean {
  return wrongCharacters(text, { start: at, end: at + 1 }).length === 1 && traditionalRuns(text).some(({ start, end }) => start <= at && at < end);
}

const corpus = "../shared/corpus";
describe("public reports", { skip: existsSync(corpus) ? false : `${corpus} is not here` }, () => {
  const texts = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".txt")).map((name) => ({ name, text: readFileSync(join(corpus, name), "utf8") })) : [];

  test("the three Simplified ones have no wrong character", () => {
    const simple = texts.filter(({ text }) => scriptProfile(text).main === "simplified");
    assert.equal(simple.length, 3);
    for (const { name, text } of simple) assert.deepEqual(traditionalRuns(text), [], name);
  });
});
