// What the words of a report of 2008–2018 can mean in the cells of its annex: the provinces' 附表 (本年度, 历年累计) or the national 统计表 of 2014.
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import type { Measure, Sum } from "./claim.js";
import { cellAmount } from "./values.js";

/** Rows whose sum the words can mean; a row behind > stands with what has accumulated over the years. */
type Rows = readonly string[];
type Meanings = Readonly<Record<string, readonly Rows[]>>;

const shared: Meanings = {
  "applications.received": [["received"]],
  "applications.receivedAny": [["received"]],
  "applications.partlyGranted": [["replies.partlyGranted"]],
  "applications.way.inPerson": [["received.inPerson"]],
  "applications.way.fax": [["received.fax"], ["received.letterOrFax"]],
  "applications.way.letter": [["received.letter"], ["received.letterOrFax"], ["received.letter", "received.fax"]],
  /** An electronic letter comes over the net. */
  "applications.way.online": [["received.online"], ["received.online", "received.email"], ["received.email"]],
  "applications.way.email": [["received.email"], ["received.online"], ["received.online", "received.email"]],
  "review.reconsider.total": [["reconsiderations"]],
  "review.suit.total": [["suits"]],
  "review.both.total": [["reconsiderations", "suits"]],
  "disclosed.complaints": [["complaints"]],
};

const meaningsIn: Readonly<Record<string, { readonly column: string; readonly meanings: Meanings }>> = {
  annex: {
    column: "year",
    meanings: {
      ...shared,
      "applications.handled": [["received"], ["replies"]],
      "applications.finished": [["replies"], ["received"]],
      "applications.answered": [["replies"], ["received"]],
      "applications.granted": [["replies.granted"], ["replies.granted", "replies.partlyGranted"]],
      "applications.grantedAny": [["replies.granted", "replies.partlyGranted"]],
      "applications.refused": [["replies.refused"]],
      "disclosed.information": [["documents"], [">documents"], ["documents.website"], ["documents.website", "documents.gazette"]],
    },
  },
  statistics: {
    column: "count",
    meanings: {
      ...shared,
      "applications.handled": [["received"], ["handled"], ["replies"]],
      "applications.finished": [["handled"], ["replies"], ["received"]],
      "applications.answered": [["replies"], ["handled"], ["received"]],
      /** What had been published already may be counted as granted. */
      "applications.granted": [["replies.granted"], ["replies.granted", "replies.partlyGranted"], ["replies.alreadyPublic", "replies.granted"], ["replies.alreadyPublic", "replies.granted", "replies.partlyGranted"]],
      "applications.grantedAny": [["replies.granted", "replies.partlyGranted"], ["replies.alreadyPublic", "replies.granted", "replies.partlyGranted"]],
      /** What another organ has or nobody has may be counted as refused. */
      "applications.refused": [["replies.refused"], ["replies.refused", "replies.otherOrgan"], ["replies.refused", "replies.notHeld"], ["replies.refused", "replies.otherOrgan", "replies.notHeld"]],
      "review.reconsider.upheld": [["reconsiderations.upheld"]],
      "review.reconsider.corrected": [["reconsiderations.corrected"]],
      "review.suit.upheld": [["suits.upheld"]],
      "review.suit.corrected": [["suits.corrected"]],
      "disclosure.normative.issue": [["normativeIssued"]],
      "disclosed.information": [["disclosed"], ["disclosed.gazette", "disclosed.website", "disclosed.microblog", "disclosed.socialMedia", "disclosed.other"]],
    },
  },
};

/** By name, for the annex that the draft has; nothing where it has both kinds, since they need not count alike. */
export const oldMeasuresOf: (report: Report) => (name: string) => Measure | undefined = remembered((report) => {
  const tables = Object.keys(meaningsIn).filter((key) => report.tables.some(({ form, isReadable }) => form.key === key && isReadable));
  const [table] = tables;
  const known = new Map<string, Measure | undefined>();
  return (name) => {
    if (table === undefined || tables.length > 1) return undefined;
    if (!known.has(name)) known.set(name, build(report, table, name));
    return known.get(name);
  };
});

function build(report: Report, table: string, name: string): Measure | undefined {
  const { column, meanings } = meaningsIn[table] ?? { column: "", meanings: {} };
  const whole = name.startsWith("applications.way.") ? "received" : /^applications\.(?:granted|partly|refused)/.test(name) ? "replies" : undefined;
  if (whole !== undefined && !isMadeUp(report, table, whole, column)) return undefined;
  const sums = (meanings[name] ?? []).flatMap((rows) => sumOf(report, rows.map((row) => (row.startsWith(">") ? `${table}/${row.slice(1)}/cumulative` : `${table}/${row}/${column}`))) ?? []);
  return sums.length === 0 ? undefined : { name, meanings: sums, isUpperBound: false, isMoney: false };
}

/** Provinces changed the rows: what the draft does not have is no meaning in it. */
function sumOf(report: Report, keys: readonly string[]): Sum | undefined {
  const facts = keys.flatMap((key) => report.facts.get(key) ?? []);
  return facts.length < keys.length ? undefined : { plus: keys, minus: [], says: facts.map(({ row, column }) => shownLabel(row.label.text, column.key)).join("＋") };
}

/** 其中：1.当面申请数 → 当面申请数. */
function shownLabel(label: string, column: string): string {
  const bare = label.replace(/^其中：/, "").replace(/^(?:\d\.|（[一二三四五六]）|[一二三四五六七八九]、)/, "").replace(/（.*$/, "");
  return column === "cumulative" ? `${bare}（历年累计）` : bare;
}

/** The ways and the kinds of replies are known only where those that the draft has make up their total: a row may be missing, or one of the author's own. */
function isMadeUp(report: Report, table: string, whole: string, column: string): boolean {
  const total = report.facts.get(`${table}/${whole}/${column}`);
  const parts = [...report.facts.values()].filter(({ key }) => isPartOf(key, `${table}/${whole}.`, `/${column}`));
  const amounts = parts.map((fact) => cellAmount(report, fact));
  const sum = amounts.reduce<bigint | undefined>((all, amount) => (all === undefined || amount === undefined ? undefined : all + amount), 0n);
  return total !== undefined && parts.length > 0 && sum === cellAmount(report, total);
}

/** Of the rows below a total, not those below them: replies.refused.privacy is a part of replies.refused. */
function isPartOf(key: string, prefix: string, suffix: string): boolean {
  return key.startsWith(prefix) && key.endsWith(suffix) && !key.slice(prefix.length, -suffix.length).includes(".");
}
