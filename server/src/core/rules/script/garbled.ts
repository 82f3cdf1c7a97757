// Text that is none any more: bytes read in a wrong encoding, out of step, or with a font that is not there.
import { span, type Span } from "../../text/span.js";
import { misreadPieces } from "./misread.js";

export type GarbledKind = "replaced" | "lost" | "sign" | "shifted" | "latin" | "misread" | "font";

export interface Garbled {
  readonly span: Span;
  readonly kind: GarbledKind;
}

/** In the order of the text; runs are one. */
export function garbled(text: string): readonly Garbled[] {
  const { isSuspicious, found } = look(text);
  const shaped = isSuspicious ? shapes.flatMap(([kind, shape]) => [...text.matchAll(shape)].map(({ 0: run, index }): Garbled => ({ kind, span: span(index, index + run.length) }))) : [];
  return [...shaped, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** What Windows-1252 has for the second and third byte of a character in UTF-8. */
const following = "\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

const shapes: readonly (readonly [GarbledKind, RegExp])[] = [
  ["replaced", /\ufffd+/g],
  ["sign", /锟斤拷|烫烫烫|屯屯屯屯|锘縜/g],
  // 编制?016年度: the first digit of the year is gone
  ["lost", /\?(?<=[\u4e00-\u9fff]\?)\d{3}年/g],
  // （一） out of step by one byte: ?。ㄒ唬, ?。ǘ┕_; and an annotation whose bracket was torn: 请?zhí)幚
  ["shifted", /[?？]?。[\u3105-\u3129\u0101-\u01dcàáèéêìíòóùúüɑɡ](?![\u0000-\u024f])[^]|\?(?<=[\u4e00-\u9fff]\?)[a-z\u00e0-\u01dc]{1,6}\)|\^\([a-z\u00e0-\u01dc]{1,6}\)/g],
  // ”制度， out of step, between two bytes that are gone: ?！敝贫?，
  ["shifted", /\?！[\u4e00-\u9fff]{1,6}\?(?=[，。、；：])/g],
  ["latin", new RegExp(`[ã-ï](?:[\\u0080-\\u00bf][${following}]|[${following}][\\u0080-\\u00bf])[ã-ï](?:[ã-ï${following}]{0,60})`, "g")],
  // ????一、总体情况: the blanks before a heading's number
  ["sign", /^[?？]{2,12}(?=第?[一二三四五六七八九十]{1,3}、)/gm],
];

interface Look {
  /** One of the shapes may be there; few texts that are sound have their characters. */
  readonly isSuspicious: boolean;
  /** Pieces of misread words. */
  readonly found: readonly Garbled[];
}

const sign = 1;
const firstOfPiece = 2;
let signs: Uint8Array | undefined;

/** One quick look at each character. A table, since the telling ones are many. */
function look(text: string): Look {
  const known = (signs ??= signTable());
  const found: Garbled[] = [];
  let isSuspicious = false;
  for (let i = 0; i < text.length; i++) {
    const kind = known[text.charCodeAt(i)];
    if (kind === sign) isSuspicious = true;
    else if (kind === firstOfPiece && misreadPieces.has(text.slice(i, i + 3))) found.push({ kind: "misread", span: span(i, i + 3) });
  }
  return { isSuspicious, found };
}

/** Quick test of one UTF-16 code unit before `garbled`. */
export function mayBeGarbled(code: number): boolean {
  return (signs ??= signTable())[code] !== 0;
}

function signTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const piece of misreadPieces) table[piece.charCodeAt(0)] = firstOfPiece;
  for (const character of "\ufffd锟烫屯锘^?？") table[character.charCodeAt(0)] = sign;
  // Bopomofo, letters of pinyin, and the first bytes of three as letters of Western Europe
  return table.fill(sign, 0x3105, 0x312a).fill(sign, 0xe0, 0x1dd).fill(sign, 0x251, 0x262);
}

/** Characters of PDF fonts that stand for common ones: 丌 for 不, 癿 for 的. Each may be a name; several different ones are no chance. */
const substituted = "癿丌亍乊幵迚収劢勱兲叐呾叏丏冴吅徃";
const substitutes = new RegExp(`[${substituted}]`, "g");
/** For a quick look whether a draft has any. */
export const substituteCodes: ReadonlySet<number> = new Set(Array.from(substituted, (character) => character.charCodeAt(0)));
const leastSubstitutes = 3;

/** The first and the last substitute of a stretch of prose that has several. */
export function fontSubstitution(text: string, from: number, to: number): Garbled | undefined {
  const found = [...text.slice(from, to).matchAll(substitutes)];
  const [first] = found;
  const last = found.at(-1);
  if (first === undefined || last === undefined || found.length < leastSubstitutes || new Set(found.map(({ 0: character }) => character)).size < 2) return undefined;
  return { kind: "font", span: span(from + first.index, from + last.index + 1) };
}
