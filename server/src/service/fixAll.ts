import { applyEdits, fixAll, safeEdits, type Edit, type ScriptConverter } from "../core/index.js";
import type { Draft } from "./draft.js";

/** All safe repairs, repeated until none is left, as edits of the text that the draft was read from. */
export function allSafeEdits(draft: Draft, converter: ScriptConverter | undefined): readonly Edit[] {
  const { text } = draft.snapshot;
  const first = safeEdits(draft.analysis, converter);
  if (first.length === 0) return [];
  const fixed = fixAll(text, draft.options, converter).text;
  // One round is nearly always enough, and its edits are the smallest: the cursor and the folds stay where they are.
  return applyEdits(text, first) === fixed ? first : changedLines(text, fixed);
}

/** One edit from the first to the last line that differs. Whole lines, so that no character pair is cut in two. */
export function changedLines(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const head = commonHead(before, after);
  const tail = commonTail(before.slice(head), after.slice(head));
  return [{ span: { start: head, end: before.length - tail }, newText: after.slice(head, after.length - tail) }];
}

/** Length of the lines that both texts begin with. */
function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return a.lastIndexOf("\n", length - 1) + 1;
}

/** Length of the lines that both texts end with; both begin with a line. */
function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  if (beginsLine(a, a.length - length) && beginsLine(b, b.length - length)) return length;
  const lineEnd = a.indexOf("\n", a.length - length);
  return lineEnd === -1 ? 0 : a.length - lineEnd - 1;
}

function beginsLine(text: string, offset: number): boolean {
  return offset === 0 || text.charAt(offset - 1) === "\n";
}
