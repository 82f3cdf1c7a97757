import { continuations, type Continuation, type Term } from "../../archive/continuations.js";
import { formerCell } from "../../archive/formerCell.js";
import type { Summary } from "../../archive/summary.js";
import { exactAmount } from "../../arithmetic/exactAmount.js";
import type { Elsewhere } from "../../check/finding.js";
import { defineRule, type Found, type Words } from "../../check/rule.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName, plain } from "../arithmetic/words.js";

/** A number of the relation with where it stands: in this report or in the one before. */
interface Operand {
  readonly term: Term;
  readonly exact: bigint;
  readonly fact: Fact;
  readonly elsewhere: Elsewhere | undefined;
}

interface Break {
  readonly fact: Fact;
  readonly own: bigint;
  readonly expected: bigint;
  readonly operands: readonly Operand[];
  readonly says: Words;
}

const messages = {
  differs: (year: number, { fact, own, expected, operands, says }: Break): Words => ({
    zh: `${cellName(fact).zh}填 ${plain(own)}，按${year}年报告推算应为 ${sumWords(operands)} = ${plain(expected)}。依据：${says.zh}。请核对两年的数；如有自动失效、移交等情况，可以不同。`,
    en: `${cellName(fact).en} is ${plain(own)}, but going on from the report of ${year} it is ${sumWords(operands)} = ${plain(expected)}. Basis: ${says.en}. Compare the two years; documents that have expired or were handed over may explain it.`,
  }),
  former: (year: number, { fact, exact }: Operand): Words => ({ zh: `${year}年报告${cellName(fact).zh}：${plain(exact)}`, en: `${cellName(fact).en} in the report of ${year}: ${plain(exact)}` }),
  own: ({ fact, exact }: Operand): Words => ({ zh: `${cellName(fact).zh}：${plain(exact)}`, en: `${cellName(fact).en}: ${plain(exact)}` }),
  fix: (fact: Fact, value: bigint): Words => ({ zh: `把${cellName(fact).zh}改为 ${plain(value)}`, en: `Set ${cellName(fact).en} to ${plain(value)}` }),
};

export default defineRule({
  code: "previous-year",
  group: "consistency",
  scope: "archive",
  phase: "typing",
  summary: { zh: "累积的数与上一年报告接不上（现行有效件数、上一年项目数量）", en: "A number that goes on from the year before does not (documents in force, items of the year before)" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号附表：现行有效件数、上一年项目数量的含义", en: "Forms of 2019 and 2021, table two: what “in force” and “items of the year before” mean" },
  repair: "review",
  *check(report) {
    const { previous } = report.neighbours;
    if (previous?.year === undefined) return;
    for (const one of breaksOf(report, previous)) yield found(one, previous.year);
  },
  repairs(finding, report) {
    const { previous } = report.neighbours;
    const one = previous === undefined ? undefined : breaksOf(report, previous).find(({ fact }) => fact.key === finding.data.key);
    if (one === undefined || one.expected < 0n) return [];
    return [{ title: messages.fix(one.fact, one.expected), safety: "review", edits: [{ span: one.fact.span, newText: plain(one.expected) }] }];
  },
});

function found(one: Break, year: number): Found {
  return {
    key: one.fact.key,
    span: one.fact.span,
    message: messages.differs(year, one),
    related: one.operands.map((operand) => ({
      span: operand.fact.span,
      message: operand.elsewhere === undefined ? messages.own(operand) : messages.former(year, operand),
      ...(operand.elsewhere === undefined ? {} : { elsewhere: operand.elsewhere }),
    })),
    fact: one.fact.key,
    found: plain(one.own),
    expected: plain(one.expected),
  };
}

function breaksOf(report: Report, previous: Summary): readonly Break[] {
  return continuations.flatMap((relation) => [...report.facts.values()].flatMap((fact) => breakAt(report, previous, relation, fact) ?? []));
}

/** Undefined where the relation holds, or where one of its numbers is not known. */
function breakAt(report: Report, previous: Summary, relation: Continuation, fact: Fact): Break | undefined {
  if (fact.table.key !== relation.table || fact.column.key !== relation.column) return undefined;
  const own = exactAmount(report, fact);
  const operands = relation.terms.flatMap((term) => operandOf(report, previous, fact, term) ?? []);
  if (own === undefined || operands.length < relation.terms.length) return undefined;
  const expected = operands.reduce((sum, { term, exact }) => sum + BigInt(term.sign) * exact, 0n);
  return own === expected ? undefined : { fact, own, expected, operands, says: relation.says };
}

function operandOf(report: Report, previous: Summary, fact: Fact, term: Term): Operand | undefined {
  const key = `${fact.table.key}/${fact.row.key}/${term.column}`;
  const named = report.facts.get(key);
  if (named === undefined) return undefined;
  if (term.year === "this") {
    const exact = exactAmount(report, named);
    return exact === undefined ? undefined : { term, exact, fact: named, elsewhere: undefined };
  }
  const former = formerCell(previous, key);
  return former === undefined ? undefined : { term, exact: former.exact, fact: named, elsewhere: former.elsewhere };
}

/** 88 + 5 − 3 */
function sumWords(operands: readonly Operand[]): string {
  return operands.map(({ term, exact }, i) => (i === 0 ? plain(exact) : `${(exact < 0n) === (term.sign < 0) ? "+" : "−"} ${plain(exact < 0n ? -exact : exact)}`)).join(" ");
}
