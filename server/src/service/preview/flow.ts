import type { Fact, Words } from "../../core/index.js";
import type { Draft } from "../draft.js";
import { say } from "../words.js";
import { extentOf } from "./extent.js";
import type { Flow, Stream } from "./model.js";

interface StreamForm {
  /** Key of a row of table three, or of a group of rows without what stands behind the full stop. */
  readonly key: string;
  readonly words: Words;
}

const incoming: readonly StreamForm[] = [
  { key: "received", words: { zh: "本年新收", en: "Received" } },
  { key: "carriedIn", words: { zh: "上年结转", en: "Carried in" } },
];

const outgoing: readonly StreamForm[] = [
  { key: "granted", words: { zh: "予以公开", en: "Granted" } },
  { key: "partlyGranted", words: { zh: "部分公开", en: "Partly granted" } },
  { key: "refused", words: { zh: "不予公开", en: "Refused" } },
  { key: "unavailable", words: { zh: "无法提供", en: "Unavailable" } },
  { key: "rejected", words: { zh: "不予处理", en: "Not processed" } },
  { key: "other", words: { zh: "其他处理", en: "Other" } },
  { key: "carriedOut", words: { zh: "结转下年度", en: "Carried out" } },
];

/**
 * What came in and what became of it, by the totals of table three. Undefined until something has come in: a picture of
 * nothing says nothing. What is not filled in counts as none.
 */
export function flowOf(draft: Draft): Flow | undefined {
  const flow = { incoming: incoming.flatMap((form) => streamOf(draft, form)), outgoing: outgoing.flatMap((form) => streamOf(draft, form)) };
  return flow.incoming.some(({ count }) => count > 0) ? flow : undefined;
}

function streamOf(draft: Draft, { key, words }: StreamForm): Stream[] {
  const facts = totalsOf(draft, key);
  const [first] = facts;
  if (first === undefined) return [];
  const count = facts.reduce((sum, fact) => sum + countOf(fact), 0);
  return [{ key, label: say(draft.analysis.language, words), count, range: extentOf(draft, first.span) }];
}

function totalsOf({ analysis }: Draft, key: string): Fact[] {
  const ofGroup = `${key}.`;
  return [...analysis.report.facts.values()].filter(({ table, row, column }) => table.key === "applications" && column.key === "total" && (row.key === key || row.key.startsWith(ofGroup)));
}

/** A count as a number: pictures need no more digits. A negative one or one with decimals is a fault of its own, and none here. */
function countOf({ value }: Fact): number {
  return value.kind === "number" && value.amount.scale === 0 && value.amount.digits > 0n ? Number(value.amount.digits) : 0;
}
