import type { Span } from "./span.js";

/**
 * Stands in the text that is read wherever the draft has markup: a noncharacter of Unicode, which no draft has. It is white space at the
 * ends of a line and nothing inside of a word, so that every offset stays and <b>20</b>24年 reads 2024年.
 */
export const filler = "\uffff";
export const fillerCode = 0xffff;

/** Words of a draft as they are shown, without what stands for markup. */
export function shown(words: string): string {
  return words.includes(filler) ? words.replaceAll(filler, "") : words;
}

/** How many characters of a stretch are shown. */
export function shownLength(text: string, { start, end }: Span): number {
  return shown(text.slice(start, end)).length;
}
