// Characters that nobody sees: what web pages, PDF files and word processors leave between the visible ones.
import { addAll } from "../addAll.js";
import { span, type Span } from "../span.js";

/** A run of such characters. */
export interface Invisible {
  readonly span: Span;
  /** What stands there without them: nothing, or a line end where a control character broke the line. */
  readonly newText: string;
  /**
   * `residue`: nothing is lost without it. `betweenDigits`: deleting it may make one number of two. `digitGroups`: a no-break
   * or wide space that parts the thousands of a number, 3　119.
   */
  readonly kind: "residue" | "betweenDigits" | "digitGroups";
}

/** Runs of invisible characters, in the order of the text. */
export function invisibles(text: string): readonly Invisible[] {
  const found: Invisible[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isNumberSpace(code)) addAll(found, groupSpacesFrom(text, i));
    else if (isInvisible(code)) {
      const run = residueAt(text, i);
      if (isReported(text, run)) found.push(run);
      i = Math.max(i, run.span.end - 1);
    }
  }
  return found;
}

/** Quick test of one UTF-16 code unit before `invisibles`. */
export function mayBeInvisible(code: number): boolean {
  return isNumberSpace(code) || isInvisible(code);
}

/** Zero-width, soft hyphen, direction marks, controls but tab and line ends, line and paragraph separators. */
export function isInvisible(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  if (code < 0x7f) return false;
  if (code < 0xa0 || code === 0xad) return true;
  if (code < 0x180e) return code === 0x34f || code === 0x61c;
  if (code < 0x2070) return code === 0x180e || (code >= 0x200b && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) || code >= 0x2060;
  return code === 0xfeff || code === 0x3164 || code === 0xffa0 || (code >= 0xfff9 && code <= 0xfffb) || isVariationSelector(code);
}

/** `U+200B 零宽空格`, for a message; the first character of a run is enough. */
export function invisibleName(code: number): { readonly zh: string; readonly en: string } {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const [zh, en] = names.get(code) ?? (isVariationSelector(code) ? ["异体字选择符", "variation selector"] : isDirection(code) ? ["文字方向控制符", "direction mark"] : ["控制字符", "control character"]);
  return { zh: `${hex} ${zh}`, en: `${hex} ${en}` };
}

const names: ReadonlyMap<number, readonly [string, string]> = new Map([
  [0xa0, ["不间断空格", "no-break space"]],
  [0xad, ["软连字符", "soft hyphen"]],
  [0x180e, ["蒙古文元音间隔符", "Mongolian vowel separator"]],
  [0x200b, ["零宽空格", "zero-width space"]],
  [0x200c, ["零宽不连字符", "zero-width non-joiner"]],
  [0x200d, ["零宽连字符", "zero-width joiner"]],
  [0x2028, ["行分隔符", "line separator"]],
  [0x2029, ["段落分隔符", "paragraph separator"]],
  [0x2060, ["文字连接符", "word joiner"]],
  [0x3000, ["全角空格", "ideographic space"]],
  [0x3164, ["谚文填充符", "Hangul filler"]],
  [0xfeff, ["字节顺序标记（BOM）", "byte order mark"]],
  [0x0b, ["手动换行符（软回车）", "line tabulation, a soft line break"]],
  [0x0c, ["换页符", "form feed"]],
  [0x00, ["空字符", "null"]],
]);

/** The run of residues at `start`, empty if there is none; it is read once, also where it is then spared. */
function residueAt(text: string, start: number): Invisible {
  let end = start;
  while (end < text.length && isResidue(text, end)) end++;
  return { span: span(start, end), newText: breaksLine(text, start, end) ? "\n" : "", kind: isBetweenDigits(text, start, end) ? "betweenDigits" : "residue" };
}

function isReported(text: string, { span: { start, end } }: Invisible): boolean {
  return start < end && !isInOtherScript(text, start, end);
}

/** A byte order mark belongs at the start of a file; variation selectors and joiners belong to emoji. */
function isResidue(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isInvisible(code)) return false;
  if (code === 0xfeff) return at > 0;
  if (isVariationSelector(code)) return isIdeograph(text.charCodeAt(at - 1));
  return code !== 0x200d || !isPictograph(text, at);
}

/** Arabic, Indic, Tibetan and Mongolian writing needs joiners and direction marks: reports of minority areas have names in it. */
function isInOtherScript(text: string, start: number, end: number): boolean {
  return isOtherScript(text.charCodeAt(start - 1)) || isOtherScript(text.charCodeAt(end));
}

function isOtherScript(code: number): boolean {
  return (code >= 0x590 && code <= 0x109f) || (code >= 0x1780 && code <= 0x18af) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
}

/** 12▯34, 1.▯5, and 3▯ 119 with a space that is told only once the run is gone. A decimal point counts: 1.▯5G is item 1. */
function isBetweenDigits(text: string, start: number, end: number): boolean {
  const before = /[\d０-９.．,]$/.test(withoutGaps(text.slice(Math.max(0, start - farthest), start)));
  return before && /^[\d０-９]/.test(withoutGaps(text.slice(end, end + farthest)));
}

/** How far the digits beside a run are looked for, over spaces and other runs. */
const farthest = 20;

function withoutGaps(text: string): string {
  let rest = "";
  for (const character of text) if (!gaps.has(character) && !isInvisible(character.charCodeAt(0))) rest += character;
  return rest;
}

const gaps: ReadonlySet<string> = new Set([" ", "\u00a0", "\u3000"]);

/** If the number before the space at `at` is the first group of one like 1 234 567, all its spaces; each number is read once. */
function groupSpacesFrom(text: string, at: number): Invisible[] {
  const start = startOfDigits(text, at);
  const before = text.slice(Math.max(0, start - longestCaption), start);
  if (start === at || partsNumber.test(before)) return [];
  groups.lastIndex = start;
  const number = groups.exec(text)?.[0] ?? "";
  const places = [...number].flatMap((character, i) => (gaps.has(character) ? [start + i] : []));
  return places.map((place) => ({ span: span(place, place + 1), newText: "", kind: "digitGroups" }));
}

/** At most four digits back: with four it is no group. */
function startOfDigits(text: string, at: number): number {
  let start = at;
  while (at - start < 4 && isDigit(text.charCodeAt(start - 1))) start--;
  return start;
}

/** Thousands as the form has them. What goes on with other digits is a row of columns (230 219 11) or a telephone (0792 6532910). */
const groups = /[1-9１-９][\d０-９]{0,2}(?:[\u00a0\u3000][\d０-９]{3})+(?![ \u00a0\u3000\-－—]{0,2}[\d０-９])/y;
/** Before the number: digits of an earlier column or group, an area code, the name of a number that is no amount. */
const partsNumber = /(?:[\d０-９.．\-－—)）][ \u00a0\u3000]{0,2}|(?:[电電][话話]|[传傳]真|手[机機]|[热熱][线線]|[号號][码碼]|[邮郵][编編])[:：]?[ \u00a0\u3000]{0,2})$/;
const longestCaption = 6;

function isNumberSpace(code: number): boolean {
  return code === 0xa0 || code === 0x3000;
}

/** Soft breaks of word processors stand for a line end, unless there is one beside them or they stand in a table row. */
function breaksLine(text: string, start: number, end: number): boolean {
  const hasBreak = [...text.slice(start, end)].some((character) => lineBreaks.has(character));
  if (!hasBreak || start === 0 || end === text.length) return false;
  return !isLineEnd(text.charCodeAt(start - 1)) && !isLineEnd(text.charCodeAt(end)) && !isInTableRow(text, start);
}

const lineBreaks: ReadonlySet<string> = new Set(["\u000b", "\u000c", "\u0085", "\u2028", "\u2029"]);

/** No row is longer; some texts are one line, and each soft break of it would read it all. */
const longestRow = 1000;

function isInTableRow(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestRow), at).split("\n").at(-1) ?? "";
  const after = text.slice(at, at + longestRow).split("\n")[0] ?? "";
  return before.includes("|") || after.includes("|");
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function isVariationSelector(code: number): boolean {
  return code >= 0xfe00 && code <= 0xfe0f;
}

function isDirection(code: number): boolean {
  return code === 0x61c || code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function isIdeograph(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** A joiner between two emoji; both are outside the first plane or among the symbols, with or without a selector. */
function isPictograph(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before >= 0xdc00 && before <= 0xdfff) || isVariationSelector(before) || (before >= 0x2600 && before <= 0x27bf);
}
