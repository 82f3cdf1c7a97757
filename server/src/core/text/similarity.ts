/** Longer than any label or title; what is longer is none. */
const longest = 80;

/**
 * Dice coefficient over pairs of neighbouring characters, 0 to 1. A missing, doubled or wrong character in a label of
 * ten costs about 0.1 to 0.2; two different labels of the official tables stay below 0.6.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2 || a.length > longest || b.length > longest) return 0;
  if (a !== marked) mark(a);
  // Labels are short: looking along the other one costs less than counting pairs in a map. `used` keeps a pair from counting twice.
  comparison++;
  let shared = 0;
  for (let j = 0; j + 1 < b.length; j++) {
    const first = b.charCodeAt(j);
    const second = b.charCodeAt(j + 1);
    if (marks[slotOf(first, second)] !== generation) continue;
    for (let i = 0; i + 1 < a.length; i++) {
      if (a.charCodeAt(i) !== first || a.charCodeAt(i + 1) !== second || used[i] === comparison) continue;
      used[i] = comparison;
      shared++;
      break;
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/**
 * Which pairs the first text may have: it is compared with one label after another, most of which share nothing with it. A
 * slot counts if it holds the number of the present text, so nothing has to be wiped.
 */
const marks = new Uint32Array(1024);
let generation = 0;
let marked: string | undefined;
/** By place in the first text, in the same way: the number of the comparison in which its pair has been counted. */
const used = new Uint32Array(longest);
let comparison = 0;

function mark(text: string): void {
  marked = text;
  generation++;
  for (let i = 0; i + 1 < text.length; i++) marks[slotOf(text.charCodeAt(i), text.charCodeAt(i + 1))] = generation;
}

function slotOf(first: number, second: number): number {
  return (first * 31 + second) & 1023;
}

/** A misspelt label keeps its length nearly; one that holds another label or a number besides is two cells run together. */
export function haveLikeLengths(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 0.7 * Math.max(a.length, b.length);
}
