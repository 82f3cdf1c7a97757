/** Scripts, residues, look-alikes, invisible characters, masks: what single functions promise. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { lookalikes } from "../../server/src/core/text/script/compatibility.js";
import { foldScript, scriptClass, simplified, traditional } from "../../server/src/core/text/script/han.js";
import { invisibles } from "../../server/src/core/text/script/invisible.js";
import { unmasked } from "../../server/src/core/text/script/mask.js";
import { pinyinAnnotations } from "../../server/src/core/text/script/pinyin.js";
import { scriptProfile, traditionalRuns } from "../../server/src/core/text/script/profile.js";
import { residueForm } from "../../server/src/core/text/script/residues.js";
import type { Span } from "../../server/src/core/text/span.js";
import { officialProse } from "./support/officialProse.js";

function shown(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

function runs(text: string): string[] {
  return shown(text, traditionalRuns(text));
}

test("the generated tables are those that the installed dictionaries give", () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/generate.mjs", "--check"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

describe("classes of characters", () => {
  test("of one script only", () => {
    for (const character of "务们关规导网发复") assert.equal(scriptClass(character.charCodeAt(0)), simplified, character);
    for (const character of "務們關規導網發復衞説計廢") assert.equal(scriptClass(character.charCodeAt(0)), traditional, character);
  });

  test("of both: merged ones, those of Taiwan and Hong Kong, names", () => {
    for (const character of "公后里于干制面只台群床秘乾著於瞭峰灶才") assert.notEqual(scriptClass(character.charCodeAt(0)), simplified, character);
    for (const character of "乾著於瞭徵昇祕釐夥") assert.notEqual(scriptClass(character.charCodeAt(0)), traditional, character);
  });

  test("fold one by one", () => assert.equal(foldScript("政務公開𠮷，abc"), "政务公开𠮷，abc"));
});

describe("scriptProfile", () => {
  test("counts what belongs to one script", () => {
    assert.deepEqual(scriptProfile("务務公"), { simplified: 1, traditional: 1, main: "simplified" });
  });

  test("needs evidence before it calls a text Traditional", () => {
    assert.equal(scriptProfile("關於").main, "simplified");
    assert.equal(scriptProfile("縣政務公開領導小組會議總結報告").main, "traditional");
    assert.equal(scriptProfile(officialProse.join("")).main, "simplified");
  });
});

describe("traditionalRuns", () => {
  test("reach from the first wrong character to the last, over shared ones", () => {
    assert.deepEqual(runs("我们的資訊，公開發布。報告"), ["資訊，公開發", "報"]);
  });

  test("end at a character of the main script, a sentence, a cell", () => {
    assert.deepEqual(runs("務们務"), ["務", "務"]);
    assert.deepEqual(runs("務|務。務\n務"), ["務", "務", "務", "務"]);
  });

  test("are none in Simplified prose", () => {
    for (const sentence of officialProse) assert.deepEqual(runs(sentence), [], sentence);
  });

  test("see residues through pinyin and invisible characters", () => {
    assert.deepEqual(runs("关\u200b於公开"), ["於"]);
  });
});

describe("residueForm", () => {
  const wrong: readonly (readonly [string, string])[] = [
    ["关於", "于"],
    ["随著", "着"],
    ["乾净", "干"],
    ["瞭解", "了"],
    ["答覆", "复"],
    ["特徵", "征"],
    ["什麼", "么"],
  ];
  for (const [text, form] of wrong) {
    test(`${text} wants ${form}`, () => assert.deepEqual([...text].flatMap((_, at) => residueForm(text, at) ?? []), [form]));
  }

  test("stays undefined for names and for words that keep the character", () => {
    const text = "乾隆、乾安县、乾坤、於潜镇、瞭望台、著名、著作权、显著、编著、覆盖、颠覆、宫商角徵羽、魏徵、李昇、有著作、陈昇";
    assert.deepEqual([...text].filter((_, at) => residueForm(text, at) !== undefined), []);
  });
});

describe("lookalikes", () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ["⺠⽣、⾏政", [["⺠⽣", "民生"], ["⾏", "行"]]],
    ["１２．５万、３．其他", [["１２．５", "12.5"], ["３", "3"]]],
    ["ＡＰＰ", [["ＡＰＰ", "APP"]]],
    ["25℅", [["℅", "%"]]],
    ["﹝2024﹞", [["﹝", "〔"], ["﹞", "〕"]]],
    ["快\uf914，\u{2f800}", [["\uf914", "樂"], ["\u{2f800}", "丽"]]],
    ["98％，300㎡，㈠①Ⅱ：（）！𠮷﨎", []],
  ];
  for (const [text, found] of cases) test(text, () => assert.deepEqual(lookalikes(text).map(({ span, newText }) => [text.slice(span.start, span.end), newText]), found));
});

describe("invisibles", () => {
  const cases: readonly (readonly [string, readonly (readonly [number, number, string])[]])[] = [
    ["\ufeff报告\ufeff", [[3, 4, ""]]],
    ["政\u200b\u200d府", [[1, 3, ""]]],
    ["一\u000b二", [[1, 2, "\n"]]],
    ["一\u000c\n二", [[1, 2, ""]]],
    ["|一\u000b二|", [[2, 3, ""]]],
    ["3\u3000119", [[1, 2, ""]]],
    ["3\u00a0119", [[1, 2, ""]]],
    ["1\u00a0204\u3000567件", [[1, 2, ""], [5, 6, ""]]],
    ["0792\u30006532910", []],
    ["0792\u3000653\u3000291", []],
    ["电话：792\u3000653", []],
    ["（010）653\u3000291", []],
    ["230\u00a0219\u00a011", []],
    ["11\u00a0230\u00a0219\u00a0", [[2, 3, ""], [6, 7, ""]]],
    ["12\u00a0230 11、5\u00a0230-11、1234\u00a0230", []],
    ["　　3 月\u00a0日", []],
    ["👨\u200d👩 ⚠\ufe0f ❤\ufe0f\u200d🔥", []],
    ["ᠮᠣᠩ\u180eᠭᠣᠯ نى\u200cما", []],
    ["字\ufe00", [[1, 2, ""]]],
    ["制\t表\r\n", []],
  ];
  for (const [text, found] of cases) test(JSON.stringify(text), () => assert.deepEqual(invisibles(text).map(({ span, newText }) => [span.start, span.end, newText]), found));
});

describe("the kind of an invisible run", () => {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ["政\u200b府12\u200b件", ["residue", "residue"]],
    ["12\u200b34", ["betweenDigits"]],
    ["１２\u200b３４", ["betweenDigits"]],
    ["1.\u200b5", ["betweenDigits"]],
    ["3\u200b\u3000\u200b119", ["betweenDigits", "betweenDigits"]],
    ["12\u000b34", ["betweenDigits"]],
    ["3\u3000119", ["digitGroups"]],
  ];
  for (const [text, found] of kinds) test(JSON.stringify(text), () => assert.deepEqual(invisibles(text).map(({ kind }) => kind), found));
});

test("a long run of invisible characters is reported or spared as a whole", () => {
  const run = "\u200b".repeat(400_000);
  const joined = "1\u00a0" + "234\u00a0".repeat(100_000) + "5";
  assert.equal(invisibles(run + "\u0627").length, 0);
  assert.equal(invisibles(run + "字").length, 1);
  assert.equal(invisibles(joined).length, 0);
});

describe("unmasked", () => {
  /** The text without the characters that stand under a mask. */
  function visible(text: string): string {
    return shown(text, unmasked(text, [...text].map((_, start) => ({ span: { start, end: start + 1 } }))).map(({ span }) => span)).join("");
  }

  test("leaves out addresses, mail, code and comments, and keeps what stands outside, in order", () => {
    const text = "见https://a.gov.cn/x?y=1，www.b.cn)、信箱a.b-c@d.cn。`代码`、<!-- 說明 -->、```\n塊\n```、孤立的`号";
    assert.equal(visible(text), "见，)、信箱。、、、孤立的`号");
    assert.equal(visible("一`二`三`四`五"), "一三五");
  });

  test("leaves out an item that a mask covers in part", () => {
    assert.deepEqual(unmasked("一`二`三", [{ span: { start: 0, end: 2 } }, { span: { start: 4, end: 5 } }]), [{ span: { start: 4, end: 5 } }]);
  });
});

test("on any text the spans are inside it, in order, and apart", () => {
  const unit = fc.constantFrom(..."務务于於后公(（)）wùgōng/ \u200b\u00a0\n|`@.:/⾏１２．℅\u000b0123年<!-->\ud800\udc00", "𠮷", "http://", "www.", "```");
  const finders: readonly ((text: string) => readonly Span[])[] = [
    (text) => traditionalRuns(text),
    (text) => pinyinAnnotations(text).map(({ span }) => span),
    (text) => lookalikes(text).map(({ span }) => span),
    (text) => invisibles(text).map(({ span }) => span),
  ];
  fc.assert(fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
    const text = units.join("");
    for (const find of finders) {
      let end = 0;
      for (const span of find(text)) {
        assert.ok(end <= span.start && span.start < span.end && span.end <= text.length);
        end = span.end;
      }
    }
  }), { numRuns: 2000, seed: 8 });
});
