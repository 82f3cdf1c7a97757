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

/** More than so many of one table are counted, not listed. */
const mostListed = 4;

/** What was left out, and with which consequence: one sentence for the rows of a table that are missing, one for its cells. */
export function gapWords(gaps: readonly Gap[]): readonly Words[] {
  const groups = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.part.place.file, gap.kind, gap.kind === "report" ? "" : gap.table.key]);
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  return [...groups.values()].flatMap(groupWords);
}

function groupWords(gaps: readonly Gap[]): readonly Words[] {
  const [first] = gaps;
  if (first === undefined) return [];
  const { file } = first.part.place;
  if (first.kind === "report") return [about(file, exclusions[first.because])];
  const table = tableName(first.table);
  if (first.kind === "table") return [about(file, { zh: `${table}没有读出（缺表、同一张表有两张，或各格连在一起），这张表的数没有计入`, en: `${table} cannot be read (missing, doubled or run together); none of its numbers is counted` })];
  const names = listed(gaps.flatMap(nameOf));
  if (first.kind === "row") return [about(file, { zh: `${table}没有以下各行，或看不出各数在哪一栏，这些行没有计入：${names.zh}`, en: `${table} lacks these rows, or their columns cannot be known; they are not counted: ${names.en}` })];
  return [about(placeOf(first), { zh: `${table}以下各格不是数，或金额没有写单位，这些格没有计入：${names.zh}`, en: `these cells of ${table} are no numbers, or money without its unit; they are not counted: ${names.en}` })];
}

function nameOf(gap: Gap): string[] {
  if (gap.kind === "row") return [`“${gap.row.label.text}”`];
  return gap.kind === "cell" ? [`“${gap.row.label.text}·${columnName(gap)}”`] : [];
}

function listed(names: readonly string[]): Words {
  const shown = names.slice(0, mostListed).join("、");
  return names.length <= mostListed ? { zh: shown, en: shown } : { zh: `${shown}等 ${names.length} 处`, en: `${shown} and ${names.length - mostListed} more` };
}

function placeOf({ part, table, row, column }: Extract<Gap, { readonly kind: "cell" }>): string {
  const start = part.cells.get(`${table.key}/${row.key}/${column.key}`)?.range.start;
  return start === undefined ? part.place.file : `${part.place.file}:${start.line + 1}:${start.character + 1}`;
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
