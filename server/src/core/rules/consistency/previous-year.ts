import { continuations, type Continuation, type Term } from "../../archive/continuations.js";
import { formerCell } from "../../archive/formerCell.js";
import type { Summary } from "../../archive/summary.js";
import { exactAmount } from "../../arithmetic/exactAmount.js";
import type { Elsewhere } from "../../check/finding.js";
import { defineRule, type Found, type Words } from "../../check/rule.js";
import type { Fact, Report } from "../../report/report.js";
import { cellText } from "../../syntax/nodes.js";
import { shown } from "../../text/filler.js";
import { cellName, listed, plain } from "../arithmetic/words.js";

/** A number of the relation with where it stands: in this report or in the one before. */
interface Operand {
  readonly term: Term;
  readonly exact: bigint;
  readonly fact: Fact;
  readonly name: Words;
  readonly elsewhere: Elsewhere | undefined;
}

interface Break {
  readonly fact: Fact;
  readonly own: bigint;
  readonly expected: bigint;
  readonly operands: readonly Operand[];
  readonly relation: Continuation;
  /** The cell as the draft itself calls it. */
  readonly name: Words;
}

/** What one finding tells: a number that does not go on, and others that are wrong by the same difference. */
type Slip = readonly [Break, ...Break[]];

const messages = {
  differs: (year: number, [{ own, expected, operands, relation: { says, unless }, name }, ...others]: Slip): Words => {
    const also = listed(others.map((other) => other.name), "、", ", ");
    return {
      zh: `${name.zh}填 ${plain(own)}，按${year}年报告推算应为 ${sumWords(operands)} = ${plain(expected)}。${others.length === 0 ? "" : `${also.zh}相差同一个数。`}依据：${says.zh}。请核对两年的数；${unless.zh}。`,
      en: `${name.en} is ${plain(own)}, but going on from the report of ${year} it is ${sumWords(operands)} = ${plain(expected)}. ${others.length === 0 ? "" : `${also.en} differ by the same number. `}Basis: ${says.en}. Compare the two years; ${unless.en}.`,
    };
  },
  former: (year: number, { name, exact }: Operand): Words => ({ zh: `${year}年报告${name.zh}：${plain(exact)}`, en: `${name.en} in the report of ${year}: ${plain(exact)}` }),
  own: ({ name, exact }: Operand): Words => ({ zh: `${name.zh}：${plain(exact)}`, en: `${name.en}: ${plain(exact)}` }),
  same: ({ name, own, expected }: Break): Words => ({ zh: `${name.zh}填 ${plain(own)}，推算应为 ${plain(expected)}`, en: `${name.en} is ${plain(own)}, it should be ${plain(expected)}` }),
  fix: ([{ name, expected }, ...others]: Slip): Words => ({
    zh: `把${name.zh}改为 ${plain(expected)}${others.length === 0 ? "" : `，相差同一个数的 ${others.length} 处一并改正`}`,
    en: `Set ${name.en} to ${plain(expected)}${others.length === 0 ? "" : `, and correct ${others.length} more that differ alike`}`,
  }),
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
    for (const slip of slipsOf(report, previous)) yield found(slip, previous.year);
  },
  repairs(finding, report) {
    const { previous } = report.neighbours;
    const slip = previous === undefined ? undefined : slipsOf(report, previous).find(([{ fact }]) => fact.key === finding.data.key);
    if (slip === undefined || slip.some(({ expected }) => expected < 0n)) return [];
    return [{ title: messages.fix(slip), safety: "review", edits: slip.map(({ fact, expected }) => ({ span: fact.span, newText: plain(expected) })) }];
  },
});

function found(slip: Slip, year: number): Found {
  const [one, ...others] = slip;
  const operands = one.operands.map((operand) => ({
    span: operand.fact.span,
    message: operand.elsewhere === undefined ? messages.own(operand) : messages.former(year, operand),
    ...(operand.elsewhere === undefined ? {} : { elsewhere: operand.elsewhere }),
  }));
  return {
    key: one.fact.key,
    span: one.fact.span,
    message: messages.differs(year, slip),
    related: [...operands, ...others.map((other) => ({ span: other.fact.span, message: messages.same(other) }))],
    fact: one.fact.key,
    found: plain(one.own),
    expected: plain(one.expected),
  };
}

/** A document that was counted wrong is wrong in the total and in its part; it is told once, at the first of them. */
function slipsOf(report: Report, previous: Summary): readonly Slip[] {
  const slips: [Break, ...Break[]][] = [];
  for (const one of breaksOf(report, previous)) {
    const same = one.relation.hasParts === true ? slips.find(([first]) => first.relation === one.relation && first.expected - first.own === one.expected - one.own) : undefined;
    if (same === undefined) slips.push([one]);
    else same.push(one);
  }
  return slips;
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
  return own === expected ? undefined : { fact, own, expected, operands, relation, name: ownName(report, fact) };
}

function operandOf(report: Report, previous: Summary, fact: Fact, term: Term): Operand | undefined {
  const key = `${fact.table.key}/${fact.row.key}/${term.column}`;
  const named = report.facts.get(key);
  if (named === undefined) return undefined;
  const operand = { term, fact: named, name: ownName(report, named) };
  if (term.year === "this") {
    const exact = exactAmount(report, named);
    return exact === undefined ? undefined : { ...operand, exact, elsewhere: undefined };
  }
  const former = formerCell(previous, key);
  return former === undefined ? undefined : { ...operand, exact: former.exact, elsewhere: former.elsewhere };
}

/** Provinces changed the labels of their annex as they liked: there the draft's own label is quoted, not the form's. */
function ownName({ text, tables }: Report, fact: Fact): Words {
  const table = tables.find(({ form }) => form === fact.table);
  const label = table?.rows.find(({ form }) => form === fact.row)?.label;
  if (fact.table.optional !== true || label === undefined) return cellName(fact);
  const row = shown(cellText(text, label));
  return { zh: `“${row}”的“${fact.column.label.text}”`, en: `“${fact.column.label.text}” of “${row}”` };
}

/** 88 + 5 − 3 */
function sumWords(operands: readonly Operand[]): string {
  return operands.map(({ term, exact }, i) => (i === 0 ? plain(exact) : `${(exact < 0n) === (term.sign < 0) ? "+" : "−"} ${plain(exact < 0n ? -exact : exact)}`)).join(" ");
}
