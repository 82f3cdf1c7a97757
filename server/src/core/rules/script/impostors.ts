// Characters that were typed or recognised in place of another one of their look, where what is around them leaves no doubt.
import { hasCharacter, hasOneOf, type HasText } from "../../text/characters.js";
import { remembered } from "../../text/remembered.js";
import { span, type Span } from "../../text/span.js";

export interface Impostor {
  readonly span: Span;
  readonly newText: string;
  /** What it stands in, for a message: 二○二四年. */
  readonly word: Span;
  readonly kind: "circle" | "letter" | "digit" | "day" | "dash";
}

/** In the order of the text; neighbours that are wrong alike are one. Full-width forms are left to compatibility-form. */
export function impostors(draft: HasText): readonly Impostor[] {
  const { text } = draft;
  // Most texts have none of the wrong characters of most shapes.
  const possible = shapes.filter(({ proper }) => hasOneOf(draft, codesIn(proper)));
  const found = possible.flatMap(({ shape, kind, proper }) =>
    [...text.matchAll(shape)].flatMap((match) => (isInLongerNumber(text, match.index) ? [] : changes(match[0], proper).map(({ at, length, newText }) => ({ kind, newText, span: span(match.index + at, match.index + at + length), word: span(match.index, match.index + match[0].length) })))),
  );
  return [...found, ...(hasCharacter(draft, isForeignLetter) ? foreignLetters(text) : [])].sort((a, b) => a.span.start - b.span.start);
}

interface Shape {
  readonly shape: RegExp;
  readonly kind: Impostor["kind"];
  /** What each wrong character of a match should be. */
  readonly proper: ReadonlyMap<string, string>;
}

const zero = new Map([..."○◯OoОоΟο0"].map((circle) => [circle, "〇"] as const));
const digits = new Map<string, string>([...[..."○◯〇OoОоΟο"].map((circle) => [circle, "0"] as const), ...[..."lIІ"].map((stroke) => [stroke, "1"] as const)]);
const day = new Map([["曰", "日"]]);
const dash = new Map([["一", "—"]]);
const latin = new Map(pairs("АAВBЕEЅSІIЈJКKМMНHОOРPСCТTХXУYаaеeоoрpсcхxуyіiјjѕsΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo"));

/** None begins with a look behind, which would be tried at each character; what is in a match and not wrong stays. */
const shapes: readonly Shape[] = [
  // 二○二四年; 二〇二四 has nothing wrong in it and changes nothing.
  { shape: /[一二][一二三四五六七八九〇零○◯OoОоΟο0]{3}(?=年|[—至-]二)/g, kind: "circle", proper: zero },
  // 2O24年, 2024年l2月, 12月3l日: a letter or circle inside the digits of a date
  { shape: /(?:19|2[0OoОоΟο○◯〇])[\dOoОоΟοlIІ○◯〇]{2}(?=年)/g, kind: "digit", proper: digits },
  { shape: /[年月](?=O?[\dlI])[\dOolI]{1,2}(?=[月日])/g, kind: "digit", proper: digits },
  { shape: /月\d{1,2}曰|工作曰|节假曰|曰期|曰常|[之即]曰起/g, kind: "day", proper: day },
  { shape: /[年月日]一(?=\d)(?:(?<=\d日一)(?=\d{1,2}[月日])|(?<=\d{4}年一)(?=\d{4}年)|(?<=\d月一)(?=\d{1,2}月))/g, kind: "dash", proper: dash },
];

const codesIn: (proper: ReadonlyMap<string, string>) => ReadonlySet<number> = remembered((proper) => new Set(Array.from(proper.keys(), (character) => character.charCodeAt(0))));

/** 十二〇 and 12O24 are other numbers, or none. */
function isInLongerNumber(text: string, at: number): boolean {
  return /[12一二]/.test(text.charAt(at)) && /[\dA-Za-z.一二三四五六七八九十百千万亿]/.test(text.charAt(at - 1));
}

/** А of АPP: a word of Latin letters has no others. μg and kΩ are units, since their Greek letter looks like no Latin one. */
function foreignLetters(text: string): Impostor[] {
  return [...text.matchAll(/[A-Za-z\u0391-\u03c9\u0400-\u04ff]{2,}/g)].flatMap(({ 0: word, index }) => {
    const isMixed = /[A-Za-z]/.test(word) && [...word].every((letter) => letter < "\u0080" || latin.has(letter));
    return isMixed ? changes(word, latin).map(({ at, length, newText }) => ({ kind: "letter" as const, newText, span: span(index + at, index + at + length), word: span(index, index + word.length) })) : [];
  });
}

function isForeignLetter(code: number): boolean {
  return (code >= 0x391 && code <= 0x3c9) || (code >= 0x400 && code <= 0x4ff);
}

interface Change {
  readonly at: number;
  readonly length: number;
  readonly newText: string;
}

/** Runs of wrong characters of a match. */
function changes(word: string, proper: ReadonlyMap<string, string>): Change[] {
  const found: Change[] = [];
  for (let at = 0; at < word.length; at++) {
    let newText = "";
    while (proper.has(word.charAt(at + newText.length))) newText += proper.get(word.charAt(at + newText.length)) ?? "";
    if (newText !== "") found.push({ at, length: newText.length, newText });
    at += newText.length;
  }
  return found;
}

function pairs(text: string): [string, string][] {
  return Array.from({ length: text.length / 2 }, (_, i): [string, string] => [text.charAt(2 * i), text.charAt(2 * i + 1)]);
}
