import type { Span } from "../text/span.js";

const fence = /^ {0,3}(`{3,}|~{3,})[^\r\n]*$/gm;

/** Blocks of code in a Markdown text, with their fences (CommonMark 4.5). One that is never closed is none: drafts are damaged. */
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
  return found;
}
