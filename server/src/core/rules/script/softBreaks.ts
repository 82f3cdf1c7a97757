// Where a soft line break may become a line end without a question.
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import { parse } from "../../syntax/parse.js";
import { contains, slice } from "../../text/span.js";

/**
 * Of the blocks those that are prose and stay prose when their soft breaks become line ends. A heading, the title and the
 * head of a web page are torn apart by a line end, and 「…推进。↵二、主动公开」 becomes a chapter: that is for the author to see.
 */
export function breakableProse(report: Report, blocks: Iterable<Block>): ReadonlySet<Block> {
  return new Set([...blocks].filter((block) => block.kind === "paragraph" && !holdsTitle(report, block) && staysProse(slice(report.text, block.span))));
}

function holdsTitle({ title }: Report, { span }: Block): boolean {
  return title !== undefined && contains(span, title.span);
}

function staysProse(line: string): boolean {
  return parse(line.replace(softBreaks, "\n")).blocks.every(({ kind }) => kind === "paragraph" || kind === "blank");
}

const softBreaks = /[\u000b\u000c\u0085\u2028\u2029]/g;
