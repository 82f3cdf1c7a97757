/**
 * This folder knows characters and words, not reports: what a Simplified text can have, what a Traditional one can have,
 * how a character is read, which forms only look like it. Its tables are generated (npm run generate); each is built on
 * first use, so that a start that reads no Chinese text pays nothing.
 */
import { simplifiedOnly, traditionalAndSimplified, traditionalToSimplified, wordDependent } from "./han.generated.js";

/** The script of a text as a whole. */
export type Script = "simplified" | "traditional";

/** Of a character: both scripts have it (公), only Simplified has it (务), only Traditional has it (務). */
export type ScriptClass = typeof shared | typeof simplified | typeof traditional;
export const shared = 0;
export const simplified = 1;
export const traditional = 2;

/** The class of a UTF-16 code unit. Surrogates are shared: astral characters never count. */
export function scriptClass(code: number): ScriptClass {
  return (classes()[code] ?? shared) as ScriptClass;
}

/** All classes by code unit, for loops over a whole text. */
export function classes(): Uint8Array {
  return tables().classes;
}

/** The Simplified form of a UTF-16 code unit, or itself: OpenCC's first choice, without regard to the word. */
export function foldCode(code: number): number {
  if (code < firstHan) return code;
  return tables().folded[code] || code;
}

/** `foldCode` for each character of a text: 政務公開 becomes 政务公开. */
export function foldScript(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}

/** True for a Traditional character whose Simplified form hangs on the word: 畫 is 画, but 划 in 計畫. */
export function dependsOnWord(character: string): boolean {
  return wordDependent.includes(character);
}

/** Ideographs of the Basic Multilingual Plane, and 〇. */
export function isHan(code: number): boolean {
  return (code >= firstHan && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007;
}

interface Tables {
  readonly classes: Uint8Array;
  readonly folded: Uint16Array;
}

const firstHan = 0x3400;
let built: Tables | undefined;

function tables(): Tables {
  return (built ??= build());
}

function build(): Tables {
  const classOf = new Uint8Array(0x10000);
  const folded = new Uint16Array(0x10000);
  for (let i = 0; i < traditionalToSimplified.length; i += 2) {
    const code = traditionalToSimplified.charCodeAt(i);
    classOf[code] = traditional;
    folded[code] = traditionalToSimplified.charCodeAt(i + 1);
  }
  for (let i = 0; i < traditionalAndSimplified.length; i++) classOf[traditionalAndSimplified.charCodeAt(i)] = shared;
  for (let i = 0; i < simplifiedOnly.length; i++) classOf[simplifiedOnly.charCodeAt(i)] = simplified;
  return { classes: classOf, folded };
}
