import { faultsOf, totalOf, type Fault } from "../../arithmetic/explain.js";
import { operandsOf, reading, type Identity } from "../../arithmetic/identity.js";
import type { Change } from "../../arithmetic/sums.js";
import { defineRule, type Found, type Repair, type Rule, type Words } from "../../check/rule.js";
import type { Finding } from "../../check/finding.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName, gap, placeName, plain, sideWords } from "./words.js";

const messages = {
  likely: (cell: Words, value: string): Words => ({ zh: `最可能写错的是${cell.zh}（应为 ${value}）。`, en: `Most likely wrong: ${cell.en} (should be ${value}).` }),
  ifOthersHold: (cell: Words, value: string): Words => ({ zh: `如其余各数无误，${cell.zh}应为 ${value}。`, en: `If the other numbers are right, ${cell.en} should be ${value}.` }),
  check: { zh: "请核对各数。", en: "Please check the numbers." },
};

/**
 * A rule over one kind of identity. The four of them share one search for the smallest explanation, so that one wrong
 * number gives one finding, under the code of the sum that it is the total of.
 */
export function identityRule(code: string, summary: Words, basis: Words): Rule {
  return defineRule({
    code,
    group: "arithmetic",
    scope: "report",
    phase: "typing",
    summary,
    basis,
    repair: "review",
    *check(report) {
      for (const fault of faultsOf(report)) if (fault.identity.form.code === code) yield found(fault, report);
    },
    repairs: (finding, report) => repairs(code, finding, report),
  });
}

function found(fault: Fault, report: Report): Found {
  const { fact, value } = fault;
  return {
    key: fact.key,
    span: fact.span,
    message: words(fault, report),
    related: related(fault),
    fact: fact.key,
    found: fact.value.kind === "number" ? plainOf(fact) : "",
    ...(value === undefined ? {} : { expected: plain(value) }),
  };
}

function plainOf(fact: Fact): string {
  return fact.value.kind === "number" ? fact.value.raw.normalize("NFKC").replace(/[,\s]/g, "") : "";
}

function words(fault: Fault, report: Report): Words {
  const { identity, fact, value, broken } = fault;
  const read = reading(report);
  const place = placeName(identity);
  const left = sideWords(identity, "left", read);
  const right = sideWords(identity, "right", read);
  const difference = plain(gap(identity, read));
  const more = broken.length - 1;
  const advice = value === undefined ? messages.check : fault.isCertain ? messages.likely(cellName(fact), plain(value)) : messages.ifOthersHold(cellName(fact), plain(value));
  return {
    zh: `${place.zh}：${left}，${right}，相差 ${difference}。依据：${identity.form.says.zh}。${more > 0 ? `另有 ${more} 处合计因此不符。` : ""}${advice.zh}`,
    en: `${place.en}: ${left}; ${right}; difference ${difference}. Basis: ${identity.form.says.en}. ${more > 0 ? `${more} more sum(s) break with it. ` : ""}${advice.en}`,
  };
}

/** Every operand of the sum that is told but the cell itself, the totals of the other sums, and the other cells that could be the wrong one. */
function related(fault: Fault): NonNullable<Found["related"]> {
  const totals = fault.broken.flatMap((identity) => totalOf(identity) ?? []);
  const told = [...uniqueFacts([fault.identity]), ...totals, ...fault.others.map((change) => change.fact)];
  const operands = [...new Set(told)].filter((fact) => fact !== fault.fact && (fact.value.kind !== "number" || fact.value.amount.digits !== 0n));
  const candidates = new Map(fault.others.map((change) => [change.fact, change]));
  return operands.map((fact) => ({ span: fact.span, message: operandWords(fact, candidates.get(fact)) }));
}

function operandWords(fact: Fact, change: Change | undefined): Words {
  const name = cellName(fact);
  const raw = fact.value.kind === "blank" ? { zh: "空", en: "blank" } : { zh: fact.value.raw, en: fact.value.raw };
  if (change === undefined) return { zh: `${name.zh}：${raw.zh}`, en: `${name.en}: ${raw.en}` };
  return { zh: `${name.zh}：${raw.zh}，改为 ${plain(change.value)} 也可成立`, en: `${name.en}: ${raw.en}; ${plain(change.value)} would do as well` };
}

function uniqueFacts(identities: readonly Identity[]): Fact[] {
  return [...new Set(identities.flatMap(operandsOf).flatMap(({ fact }) => (fact === undefined ? [] : [fact])))];
}

function repairs(code: string, finding: Finding, report: Report): Repair[] {
  const fault = faultsOf(report).find((candidate) => candidate.identity.form.code === code && candidate.fact.key === finding.data.key);
  if (fault === undefined) return [];
  const first = fault.value === undefined ? [] : [{ fact: fault.fact, value: fault.value }];
  return [...first, ...fault.others].map(({ fact, value }) => ({
    title: { zh: `把${cellName(fact).zh}改为 ${plain(value)}`, en: `Set ${cellName(fact).en} to ${plain(value)}` },
    safety: "review",
    edits: [{ span: fact.span, newText: plain(value) }],
  }));
}
