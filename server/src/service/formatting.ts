import type { Range, TextEdit } from "vscode-languageserver-types";
import { formatEdits, type Edit } from "../core/index.js";
import { displayWidth } from "../display/width.js";
import { isOurs, type Draft } from "./draft.js";

/** Aligns the tables and sets the headings as the form has them; not a word and not a number is touched. */
export function formatting(draft: Draft): TextEdit[] {
  return isOurs(draft) ? textEdits(draft, formatEdits(draft.analysis.report, displayWidth)) : [];
}

/** The same for the lines that the range touches; a table is aligned to all of its rows. */
export function rangeFormatting(draft: Draft, { start, end }: Range): TextEdit[] {
  // A selection that ends before the first character of a line does not mean that line.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return formatting(draft).filter(({ range }) => range.start.line >= start.line && range.start.line <= last);
}

export function textEdits({ lines }: Draft, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}
