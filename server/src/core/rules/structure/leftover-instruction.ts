import { defineRule, type Repair, type Words } from "../../check/rule.js";
import { hasOpenMark } from "../../report/openMark.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import { fold } from "../../text/fold.js";
import { matchesIn } from "../../text/matches.js";
import { slice } from "../../text/span.js";
import { mendable, type Mendable } from "../found.js";

const messages = {
  instruction: (found: string): Words => ({ zh: `“${found}”是填报说明的文字，不是报告的内容。请删去。`, en: `“${found}” is text of the instructions, not of the report. Remove it.` }),
  placeholder: (found: string): Words => ({ zh: `“${found}”是表样里留空待填的地方，还没有填写。`, en: `“${found}” is a blank of the template that has not been filled in.` }),
  heading: (): Words => ({ zh: "标题以分号结尾，是从填报提纲上抄下来的。标题末尾不用标点。", en: "The heading ends in a semicolon, as the outline of the instructions does. A heading takes no mark at its end." }),
  annex: (found: string): Words => ({ zh: `“${found}”后面没有内容。请补上附件名称，没有附件的删去。`, en: `Nothing follows “${found}”. Name the annex or remove the line.` }),
};

export default defineRule({
  code: "leftover-instruction",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "填报说明、表样的提示文字没有删去或没有填写", en: "Text of the instructions or blanks of a template are left in" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附件的填报说明", en: "Instructions to the forms of 2021 and 2019" },
  repair: "review",
  ...mendable(faults),
});

/** In folded text. What stands in brackets goes with its brackets. */
const instructions = /[本该此]部分以(?:表格|文字)(?:的)?形式(?:报告|描述|说明)[。,;]?(?:表格如下[:。]?)?|\((?:文字描述|文字叙述|文字说明|表格形式|此处为?表格|含\d{4}年度?及历年累计[^()]{0,6}|具体数字|请(?:填写|说明|简述|详细说明)[^()]{0,20})\)|收取信息处理费情况在此处报告|(?:参考)?(?:模板|样式|范本|样本)\)$|下载\(\)/g;
const placeholders = /【(?!待填写)(?:请|此处|待|需)?[^【】]{0,6}(?:填写|填入|补充|插入)[^【】]{0,12}】|\((?:单位|机关|部门|地区|乡镇)(?:全称|名称)\)|[请在]?此处(?:填写|插入|填入)|(?<![A-Za-z0-9])(?:20)?[Xx×]{2,4}(?=[年月日县市区镇乡局件条次项篇个人元份]|街道|单位|部门)|(?<![A-Za-z0-9])[Xx×]月[Xx×]日/g;
const emptyAnnex = /^附[件表]\d{0,2}:$/;

function* faults(report: Report): Iterable<Mendable> {
  for (const line of proseOf(report)) {
    // 【待填写】 is followed by what the chapter is to say; it is told as such.
    if (hasOpenMark(slice(report.text, line.block.span))) continue;
    for (const { index, 0: found } of matchesIn(line.folded, instructions)) yield instruction(report, line, found, index);
    for (const { index, 0: found } of matchesIn(line.folded, placeholders)) yield placeholder(report, line, found, index);
  }
  yield* headings(report);
  yield* annexes(report);
}

function instruction({ text }: Report, line: ProseLine, found: string, at: number): Mendable {
  const span = line.span(at, at + found.length);
  const repair: Repair = { title: { zh: "删去这段说明", en: "Remove the instruction" }, safety: "review", edits: [{ span, newText: "" }] };
  // 下载() wants its address, and a title that loses 模板) would keep an open bracket.
  return { key: `instruction/${found}`, span, message: messages.instruction(slice(text, span)), found: slice(text, span), ...(/^下载|\)$/.test(found) && !found.startsWith("(") ? {} : { repairs: [repair] }) };
}

function placeholder({ text }: Report, line: ProseLine, found: string, at: number): Mendable {
  const span = line.span(at, at + found.length);
  return { key: `placeholder/${found}`, span, message: messages.placeholder(slice(text, span)), found: slice(text, span) };
}

/** 1.…； 2.…； is a list of points; a heading that ends so has its text below it. */
function* headings({ text, tree }: Report): Iterable<Mendable> {
  const blocks = tree.blocks.filter((block) => block.kind !== "blank" && block.kind !== "directive");
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "heading" || !/[；;]$/.test(slice(text, block.title)) || !hasTextBelow(block, blocks[i + 1])) continue;
    const span = { start: block.title.end - 1, end: block.title.end };
    yield { key: `heading/${fold(slice(text, block.title))}`, span, message: messages.heading(), repairs: [{ title: { zh: "删去句末的分号", en: "Remove the semicolon" }, safety: "review", edits: [{ span, newText: "" }] }] };
  }
}

function hasTextBelow(heading: Block & { readonly kind: "heading" }, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === "heading") return next.level > heading.level;
  if (next.kind === "paragraph") return next.marker === undefined || (next.marker.style !== heading.marker?.style && next.marker.ordinal === 1);
  return next.kind === "table";
}

function* annexes({ text, tree }: Report): Iterable<Mendable> {
  for (const [i, block] of tree.blocks.entries()) {
    if (block.kind !== "paragraph" || block.content.end - block.content.start > 12) continue;
    const words = slice(text, block.content);
    if (!emptyAnnex.test(fold(words)) || !isEnd(text, tree.blocks.slice(i + 1, i + 9))) continue;
    const title = { zh: "删去这一行", en: "Remove the line" };
    yield { key: "annex", span: block.content, message: messages.annex(words), found: words, repairs: [{ title, safety: "review", edits: [{ span: block.span, newText: "" }] }] };
  }
}

/** Only what a web site prints, or the signature, follows. */
function isEnd(text: string, blocks: readonly Block[]): boolean {
  const following = blocks.filter((block) => block.kind !== "blank" && block.kind !== "noise" && block.kind !== "directive");
  return following.every((block) => block.kind === "paragraph" && /^.{0,25}(?:政府|局|委|委员会|办公室|办事处|\d{4}年\d{1,2}月\d{1,2}日)$/.test(fold(slice(text, block.content))));
}
