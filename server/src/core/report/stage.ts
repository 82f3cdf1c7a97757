import type { SyntaxTree } from "../syntax/nodes.js";
import { shownLength } from "../text/filler.js";
import { fold } from "../text/fold.js";
import { slice } from "../text/span.js";
import type { Stage } from "./report.js";

/** Lines at the end of a report among which its signature date stands; site noise may follow. */
const tailBlocks = 12;
const dateAtEnd = /(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|二[〇○零][〇○零一二三四五六七八九十]{2,3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)\)?$/;

/** What was asked for; `auto` means final once the text carries a publication or signature date. */
export function stageOf(tree: SyntaxTree, asked: Stage | "auto" | undefined): Stage {
  if (asked === "draft" || asked === "final") return asked;
  return hasPublicationDate(tree) || hasSignatureDate(tree) ? "final" : "draft";
}

function hasPublicationDate(tree: SyntaxTree): boolean {
  return tree.blocks.some((block) => block.kind === "frontMatter" && /(发布|成文|公开|生成)(日期|时间)/.test(fold(slice(tree.text, block.name))) && /\d{4}/.test(slice(tree.text, block.value)));
}

function hasSignatureDate(tree: SyntaxTree): boolean {
  return tree.blocks
    .slice(-tailBlocks)
    .some((block) => block.kind === "paragraph" && shownLength(tree.text, block.content) <= 40 && dateAtEnd.test(fold(slice(tree.text, block.content))));
}
