import type { TextEdit } from "vscode-languageserver-types";
import type { Directive, Edit } from "../core/index.js";
import type { Draft } from "./draft.js";

/** The edits that make a draft say which form it follows; with `auto` it no longer says so. */
export function editionDirective({ analysis: { report }, lines }: Draft, edition: string): TextEdit[] {
  const said = report.tree.blocks.filter((block): block is Directive => block.kind === "directive" && report.text.startsWith("nianbao-edition", block.content.start));
  const edits: Edit[] = said.map(({ span, content }, index) => (edition === "auto" || index > 0 ? { span, newText: "" } : { span: content, newText: directive(edition) }));
  if (said.length === 0 && edition !== "auto") edits.push({ span: topOf(report), newText: `<!-- ${directive(edition)} -->${lineEndOf(report.text)}` });
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}

function directive(edition: string): string {
  return `nianbao-edition: ${edition}`;
}

/** Above the title, since what a page has before it may have to stay first; above the whole table where the title stands in one. */
export function topOf({ text, tree, title }: Draft["analysis"]["report"]): { readonly start: number; readonly end: number } {
  const block = title === undefined ? undefined : tree.blocks.find(({ span }) => title.span.start < span.end);
  const first = block?.kind === "table" ? block.span.start : (title?.span.start ?? 0);
  const start = title === undefined ? 0 : text.lastIndexOf("\n", first - 1) + 1;
  return { start, end: start };
}

export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
