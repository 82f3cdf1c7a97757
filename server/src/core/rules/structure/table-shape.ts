import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { RowForm } from "../../forms/edition.js";
import type { Report, RowAlignment } from "../../report/report.js";
import { readValue, type CellValue } from "../../report/amount.js";
import { cellText, type Cell } from "../../syntax/nodes.js";
import { linesOf, rowEdits } from "../../write/rows.js";
import { styleOf } from "../../write/chapter.js";
import { inDraftScript } from "./draftScript.js";
import { shapeFaults, type ShapeFault } from "./shapeFaults.js";

/** So many labels are named in a message; of more only the number is given. */
const namedRows = 3;

const messages = {
  unreadable: (): Words => ({ zh: "本表多数行的数不全，应是复制时丢失了相同的数或空格，各栏无法辨认，表中的数没有检查。", en: "Most rows of this table lack numbers, as happens when a copy drops equal lines or blanks; its columns cannot be told, so its numbers were not checked." }),
  blank: (): Words => ({ zh: "本表各行都没有数：没有填写，或者复制时丢失了。没有的应填 0。", en: "No row of this table has a number: it was not filled in, or a copy lost them. Enter 0 for none." }),
  unlabelled: (count: number): Words => ({ zh: `本表有 ${count} 行数没有行名，看不出是哪些行，没有检查。请补上行名。`, en: `${count === 1 ? "A row" : `${count} rows`} of this table have numbers and no label: which rows they are cannot be told, and they were not checked. Put the labels in.` }),
  unplaced: (rows: readonly string[], count: number): Words => ({ zh: `${named(rows)}${count > rows.length ? `等 ${count} 行` : ""}的数与栏数不符，看不出各在哪一栏，没有检查。空着的栏请填 0。`, en: `The numbers of ${named(rows)}${count > rows.length ? ` and ${count - rows.length} more rows` : ""} do not fit the columns: where they belong cannot be told, and they were not checked. Enter 0 in blank cells.` }),
  missing: (rows: readonly string[], count: number, before: string | undefined): Words => ({
    zh: `本表缺少${named(rows)}${count > rows.length ? `等 ${count} 行` : ""}${before === undefined ? "，应在表首" : `，应在“${before}”之后`}。格式规定各行须齐全，没有的填 0。`,
    en: `The table lacks ${count === 1 ? "the row" : `${count} rows,`} ${named(rows)}${before === undefined ? ", at its beginning" : `, behind “${before}”`}. The form has every row; write 0 where there is nothing.`,
  }),
  split: (label: string, count: number): Words => ({ zh: `“${label}”在格式中分 ${count} 行填写，本表只有一行。`, en: `The form has ${count} rows under “${label}”; this table has one.` }),
  doubled: (label: string): Words => ({ zh: `“${label}”一行重复出现。请删去多余的一行。`, en: `The row “${label}” is there twice. Delete one of them.` }),
  moved: (label: string, before: string | undefined): Words => ({ zh: `“${label}”一行的次序与格式不同，应在${before === undefined ? "表首" : `“${before}”之后`}。`, en: `The row “${label}” is out of order; it belongs ${before === undefined ? "at the beginning" : `behind “${before}”`}.` }),
  extra: (label: string): Words => ({ zh: `“${label}”不是格式规定的行。请并入规定的行，或写在表外。`, en: `The form has no row “${label}”. Count it under a row of the form or tell it outside the table.` }),
  missingColumn: (columns: readonly string[]): Words => ({ zh: `本表缺少${named(columns)}${columns.length === 1 ? "一" : ` ${columns.length} `}栏。`, en: `The table lacks the column${columns.length === 1 ? "" : "s"} ${named(columns)}.` }),
  missingBand: (title: string, label: string): Words => ({ zh: `“${label}”上方缺少“${title}”一行。`, en: `The line “${title}” is missing over “${label}”.` }),
  movedColumn: (label: string, before: string | undefined): Words => ({ zh: `“${label}”一栏的次序与格式不同，应在${before === undefined ? "第一栏" : `“${before}”之后`}。`, en: `The column “${label}” is out of order; it belongs ${before === undefined ? "first" : `behind “${before}”`}.` }),
  extraColumn: (label: string): Words => ({ zh: `“${label}”不是格式规定的栏。`, en: `The form has no column “${label}”.` }),
};

function named(labels: readonly string[]): string {
  return labels.map((label) => `“${label}”`).join("、");
}

export default defineRule({
  code: "table-shape",
  group: "structure",
  scope: "report",
  phase: "typing",
  summary: { zh: "表格的行或栏缺少、重复、多余或错位", en: "A table lacks a row or column, has one twice, one too many or at another place" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表的行和栏", en: "Forms of 2019 and 2021: the rows and columns of the tables" },
  repair: "review",
  *check(report) {
    for (const [key, fault] of shapeFaults(report)) yield found(report, key, fault);
  },
  repairs(finding, report, tools) {
    const fault = shapeFaults(report).get(finding.data.key);
    return fault === undefined ? [] : repairs(report, fault, tools);
  },
});

function found(report: Report, key: string, fault: ShapeFault): Found {
  const at = { key, span: fault.at.span };
  switch (fault.kind) {
    case "unreadable":
      return { ...at, message: messages.unreadable(), severity: "information" };
    case "blank":
      return { ...at, message: messages.blank(), severity: "information" };
    case "unlabelled":
      return { ...at, message: messages.unlabelled(fault.count), severity: "information" };
    case "unplaced":
      return { ...at, message: messages.unplaced(fault.rows.slice(0, namedRows).map(labelOf), fault.rows.length), severity: "information" };
    case "missing":
      return { ...at, message: messages.missing(fault.rows.slice(0, namedRows).map(labelOf), fault.rows.length, fault.before?.form?.label.text) };
    case "split":
      return { ...at, message: messages.split(cellText(report.text, fault.at), fault.rows.length) };
    case "doubled":
      return { ...at, message: messages.doubled(cellText(report.text, fault.at)) };
    case "moved":
      return { ...at, message: messages.moved(cellText(report.text, fault.at), fault.before?.label.text), severity: "warning" };
    case "extra":
      return { ...at, message: messages.extra(cellText(report.text, fault.at)) };
    case "missingColumn":
      return { ...at, message: messages.missingColumn(fault.columns) };
    case "missingBand":
      return { ...at, message: messages.missingBand(fault.title, cellText(report.text, fault.at)), severity: "warning" };
    case "movedColumn":
      return { ...at, message: messages.movedColumn(cellText(report.text, fault.at), fault.before), severity: "warning" };
    case "extraColumn":
      return { ...at, message: messages.extraColumn(cellText(report.text, fault.at)) };
  }
}

function labelOf(row: RowForm): string {
  return row.label.text;
}

function repairs(report: Report, fault: ShapeFault, tools: RepairTools): Repair[] {
  if (fault.kind === "missing") return fault.hasNumbersOfItsOwn ? [] : insertion(report, fault, tools);
  if (fault.kind === "extra") return holdsNumbers(report, fault.row) ? [] : deletion(report, fault.bound, fault.row);
  if (fault.kind === "doubled") return isRepeated(report, fault.bound, fault.row) || !holdsNumbers(report, fault.row) ? deletion(report, fault.bound, fault.row) : [];
  return [];
}

/** Others than none: with their row they would be lost. */
function holdsNumbers(report: Report, { cells }: RowAlignment): boolean {
  return valuesIn(report, cells).some((value) => value.kind === "number" && value.amount.digits !== 0n);
}

/** Another row of the same name says the same. */
function isRepeated(report: Report, { alignment }: ShapeFault["bound"], row: RowAlignment): boolean {
  const saying = ({ cells }: RowAlignment): string => valuesIn(report, cells).flatMap((value) => ("raw" in value ? value.raw : "")).join("|");
  return alignment.some((other) => other !== row && other.form === row.form && saying(other) === saying(row));
}

function valuesIn(report: Report, cells: readonly Cell[]): CellValue[] {
  return cells.map((cell) => readValue(cellText(report.text, cell))).filter((value) => value.kind !== "text" && value.kind !== "blank");
}

/** Between the rows before and behind it, as far as they stand under the same head. */
function insertion(report: Report, { bound, rows, before, after }: Extract<ShapeFault, { kind: "missing" }>, tools: RepairTools): Repair[] {
  const band = bound.form.bands.find((candidate) => rows.every((row) => candidate.rows.includes(row)));
  const inBand = (row: RowAlignment | undefined): RowAlignment | undefined => (row?.form !== undefined && band?.rows.includes(row.form) === true ? row : undefined);
  const gap = { before: inBand(before), after: inBand(after) };
  if (band === undefined || (gap.before ?? gap.after) === undefined) return [];
  const style = { ...styleOf(report), spelling: bound.table.spelling };
  const edits = rowEdits(report.source, { bound, band, rows, ...gap }, style, (text) => inDraftScript(report, text, tools));
  if (edits === undefined) return [];
  return [{ title: { zh: rows.length === 1 ? "补上缺少的一行" : `补上缺少的 ${rows.length} 行`, en: rows.length === 1 ? "Insert the missing row" : `Insert the ${rows.length} missing rows` }, safety: "review", edits }];
}

function deletion(report: Report, { table }: ShapeFault["bound"], row: RowAlignment): Repair[] {
  const span = linesOf(report.text, table, row.cells);
  return span === undefined ? [] : [{ title: { zh: "删去这一行", en: "Delete this row" }, safety: "review", edits: [{ span, newText: "" }] }];
}
