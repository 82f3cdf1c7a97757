import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import type { Report, Title } from "../../report/report.js";
import { yearBehind } from "../../report/titleName.js";
import { slice } from "../../text/span.js";
import { firstLine } from "./places.js";

const messages = {
  missing: (): Words => ({ zh: "没有找到报告的标题。标题应为“〈机关〉〈年份〉年政府信息公开工作年度报告”。", en: "The report has no title. It should read “〈organ〉〈year〉年政府信息公开工作年度报告”." }),
  notReport: (): Words => ({ zh: "看不出这是一份政府信息公开工作年度报告：没有标题，格式规定的章和表也不足以辨认。", en: "Nothing shows that this is an annual report on government information disclosure: no title, and too little of the chapters and tables of the form." }),
  noYear: (): Words => ({ zh: "标题中没有年份。标题应为“〈机关〉〈年份〉年政府信息公开工作年度报告”。", en: "The title does not name the year: “〈organ〉〈year〉年政府信息公开工作年度报告”." }),
  noOrgan: (): Words => ({ zh: "标题中没有机关名称。标题应为“〈机关〉〈年份〉年政府信息公开工作年度报告”。", en: "The title does not name the organ: “〈organ〉〈year〉年政府信息公开工作年度报告”." }),
  words: (right: string): Words => ({ zh: `标题用语与规定的不同，应为“${right}”。`, en: `The title should read “${right}”.` }),
};

export default defineRule({
  code: "title-form",
  group: "structure",
  scope: "document",
  phase: "typing",
  severity: "warning",
  summary: { zh: "报告没有标题，或标题不合格式", en: "The report has no title, or not the one of the form" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：标题为“×××年政府信息公开工作年度报告”", en: "Forms of 2019 and 2021: the title is “… 年政府信息公开工作年度报告”" },
  repair: "review",
  *check(report) {
    if (!report.isReport) {
      if (report.stage === "final") yield { key: "notReport", span: firstLine(report), message: messages.notReport() };
      return;
    }
    const found = report.title === undefined ? missing(report) : faulty(report, report.title);
    if (found !== undefined) yield found;
  },
  repairs(finding, report) {
    const right = rightTitle(report);
    if (right === undefined || report.title === undefined || finding.data.key !== "words") return [];
    const repair: Repair = { title: { zh: `标题改为“${right}”`, en: `Change the title to “${right}”` }, safety: "review", edits: [{ span: report.title.span, newText: right }] };
    return report.script === "simplified" ? [repair] : [];
  },
});

function missing(report: Report): Found {
  return { key: "missing", span: firstLine(report), message: messages.missing() };
}

function faulty(report: Report, title: Title): Found | undefined {
  if (report.edition.title === undefined) return undefined;
  const at = { span: title.span };
  if (title.year === undefined) return { ...at, key: "noYear", message: messages.noYear() };
  if (title.organ === undefined) return { ...at, key: "noOrgan", message: messages.noOrgan() };
  const right = rightTitle(report);
  return right === undefined || hasRightWords(title, report) ? undefined : { ...at, key: "words", message: messages.words(right), expected: right };
}

/** 年 and 年度 are both usual, some organs put the year first, in brackets behind the title or as 2024 on a line of its own. */
function hasRightWords({ folded, lines }: Title, { text }: Report): boolean {
  if (!/政府信息公开工作年度报告(?:\([^()]{1,12}\))?$/.test(folded)) return false;
  const before = folded.slice(0, folded.lastIndexOf("政府信息公开工作"));
  if (lines.some((line) => /^\d{4}$/.test(slice(text, line)))) return true;
  return before === "" || yearBehind.test(folded) || /年度?$/.test(before) || /^\D{0,4}\d{4}年度?\D{2,30}$/.test(before);
}

function rightTitle({ title, edition }: Report): string | undefined {
  if (title?.organ === undefined || title.year === undefined || edition.title === undefined) return undefined;
  return `${title.organ.replaceAll("(", "（").replaceAll(")", "）")}${title.year}${edition.title}`;
}
