import type { Summary } from "../../archive/summary.js";
import { culpritOf, numberOf, sumsOf, withoutConsequences, wrongSums, type Culprit, type Sum } from "../../archive/summing.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { cellName, plain } from "../arithmetic/words.js";

/** Parts shown behind a wrong cell; the others are counted. */
const mostShown = 12;

const messages = {
  differs: ({ fact, own, parts }: Sum, count: number): Words => ({
    zh: `${cellName(fact).zh}填 ${plain(own)}，所属 ${count} 份报告合计为 ${plain(parts)}，相差 ${plain(gap(own, parts))}。汇总数应等于各单位报告逐项相加。请核对。`,
    en: `${cellName(fact).en} is ${plain(own)}; the ${count} reports that it adds up come to ${plain(parts)}, a difference of ${plain(gap(own, parts))}. Each cell is the sum of the reports. Please check.`,
  }),
  tooSmall: ({ fact, own, parts }: Sum, count: number): Words => ({
    zh: `${cellName(fact).zh}填 ${plain(own)}，所属 ${count} 份报告中已能读出的合计已有 ${plain(parts)}。汇总数不能小于各单位之和。请核对。`,
    en: `${cellName(fact).en} is ${plain(own)}, less than the ${plain(parts)} that those of the ${count} reports which can be read come to. Please check.`,
  }),
  culprit: (name: string, { kind }: Culprit, cells: number): Words =>
    kind === "missing"
      ? { zh: `有 ${cells} 格的汇总数与各单位之和不符，都正好少了${name}报告的数：很可能漏加了这份报告。请核对。`, en: `${cells} cells are short of the sum by just the numbers of ${name}: its report was most likely left out. Please check.` }
      : { zh: `有 ${cells} 格的汇总数与各单位之和不符，都正好多了${name}报告的数：很可能重复加了这份报告。请核对。`, en: `${cells} cells exceed the sum by just the numbers of ${name}: its report was most likely counted twice. Please check.` },
  part: (name: string, value: string): Words => ({ zh: `${name}：${value}`, en: `${name}: ${value}` }),
  fix: ({ fact, parts }: Sum): Words => ({ zh: `把${cellName(fact).zh}改为各单位之和 ${plain(parts)}`, en: `Set ${cellName(fact).en} to the sum ${plain(parts)}` }),
  fixAll: (cells: number): Words => ({ zh: `把不符的 ${cells} 格都改为各单位之和`, en: `Set all ${cells} cells that differ to their sums` }),
};

export default defineRule({
  code: "aggregate",
  group: "consistency",
  scope: "archive",
  phase: "typing",
  summary: { zh: "汇总报告的数不等于所属各单位报告之和", en: "A number of a report that adds up others is not their sum" },
  basis: { zh: "国办公开办函〔2021〕30号：统计数据逐级汇总", en: "Notice of 2021: figures are added up level by level" },
  repair: "review",
  *check(report) {
    if (report.neighbours.parts.length === 0) return;
    const sums = sumsOf(report);
    const wrong = wrongSums(sums);
    const culprit = wrong.length < 2 ? undefined : culpritOf(report, sums);
    if (culprit !== undefined) yield* leftOutOrTwice(report, wrong, culprit);
    else for (const sum of withoutConsequences(report, wrong)) yield found(report, sum);
  },
  repairs: (_finding, report) => repairs(report),
});

/** All cells at once: a cell without its totals would only break the sums of the report. */
function repairs(report: Report): Repair[] {
  const wrong = wrongSums(sumsOf(report)).filter(({ isWhole }) => isWhole);
  const [first, second] = wrong;
  if (first === undefined) return [];
  const title = second === undefined ? messages.fix(first) : messages.fixAll(wrong.length);
  return [{ title, safety: "review", edits: wrong.map(({ fact, parts }) => ({ span: fact.span, newText: plain(parts) })) }];
}

function found(report: Report, sum: Sum): Found {
  const count = report.neighbours.parts.length;
  return {
    key: sum.fact.key,
    span: sum.fact.span,
    message: sum.isWhole ? messages.differs(sum, count) : messages.tooSmall(sum, count),
    related: relatedParts(report, sum),
    fact: sum.fact.key,
    found: plain(sum.own),
    ...(sum.isWhole ? { expected: plain(sum.parts) } : {}),
  };
}

/** The parts that have something to add, the largest first. */
function relatedParts(report: Report, { fact }: Sum): NonNullable<Found["related"]> {
  const parts = report.neighbours.parts.flatMap((part) => {
    const number = numberOf(report, part, fact);
    const cell = part.cells.get(fact.key);
    return number === undefined || number === 0n || cell === undefined ? [] : [{ part, number, range: cell.range }];
  });
  return parts
    .sort((a, b) => (a.number === b.number ? 0 : a.number > b.number ? -1 : 1))
    .slice(0, mostShown)
    .map(({ part, number, range }) => ({ span: fact.span, message: messages.part(nameOf(part), plain(number)), elsewhere: { file: part.place.file, range } }));
}

function* leftOutOrTwice(report: Report, wrong: readonly Sum[], culprit: Culprit): Iterable<Found> {
  const [first] = wrong;
  if (first === undefined) return;
  const range = culprit.part.cells.get(first.fact.key)?.range;
  const name = nameOf(culprit.part);
  const number = numberOf(report, culprit.part, first.fact) ?? 0n;
  yield {
    key: "part",
    span: first.fact.span,
    message: messages.culprit(name, culprit, wrong.length),
    related: range === undefined ? [] : [{ span: first.fact.span, message: messages.part(name, plain(number)), elsewhere: { file: culprit.part.place.file, range } }],
  };
}

/** As the title has it, else the name of the file. */
function nameOf({ organName, place }: Summary): string {
  return organName ?? place.path.slice(place.path.lastIndexOf("/") + 1);
}

function gap(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
