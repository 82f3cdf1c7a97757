/**
 * Whether a report tells what a chapter of the form asks for, where no chapter under its title does. Before 2019 only the
 * contents were prescribed: they may stand as a point of another chapter, in a sentence, or as rows of the annex.
 */
import type { SectionForm } from "../forms/edition.js";
import { cellText } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import { proseOf, type ProseLine } from "./prose.js";
import type { Report, Slot } from "./report.js";

/** Chapters of the form that the report lacks, in the form's order. */
export const missingSlots: (report: Report) => readonly Slot[] = remembered((report) =>
  report.slots.filter(({ section, form }) => section === undefined && form.required && !(form.match === "presence" && isTold(report, form))),
);

/** How the contents of a chapter are told: by a heading, by words that stand together in a sentence, by the label of a table. */
interface Telling {
  readonly heading: RegExp;
  readonly sentence: readonly (readonly string[])[];
  readonly label: RegExp;
}

const tellings: Readonly<Record<string, Telling>> = {
  disclosure: {
    heading: /主动公开|(?<!申请|不予)公开的?(?:内容|形式|方式|途径|渠道|范围|数量)|(?<!申请|不予)公开(?:政府|政务)?信息/,
    sentence: [["公开", "信息"], ["发布", "信息"]],
    label: /主动公开|公开政府信息|网站公开/,
  },
  applications: {
    heading: /依申请|公开申请|申请公开|不予公开|申请办理/,
    sentence: [["申请", "公开"], ["不予公开"]],
    label: /申请/,
  },
  review: { heading: /复议|诉讼/, sentence: [["复议"], ["诉讼"]], label: /复议|诉讼/ },
  problems: {
    heading: /问题|不足|改进|困难|薄弱/,
    sentence: [...["问题", "不足", "差距", "薄弱", "困难", "短板"].flatMap((fault) => ["存在", "仍有", "仍需", "还有", "还需", "还不"].map((word) => [word, fault])), ...["有待", "不够", "不到位", "不及时", "需进一步", "需要进一步"].map((word) => [word])],
    label: /问题/,
  },
};
/** Numbers of what is counted, and words that say there was none or that all was done; a year is no count. */
const countOrNone = /\d(?:余|多)?[件条次份宗人项起个例封篇]|[未没无零]|均[已按在]|全部/;
/** 本报告由概述、…等六部分组成: names the chapters and tells nothing. */
const namesParts = /(?:报告|年报|全文|内容)(?:共|主要)?(?:由|包括|包含|分为|分)/;

function isTold(report: Report, form: SectionForm): boolean {
  const telling = tellings[form.key];
  if (telling === undefined) return false;
  return proseOf(report).some((line) => isHeadedBy(report, line, telling) || hasSentence(line, form, telling)) || labelsOf(report).some((label) => telling.label.test(label));
}

/** A heading of any level, or the words with which a numbered paragraph begins. */
function isHeadedBy({ text, title }: Report, { block, folded }: ProseLine, { heading }: Telling): boolean {
  if (block.kind === "heading") return block.title.start !== title?.span.start && heading.test(folded);
  return block.lead !== undefined && heading.test(fold(text.slice(block.lead.start, block.lead.end)));
}

function hasSentence({ folded }: ProseLine, { key }: SectionForm, { sentence }: Telling): boolean {
  return folded.split(/[。;!?]/).some((words) => sentence.some((all) => all.every((word) => words.includes(word))) && (key === "problems" || countOrNone.test(words)) && !namesParts.test(words));
}

const labelsOf: (report: Report) => readonly string[] = remembered(({ text, tree }) =>
  tree.blocks.flatMap((block) => (block.kind === "table" ? block.rows.flatMap(({ cells }) => cells.map((cell) => fold(cellText(text, cell)))) : [])),
);
