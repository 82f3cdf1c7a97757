import type { DocumentLink } from "vscode-languageserver-types";
import { remembered, type BoundLabel, type Report, type Span, type Words } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import data from "./notices.json";
import { say } from "./words.js";

/** A law or notice with its public address on gov.cn. Only those whose address is certain are in the file. */
export interface Notice {
  readonly title: Words;
  /** As drafts cite it, in Simplified. */
  readonly names: readonly string[];
  readonly address: string;
  /** First reporting year whose reports mean this version. */
  readonly from: number;
}

export const notices: readonly Notice[] = data;

interface Citation {
  readonly span: Span;
  readonly notice: Notice;
}

/** Cited laws and notices, and the heads of table two (第二十条第（一）项), lead to the official text. */
export function documentLinks(draft: Draft): DocumentLink[] {
  if (!isOurs(draft)) return [];
  return citationsOf(draft.analysis.report).map(({ span, notice }) => ({ range: draft.lines.range(span), target: notice.address, tooltip: say(draft.analysis.language, notice.title) }));
}

const citationsOf: (report: Report) => readonly Citation[] = remembered((report) => {
  const inForce = notices.filter(({ from }) => report.year === undefined || report.year >= from);
  const cited = inForce.flatMap((notice) => notice.names.flatMap((name) => placesOf(report, name).map((span) => ({ span, notice }))));
  return [...cited, ...clauses(report, inForce)].sort((a, b) => a.span.start - b.span.start);
});

/** Wherever the name stands, in either script. */
function placesOf({ text }: Report, name: string): Span[] {
  return [name, traditional(name)].filter((spelling, index, all) => all.indexOf(spelling) === index).flatMap((spelling) => {
    const found: Span[] = [];
    for (let start = text.indexOf(spelling); start >= 0; start = text.indexOf(spelling, start + spelling.length)) found.push({ start, end: start + spelling.length });
    return found;
  });
}

/** The few characters of the names above that differ; the text itself is not converted for a link. */
function traditional(name: string): string {
  const pairs: Readonly<Record<string, string>> = { 华: "華", 国: "國", 开: "開", 条: "條", 务: "務", 号: "號" };
  return name.replace(/[华国开条务号]/g, (character) => pairs[character] ?? character);
}

function clauses({ tables }: Report, inForce: readonly Notice[]): Citation[] {
  const [regulations] = inForce;
  if (regulations === undefined) return [];
  const bands = tables.flatMap(({ labels }) => labels).filter((label: BoundLabel) => label.role === "band");
  return bands.map(({ cell }) => ({ span: cell.span, notice: regulations }));
}
