// What the chapters tell of the form where nothing tells the year.
import type { Edition } from "../forms/edition.js";
import { editions, newestEdition } from "../forms/editions.js";
import { foldedLabel, labelCore } from "../forms/label.js";
import type { SyntaxTree } from "../syntax/nodes.js";
import { foldedTitleOf } from "../syntax/textLine.js";

/** Chapters that reports had as long as none were prescribed, and that no form has had since. */
const formerly = /^(?:概述|引言)$|收费|减免|依申请公开|咨询|申诉/;
/** So many of them, and no more of the form's own, are no chance. */
const telling = 2;
const chance = 1;

/** The last edition that left the titles of chapters free. */
const freeEdition = editions.findLast(({ title }) => title === undefined);

const ownTitles: ReadonlySet<string> = new Set(
  newestEdition.sections.map(({ title }) => labelCore(foldedLabel(title))).filter((title) => freeEdition?.sections.every((form) => labelCore(foldedLabel(form.title)) !== title)),
);

/** The free form, where the chapters are clearly of its time: 概述, 收费及减免情况, 复议、诉讼和申诉情况. */
export function editionByChapters({ text, blocks }: SyntaxTree): Edition | undefined {
  const titles = blocks.flatMap((block) => (block.kind === "heading" && block.level === 1 ? [labelCore(foldedTitleOf(text, block))] : []));
  const former = titles.filter((title) => formerly.test(title)).length;
  const own = titles.filter((title) => ownTitles.has(title)).length;
  return former >= telling && own <= chance ? freeEdition : undefined;
}
