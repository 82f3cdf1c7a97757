// Lines that a web page prints around the report: nobody wrote them for it, so no rule about words looks at them.
import type { Block } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import { slice, type Span } from "../text/span.js";
import type { Report } from "./report.js";

/** The items of a list in the order of the text that do not begin in a line of the page. */
export function outsidePage<T extends { readonly span: Span }>(report: Report, items: readonly T[]): readonly T[] {
  if (items.length === 0) return items;
  const blocks = [...pageBlocks(report)];
  let at = 0;
  return items.filter(({ span }) => {
    for (let next = blocks[at]; next !== undefined && next.span.end <= span.start; next = blocks[++at]);
    const block = blocks[at];
    return block === undefined || span.start < block.span.start;
  });
}

export function isOfPage(report: Report, block: Block): boolean {
  return pageBlocks(report).has(block);
}

/** In the order of the text. */
const pageBlocks: (report: Report) => ReadonlySet<Block> = remembered((report) => {
  const title = report.title?.span.start ?? 0;
  const first = report.sections[0]?.span.start ?? report.tree.text.length;
  const last = report.sections.at(-1)?.span.end ?? report.tree.text.length;
  return new Set(report.tree.blocks.filter((block) => {
    if (block.span.end <= title) return isAboveTitle(report.text, block);
    return block.kind === "noise" || block.kind === "frontMatter" || ((block.span.start < first || block.span.start >= last) && isAround(report.text, block, block.span.start < first));
  }));
});

/** Sentences above the title are somebody's words. */
function isAboveTitle(text: string, block: Block): boolean {
  return (block.kind !== "paragraph" && block.kind !== "heading") || !/[。；]/.test(slice(text, block.span));
}

function isAround(text: string, { kind, span }: Block, isHead: boolean): boolean {
  return (kind === "paragraph" || kind === "heading") && span.end - span.start <= longestLine && isPageLine(fold(slice(text, span)), isHead);
}

const longestLine = 200;
/** 来源：县教育局 时间：2025年02月14日. The time that the figures are of, and when applications are taken, is the author's. */
const label = /^[^,]{0,40}(?:来源|时间|日期|发布|浏览|点击|阅读|访问|次数|字号|字体|作者|编辑|栏目|归档|更新)(?:机构|单位|部门|日期|时间|次数|量|数|人)?:/;
const ofFigures = /统计|期限|截至|截止|联系|数据|受理|办公时间|申请/;
const dateAlone = /^[•·*-]?20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:\d{1,2}:\d\d(?::\d\d)?)?$/;

/** A date alone is the page's above the first chapter, the signature's behind the last. */
function isPageLine(folded: string, isHead: boolean): boolean {
  if (/[。;]/.test(folded)) return false;
  return (label.test(folded) && !ofFigures.test(folded)) || (isHead && dateAlone.test(folded));
}
