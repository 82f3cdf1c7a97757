import { chapterLabel, type Fact, type Report } from "../core/index.js";

/**
 * What a cell is called, from the outside in, in the form's words: 三、本年度办理结果, （一）予以公开, 自然人. The chapter stands before
 * tables whose labels do not say it themselves.
 */
export function cellPath({ edition }: Report, { table, row, column }: Fact): readonly string[] {
  const section = edition.sections.find((form) => form.table === table.key);
  const rows = table.labelColumns === 0 ? [column.group ?? ""] : [...row.groups, row.label.text];
  const start = table.labelColumns === 3 || section === undefined ? [] : [chapterLabel(section)];
  return [...start, ...rows, column.label.text].filter((part) => part !== "");
}
