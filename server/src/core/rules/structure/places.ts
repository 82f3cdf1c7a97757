import type { Report } from "../../report/report.js";
import type { Span } from "../../text/span.js";

/** The first line that is neither blank nor a comment: where something is told that concerns the whole report. */
export function firstLine(report: Report): Span {
  const block = report.tree.blocks.find((candidate) => candidate.kind !== "blank" && candidate.kind !== "directive");
  if (block === undefined) return { start: 0, end: 0 };
  if (block.kind === "paragraph") return block.content;
  if (block.kind === "heading") return { start: block.marker?.span.start ?? block.title.start, end: block.title.end };
  const text = report.text.slice(block.span.start, block.span.end);
  const line = /^\s*([^\r\n]*)/.exec(text);
  const end = block.span.start + (line?.[0].trimEnd().length ?? 0);
  return { start: end - (line?.[1]?.trimEnd().length ?? 0), end };
}
