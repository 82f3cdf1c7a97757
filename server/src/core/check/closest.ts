/**
 * The candidate that the user most likely meant by `word`, for 「是不是……？」; undefined if none is near. At most a third of
 * the word may differ, so that an unrelated word is never offered.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (/^\d+$/.test(word)) return undefined;
  const typed = word.toLowerCase();
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  let best: { readonly candidate: string; readonly away: number } | undefined;
  for (const candidate of candidates) {
    const away = distance(typed, candidate.toLowerCase());
    if (away <= allowed && away < (best?.away ?? Infinity)) best = { candidate, away };
  }
  return best?.candidate;
}

/** Levenshtein's distance, where two neighbours that changed places count as one mistake. Words here are short. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(beforeLast, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, substituted, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
