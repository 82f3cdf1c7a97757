/** Longer than any label or title; what is longer is none. */
const longest = 80;

/**
 * Dice coefficient over pairs of neighbouring characters, 0 to 1. A missing, doubled or wrong character in a label of
 * ten costs about 0.1 to 0.2; two different labels of the official tables stay below 0.6.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2 || a.length > longest || b.length > longest) return 0;
  // Labels are short: looking along the other one costs less than counting pairs in a map. `used` keeps a pair from counting twice.
  let used = 0n;
  let shared = 0;
  for (let i = 0; i + 1 < a.length; i++) {
    const first = a.charCodeAt(i);
    const second = a.charCodeAt(i + 1);
    for (let j = 0; j + 1 < b.length; j++) {
      if (b.charCodeAt(j) !== first || b.charCodeAt(j + 1) !== second || (used >> BigInt(j)) & 1n) continue;
      used |= 1n << BigInt(j);
      shared++;
      break;
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** A misspelt label keeps its length nearly; one that holds another label or a number besides is two cells run together. */
export function haveLikeLengths(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 0.7 * Math.max(a.length, b.length);
}
