import type { Span } from "./span.js";

/** One replacement in the text that the span was taken from. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * Sorted by place. Edits that only touch both stay, an insertion before the replacement that begins where it stands; of two
 * that overlap the one that starts first (then the longer one) stays, of two insertions at one place the first.
 */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || Number(isInsertion(b)) - Number(isInsertion(a)) || b.span.end - a.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    const isSecondInsertion = last !== undefined && isInsertion(last) && isInsertion(edit) && last.span.start === edit.span.start;
    if (last !== undefined && (edit.span.start < last.span.end || isSecondInsertion)) continue;
    kept.push(edit);
  }
  return kept;
}

function isInsertion({ span }: Edit): boolean {
  return span.start === span.end;
}

/** The text with all edits carried out; edits that overlap an earlier one are left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const edit of withoutOverlaps(edits)) {
    pieces.push(text.slice(from, edit.span.start), edit.newText);
    from = edit.span.end;
  }
  pieces.push(text.slice(from));
  return pieces.join("");
}
