import { FoldingRangeKind, type FoldingRange } from "vscode-languageserver-types";
import { remembered, type Block, type Span } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { outline, type OutlineNode } from "./outline.js";

/** Chapters, sub-sections and tables fold; so does what a web page printed before the report. */
export const foldingRanges: (draft: Draft) => FoldingRange[] = remembered((draft) => {
  if (!isOurs(draft)) return [];
  const nodes = outline(draft).flatMap(withDescendants).filter((node) => node.kind !== "title");
  return [...pageHead(draft), ...nodes.flatMap((node) => fold(draft, node.span))];
});

function withDescendants(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

/** The stretches of catalogue fields and navigation (索引号：…, 您当前所在位置) before the first chapter. */
function pageHead(draft: Draft): FoldingRange[] {
  const { tree, sections } = draft.analysis.report;
  const end = sections[0]?.span.start ?? tree.text.length;
  const before = tree.blocks.filter((block) => block.span.start < end && block.kind !== "blank");
  return runsOf(before, isPageHead).flatMap((run) => fold(draft, run, FoldingRangeKind.Region));
}

/** From the first to the last block of each run of neighbours that all belong. */
function runsOf(blocks: readonly Block[], belongs: (block: Block) => boolean): Span[] {
  const runs: Span[] = [];
  blocks.forEach((block, index) => {
    if (!belongs(block)) return;
    const previous = blocks[index - 1];
    const continues = previous !== undefined && belongs(previous);
    const start = continues ? runs.pop()?.start : undefined;
    runs.push({ start: start ?? block.span.start, end: block.span.end });
  });
  return runs;
}

function isPageHead(block: Block): boolean {
  return block.kind === "frontMatter" || block.kind === "noise";
}

function fold({ lines, snapshot }: Draft, span: Span, kind?: FoldingRangeKind): FoldingRange[] {
  const end = span.start + snapshot.text.slice(span.start, span.end).trimEnd().length;
  const startLine = lines.lineAt(span.start);
  const endLine = lines.lineAt(end);
  return startLine < endLine ? [{ startLine, endLine, ...(kind === undefined ? {} : { kind }) }] : [];
}
