import { totalOf, type Fault } from "../../arithmetic/explain.js";
import { faultsOf } from "../../narrative/faults.js";
import type { Slip } from "../../arithmetic/evidence.js";
import { operandsOf, type Identity } from "../../arithmetic/identity.js";
import type { Change, Explanation } from "../../arithmetic/search.js";
import { defineRule, type Found, type Repair, type Rule, type Words } from "../../check/rule.js";
import type { Finding } from "../../check/finding.js";
import type { Fact, Report } from "../../report/report.js";
import { cellName, gap, listed, placeName, plain, sideWords } from "./words.js";

const messages = {
  likely: ({ zh, en }: Words): Words => ({ zh: `最可能写错的是${zh}。`, en: `Most likely wrong: ${en}.` }),
  likelyAmong: ({ zh, en }: Words, others: Words): Words => ({ zh: `最可能写错的是${zh}，也可能是${others.zh}。`, en: `Most likely wrong: ${en}; it may also be ${others.en}.` }),
  ifOthersHold: ({ zh, en }: Words): Words => ({ zh: `如其余各数无误，${zh}。`, en: `If the other numbers are right: ${en}.` }),
  check: { zh: "请核对各数。", en: "Please check the numbers." },
  more: (count: number): Words => ({ zh: `另有 ${count} 处因此不符。`, en: `${count} more sum(s) break with it. ` }),
};

/** How the number came about, where it can be seen. */
const slips: Readonly<Partial<Record<Slip, Words>>> = {
  blank: { zh: "此格空着", en: "the cell is blank" },
  swapped: { zh: "相邻两位数字写颠倒", en: "two digits are swapped" },
  doubled: { zh: "一位数字多写了一遍", en: "a digit stands twice" },
  dropped: { zh: "漏写一位数字", en: "a digit is missing" },
  copied: { zh: "与相邻一格的数相同", en: "the same as in the cell beside it" },
  stated: { zh: "与正文所写一致", en: "as the prose says" },
};

/**
 * A rule over one kind of identity. All of them share one search for the smallest explanation, so that one wrong
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
    check: (report) => identityFindings(code, report),
    repairs: (finding, report) => identityRepairs(code, finding, report),
  });
}

export function identityFindings(code: string, report: Report): Found[] {
  return faultsOf(report).flatMap((fault) => (fault.identity.form.code === code ? [found(fault)] : []));
}

function found(fault: Fault): Found {
  const { fact, value, identity } = fault;
  return {
    key: fact.key,
    span: fact.span,
    message: words(fault),
    related: related(fault),
    fact: fact.key,
    found: fact.value.kind === "number" ? plainOf(fact) : "",
    ...(value === undefined ? {} : { expected: plain(value) }),
    ...(identity.form.usual === true ? { severity: "information" as const } : {}),
  };
}

function plainOf(fact: Fact): string {
  return fact.value.kind === "number" ? fact.value.raw.normalize("NFKC").replace(/[,\s]/g, "") : "";
}

function words(fault: Fault): Words {
  if (fault.alike.length > 0) return blanksWords(fault);
  const { identity, broken, read } = fault;
  const place = placeName(identity);
  const left = sideWords(identity, "left", read);
  const right = sideWords(identity, "right", read);
  const difference = differenceWords(identity, plain(gap(identity, read)));
  const more = broken.length > 1 ? messages.more(broken.length - 1) : { zh: "", en: "" };
  const advice = adviceFor(fault);
  return {
    zh: `${place.zh}：${left}，${right}，${difference.zh}。依据：${identity.form.says.zh}。${more.zh}${advice.zh}`,
    en: `${place.en}: ${left}; ${right}; ${difference.en}. Basis: ${identity.form.says.en}. ${more.en}${advice.en}`,
  };
}

/** Places that are named of many. */
const mostBlanks = 3;

/** Of blank totals in many rows, or of a row of totals that is blank. */
function blanksWords({ fact, value, alike, identity }: Fault): Words {
  const all = [...(value === undefined ? [] : [{ fact, value }]), ...alike];
  const named = listed(all.slice(0, mostBlanks).map(({ fact: blank, value: right }) => ({ zh: `${cellName(blank).zh}应为 ${plain(right)}`, en: `${cellName(blank).en} should be ${plain(right)}` })), "，", ", ");
  const more = all.length > mostBlanks ? { zh: "等", en: " and so on" } : { zh: "", en: "" };
  return {
    zh: `${fact.table.name}有 ${all.length} 处合计空着，而其中各项有数：${named.zh}${more.zh}。依据：${identity.form.says.zh}。`,
    en: `${all.length} totals of the table are blank though their parts are not: ${named.en}${more.en}. Basis: ${identity.form.says.en}.`,
  };
}

function differenceWords({ relation }: Identity, difference: string): Words {
  if (relation === "equal") return { zh: `相差 ${difference}`, en: `difference ${difference}` };
  return relation === "atMost" ? { zh: `前者多 ${difference}`, en: `the former is greater by ${difference}` } : { zh: `后者多 ${difference}`, en: `the latter is greater by ${difference}` };
}

function adviceFor(fault: Fault): Words {
  const { fact, value, slip, others, isCertain } = fault;
  if (value === undefined) return messages.check;
  const change = changeWords({ fact, value }, slips[slip]);
  if (isCertain) return messages.likely(change);
  // Nothing else was found that repairs the sums: the value is what follows if the fault is here.
  return others.length === 0 ? messages.ifOthersHold({ zh: `${cellName(fact).zh}应为 ${plain(value)}`, en: `${cellName(fact).en} should be ${plain(value)}` }) : messages.likelyAmong(change, othersWords(others));
}

function changeWords({ fact, value }: Change, reason?: Words): Words {
  const name = cellName(fact);
  const expected = plain(value);
  return { zh: `${name.zh}（应为 ${expected}${reason === undefined ? "" : `，${reason.zh}`}）`, en: `${name.en} (should be ${expected}${reason === undefined ? "" : `: ${reason.en}`})` };
}

/** Places that are listed with a finding about many. */
const mostRelated = 12;

/** More stand in the related places and among the quick fixes. */
const mostNamed = 2;

function othersWords(others: readonly Explanation[]): Words {
  const named = others.slice(0, mostNamed).map((explanation) => listed(explanation.map((change) => changeWords(change)), "和", " and "));
  return listed(named, "或", " or ");
}

/** Every operand of the sum that is told but the cell itself, the totals of the other sums, and the other cells that could be the wrong one. */
function related(fault: Fault): NonNullable<Found["related"]> {
  const totals = fault.broken.flatMap((identity) => totalOf(identity) ?? []);
  const candidates = new Map(fault.others.flat().map((change) => [change.fact, change]));
  const told = fault.alike.length > 0 ? fault.alike.slice(0, mostRelated).map((change) => change.fact) : [...factsOf(fault.identity), ...totals, ...candidates.keys()];
  const operands = [...new Set(told)].filter((fact) => fact !== fault.fact && (candidates.has(fact) || fact.value.kind !== "number" || fact.value.amount.digits !== 0n));
  return operands.map((fact) => ({ span: fact.span, message: operandWords(fact, candidates.get(fact)) }));
}

function operandWords(fact: Fact, change: Change | undefined): Words {
  const name = cellName(fact);
  const raw = fact.value.kind === "blank" ? { zh: "空", en: "blank" } : { zh: fact.value.raw, en: fact.value.raw };
  if (change === undefined) return { zh: `${name.zh}：${raw.zh}`, en: `${name.en}: ${raw.en}` };
  return { zh: `${name.zh}：${raw.zh}，改为 ${plain(change.value)} 也可成立`, en: `${name.en}: ${raw.en}; ${plain(change.value)} would do as well` };
}

function factsOf(identity: Identity): Fact[] {
  return operandsOf(identity).flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
}

function identityRepairs(code: string, finding: Finding, report: Report): Repair[] {
  const fault = faultsOf(report).find((candidate) => candidate.identity.form.code === code && candidate.fact.key === finding.data.key);
  if (fault === undefined) return [];
  if (fault.alike.length > 0) return blanksRepair(fault);
  const first = fault.value === undefined ? [] : [repairOf([{ fact: fault.fact, value: fault.value }], { zh: "", en: "" })];
  return [...first, ...fault.others.map((explanation) => repairOf(explanation, { zh: "也可能：", en: "Also possible: " }))];
}

function blanksRepair({ fact, value, alike }: Fault): Repair[] {
  const all = [...(value === undefined ? [] : [{ fact, value }]), ...alike];
  return [{ title: { zh: `填上 ${all.length} 处合计`, en: `Enter the ${all.length} totals` }, safety: "review", edits: all.map((change) => ({ span: change.fact.span, newText: plain(change.value) })) }];
}

function repairOf(explanation: Explanation, before: Words): Repair {
  const titles = explanation.map(({ fact, value }) => ({ zh: `把${cellName(fact).zh}改为 ${plain(value)}`, en: `set ${cellName(fact).en} to ${plain(value)}` }));
  const title = listed(titles, "，", ", ");
  return {
    title: { zh: before.zh + title.zh, en: before.en === "" ? title.en.charAt(0).toUpperCase() + title.en.slice(1) : before.en + title.en },
    safety: "review",
    edits: explanation.map(({ fact, value }) => ({ span: fact.span, newText: plain(value) })),
  };
}
