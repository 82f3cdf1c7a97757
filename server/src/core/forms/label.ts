import { fold } from "../text/fold.js";

const known = new Map<string, string>();

/** `fold` for what the forms print: the same few hundred words are asked for in many places. */
export function foldedLabel(printed: string): string {
  const before = known.get(printed);
  if (before !== undefined) return before;
  const folded = fold(printed);
  known.set(printed, folded);
  return folded;
}

/**
 * The number that a folded label begins with: 一、 · (一) · 1. · 1、 · (1), and the brackets that a copy has emptied: ().
 */
const numbering = /^(?:\(([一二三四五六七八九十]*|\d{0,2})\)|([一二三四五六七八九十]{1,2})[、.,]|(\d{1,2})[.、,])/;

/** 其中：1.政府网站公开数: the first part of a whole is printed so; the others are not. */
const among = /^其中[:,]?/;
const year = /^\d{4}年度?(?!.)/;

/**
 * A folded label without the note in brackets that its author put behind it: 规章(设区的市…应提供) is 规章. The same text where there is
 * none, or nothing else.
 */
export function withoutNote(folded: string): string {
  if (!folded.endsWith(")")) return folded;
  let depth = 0;
  for (let at = folded.length - 1; at > 0; at--) {
    const character = folded[at];
    if (character === ")") depth++;
    else if (character === "(" && --depth === 0) return folded.slice(0, at);
  }
  return folded;
}

/** Everything that is punctuation in a folded label. Two labels that differ only in it say the same. */
const punctuation = /[\s,、。.;:!?"'“”‘’()<>《》〈〉[\]【】{}\-—_·/\\*]/g;

/** A folded label without its number and punctuation: 一、本年新收… and 本年新收… have the same core. */
export function labelCore(folded: string): string {
  return folded.replace(among, "").replace(numbering, "").replace(punctuation, "");
}

/** The number itself: "一", "2"; "" for emptied brackets; undefined for a label without one. */
export function labelNumber(folded: string): string | undefined {
  const match = numbering.exec(folded.replace(among, ""));
  return match === null ? undefined : (match[1] ?? match[2] ?? match[3] ?? "");
}

/** 2017年度 over a column says what the form prints as 本年度. */
export function withoutYear(folded: string): string {
  return folded.replace(year, "本年度");
}
