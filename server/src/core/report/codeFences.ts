import type { Span } from "../text/span.js";

/** Behind backticks no further one may follow in the line: ```国办``` is a word in a sentence. */
const fence = /^ {0,3}(`{3,}(?=[^`\r\n]*$)|~{3,})[^\r\n]*$/gm;

/**
 * Blocks of code in a Markdown text, with their fences (CommonMark 4.5). One that is never closed is none, since drafts are
 * damaged; and one that holds the whole text is how an answer is copied from a chat: then it is the draft.
 */
export function codeFences(text: string): Span[] {
  if (!text.includes("```") && !text.includes("~~~")) return [];
  const found: Span[] = [];
  let open: { readonly at: number; readonly mark: string } | undefined;
  for (const match of text.matchAll(fence)) {
    const [line, mark = ""] = match;
    if (open === undefined) open = { at: match.index, mark };
    else if (mark.startsWith(open.mark) && line.trim() === mark) {
      found.push({ start: open.at, end: match.index + line.length });
      open = undefined;
    }
  }
  return found.filter(({ start, end }) => text.slice(0, start).trim() !== "" || text.slice(end).trim() !== "");
}
