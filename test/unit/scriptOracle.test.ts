/** The tables against OpenCC itself: what it calls a residue is found, what it writes is not. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { Converter as FromSimplified } from "opencc-js/cn2t";
import { Converter as FromTraditional } from "opencc-js/t2cn";
import { foldScript, scriptClass, shared, simplified, traditional, type Script } from "../../server/src/core/text/script/han.js";
import { minorityRuns, scriptProfile, wrongCharacters } from "../../server/src/core/text/script/profile.js";
import { residueForm } from "../../server/src/core/text/script/residues.js";
import { officialProse } from "./support/officialProse.js";

const toTaiwan = FromSimplified({ from: "cn", to: "tw" });
const toHongKong = FromSimplified({ from: "cn", to: "hk" });
const toOrdinary = FromSimplified({ from: "cn", to: "t" });
const fromOrdinary = FromTraditional({ from: "t", to: "cn" });

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

    test(`converted (${name}) has no residue`, () => {
      assert.equal(scriptProfile(converted).main, "traditional");
      assert.deepEqual(minorityRuns(converted, "traditional").map(({ start, end }) => converted.slice(start - 2, end + 2)), []);
    });

    test(`converted (${name}), with one character left in Simplified, shows it`, () => {
      const missed = differences(prose, converted).filter((at) => !free.has(prose.charAt(at)) && !isWrong(replaced(converted, at, prose.charAt(at)), at, "traditional"));
      assert.deepEqual(missed.map((at) => prose.slice(at - 2, at + 3)), []);
    });

    test(`with one character in Traditional (${name}) shows it and its right form`, () => {
      for (const at of differences(prose, converted)) {
        const text = replaced(prose, at, converted.charAt(at));
        if (free.has(prose.charAt(at)) && !isWrong(text, at, "simplified")) continue;
        assert.deepEqual(minorityRuns(text, "simplified"), [{ start: at, end: at + 1 }], text.slice(at - 2, at + 3));
        assert.equal(residueForm(text, at, "simplified") ?? foldScript(text.charAt(at)), prose.charAt(at));
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

function isWrong(text: string, at: number, main: Script): boolean {
  return wrongCharacters(text, { start: at, end: at + 1 }, main).length === 1 && minorityRuns(text, main).some(({ start, end }) => start <= at && at < end);
}

const corpus = "../shared/corpus";
describe("public reports", { skip: existsSync(corpus) ? false : `${corpus} is not here` }, () => {
  const texts = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".txt")).map((name) => ({ name, text: readFileSync(join(corpus, name), "utf8") })) : [];

  test("the three Simplified ones have no wrong character", () => {
    const simple = texts.filter(({ text }) => scriptProfile(text).main === "simplified");
    assert.equal(simple.length, 3);
    for (const { name, text } of simple) assert.deepEqual(minorityRuns(text, "simplified"), [], name);
  });

  test("the two Traditional ones: each residue that two ways through OpenCC agree on, and three more", () => {
    let agreed = 0;
    const more: string[] = [];
    for (const { text } of texts.filter((report) => scriptProfile(report.text).main === "traditional")) {
      const plain = text.replace(/(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü /]{1,20}[)）]/g, "");
      const once = toTaiwan(plain);
      const twice = toTaiwan(fromOrdinary(plain));
      for (let at = 0; at < plain.length; at++) {
        const isResidue = once.charAt(at) !== plain.charAt(at) && once.charAt(at) === twice.charAt(at);
        const isFound = scriptClass(plain.charCodeAt(at)) === simplified || (scriptClass(plain.charCodeAt(at)) === shared && residueForm(plain, at, "traditional") !== undefined);
        if (isResidue) assert.ok(isFound, plain.slice(at - 2, at + 3));
        if (isResidue) agreed++;
        else if (isFound) more.push(plain.slice(at - 1, at + 1));
      }
    }
    assert.equal(agreed, 52);
    assert.deepEqual(more, ["關系", "關系"]);
  });
});
