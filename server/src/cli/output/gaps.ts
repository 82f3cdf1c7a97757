import type { Edition, Exclusion, Gap } from "../../core/index.js";
import { about } from "../input/systemProblem.js";
import type { Words } from "../words.js";

type TableForm = Edition["tables"][number];

const exclusions: Readonly<Record<Exclusion, Words>> = {
  otherYear: { zh: "不是这一年的报告，没有计入", en: "a report of another year; it is left out" },
  unknownYear: { zh: "看不出是哪一年的报告，没有计入", en: "its year cannot be known; it is left out" },
  otherEdition: { zh: "不是这一年的格式，没有计入", en: "not in the form of this year; it is left out" },
  twin: { zh: "同一机关有两份这一年的报告，不知道哪份算数，都没有计入；请只留一份", en: "two reports of this organ for the year; neither is counted, keep one of them" },
};

/** What was left out, and with which consequence. */
export function gapWords(gap: Gap): Words {
  const { file } = gap.part.place;
  if (gap.kind === "report") return about(file, exclusions[gap.because]);
  const table = tableName(gap.table);
  if (gap.kind === "table") return about(file, { zh: `${table}没有读出（缺表、同一张表有两张，或各格连在一起），这张表的数没有计入`, en: `${table} cannot be read (missing, doubled or run together); none of its numbers is counted` });
  if (gap.kind === "row") return about(file, { zh: `${table}没有“${gap.row.label.text}”一行，或看不出各数在哪一栏，这一行没有计入`, en: `${table} has no row “${gap.row.label.text}”, or its columns cannot be known; the row is not counted` });
  const start = gap.part.cells.get(`${gap.table.key}/${gap.row.key}/${gap.column.key}`)?.range.start;
  const place = start === undefined ? file : `${file}:${start.line + 1}:${start.character + 1}`;
  return about(place, { zh: `${table}“${gap.row.label.text}”的“${columnName(gap)}”不是数，或金额没有写单位，这一格没有计入`, en: `“${columnName(gap)}” of “${gap.row.label.text}” in ${table} is no number, or money without its unit; the cell is not counted` });
}

/** A report of the organ itself, found in a searched folder. */
export function ownReport(name: string): Words {
  return about(name, { zh: "是汇总机关自己的报告，可能就是上次的汇总，没有计入；要计入请直接写出文件名", en: "a report of the organ itself, perhaps the last sum; it is left out unless named" });
}

export function tableName({ name }: TableForm): string {
  return `“${name}”`;
}

function columnName({ column }: Extract<Gap, { readonly kind: "cell" }>): string {
  return column.group === undefined ? column.label.text : `${column.group}·${column.label.text}`;
}
