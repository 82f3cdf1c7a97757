import { amountOf } from "../../arithmetic/range.js";
import { defineRule, type Found, type Words } from "../../check/rule.js";
import { brokenFlowsOf, brokenListsOf, holdsCarriedIn, type BrokenList, type Flow } from "../../narrative/sums.js";
import { writtenLike } from "../../narrative/written.js";
import type { Claim } from "../../narrative/claim.js";
import { formatAmount } from "../../report/amount.js";
import type { Report } from "../../report/report.js";
import { plain } from "../arithmetic/words.js";

const messages = {
  above: (total: string, sum: string, parts: string): Words => ({
    zh: `其中各项之和超过总数：${parts} = ${sum}，总数写的是 ${total}。请核对总数和各项。`,
    en: `The parts are more than the whole: ${parts} = ${sum}, but the total is ${total}. Check the total and the parts.`,
  }),
  onePart: (total: string, part: string): Words => ({
    zh: `其中的一项 ${part} 超过总数：总数写的是 ${total}。请核对总数和这一项。`,
    en: `One of the parts, ${part}, is more than the whole: the total is ${total}. Check the two.`,
  }),
  below: (total: string, sum: string, parts: string): Words => ({
    zh: `所列各项之和与总数不符：${parts} = ${sum}，总数写的是 ${total}，相差 ${difference(total, sum)}。如果没有列全，请写“其中主要有”或在末项后加“等”；否则请核对总数和各项。`,
    en: `The parts do not add up to the whole: ${parts} = ${sum}, but the total is ${total}. If the list is a selection, say so (主要有, 等); else check the total and the parts.`,
  }),
  flow: (left: string, right: string): Words => ({
    zh: `同一句里收支不平：${left}，${right}。依据：本年新收＋上年结转＝办结＋结转下年度。请核对各数。`,
    en: `The numbers of this sentence do not balance: ${left}; ${right}. Received + carried in = handled + carried out. Check the numbers.`,
  }),
  flowOfAll: (whole: string, right: string): Words => ({
    zh: `同一句里收支不平：收到 ${whole}（已含上年结转），${right}。依据：本年新收＋上年结转＝办结＋结转下年度。请核对各数。`,
    en: `The numbers of this sentence do not balance: received ${whole}, with those carried in; ${right}. Received + carried in = handled + carried out. Check the numbers.`,
  }),
  part: { zh: "其中一项", en: "A part" },
  operand: { zh: "参加计算的数", en: "An operand" },
  change: (value: string): Words => ({ zh: `总数改为 ${value}`, en: `Write ${value} for the total` }),
};

export default defineRule({
  code: "narrative-sum",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "正文所列各项与总数不符", en: "A list in the text does not add up" },
  basis: { zh: "分项之和等于总数", en: "Parts add up to their whole" },
  repair: "review",
  *check(report) {
    for (const list of brokenListsOf(report)) yield foundList(list);
    for (const [i, flow] of brokenFlowsOf(report).entries()) yield foundFlow(i, flow);
  },
  repairs: (finding, report) => {
    const list = listOf(report, finding.data.key);
    // Where one part is more than the whole the sum of all need not be what was meant.
    if (list === undefined || list.exceeding !== undefined) return [];
    const newText = writtenLike(list.total.raw, amountOf(list.sum));
    return [{ title: messages.change(newText), safety: "review", edits: [{ span: list.total.span, newText }] }];
  },
});

function listOf(report: Report, key: string): BrokenList | undefined {
  return brokenListsOf(report).find(({ place }) => key === `list/${place}`);
}

function foundList({ place, total, parts, sum, isAbove, exceeding }: BrokenList): Found {
  const whole = formatAmount(total.amount);
  const words = isAbove ? messages.above : messages.below;
  return {
    key: `list/${place}`,
    span: total.span,
    message: exceeding === undefined ? words(whole, plain(sum), added(parts)) : messages.onePart(whole, formatAmount(exceeding.amount)),
    related: (exceeding === undefined ? parts : [exceeding]).map(({ span }) => ({ span, message: messages.part })),
    found: whole,
    ...(exceeding === undefined ? { expected: plain(sum) } : {}),
  };
}

function foundFlow(i: number, flow: Flow): Found {
  const [received, carriedIn, handled, carriedOut] = flow;
  const side = (a: Claim, b: Claim): string => `${formatAmount(a.amount)} + ${formatAmount(b.amount)} = ${a.amount.digits + b.amount.digits}`;
  const whole = formatAmount(received.amount);
  return {
    key: `flow/${i}`,
    span: handled.span,
    message: holdsCarriedIn(flow) ? messages.flowOfAll(whole, side(handled, carriedOut)) : messages.flow(side(received, carriedIn), side(handled, carriedOut)),
    related: [received, carriedIn, carriedOut].map(({ span }) => ({ span, message: messages.operand })),
    found: formatAmount(handled.amount),
  };
}

/** More parts than this are counted, not listed; all of them are related places. */
const mostListed = 8;

function added(parts: readonly Claim[]): string {
  const shown = parts.slice(0, mostListed).map(({ amount }) => formatAmount(amount)).join(" + ");
  return parts.length > mostListed ? `${shown} + …（${parts.length} 项）` : shown;
}

function difference(total: string, sum: string): string {
  return total.includes(".") || sum.includes(".") ? "若干" : String(BigInt(total) - BigInt(sum));
}
