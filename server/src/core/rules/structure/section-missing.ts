import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import { chapterLabel } from "../../forms/chapterLabel.js";
import { documentFor } from "../../forms/documentFor.js";
import { missingSlots } from "../../report/contents.js";
import { insertionAt, styleOf, writeChapter } from "../../write/chapter.js";
import type { Report, Slot } from "../../report/report.js";
import { numeralOf } from "../../text/numerals.js";
import { inDraftScript } from "./draftScript.js";
import { renumbering } from "./numbers.js";
import { firstLine } from "./places.js";

const messages = {
  exact: (chapter: string, document: string): Words => ({ zh: `缺少“${chapter}”一章。${document}规定的格式有此章，没有内容也应保留标题并说明。`, en: `The chapter “${chapter}” is missing. The form (${document}) has it; keep its title even where there is nothing to report.` }),
  contents: (chapter: string, document: string): Words => ({ zh: `没有找到“${chapter}”的内容。依据${document}，年度报告应当包括这一内容。`, en: `Nothing on “${chapter}” was found. By ${document} the report has to contain it.` }),
  exactAll: (chapters: readonly string[], document: string): Words => ({
    zh: `没有找到${document}规定的各章：${chapters.join("；")}。请补上，没有内容的也应保留标题并说明。`,
    en: `None of the chapters of the form (${document}) was found: ${chapters.join("; ")}. Add them; keep each title even where there is nothing to report.`,
  }),
  contentsOfAll: (chapters: readonly string[], document: string): Words => ({
    zh: `没有找到${chapters.map((chapter) => `“${chapter}”`).join("")}的内容。依据${document}，年度报告应当包括这些内容。`,
    en: `Nothing on ${chapters.map((chapter) => `“${chapter}”`).join(", ")} was found. By ${document} the report has to contain it.`,
  }),
};

export default defineRule({
  code: "section-missing",
  group: "structure",
  scope: "report",
  phase: "typing",
  summary: { zh: "缺少格式规定的章", en: "A chapter of the form is missing" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：六章均须有；2018 年度以前：2008 年《条例》第三十二条所列内容", en: "Forms of 2019 and 2021: all six chapters; before: the contents listed in article 32 of the Regulations of 2008" },
  repair: "review",
  *check(report) {
    const missing = missingSlots(report);
    if (isWithoutChapters(report) && missing.length > 1) yield foundAtTitle(missing, report);
    else for (const slot of missing) yield found(slot, report);
  },
  repairs: (finding, report, tools) => (finding.data.key === all ? repairsOfAll(report, tools) : repairs(report.slots.find((slot) => slot.form.key === finding.data.key), report, tools)),
});

/** Key of the finding that tells of every chapter at once. */
const all = "all";

function isWithoutChapters({ slots }: Report): boolean {
  return slots.every(({ section }) => section === undefined);
}

/** A text without any chapter lacks them all for one reason, which is told once. */
function foundAtTitle(missing: readonly Slot[], report: Report): Found {
  const document = documentFor(report.edition, "contents");
  const isExact = missing.every(({ form }) => form.match === "exact");
  const message = isExact ? messages.exactAll(missing.map(({ form }) => chapterLabel(form)), document) : messages.contentsOfAll(missing.map(({ form }) => form.title), document);
  return { key: all, span: report.title?.span ?? firstLine(report), message };
}

/** Told at the heading before which the chapter belongs, or at the last one before it: an empty range at the end is not seen. */
function found(slot: Slot, report: Report): Found {
  const after = report.sections.find((section) => section.span.start >= slot.insertAt);
  const neighbour = after ?? report.sections.at(-1);
  const chapter = chapterLabel(slot.form);
  const document = documentFor(report.edition, "contents");
  return {
    key: slot.form.key,
    span: neighbour === undefined ? firstLine(report) : neighbour.heading.title,
    message: slot.form.match === "exact" ? messages.exact(chapter, document) : messages.contents(slot.form.title, document),
  };
}

function repairsOfAll(report: Report, tools: RepairTools): Repair[] {
  const style = styleOf(report);
  const missing = missingSlots(report);
  const [first] = missing;
  const chapters = missing.map(({ form }, i) => inDraftScript(report, writeChapter(report.edition, form, numeralOf(i + 1), style), tools));
  if (first === undefined || chapters.some((chapter) => chapter === undefined)) return [];
  const gap = style.hasGaps ? style.lineEnd + style.lineEnd : style.lineEnd;
  const insertion = { span: { start: first.insertAt, end: first.insertAt }, newText: insertionAt(report, first, chapters.join(gap), style) };
  return [{ title: { zh: `插入这${numeralOf(missing.length)}章`, en: "Insert these chapters" }, safety: "review", edits: [insertion] }];
}

function repairs(slot: Slot | undefined, report: Report, tools: RepairTools): Repair[] {
  if (slot === undefined) return [];
  const style = styleOf(report);
  const ordinal = ordinalAt(slot, report);
  const chapter = inDraftScript(report, writeChapter(report.edition, slot.form, numeralOf(ordinal), style), tools);
  if (chapter === undefined) return [];
  const insertion = { span: { start: slot.insertAt, end: slot.insertAt }, newText: insertionAt(report, slot, chapter, style) };
  const label = `${numeralOf(ordinal)}、${slot.form.title}`;
  return [{ title: { zh: `插入“${label}”`, en: `Insert “${label}”` }, safety: "review", edits: [insertion, ...renumbered(slot, ordinal, report)] }];
}

/** The form's own number where the author has left it free, else the next one behind the chapter before it. */
function ordinalAt(slot: Slot, report: Report): number {
  const before = report.sections.findLast((section) => section.span.start < slot.insertAt)?.heading.marker?.ordinal ?? 0;
  const after = report.sections.find((section) => section.span.start >= slot.insertAt)?.heading.marker?.ordinal ?? Number.POSITIVE_INFINITY;
  return before < slot.form.ordinal && slot.form.ordinal < after ? slot.form.ordinal : before + 1;
}

/** Chapters behind the new one that would carry its number or one that is no longer theirs. */
function renumbered(slot: Slot, ordinal: number, report: Report): Repair["edits"] {
  const behind = report.sections.filter((section) => section.span.start >= slot.insertAt);
  if (behind[0]?.heading.marker?.ordinal !== ordinal) return [];
  return behind.flatMap((section, i) => renumbering(report, section, ordinal + 1 + i));
}
