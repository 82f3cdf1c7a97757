/** Whether time grows with the text and not faster: by processor time, which other work on the machine disturbs least. */
import assert from "node:assert/strict";

const attempts = 5;
/** Small costs are all noise. */
const leastMicroseconds = 2000;
/** Eight times the text; square growth would be 64. */
const mostTimes = 24;

/** Makes a text of so many copies, and works on it. */
export function growsWithTheText(textOf: (copies: number) => string, work: (text: string) => unknown): void {
  fastest(textOf(4), work, 0);
  const small = fastest(textOf(8), work, 0);
  const bound = mostTimes * Math.max(small, leastMicroseconds);
  const large = fastest(textOf(64), work, bound);
  assert.ok(large < bound, `8 copies ${small} µs, 64 copies ${large} µs`);
}

/** The least time of some attempts; no more are made once one is below `enough`. */
function fastest(text: string, work: (text: string) => unknown, enough: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < attempts && least >= enough; i++) {
    const start = process.cpuUsage().user;
    work(text);
    least = Math.min(least, process.cpuUsage().user - start);
  }
  return least;
}
