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
  return withoutPinyin(foldCharacters(text));
}

/** Stretches that stay as they are go over whole; a text that is folded already is itself. */
function foldCharacters(text: string): string {
  let folded = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isKept(code)) continue;
    folded += text.slice(from, i) + foldSign(text, i, code);
    from = i + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

/** Visible ASCII, ideographs that Simplified texts have, and the marks that labels keep: nearly all of a draft. */
function isKept(code: number): boolean {
  if (code < 0x7f) return code > 0x20;
  if (code >= 0x3400 && code <= 0x9fff) return foldCode(code) === code;
  return code > 0x3000 && code <= 0x3015 && !(code >= 0x300c && code <= 0x300f);
}

/** "" for what has no place in a label. */
function foldSign(text: string, at: number, code: number): string {
  if (code >= 0x3400 && code <= 0x9fff) return String.fromCharCode(foldCode(code));
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (isSpace(code) || isOtherSpace(code) || isInvisible(code)) return "";
  if (isLowSurrogate(code) && at > 0 && isHighSurrogate(text.charCodeAt(at - 1))) return "";
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  const proper = properForm(character);
  if (proper !== undefined) return proper.length === 1 ? String.fromCharCode(foldCode(proper.charCodeAt(0))) : proper;
  return sameMark.get(character) ?? character;
}

function withoutPinyin(text: string): string {
  if (!text.includes("(")) return text;
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
  ...[..."“”„「」『』"].map((quote): [string, string] => [quote, '"']),
  ...[..."‘’"].map((quote): [string, string] => [quote, "'"]),
  ["﹙", "("],
  ["﹚", ")"],
  ["﹪", "%"],
]);
