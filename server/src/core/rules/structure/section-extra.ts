import { defineRule, type Words } from "../../check/rule.js";
import { chapterLabel } from "../../forms/chapterLabel.js";

const messages = {
  extra: (title: string, document: string): Words => ({ zh: `${document}的格式没有“${title}”这一章。内容请并入相应各章，各章编号随之恢复。`, en: `The form (${document}) has no chapter “${title}”. Move its contents into the chapters that they belong to.` }),
  double: (title: string): Words => ({ zh: `“${title}”一章出现了两次。`, en: `The chapter “${title}” stands here a second time.` }),
  first: { zh: "第一次出现在这里", en: "First here" },
};

export default defineRule({
  code: "section-extra",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "有格式没有的章", en: "A chapter that the form does not have" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：格式只有六章", en: "Forms of 2019 and 2021: there are six chapters" },
  *check(report) {
    for (const section of report.sections) {
      if (section.form !== undefined || report.edition.title === undefined) continue;
      const title = report.text.slice(section.heading.title.start, section.heading.title.end);
      const same = report.sections.find((other) => other.form !== undefined && other.foldedTitle === section.foldedTitle);
      yield {
        key: `${section.foldedTitle}/${section.heading.marker?.ordinal ?? ""}`,
        span: section.heading.title,
        message: same?.form === undefined ? messages.extra(title, report.edition.source.document) : messages.double(chapterLabel(same.form)),
        ...(same === undefined ? {} : { related: [{ span: same.heading.title, message: messages.first }] }),
      };
    }
  },
});
