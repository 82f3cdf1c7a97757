// Characters that look like others but are not: what PDF files, old encodings and Japanese keyboards leave behind.
import { span, type Span } from "../span.js";

export interface Lookalike {
  readonly span: Span;
  /** What the run should be. */
  readonly newText: string;
}

/** Contiguous runs of such characters, in the order of the text. */
export function lookalikes(text: string): readonly Lookalike[] {
  const found: Lookalike[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!mayBeLookalike(text.charCodeAt(i))) continue;
    const run = runAt(text, i);
    if (run === undefined) continue;
    found.push(run);
    i = run.span.end - 1;
  }
  return found;
}

/** The proper form of one character (a code point as a string), or undefined if it is proper. */
export function properForm(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (isWideLetterOrDigit(code)) return String.fromCharCode(code - 0xfee0);
  if (isCompatibilityIdeograph(code) || (code >= 0x2f00 && code <= 0x2fd5)) return changed(character, character.normalize("NFKC"));
  return radicals.get(character) ?? signs.get(character);
}

function runAt(text: string, start: number): Lookalike | undefined {
  let newText = "";
  let end = start;
  while (end < text.length) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
    const proper = properForm(character) ?? pointBetweenDigits(text, end, start);
    if (proper === undefined) break;
    newText += proper;
    end += character.length;
  }
  return end === start ? undefined : { span: span(start, end), newText };
}

/** ．is punctuation and not ours, but between two wide digits it is the decimal point: １２．５. */
function pointBetweenDigits(text: string, at: number, start: number): string | undefined {
  const isPoint = at > start && text.charCodeAt(at) === 0xff0e;
  return isPoint && isWideDigit(text.charCodeAt(at - 1)) && isWideDigit(text.charCodeAt(at + 1)) ? "." : undefined;
}

/** Cheap test of a UTF-16 code unit, true for all that follow. Astral ones begin with the surrogate D87E. */
function mayBeLookalike(code: number): boolean {
  if (code < 0x2105) return false;
  return code === 0x2105 || (code >= 0x2e80 && code <= 0x2fd5) || code === 0xd87e || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe5d && code <= 0xfe5e) || (code >= 0xff10 && code <= 0xff5a);
}

/** Exact, but for surrogates: whether a run of `lookalikes` can begin with this UTF-16 code unit. */
export function beginsLookalike(code: number): boolean {
  return mayBeLookalike(code) && (code === 0xd87e || properForm(String.fromCharCode(code)) !== undefined);
}

function isWideDigit(code: number): boolean {
  return code >= 0xff10 && code <= 0xff19;
}

function isWideLetterOrDigit(code: number): boolean {
  return isWideDigit(code) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

/** Twelve characters of the first block are unified ideographs in spite of its name; NFKC leaves them as they are. */
function isCompatibilityIdeograph(code: number): boolean {
  return (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f);
}

function changed(from: string, to: string): string | undefined {
  return from === to ? undefined : to;
}

const signs: ReadonlyMap<string, string> = new Map([["℅", "%"], ["﹝", "〔"], ["﹞", "〕"]]);

/**
 * The CJK radicals supplement where it stands for a whole character (EquivalentUnifiedIdeograph of Unicode). Unlike the
 * Kangxi radicals they have no NFKC form. Radicals that are no characters (⺮ ⻌) are left alone: no text has them.
 */
const radicals: ReadonlyMap<string, string> = new Map(
  pairs("⺁厂⺊卜⺒巳⺓幺⺜日⺝月⺟母⺠民⺩王⺬示⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟"),
);

function pairs(text: string): [string, string][] {
  const characters = [...text];
  return characters.flatMap((from, i): [string, string][] => (i % 2 === 0 ? [[from, characters[i + 1] ?? from]] : []));
}
