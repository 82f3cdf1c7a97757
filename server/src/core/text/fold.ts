import { properForm } from "./script/compatibility.js";
import { foldCode } from "./script/han.js";
import { isInvisible } from "./script/invisible.js";
import { pinyinAnnotations } from "./script/pinyin.js";
import { isSpace } from "./span.js";

/**
 * A label or a title in the form that all comparisons use: Simplified, half-width (（ ， ： become ( , :), without white
 * space of any kind, invisible characters and pinyin annotations, with straight quotes. 、 and 。 stay as they are.
 * 「一、 本年新收（件）」 becomes "一、本年新收(件)". Folding twice changes nothing.
 */
export function fold(text: string): string {
  return isPlain(text) ? text : withoutPinyin(foldCharacters(text));
}

/** Numbers and ASCII words need no work; most cells of a table are such. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code >= 0x7f) return false;
  }
  return true;
}

function foldCharacters(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) folded += String.fromCharCode(foldCode(code));
    else if (code > 0x20 && code < 0x7f) folded += text.charAt(i);
    else folded += foldSign(text, i, code);
  }
  return folded;
}

/** What is neither ASCII nor an ordinary ideograph: spaces, marks, other forms of characters. "" for what has no place in a label. */
function foldSign(text: string, at: number, code: number): string {
  if (isSpace(code) || isOtherSpace(code) || isInvisible(code)) return "";
  if (isLowSurrogate(code) && at > 0 && isHighSurrogate(text.charCodeAt(at - 1))) return "";
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  const proper = properForm(character);
  if (proper !== undefined) return proper.length === 1 ? String.fromCharCode(foldCode(proper.charCodeAt(0))) : proper;
  return sameMark.get(character) ?? (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character);
}

function withoutPinyin(text: string): string {
  const annotations = pinyinAnnotations(text);
  if (annotations.length === 0) return text;
  let rest = "";
  let from = 0;
  for (const { span } of annotations) {
    rest += text.slice(from, span.start);
    from = span.end;
  }
  return rest + text.slice(from);
}

/** Rare spaces that `isSpace` does not count, since no line of a draft is laid out with them. */
function isOtherSpace(code: number): boolean {
  return code === 0x1680 || code === 0x202f || code === 0x205f;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const sameMark: ReadonlyMap<string, string> = new Map([
  ...[..."“”„「」『』＂"].map((quote): [string, string] => [quote, '"']),
  ...[..."‘’＇"].map((quote): [string, string] => [quote, "'"]),
  ["﹙", "("],
  ["﹚", ")"],
  ["﹪", "%"],
]);
