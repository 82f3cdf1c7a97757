import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { SectionForm } from "../../forms/edition.js";
import { labelCore } from "../../forms/label.js";
import type { Report, Section } from "../../report/report.js";
import { fold } from "../../text/fold.js";
import { slice } from "../../text/span.js";
import { styleOf } from "../../write/chapter.js";
import { inDraftScript } from "./draftScript.js";

const messages = {
  other: (found: string, right: string, document: string): Words => ({ zh: `本章标题写作“${found}”，${document}规定为“${right}”。`, en: `The chapter is titled “${found}”; the form (${document}) has “${right}”.` }),
  inLine: (first: string, count: number): Words => ({
    zh: `“${first}”${count === 1 ? "这一章" : `等 ${count} 章`}的标题夹在段落中间，多半是复制时丢失了换行。章的标题请另起一行。`,
    en: `${count === 1 ? `The title “${first}” stands` : `The titles of ${count} chapters (“${first}”, …) stand`} inside a paragraph: line breaks were probably lost in copying. Put each on a line of its own.`,
  }),
  alias: (found: string, right: string): Words => ({ zh: `本章标题“${found}”是填报说明中的叫法，格式规定的标题为“${right}”。`, en: `“${found}” is what the instructions call this chapter; its title in the form is “${right}”.` }),
};

export default defineRule({
  code: "section-title",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "章的标题与格式规定的不同", en: "The title of a chapter is not the one that the form prescribes" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：六章标题", en: "Forms of 2019 and 2021: the titles of the six chapters" },
  repair: "review",
  *check(report) {
    for (const section of report.sections) {
      const found = section.form?.match === "exact" ? foundIn(report, section, section.form) : undefined;
      if (found !== undefined) yield found;
    }
    yield* inLine(report);
  },
  repairs: (finding, report, tools) => (finding.data.key === lines ? lineRepairs(report) : repairs(report, report.sections.find((section) => section.key === finding.data.key), tools)),
});

/** Key of the finding about chapters that do not begin on lines of their own. */
const lines = "lines";

function* inLine(report: Report): Iterable<Found> {
  const texts = new Set(report.tree.blocks.flatMap(({ kind, span }) => (kind === "paragraph" || kind === "heading" ? [span.end] : [])));
  // Behind </table> a title stands in the line of the table, but in no paragraph.
  const inside = report.sections.filter(({ heading }) => !beginsLine(report, heading.span.start) && texts.has(heading.span.start));
  const [first] = inside;
  if (first !== undefined) yield { key: lines, span: first.heading.title, message: messages.inLine(slice(report.text, first.heading.title), inside.length), severity: "information" };
}

function beginsLine({ text }: Report, at: number): boolean {
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1));
}

/** A line break before and behind each title. Not on a page, whose lines its tags make. */
function lineRepairs(report: Report): Repair[] {
  if (report.source !== report.text) return [];
  const { lineEnd, hasGaps } = styleOf(report);
  const lineBreak = hasGaps ? lineEnd + lineEnd : lineEnd;
  const places = report.sections.flatMap(({ heading: { span } }) => [span.start, span.end]).filter((at) => at < report.text.length && !beginsLine(report, at));
  const edits = [...new Set(places)].map((at) => ({ span: { start: at, end: at }, newText: lineBreak }));
  return [{ title: { zh: "各章标题另起一行", en: "Put each title on a line of its own" }, safety: "review", edits }];
}

function foundIn(report: Report, section: Section, form: SectionForm): Found | undefined {
  const core = labelCore(section.foldedTitle);
  if (core === labelCore(fold(form.title))) return undefined;
  const written = report.text.slice(section.heading.title.start, section.heading.title.end);
  const isAlias = form.aliases.some((alias) => labelCore(fold(alias)) === core);
  return {
    key: form.key,
    span: section.heading.title,
    message: isAlias ? messages.alias(written, form.title) : messages.other(written, form.title, report.edition.source.document),
    found: written,
    expected: form.title,
    ...(isAlias ? { severity: "information" as const } : {}),
  };
}

function repairs(report: Report, section: Section | undefined, tools: RepairTools): Repair[] {
  const newText = section?.form === undefined ? undefined : inDraftScript(report, section.form.title, tools);
  if (section === undefined || newText === undefined) return [];
  return [{ title: { zh: `标题改为“${newText}”`, en: `Change the title to “${newText}”` }, safety: "review", edits: [{ span: section.heading.title, newText }] }];
}
