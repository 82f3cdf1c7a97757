// Text that is none any more: bytes read in a wrong encoding, out of step, or with a font that is not there.
import { span, type Span } from "../../text/span.js";
import { misreadPieces } from "./misread.js";

export type GarbledKind = "replaced" | "sign" | "shifted" | "latin" | "misread" | "font";

export interface Garbled {
  readonly span: Span;
  readonly kind: GarbledKind;
}

/** In the order of the text; runs are one. */
export function garbled(text: string): readonly Garbled[] {
  if (!isSuspicious(text)) return [];
  const found = [...shapes.flatMap(([kind, shape]) => [...text.matchAll(shape)].map(({ 0: run, index }) => ({ kind, span: span(index, index + run.length) }))), ...misread(text)];
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What Windows-1252 has for the second and third byte of a character in UTF-8. */
const following = "\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

const shapes: readonly (readonly [GarbledKind, RegExp])[] = [
  ["replaced", /\ufffd+/g],
  ["sign", /锟斤拷|烫烫烫|屯屯屯屯|锘縜/g],
  // （一） out of step by one byte: ?。ㄒ唬; and an annotation whose bracket was torn: 请?zhí)幚
  ["shifted", /[?？]?。[\u3105-\u3129][\u4e00-\u9fff]|\?(?<=[\u4e00-\u9fff]\?)[a-z\u00e0-\u01dc]{1,6}\)|\^\([a-z\u00e0-\u01dc]{1,6}\)/g],
  ["latin", new RegExp(`[ã-ï](?:[\\u0080-\\u00bf][${following}]|[${following}][\\u0080-\\u00bf])[ã-ï](?:[ã-ï${following}]{0,60})`, "g")],
];

const firsts = [...new Set([...misreadPieces].map((piece) => piece.charAt(0)))].join("");
const firstCharacters = new RegExp(`[${firsts}]`, "g");

let signs: Uint8Array | undefined;

/** A quick look: all that follows has one of these characters, and few texts that are sound have. A table, since the characters are many. */
function isSuspicious(text: string): boolean {
  const known = (signs ??= signTable());
  for (let i = 0; i < text.length; i++) if (known[text.charCodeAt(i)] === 1) return true;
  return false;
}

function signTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const sign of `\ufffd锟烫屯锘^?${firsts}`) table[sign.charCodeAt(0)] = 1;
  // Bopomofo, and the first bytes of three as letters of Western Europe
  table.fill(1, 0x3105, 0x312a).fill(1, 0xe3, 0xf0);
  return table;
}

function misread(text: string): Garbled[] {
  const found: Garbled[] = [];
  for (const { index } of text.matchAll(firstCharacters)) {
    if (misreadPieces.has(text.slice(index, index + 3))) found.push({ kind: "misread", span: span(index, index + 3) });
  }
  return found;
}

/** Characters of PDF fonts that stand for common ones: 丌 for 不, 癿 for 的. Each may be a name; several different ones are no chance. */
const substitutes = /[癿丌亍乊幵迚収劢勱兲叐呾叏丏冴吅徃]/g;
const leastSubstitutes = 3;

/** The first and the last substitute of a stretch of prose that has several. */
export function fontSubstitution(text: string, from: number, to: number): Garbled | undefined {
  const found = [...text.slice(from, to).matchAll(substitutes)];
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined || found.length < leastSubstitutes || new Set(found.map(({ 0: character }) => character)).size < 2) return undefined;
  return { kind: "font", span: span(from + first.index, from + last.index + 1) };
}

/** Quick test of a whole text: most have none. */
export function mayHaveSubstitutes(text: string): boolean {
  return text.search(substitutes) >= 0;
}
