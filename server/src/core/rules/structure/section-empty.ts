import { defineRule, type Found, type Words } from "../../check/rule.js";
import { chapterLabel } from "../../forms/chapterLabel.js";
import { openMark } from "../../report/openMark.js";
import type { Report, Section } from "../../report/report.js";

const messages = {
  empty: (chapter: string): Words => ({ zh: `“${chapter}”没有内容。没有需要报告的，写“无”或说明情况。`, en: `“${chapter}” has no contents. Where there is nothing to report, say so.` }),
  open: (count: number): Words => ({ zh: `还有 ${count} 章写着“${openMark}”，尚未写完。`, en: `${count} chapters still hold “${openMark}” and are to be written.` }),
  whole: (): Words => ({ zh: `各章都还是“${openMark}”：这是一份空白表样。`, en: `All chapters still hold “${openMark}”: this is a blank form.` }),
};

export default defineRule({
  code: "section-empty",
  group: "structure",
  scope: "report",
  phase: "typing",
  summary: { zh: "章下没有内容", en: "A chapter has no contents" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：各章均须报告", en: "Forms of 2019 and 2021: each chapter has to be reported" },
  *check(report) {
    if (report.stage === "draft") return;
    yield* unfinished(report);
    for (const section of report.sections) {
      if (section.form === undefined || hasContent(section) || lacksTable(report, section)) continue;
      yield { key: section.key, span: section.heading.title, message: messages.empty(chapterLabel(section.form)) };
    }
  },
});

/** One chapter that has just been inserted is the author's to fill in; several are told, once. */
function* unfinished({ sections }: Report): Iterable<Found> {
  const open = sections.filter((section) => section.isOpen);
  const [first] = open;
  if (first === undefined || open.length < 2) return;
  const isWhole = open.length === sections.length;
  yield { key: "open", span: first.heading.title, message: isWhole ? messages.whole() : messages.open(open.length), ...(isWhole ? {} : { severity: "information" as const }) };
}

/** What an empty chapter lacks is its table, which table-missing tells. */
function lacksTable({ edition, tables }: Report, { form }: Section): boolean {
  const table = edition.tables.find(({ key }) => key === form?.table);
  return table !== undefined && !tables.some((bound) => bound.form === table);
}

/** A heading below the chapter counts as contents: what it lacks is for its own level to say. */
function hasContent({ blocks }: Section): boolean {
  return blocks.some((block) => block.kind === "paragraph" || block.kind === "table" || block.kind === "heading");
}
