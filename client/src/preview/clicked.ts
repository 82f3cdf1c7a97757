import type { Range } from "./model.js";
import type { Place } from "./places.js";

/** The range to select after a click: the place itself, or in plain prose the very character that was clicked. */
export function clickedRange(target: Element, { range, notices }: Place, { clientX, clientY }: MouseEvent): Range {
  if (notices.length > 0 || !target.matches(".run")) return range;
  const caret = document.caretRangeFromPoint(clientX, clientY);
  if (caret === null || !target.contains(caret.startContainer)) return range;
  const position = { line: range.start.line, character: Math.min(range.start.character + caret.startOffset, range.end.character) };
  return { start: position, end: position };
}
