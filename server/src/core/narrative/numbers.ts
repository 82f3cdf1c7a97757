// Numbers as prose writes them: 1,234 · 1.2万 · 三十五 · 百分之三十 · 25% · 40余. Works on folded text.
import type { Amount } from "../report/amount.js";
import { chineseNumber } from "../text/chineseNumber.js";

/**
 * - `exact`: it says just this;
 * - `rounded`: it is given to its last digit, as 1.2万;
 * - `approximate`: 约, 近, 余, 以上.
 */
export type Exactness = "exact" | "rounded" | "approximate";

export interface NumberReading {
  readonly start: number;
  /** Behind the digits and the sign of percent. */
  readonly end: number;
  readonly amount: Amount;
  readonly exactness: Exactness;
  readonly kind: "count" | "percent" | "permille" | "point";
  /** Decimals that are shown: 22.70% has 2. */
  readonly decimals: number;
}

export function hasNumber(text: string): boolean {
  return /[\d０-９一二三四五六七八九十两兩]/.test(text);
}

const arabic = /(\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,15})(?:\.(\d{1,8}))?/y;
const chinese = /[零〇○一二三四五六七八九十百千两万亿]{1,14}(?:点([零〇一二三四五六七八九]{1,6}))?/y;
const scales: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };
const aboutBefore = /(?:约|近|超|超过|逾|大约|将近|至少|不少于|不低于|不足|不到|接近|突破)(?:为|达|有)?$/;
const aboutAfter = /^(?:左右|以上|以下|以内|上下|之多)/;

/** The number that begins at `at`, if one does. */
export function numberAt(text: string, at: number, isThousandsMark: (at: number) => boolean): NumberReading | undefined {
  const fraction = text.startsWith("百分之", at) ? "percent" : text.startsWith("千分之", at) ? "permille" : undefined;
  const digits = digitsAt(text, fraction === undefined ? at : at + 3, isThousandsMark);
  if (digits === undefined) return undefined;
  const start = at;
  const scaled = scaledAt(text, digits);
  const sign = fraction === undefined ? signAt(text, scaled.end) : { kind: fraction, end: scaled.end } as const;
  return { start, end: sign.end, amount: scaled.amount, exactness: exactness(text, start, sign.end, scaled), kind: sign.kind, decimals: digits.decimals };
}

interface Digits {
  readonly end: number;
  readonly amount: Amount;
  readonly decimals: number;
  readonly isChinese: boolean;
}

function digitsAt(text: string, at: number, isThousandsMark: (at: number) => boolean): Digits | undefined {
  const code = text.charCodeAt(at);
  if (code >= 0x30 && code <= 0x39) return arabicAt(text, at, isThousandsMark);
  return code > 0x3000 ? chineseAt(text, at) : undefined;
}

function arabicAt(text: string, at: number, isThousandsMark: (at: number) => boolean): Digits | undefined {
  arabic.lastIndex = at;
  const match = arabic.exec(text);
  if (match === null) return undefined;
  const whole = match[1] ?? "";
  const mark = whole.indexOf(",");
  if (mark >= 0 && !isThousandsMark(at + mark)) return { end: at + mark, amount: { digits: BigInt(whole.slice(0, mark)), scale: 0 }, decimals: 0, isChinese: false };
  const fraction = match[2] ?? "";
  return { end: at + match[0].length, amount: { digits: BigInt(whole.replace(/,/g, "") + fraction), scale: fraction.length }, decimals: fraction.length, isChinese: false };
}

function chineseAt(text: string, at: number): Digits | undefined {
  chinese.lastIndex = at;
  const match = chinese.exec(text);
  if (match === null) return undefined;
  const fraction = match[1];
  const numeral = fraction === undefined ? match[0] : match[0].slice(0, -fraction.length - 1);
  const whole = chineseValue(numeral);
  if (whole === undefined) return undefined;
  if (fraction === undefined) return { end: at + match[0].length, amount: { digits: whole, scale: 0 }, decimals: 0, isChinese: true };
  const digits = BigInt(`${whole}${[...fraction].map((digit) => chineseNumber(digit) ?? 0n).join("")}`);
  return { end: at + match[0].length, amount: { digits, scale: fraction.length }, decimals: fraction.length, isChinese: true };
}

/** Digits without units are a year or less: longer runs are numbers of something else, read out. */
const mostPlainDigits = 4;

function chineseValue(numeral: string): bigint | undefined {
  return numeral.length > mostPlainDigits && !/[十百千万亿]/.test(numeral) ? undefined : chineseNumber(numeral);
}

interface Scaled {
  readonly amount: Amount;
  readonly end: number;
  readonly isRounded: boolean;
  readonly isAbout: boolean;
}

/** Behind the digits 余, 多, 来 and a power of ten may stand, in either order: 1.86万余, 1600余万. */
function scaledAt(text: string, { amount, end, isChinese }: Digits): Scaled {
  let at = end;
  let isAbout = false;
  let scale = 0;
  for (let round = 0; round < 3; round++) {
    const character = text.charAt(at);
    const power = isChinese || text.charAt(at + 1) === "元" ? undefined : scales[character];
    if (power !== undefined && scale === 0) scale = power;
    else if (isAboutWord(text, at)) isAbout = true;
    else break;
    at++;
  }
  return { amount: scale === 0 ? amount : raised(amount, scale), end: at, isRounded: scale > 0, isAbout };
}

function isAboutWord(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === "余" || character === "多" || character === "几" || (character === "来" && /[件条份次项人篇]/.test(text.charAt(at + 1)));
}

function raised({ digits, scale }: Amount, power: number): Amount {
  return power >= scale ? { digits: digits * 10n ** BigInt(power - scale), scale: 0 } : { digits, scale: scale - power };
}

function signAt(text: string, at: number): { readonly kind: NumberReading["kind"]; readonly end: number } {
  const sign = text.charAt(at);
  if (sign === "%" || sign === "℅") return { kind: "percent", end: at + 1 };
  if (sign === "‰") return { kind: "permille", end: at + 1 };
  if (text.startsWith("个百分点", at)) return { kind: "point", end: at + 4 };
  return { kind: "count", end: at };
}

function exactness(text: string, start: number, end: number, { isAbout, isRounded }: Scaled): Exactness {
  if (isAbout || aboutBefore.test(text.slice(Math.max(0, start - 4), start)) || aboutAfter.test(text.slice(end, end + 2))) return "approximate";
  return isRounded ? "rounded" : "exact";
}
