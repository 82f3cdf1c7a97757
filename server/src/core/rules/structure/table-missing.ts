import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { TableForm } from "../../forms/edition.js";
import { styleOf, writeParagraph } from "../../write/chapter.js";
import { writeTable } from "../../write/table.js";
import { slice, trimmed } from "../../text/span.js";
import { openMark } from "../../report/openMark.js";
import type { Report, Section } from "../../report/report.js";
import { inDraftScript } from "./draftScript.js";

const messages = {
  missing: (table: string, document: string): Words => ({ zh: `本章没有${table}。${document}规定此处以表格报告。`, en: `The table of this chapter is missing; the form (${document}) prescribes it.` }),
  unread: (table: string): Words => ({ zh: `${table}的写法读不懂（各格连成一片，或者残缺得看不出行列），表中的数没有检查。`, en: "The table of this chapter is written in a way that cannot be read (cells run together, or so damaged that rows and columns do not show); its numbers were not checked." }),
};

export default defineRule({
  code: "table-missing",
  group: "structure",
  scope: "report",
  phase: "typing",
  summary: { zh: "章下缺少格式规定的表格", en: "A chapter lacks the table that the form prescribes" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：第二、三、四章以表格报告", en: "Forms of 2019 and 2021: chapters two, three and four hold tables" },
  repair: "review",
  *check(report) {
    for (const section of report.sections) {
      const table = missingTable(report, section);
      if (table !== undefined) yield found(report, section, table);
    }
  },
  repairs: (finding, report, tools) => repairs(report, report.sections.find((section) => section.key === finding.data.key), tools),
});

/** A table that stands in another chapter is there, only at the wrong place. */
function missingTable(report: Report, section: Section): TableForm | undefined {
  const form = report.edition.tables.find((table) => table.key === section.form?.table);
  if (form === undefined || report.tables.some((bound) => bound.form === form)) return undefined;
  return section.blocks.some((block) => block.kind === "table") && !isUnread(report, section) ? undefined : form;
}

function isUnread(report: Report, section: Section): boolean {
  return section.blocks.some((block) => looksLikeTableRemains(report, block));
}

/** Words that stand in no prose, and cells parted by tabs: some table is there, spelt in a way that was not recognised. */
const tableRemains = /信息内容|申请人情况|尚未审结|勾稽关系|本年新收政府|结转下年度继续办理|结果维持|信息內容|申請人情況|尚未審結|勾稽關[系係]|結轉下年度繼續辦理|結果維持|\t[^\t\n]*\t/i;

function looksLikeTableRemains(report: Report, block: Section["blocks"][number]): boolean {
  if (block.kind !== "paragraph" && block.kind !== "heading") return false;
  return tableRemains.test(slice(report.text, trimmed(report.text, block.span))) || /<table/i.test(slice(report.source, block.span));
}

function found(report: Report, section: Section, table: TableForm): Found {
  const at = { key: section.key, span: section.heading.title };
  if (isUnread(report, section)) return { ...at, message: messages.unread(table.name), severity: "information" };
  return { ...at, message: messages.missing(table.name, report.edition.source.document) };
}

function repairs(report: Report, section: Section | undefined, tools: RepairTools): Repair[] {
  const form = section === undefined ? undefined : missingTable(report, section);
  if (section === undefined || form === undefined || isUnread(report, section)) return [];
  const style = styleOf(report);
  const gap = style.hasGaps ? style.lineEnd + style.lineEnd : style.lineEnd;
  const table = inDraftScript(report, `${writeParagraph(openMark, style)}${gap}${writeTable(form, style, () => "")}`, tools);
  if (table === undefined) return [];
  const start = section.heading.span.end;
  const opening = report.text.charAt(start - 1) === "\n" ? "" : style.lineEnd;
  const newText = `${opening}${style.hasGaps ? style.lineEnd : ""}${table}${style.lineEnd}`;
  return [{ title: { zh: `插入${form.name}`, en: "Insert the table" }, safety: "review", edits: [{ span: { start, end: start }, newText }] }];
}
