import { defineRule, type Found, type Words } from "../../check/rule.js";
import { wrongPercentagesOf, type WrongPercentage } from "../../narrative/percentages.js";
import { formatAmount } from "../../report/amount.js";
import { plain } from "../arithmetic/words.js";

const messages = {
  share: (found: string, part: string, whole: string, expected: string): Words => ({
    zh: `百分数写的是 ${found}%，按 ${part} ÷ ${whole} 应为 ${expected}%，前后各数的其他搭配也都算不出这个数。请核对。`,
    en: `The percentage is ${found}%, but ${part} ÷ ${whole} is ${expected}%, and no other numbers nearby give it either. Please check.`,
  }),
  growth: (found: string, now: string, before: string, expected: string): Words => ({
    zh: `增减幅度写的是 ${found}%，由 ${before} 到 ${now} 应为 ${expected}%，前后各数的其他搭配也都算不出这个数。请核对。`,
    en: `The change is given as ${found}%, but from ${before} to ${now} it is ${expected}%, and no other numbers nearby give it either. Please check.`,
  }),
  operand: { zh: "参加计算的数", en: "An operand" },
  change: (value: string): Words => ({ zh: `改为 ${value}`, en: `Change to ${value}` }),
};

export default defineRule({
  code: "narrative-percent",
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "正文的百分数与有关的数不符", en: "A percentage in the text does not fit its numbers" },
  basis: { zh: "百分数由正文或表格里的数算出，四舍五入或截去尾数", en: "Percentages follow from the numbers of the text or the tables, rounded or cut off" },
  repair: "review",
  *check(report) {
    for (const wrong of wrongPercentagesOf(report)) yield found(wrong);
  },
  repairs: (finding, report) => {
    const wrong = wrongPercentagesOf(report).find(({ place }) => finding.data.key === `${place}`);
    if (wrong === undefined || !/^[\d.]+/.test(wrong.claim.raw)) return [];
    const sign = wrong.claim.raw.replace(/^[\d.]+/, "");
    return [{ title: messages.change(`${expected(wrong)}%`), safety: "review", edits: [{ span: wrong.claim.span, newText: `${expected(wrong)}${sign}` }] }];
  },
});

function found(wrong: WrongPercentage): Found {
  const { place, claim, operands, places } = wrong;
  const words = claim.relation === "more" || claim.relation === "less" ? messages.growth : messages.share;
  return {
    key: `${place}`,
    span: claim.span,
    message: words(formatAmount(claim.amount), plain(operands[0]), plain(operands[1]), expected(wrong)),
    related: places.map(({ span }) => ({ span, message: messages.operand })),
    found: formatAmount(claim.amount),
    expected: expected(wrong),
  };
}

function expected({ expected: digits, claim }: WrongPercentage): string {
  return formatAmount({ digits, scale: claim.amount.scale });
}
