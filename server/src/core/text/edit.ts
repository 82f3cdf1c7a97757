import type { Span } from "./span.js";

/** One replacement in the text that the span was taken from. An empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Sorted by place; of two edits that overlap, the one that starts first (and then the longer one) stays. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: Edit[] = [];
  let end = -1;
  for (const edit of sorted) {
    const isInsertionAtSamePlace = edit.span.start === end && edit.span.start === edit.span.end && kept.at(-1)?.span.start === end;
    if (edit.span.start < end || isInsertionAtSamePlace) continue;
    kept.push(edit);
    end = edit.span.end;
  }
  return kept;
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
