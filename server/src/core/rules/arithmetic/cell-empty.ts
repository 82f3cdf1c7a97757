import { faultsOf } from "../../narrative/faults.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { kindOf } from "../../report/kind.js";
import type { BoundTable, Fact, Report } from "../../report/report.js";
import { cellName } from "./words.js";
import { isOfOtherForm } from "../structure/foreignLabels.js";

/** From this many blank cells on a table is told once: somebody who leaves zeros out does so everywhere. */
const tooManyToTell = 12;

const messages = {
  one: (cell: Words): Words => ({ zh: `${cell.zh}没有填。没有的应填 0，以免被当作漏填。`, en: `${cell.en} is blank. Enter 0 for none, so that it is not taken for an omission.` }),
  many: (table: string, count: number): Words => ({ zh: `${table}有 ${count} 格没有填。没有的应填 0，以免被当作漏填。`, en: `${count} cells of the table are blank. Enter 0 for none, so that they are not taken for omissions.` }),
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
    for (const bound of report.tables) yield* foundIn(bound, report);
  },
  repairs: (finding, report) => repairs(finding.data.key, report),
});

function foundIn(bound: BoundTable, report: Report): Found[] {
  const blanks = blankFacts(bound, report);
  const [first, ...others] = blanks;
  if (first === undefined) return [];
  if (blanks.length < tooManyToTell) return blanks.map((fact) => ({ key: fact.key, span: fact.span, message: messages.one(cellName(fact)), fact: fact.key, found: "" }));
  const related = others.slice(0, tooManyToTell).map((fact) => ({ span: fact.span, message: { zh: `${cellName(fact).zh}：空`, en: `${cellName(fact).en}: blank` } }));
  return [{ key: `table/${bound.form.key}`, span: first.span, message: messages.many(bound.form.name, blanks.length), related }];
}

/** A blank total under numbers is an error of its own, told by the rule of that sum. */
function blankFacts(bound: BoundTable, report: Report): Fact[] {
  if (bound.section?.isOpen === true || isOfOtherForm(report, bound)) return [];
  const told = new Set(faultsOf(report).map((fault) => fault.fact));
  // Of two tables of one kind (全县, 其中县本级) the first is the report's.
  return bound.rows.flatMap((row) => row.facts).filter((fact) => fact.value.kind === "blank" && kindOf(fact) !== "unit" && !told.has(fact) && report.facts.get(fact.key) === fact);
}

function repairs(key: string, report: Report): Repair[] {
  const bound = report.tables.find((table) => `table/${table.form.key}` === key);
  const fact = report.facts.get(key);
  const facts = bound === undefined ? (fact === undefined ? [] : [fact]) : blankFacts(bound, report);
  if (facts.length === 0) return [];
  const title = facts.length === 1 ? { zh: "填 0", en: "Enter 0" } : { zh: `${facts.length} 个空格全部填 0`, en: `Enter 0 in all ${facts.length} blank cells` };
  return [{ title, safety: "review", edits: facts.map(({ span }) => ({ span, newText: "0" })) }];
}
