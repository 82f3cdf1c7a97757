/** Complete and consistent drafts of both editions in every spelling, from a seed. The texts are written for these tests. */
import { editionById } from "../../../server/src/core/forms/editions.js";
import type { Edition, TableForm } from "../../../server/src/core/forms/edition.js";
import { writeTable, type TableStyle } from "../../../server/src/core/write/table.js";
import type { Spelling } from "../../../server/src/core/syntax/nodes.js";
import { numeralOf } from "../../../server/src/core/text/numerals.js";

export const spellings: readonly Spelling[] = ["gfm", "pipe", "cellPipe", "alternate", "lines", "tabs", "html", "spaces"];

export interface DraftPlan {
  readonly edition: "2019" | "2021";
  readonly spelling: Spelling;
  readonly seed?: number;
  /** Changes of single cells by fact key. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly organ?: string;
  readonly year?: number;
  readonly lineEnd?: string;
}

export type Values = ReadonlyMap<string, string>;

/** A small generator with a seed (mulberry32): tests must not depend on chance. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function editionOf(id: string): Edition {
  const edition = editionById(id);
  if (edition === undefined) throw new Error(`no edition ${id}`);
  return edition;
}

export function tableOf(edition: Edition, key: string): TableForm {
  const table = edition.tables.find((candidate) => candidate.key === key);
  if (table === undefined) throw new Error(`no table ${key}`);
  return table;
}

/** Values of all cells, by fact key, for which every identity of the edition holds. */
export function consistentValues(edition: Edition, seed: number): Map<string, string> {
  const next = random(seed);
  const values = new Map<string, string>();
  fillApplications(tableOf(edition, "applications"), next, values);
  fillReview(tableOf(edition, "review"), next, values);
  fillDisclosure(tableOf(edition, "disclosure"), next, values);
  return values;
}

function fillApplications(table: TableForm, next: () => number, values: Map<string, string>): void {
  const [band] = table.bands;
  const parts = band?.columns.filter((column) => column.key !== "total") ?? [];
  const sums = new Map<string, number>();
  const set = (row: string, column: string, value: number): void => {
    values.set(`applications/${row}/${column}`, String(value));
    sums.set(row, (sums.get(row) ?? 0) + value);
  };
  for (const { key: column } of parts) {
    let handled = 0;
    for (const { key: row } of band?.rows ?? []) {
      if (["received", "carriedIn", "handledTotal", "carriedOut"].includes(row)) continue;
      const value = next() < 0.4 ? Math.floor(next() * 30) : 0;
      handled += value;
      set(row, column, value);
    }
    const carriedOut = Math.floor(next() * 5);
    const carriedIn = Math.floor(next() * Math.min(6, handled + carriedOut + 1));
    set("handledTotal", column, handled);
    set("carriedOut", column, carriedOut);
    set("carriedIn", column, carriedIn);
    set("received", column, handled + carriedOut - carriedIn);
  }
  for (const [row, sum] of sums) values.set(`applications/${row}/total`, String(sum));
}

function fillReview(table: TableForm, next: () => number, values: Map<string, string>): void {
  for (const group of ["reconsideration", "directSuit", "suitAfterReconsideration"]) {
    const parts = ["upheld", "corrected", "other", "pending"].map((part) => [part, Math.floor(next() * 8)] as const);
    for (const [part, value] of parts) values.set(`${table.key}/count/${group}.${part}`, String(value));
    values.set(`${table.key}/count/${group}.total`, String(parts.reduce((sum, [, value]) => sum + value, 0)));
  }
}

function fillDisclosure(table: TableForm, next: () => number, values: Map<string, string>): void {
  for (const band of table.bands) {
    for (const row of band.rows) {
      for (const column of band.columns) values.set(`disclosure/${row.key}/${column.key}`, valueOf(column.kind, next) + (row.key === "procurement" && column.key === "amount" ? "万元" : ""));
      for (const [smaller, greater] of inOrder) putInOrder(values, `disclosure/${row.key}/${smaller}`, `disclosure/${row.key}/${greater}`);
    }
  }
}

/** Of the columns of table two the second is never less than the first: in force and issued, made and published. */
const inOrder = [["issued", "inForce"], ["published", "made"], ["published", "totalPublished"]] as const;

function putInOrder(values: Map<string, string>, smaller: string, greater: string): void {
  const [a, b] = [values.get(smaller), values.get(greater)];
  if (a === undefined || b === undefined || Number(a) <= Number(b)) return;
  values.set(smaller, b);
  values.set(greater, a);
}

function valueOf(kind: string, next: () => number): string {
  const whole = Math.floor(next() * 400);
  if (kind === "change") return next() < 0.5 ? `-${whole}` : `+${whole}`;
  return kind === "amount" ? `${whole}.${1 + Math.floor(next() * 99)}` : String(whole);
}

const prose: Readonly<Record<string, readonly string[]>> = {
  overview: ["本年度，本机关围绕群众关心的事项做好信息公开，规范办理程序，加强平台建设，落实监督保障。", "一是主动公开更加及时；二是依申请公开更加规范；三是平台建设更加便民。"],
  problems: ["存在的主要问题是：解读形式较为单一，部分栏目更新不够及时。", "下一步将加强培训，完善栏目维护机制，提升解读质量。"],
  other: ["本年度收取信息处理费0元，没有其他需要报告的事项。"],
};

/** The whole text of a report that no rule has anything to say about. */
export function writeDraft(plan: DraftPlan): string {
  const edition = editionOf(plan.edition);
  const values = consistentValues(edition, plan.seed ?? 1);
  for (const [key, text] of Object.entries(plan.cells ?? {})) values.set(key, text);
  const lineEnd = plan.lineEnd ?? "\n";
  const style: TableStyle = { spelling: plan.spelling, lineEnd, isSpaced: plan.spelling === "lines" };
  const before = plan.spelling === "gfm" ? "## " : "";
  const year = plan.year ?? (plan.edition === "2021" ? 2024 : 2020);
  const chapters = edition.sections.map((form) => {
    const table = edition.tables.find((candidate) => candidate.key === form.table);
    const body = table === undefined ? (prose[form.key] ?? []) : [writeTable(table, style, (row, column) => values.get(`${table.key}/${row}/${column}`) ?? "")];
    return [`${before}${numeralOf(form.ordinal)}、${form.title}`, ...body];
  });
  const title = `${plan.spelling === "gfm" ? "# " : ""}${plan.organ ?? "云溪县"}${year}年政府信息公开工作年度报告`;
  const preamble = `本报告依据《中华人民共和国政府信息公开条例》编制，统计期限为${year}年1月1日至${year}年12月31日。`;
  const lines = [title, preamble, ...chapters.flat(), `${plan.organ ?? "云溪县"}人民政府`, `${year + 1}年1月20日`];
  const isTight = plan.spelling === "pipe" || plan.spelling === "cellPipe" || plan.spelling === "alternate" || plan.spelling === "tabs";
  return lines.join(isTight ? lineEnd : lineEnd + lineEnd) + lineEnd;
}
