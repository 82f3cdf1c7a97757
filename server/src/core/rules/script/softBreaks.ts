// What a soft line break becomes, and whether that needs a question.
import type { Safety } from "../../check/finding.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import { parse } from "../../syntax/parse.js";
import { contains, slice } from "../../text/span.js";

export interface SoftBreak {
  readonly newText: "" | "\n";
  readonly safety: Safety;
}

/** For each block what becomes of the soft breaks in it; a block is read once, however many it has. */
export function softBreaksIn(report: Report, blocks: Iterable<Block>): ReadonlyMap<Block, SoftBreak> {
  return new Map([...blocks].map((block) => [block, softBreakIn(report, block)]));
}

/**
 * A line end would make two cells of one, and tear a heading or the title apart. In prose it is what the break stands for,
 * but 「…推进。↵二、主动公开」 becomes a chapter: that is for the author to see.
 */
function softBreakIn(report: Report, block: Block): SoftBreak {
  if (block.kind === "table") return { newText: "", safety: "safe" };
  if (block.kind === "heading" || holdsTitle(report, block)) return { newText: "", safety: "review" };
  return { newText: "\n", safety: staysProse(slice(report.text, block.span)) ? "safe" : "review" };
}

function holdsTitle({ title }: Report, { span }: Block): boolean {
  return title !== undefined && title.lines.some((line) => contains(span, line));
}

function staysProse(line: string): boolean {
  return parse(line.replace(softBreaks, "\n")).blocks.every(({ kind }) => kind === "paragraph" || kind === "blank");
}

const softBreaks = /[\u000b\u000c\u0085\u2028\u2029]/g;
