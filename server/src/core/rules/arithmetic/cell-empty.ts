import { faultsOf } from "../../narrative/faults.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { kindOf } from "../../report/kind.js";
import type { RowForm, TableForm } from "../../forms/edition.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName } from "./words.js";
import { isOfOtherForm } from "../../report/foreignLabels.js";

/** From this many blank cells on a table is told once: somebody who leaves zeros out does so everywhere. */
const tooManyToTell = 12;

const messages = {
  one: (cell: Words): Words => ({ zh: `${cell.zh}没有填。没有的应填 0，以免被当作漏填。`, en: `${cell.en} is blank. Enter 0 for none, so that it is not taken for an omission.` }),
  many: (where: Words, count: number): Words => ({ zh: `${where.zh}有 ${count} 格没有填。没有的应填 0，以免被当作漏填。`, en: `${count} cells of ${where.en} are blank. Enter 0 for none, so that they are not taken for omissions.` }),
};

export default defineRule({
  code: "cell-empty",
  group: "arithmetic",
  scope: "report",
  phase: "typing",
  severity: "information",
  summary: { zh: "定稿的表格中有空格", en: "A cell of a finished report is blank" },
  basis: { zh: "通行做法：没有的填 0；表样未规定空格的含义", en: "Common practice: 0 for none; the form does not say what a blank means" },
  repair: "review",
  *check(report) {
    if (report.stage === "draft") return;
    for (const form of formsOf(report)) yield* foundIn(form, report);
  },
  repairs: (finding, report) => repairs(finding.data.key, report),
});

function formsOf({ tables }: Report): Set<TableForm> {
  return new Set(tables.map(({ form }) => form));
}

/** Many blanks of a table are told at once, fewer row by row. */
function foundIn(form: TableForm, report: Report): Found[] {
  const blanks = blankFacts(form, report);
  if (blanks.length >= tooManyToTell) return together(`table/${form.key}`, { zh: form.name, en: "the table" }, blanks);
  return [...inRows(blanks)].flatMap(([row, own]) => together(keyOf(form, row), form.labelColumns === 0 ? { zh: form.name, en: "the table" } : { zh: `“${row.label.text}”`, en: `“${row.label.text}”` }, own));
}

function keyOf(form: TableForm, row: RowForm): string {
  return `row/${form.key}/${row.key}`;
}

function inRows(blanks: readonly Fact[]): ReadonlyMap<RowForm, readonly Fact[]> {
  const rows = new Map<RowForm, Fact[]>();
  for (const fact of blanks) rows.set(fact.row, [...(rows.get(fact.row) ?? []), fact]);
  return rows;
}

function together(key: string, where: Words, blanks: readonly Fact[]): Found[] {
  const [first, ...others] = blanks;
  if (first === undefined) return [];
  if (others.length === 0) return [{ key: first.key, span: first.span, message: messages.one(cellName(first)), fact: first.key, found: "" }];
  const related = others.slice(0, tooManyToTell).map((fact) => ({ span: fact.span, message: { zh: `${cellName(fact).zh}：空`, en: `${cellName(fact).en}: blank` } }));
  return [{ key, span: first.span, message: messages.many(where, blanks.length), related }];
}

/**
 * In all tables of a form: a page break may have cut it. A blank total under numbers is an error of its own, told by the rule of that
 * sum; of two tables of one kind (全县, 其中县本级) the first is the report's.
 */
function blankFacts(form: TableForm, report: Report): Fact[] {
  const told = new Set(faultsOf(report).flatMap((fault) => [fault.fact, ...fault.alike.map(({ fact }) => fact)]));
  const own = report.tables.filter((bound) => bound.form === form && bound.section?.isOpen !== true && !isOfOtherForm(report, bound));
  return own.flatMap(({ rows }) => rows.flatMap((row) => row.facts)).filter((fact) => fact.value.kind === "blank" && kindOf(fact) !== "unit" && !told.has(fact) && report.facts.get(fact.key) === fact);
}

function repairs(key: string, report: Report): Repair[] {
  const facts = factsOf(key, report);
  if (facts.length === 0) return [];
  const title = facts.length === 1 ? { zh: "填 0", en: "Enter 0" } : { zh: `${facts.length} 个空格全部填 0`, en: `Enter 0 in all ${facts.length} blank cells` };
  return [{ title, safety: "review", edits: facts.map(({ span }) => ({ span, newText: "0" })) }];
}

/** Those that the finding with this key tells. */
function factsOf(key: string, report: Report): readonly Fact[] {
  const fact = report.facts.get(key);
  if (fact !== undefined) return [fact];
  for (const form of formsOf(report)) {
    const blanks = blankFacts(form, report);
    if (key === `table/${form.key}`) return blanks;
    for (const [row, own] of inRows(blanks)) if (key === keyOf(form, row)) return own;
  }
  return [];
}
