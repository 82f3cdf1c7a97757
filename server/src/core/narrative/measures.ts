// What the words of a clause can mean in cells of the form.
import type { Edition, RowForm } from "../forms/edition.js";
import { remembered } from "../text/remembered.js";
import type { Report } from "../report/report.js";
import type { Measure, Sum } from "./claim.js";
import { oldMeasuresOf } from "./oldMeasures.js";

/** Rows of table three, or columns of table four; a leading "-" takes away. `refused.*` stands for all rows of the group. */
type Terms = readonly string[];

const applicationMeanings: Readonly<Record<string, readonly Terms[]>> = {
  received: [["received"]],
  receivedAny: [["received"], ["received", "carriedIn"]],
  /** 收到N件（含上年结转）. */
  receivedAll: [["received", "carriedIn"]],
  /** 办理N件 may be what came in, what was there to be handled, or what was handled. */
  handled: [["received"], ["received", "carriedIn"], ["handledTotal"], ["handledTotal", "-carriedIn"]],
  /** 办结N件, where only the year's own applications may be meant. */
  finished: [["handledTotal"], ["handledTotal", "-carriedIn"]],
  /** Neither 其他处理 nor 不予处理 need be called an answer. */
  answered: [["handledTotal"], ["handledTotal", "-carriedIn"], ["handledTotal", "-other.*"], ["handledTotal", "-other.*", "-rejected.*"]],
  carriedIn: [["carriedIn"]],
  carriedOut: [["carriedOut"]],
  carried: [["carriedIn"], ["carriedOut"]],
  granted: [["granted"], ["granted", "partlyGranted"]],
  grantedAny: [["granted", "partlyGranted"]],
  partlyGranted: [["partlyGranted"]],
  refused: [["refused.*"]],
  unavailable: [["unavailable.*"]],
  rejected: [["rejected.*"]],
  other: [["other.*"]],
};

const applicantColumns: Readonly<Record<string, readonly string[]>> = {
  naturalPerson: ["naturalPerson"],
  organizations: ["commercialEnterprise", "researchInstitution", "socialOrganization", "legalServiceInstitution", "otherOrganization"],
};

const suits = ["directSuit", "suitAfterReconsideration"];

const reviewGroups: Readonly<Record<string, readonly string[]>> = {
  reconsider: ["reconsideration"],
  suit: suits,
  directSuit: ["directSuit"],
  laterSuit: ["suitAfterReconsideration"],
  both: ["reconsideration", ...suits],
};

const reviewColumns: Readonly<Record<string, readonly Terms[]>> = {
  total: [["total"]],
  upheld: [["upheld"]],
  corrected: [["corrected"]],
  otherResult: [["other"]],
  pending: [["pending"]],
  closed: [["total", "-pending"], ["total"]],
  /** What has to be none where all are upheld. */
  notUpheld: [["corrected", "other", "pending"]],
};

const disclosureMeanings: Readonly<Record<string, readonly Terms[]>> = {
  "normative.issue": [["normative/issued"], ["normative/made"], ["normative/published"]],
  "normative.repeal": [["normative/repealed"]],
  "normative.publishedOfIssued": [["normative/issued"], ["normative/made"], ["normative/published"]],
  "normative.published": [["normative/totalPublished"]],
  "normative.inForce": [["normative/inForce"], ["normative/totalPublished"]],
  "regulation.issue": [["regulation/issued"], ["regulation/made"], ["regulation/published"]],
  "regulation.repeal": [["regulation/repealed"]],
  "regulation.publishedOfIssued": [["regulation/issued"], ["regulation/made"], ["regulation/published"]],
  "regulation.published": [["regulation/totalPublished"]],
  "regulation.inForce": [["regulation/inForce"], ["regulation/totalPublished"]],
  permit: [["permit/decisions"]],
  penalty: [["penalty/decisions"]],
  coercion: [["coercion/decisions"]],
  otherManagement: [["otherManagement/decisions"]],
  "procurement.items": [["procurement/items"]],
  "procurement.amount": [["procurement/amount"]],
  fee: [["fee/amount"]],
};

/**
 * The measures of one edition by name: `applications.received`, `applications.refused.thirdParty`,
 * `applications.received@naturalPerson`, `review.suit.pending`, `disclosure.normative.issue`; `applications.other~other.rest` is all of the group, or without
 * the rows behind the ~; `applications.received<` some of what came in. Undefined where the form does not have these cells.
 */
const measuresOf: (edition: Edition) => (name: string) => Measure | undefined = remembered((edition) => {
  const known = new Map<string, Measure | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, build(edition, name));
    return known.get(name);
  };
});

/** The same for one report: before 2019 its annex is all that it has. */
export function measuresFor(report: Report): (name: string) => Measure | undefined {
  return report.edition.tables.some(({ key }) => key === "applications") ? measuresOf(report.edition) : oldMeasuresOf(report);
}

function build(edition: Edition, name: string): Measure | undefined {
  const cells = cellsOf(edition);
  const isLot = name.endsWith("<");
  const sums = termsOf(isLot ? name.slice(0, -1) : name).flatMap((terms) => sumOf(cells, terms) ?? []);
  // What the other numbers of a sentence take away changes the meanings, not what is counted.
  return sums.length === 0 ? undefined : { name: name.replace(/[~<].*$/, ""), meanings: sums, isUpperBound: isLot || name.endsWith(".publishedOfIssued"), isMoney: name === "disclosure.fee" || name === "disclosure.procurement.amount" };
}

/** Each meaning as terms `table/row/column`. */
function termsOf(name: string): readonly Terms[] {
  const dot = name.indexOf(".");
  const [table, rest] = [name.slice(0, dot), name.slice(dot + 1)];
  if (table === "applications") return applicationTerms(rest);
  if (table === "review") return reviewTerms(rest);
  return (disclosureMeanings[rest] ?? []).map((terms) => terms.map((term) => withTable("disclosure", term)));
}

function applicationTerms(rest: string): readonly Terms[] {
  const [rows, applicant] = rest.split("@");
  const columns = applicant === undefined ? ["total"] : (applicantColumns[applicant] ?? [applicant]);
  const [thing, apart] = (rows ?? "").split("~");
  const whole = applicationMeanings[thing ?? ""] ?? [[thing ?? ""]];
  const meanings = apart === undefined ? whole : [...whole, ...whole.map((terms) => [...terms, ...apart.split(",").map((row) => `-${row}`)])];
  return meanings.map((terms) => terms.flatMap((row) => columns.map((column) => withTable("applications", `${row}/${column}`))));
}

function reviewTerms(rest: string): readonly Terms[] {
  const [group, column] = rest.split(".");
  if (group === "suitOrBoth") return [...reviewTerms(`suit.${column ?? ""}`), ...reviewTerms(`both.${column ?? ""}`)];
  const meanings = reviewColumns[column ?? ""] ?? [];
  const groups = reviewGroups[group ?? ""] ?? [];
  return meanings.map((terms) => terms.flatMap((term) => groups.map((prefix) => (term.startsWith("-") ? `-review/count/${prefix}.${term.slice(1)}` : `review/count/${prefix}.${term}`))));
}

function withTable(table: string, term: string): string {
  return term.startsWith("-") ? `-${table}/${term.slice(1)}` : `${table}/${term}`;
}

interface Cells {
  readonly keys: ReadonlySet<string>;
  /** Words of the row or column that a key belongs to. */
  readonly labels: ReadonlyMap<string, string>;
}

const cellsOf: (edition: Edition) => Cells = remembered((edition) => {
  const labels = new Map<string, string>();
  for (const table of edition.tables) {
    for (const band of table.bands) {
      for (const row of band.rows) {
        for (const column of band.columns) labels.set(`${table.key}/${row.key}/${column.key}`, cellLabel(table.labelColumns, row, column.group, column.label.text, column.key));
      }
    }
  }
  return { keys: new Set(labels.keys()), labels };
});

function cellLabel(labelColumns: number, row: RowForm, group: string | undefined, column: string, key: string): string {
  if (labelColumns === 0) return `${group ?? ""}·${column}`;
  const name = plainLabel(row.label.text);
  return key === "total" || key === "decisions" || key === "amount" ? name : `${name}·${column}`;
}

/** 一、本年新收政府信息公开申请数量 → 本年新收; （七）总计 → 办理结果总计. */
function plainLabel(label: string): string {
  const bare = label.replace(/^(?:[一二三四五六七八]、|（[一二三四五六七八]）|\d\.)/, "").replace(/（.*$/, "").replace(/政府信息公开申请数量$/, "");
  return bare === "总计" ? "办理结果总计" : bare;
}

function sumOf(cells: Cells, terms: Terms): Sum | undefined {
  const plus = terms.filter((term) => !term.startsWith("-")).flatMap((term) => expanded(cells, term));
  const minus = terms.filter((term) => term.startsWith("-")).flatMap((term) => expanded(cells, term.slice(1)));
  if (terms.length === 0 || !terms.every((term) => expanded(cells, term.replace(/^-/, "")).length > 0)) return undefined;
  const says = [groupWords(cells, terms.filter((term) => !term.startsWith("-"))).join("＋"), ...groupWords(cells, terms.filter((term) => term.startsWith("-")).map((term) => term.slice(1)))].join("－");
  return { plus, minus, says };
}

/** A term with a star stands for every row of its group, or for the single row that an edition has in its place. A cell that the form does not have: nothing. */
function expanded(cells: Cells, term: string): readonly string[] {
  const star = term.indexOf(".*/");
  if (star < 0) return cells.keys.has(term) ? [term] : [];
  const [prefix, column] = [term.slice(0, star + 1), term.slice(star + 2)];
  const grouped = [...cells.keys].filter((key) => key.startsWith(prefix) && key.endsWith(column));
  const single = `${term.slice(0, star)}${column}`;
  return grouped.length === 0 && cells.keys.has(single) ? [single] : grouped;
}

const groupNames: Readonly<Record<string, string>> = { refused: "不予公开", unavailable: "无法提供", rejected: "不予处理", other: "其他处理" };

function groupWords(cells: Cells, terms: Terms): string[] {
  const applicants = applicantColumns.organizations ?? [];
  const isOrganizations = terms.length >= applicants.length && terms.some((term) => term.endsWith("/researchInstitution")) && terms.some((term) => term.endsWith("/otherOrganization"));
  const words = terms.map((term) => {
    const star = /\/(\w+)\.\*\//.exec(term)?.[1];
    const label = star === undefined ? (cells.labels.get(term) ?? "") : (groupNames[star] ?? "");
    return isOrganizations ? `${label.split("·")[0] ?? ""}·法人或其他组织` : label;
  });
  return [...new Set(words.filter((word) => word !== "" && !word.startsWith("·")))];
}
