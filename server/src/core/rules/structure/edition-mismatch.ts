import { defineRule, type Words } from "../../check/rule.js";
import { documentFor } from "../../forms/documentFor.js";
import type { Edition, TableForm } from "../../forms/edition.js";
import { editions } from "../../forms/editions.js";
import { foldedLabel } from "../../forms/label.js";
import { preambleOf } from "../../report/prose.js";
import type { BoundTable, Report } from "../../report/report.js";
import { cellText, type Cell } from "../../syntax/nodes.js";
import { fold } from "../../text/fold.js";
import { remembered } from "../../text/remembered.js";
import { isValueText } from "../../text/valueText.js";
import { mendable, type Mendable } from "../found.js";
import { foreignLabels } from "../../report/foreignLabels.js";

const messages = {
  label: (label: string, count: number, other: Edition, report: Report): Words => {
    const applies = appliesTo(report, report.edition.source.document);
    return {
      zh: `“${label}”${count > 1 ? `等${count}个栏目` : ""}是${other.source.document}的表样，${applies.zh}。请换用后者的表样${orChoice(report).zh}。`,
      en: `“${label}”${count > 1 ? ` and ${count - 1} more` : ""} belongs to the form of ${other.source.document}; ${applies.en}. Use its tables${orChoice(report).en}.`,
    };
  },
  row: (label: string, other: Edition, report: Report): Words => ({
    zh: `“${label}”只填了一行，是${other.source.document}的填法；${report.edition.source.document}在它下面分列各项。请换用这一格式的表${orChoice(report).zh}。`,
    en: `“${label}” is one row as in the form of ${other.source.document}; that of ${report.edition.source.document} has several rows below it. Use its table${orChoice(report).en}.`,
  }),
  basis: (other: Edition, report: Report): Words => {
    const applies = appliesTo(report, documentFor(report.edition, "contents"));
    return {
      zh: `编制依据写的是${other.source.document}，${applies.zh}。请核对${orChoice(report).zh}。`,
      en: `The report names ${other.source.document} as its basis; ${applies.en}${orChoice(report).en}.`,
    };
  },
};

/** Where somebody has ordered a form, its year is not what speaks against the other. */
function appliesTo({ orderedBy }: Report, document: string): Words {
  if (orderedBy === undefined) return { zh: `本报告年度适用${document}`, en: `this report is to follow ${document}` };
  if (orderedBy === "directive") return { zh: `文中指令 nianbao-edition 选定的是${document}`, en: `the comment nianbao-edition in the draft has chosen ${document}` };
  return { zh: `配置选定的是${document}`, en: `the configuration has chosen ${document}` };
}

function orChoice({ orderedBy }: Report): Words {
  return orderedBy === undefined ? { zh: "", en: "" } : { zh: "，或者更改所选的格式", en: ", or choose another form" };
}

export default defineRule({
  code: "edition-mismatch",
  group: "structure",
  scope: "report",
  phase: "typing",
  summary: { zh: "用了另一年度的表样，或引用了另一年度的格式文件", en: "The tables or the basis are those of the form of other years" },
  basis: { zh: "国办公开办函〔2021〕30号（2021年度起）、〔2019〕60号（2019、2020年度）", en: "Forms of 2021 (from the report on 2021 on) and 2019 (for 2019 and 2020)" },
  ...mendable(faults),
});

/** One finding tells all: the first cell of another form, else the citation. */
function* faults(report: Report): Iterable<Mendable> {
  if (report.edition.tables.length === 0) return;
  const found = tellingCell(report) ?? joinedRow(report) ?? citation(report);
  if (found !== undefined) yield found;
}

/** Labels that were all taken for the form's own are slips, which table-label tells. */
function tellingCell(report: Report): Mendable | undefined {
  const found = foreignLabels(report);
  const [first] = found;
  if (first === undefined || found.every(({ cell }) => isTakenForOwn(report, cell))) return undefined;
  const label = cellText(report.text, first.cell);
  return { key: "label", span: first.cell.span, message: messages.label(label, found.filter(({ edition }) => edition === first.edition).length, first.edition, report), found: label };
}

function isTakenForOwn({ tables }: Report, cell: Cell): boolean {
  return tables.some(({ labels }) => labels.some((label) => label.cell === cell));
}

/** （六）其他处理 with numbers of its own and none below it: that table is the older one, though each label is known. */
function joinedRow(report: Report): Mendable | undefined {
  for (const bound of report.tables) {
    for (const other of editions.filter((edition) => edition.id !== report.edition.id)) {
      const cell = joinedCell(report, bound, other.tables.find((table) => table.key === bound.form.key));
      if (cell !== undefined) return { key: "row", span: cell.span, message: messages.row(cellText(report.text, cell), other, report), found: cellText(report.text, cell) };
    }
  }
  return undefined;
}

function joinedCell({ text }: Report, { form, table, rows }: BoundTable, other: TableForm | undefined): Cell | undefined {
  if (other === undefined || rows.length < form.bands.flatMap((band) => band.rows).length / 2) return undefined;
  const groups = groupsWithoutRows(form, rows);
  const joined = groups.size === 0 ? [] : rowLabels(other).filter((label) => groups.has(label));
  if (joined.length === 0) return undefined;
  return table.rows.flatMap(({ cells }) => cells.filter((cell, i) => joined.includes(fold(cellText(text, cell))) && isValue(text, cells[i + 1]))).at(0);
}

function isValue(text: string, cell: Cell | undefined): boolean {
  return cell !== undefined && isValueText(cellText(text, cell));
}

const rowLabels: (form: TableForm) => readonly string[] = remembered((form) => form.bands.flatMap((band) => band.rows.map((row) => foldedLabel(row.label.text))));

const groupsOf: (form: TableForm) => readonly string[] = remembered((form) => [...new Set(form.bands.flatMap((band) => band.rows.flatMap((row) => row.groups)))]);

/** Printed groups of which no row stands in the draft. */
function groupsWithoutRows(form: TableForm, rows: BoundTable["rows"]): Set<string> {
  const groups = new Set(groupsOf(form));
  for (const row of rows) for (const group of row.form.groups) groups.delete(group);
  return new Set([...groups].map(foldedLabel));
}

/** As the basis of the report, in its opening, without naming the form that applies. */
function citation(report: Report): Mendable | undefined {
  const own = [report.edition.source.document, documentFor(report.edition, "contents")].map(fold);
  const lines = preambleOf(report);
  if (lines.some(({ folded }) => own.some((document) => folded.includes(document)))) return undefined;
  for (const other of editions.filter((edition) => edition.id !== report.edition.id && edition.tables.length > 0)) {
    const document = fold(other.source.document);
    for (const line of lines) {
      const at = line.folded.indexOf(document);
      if (at < 0) continue;
      return { key: "basis", span: line.span(at, at + document.length), message: messages.basis(other, report), found: other.source.document, severity: "warning" };
    }
  }
  return undefined;
}
