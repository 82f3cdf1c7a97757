import { defineRule, type Repair, type Words } from "../../check/rule.js";
import { statedParts, type StatedParts } from "../../report/statedParts.js";
import type { Report } from "../../report/report.js";
import { numeralOf } from "../../text/numerals.js";
import { mendable, type Mendable } from "../found.js";

const messages = {
  chapters: (stated: number, chapters: number): Words => ({
    zh: `这里说报告有${stated}个部分，正文却有${chapters}章。请使两者一致。`,
    en: `The report is said to have ${stated} parts; it has ${chapters} chapters. Make the two agree.`,
  }),
  listed: (stated: number, listed: number): Words => ({
    zh: `这里说报告有${stated}个部分，列出的却是${listed}项。请核对所列的各部分。`,
    en: `The report is said to have ${stated} parts, but ${listed} are listed. Check the list.`,
  }),
};

export default defineRule({
  code: "part-count",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "“由……等几部分组成”与正文的章数或所列各项不符", en: "The stated number of parts is not that of the chapters, or of the parts listed" },
  basis: { zh: "开头所说的部分数应与正文一致", en: "What the opening says of the parts has to agree with the report" },
  repair: "review",
  ...mendable(faults),
});

function* faults(report: Report): Iterable<Mendable> {
  for (const stated of statedParts(report)) {
    const chapters = chapterCounts(report, stated);
    const [first] = chapters;
    if (first !== undefined && !chapters.includes(stated.count)) {
      yield { key: "chapters", span: stated.span, message: messages.chapters(stated.count, first), found: String(stated.count), expected: String(first), repairs: [countRepair(report, stated, first)] };
    } else if (stated.listed !== undefined && (stated.count < stated.listed.least || (stated.count > stated.listed.most && !stated.isOpen))) {
      const listed = stated.count < stated.listed.least ? stated.listed.least : stated.listed.most;
      yield { key: "listed", span: stated.span, message: messages.listed(stated.count, listed), found: String(stated.count), expected: String(listed) };
    }
  }
}

/**
 * How many parts the report may rightly be said to have; none where its chapters cannot be counted for certain. An annex
 * may count or not, also one that is listed and stands below the last chapter or in a file of its own, and so may a chapter
 * that is missing, which is told as such.
 */
function chapterCounts({ sections, slots }: Report, { namesAnnex }: StatedParts): number[] {
  const count = sections.length;
  if (count < 2 || sections.some((section, i) => section.heading.marker?.style !== "chapter" || section.heading.marker.ordinal !== i + 1)) return [];
  const annexes = sections.filter((section) => /^附[件表录]/.test(section.foldedTitle)).length;
  const missing = slots.filter(({ form, section }) => form.required && section === undefined).length;
  const elsewhere = namesAnnex && annexes === 0 ? 1 : 0;
  return Array.from({ length: annexes + missing + elsewhere + 1 }, (_, i) => count - annexes + i);
}

function countRepair({ text }: Report, { digits }: StatedParts, count: number): Repair {
  const newText = /^\d/.test(text.slice(digits.start, digits.end)) ? String(count) : numeralOf(count);
  return { title: { zh: `改为“${newText}”`, en: `Write “${newText}”` }, safety: "review", edits: [{ span: digits, newText }] };
}
