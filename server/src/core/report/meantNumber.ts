import { chineseNumber } from "../text/chineseNumber.js";
import { visible } from "../text/valueText.js";
import { readValue, type Amount } from "./amount.js";

/** How a text that is no number shows which one it means. */
export type Spelt = "chinese" | "letters" | "bracketedUnit" | "punctuation";

export interface MeantNumber {
  readonly amount: Amount;
  readonly spelt: Spelt;
}

/** 十二, 三件 · l2, 1O · 12（件） · 12。 Anything that leaves a doubt (约12, 12余, 3或4) is not guessed. */
export function meantNumber(raw: string): MeantNumber | undefined {
  const text = visible(raw).trim();
  if (text.length > longest) return undefined;
  return inChinese(text) ?? withLetters(text) ?? withBracketedUnit(text) ?? withPunctuation(text);
}

const longest = 24;
const countUnits = "件条條项項次個个人宗份篇";

function inChinese(text: string): MeantNumber | undefined {
  const number = chineseNumber(text.replace(new RegExp(`[${countUnits}]$`), ""));
  return number === undefined ? undefined : { amount: { digits: number, scale: 0 }, spelt: "chinese" };
}

const likeDigits: Readonly<Record<string, string>> = { O: "0", o: "0", Ｏ: "0", ｏ: "0", l: "1", I: "1", ｌ: "1", Ｉ: "1" };

/** A letter among digits, or one letter alone. */
function withLetters(text: string): MeantNumber | undefined {
  if (!/^[\dOoＯｏlIｌＩ]{1,9}$/.test(text) || (text.length > 1 && !/\d/.test(text))) return undefined;
  return plainNumber([...text].map((character) => likeDigits[character] ?? character).join(""), "letters");
}

function withBracketedUnit(text: string): MeantNumber | undefined {
  const match = /^(.{1,16}?)\s?[（(]([^）)]{1,2})[）)]$/.exec(text);
  return match === null || !countUnits.includes(match[2] ?? "") ? undefined : plainNumber(match[1] ?? "", "bracketedUnit");
}

function withPunctuation(text: string): MeantNumber | undefined {
  const inner = text.replace(/[。.，,、；;：:\s]{1,3}$/, "");
  return inner === text ? undefined : plainNumber(inner, "punctuation");
}

function plainNumber(text: string, spelt: Spelt): MeantNumber | undefined {
  const value = readValue(text);
  return value.kind === "number" && value.unit === undefined ? { amount: value.amount, spelt } : undefined;
}
