import type { DocumentLink } from "vscode-languageserver-types";
import { documentNumbers, issuerOf, numberSpan, remembered, type BoundLabel, type Report, type Span, type Words } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import data from "./notices.json";
import { say } from "./words.js";

/**
 * A law or notice with the public address of its text: at gov.cn, else at the site of an organ that reprints it, which the title
 * names. Only those whose address is certain are in the file.
 */
export interface Notice {
  readonly title: Words;
  /** As drafts cite it, in Simplified. */
  readonly names: readonly string[];
  /** 国办公开办函〔2021〕30号 */
  readonly number?: string;
  readonly address: string;
  /** First reporting year whose reports mean this version by its name. */
  readonly from: number;
}

export const notices: readonly Notice[] = data;

interface Link {
  readonly span: Span;
  readonly address: string;
  /** Undefined where the address itself is written. */
  readonly title: Words | undefined;
}

/** Cited laws and notices and the heads of table two (第二十条第（一）项) lead to the official text, written addresses to their page. */
export function documentLinks(draft: Draft): DocumentLink[] {
  if (!isOurs(draft)) return [];
  const { report, language } = draft.analysis;
  return linksOf(report).map(({ span, address, title }) => ({ range: draft.lines.range(span), target: address, ...(title === undefined ? {} : { tooltip: say(language, title) }) }));
}

/** More is a list of addresses and no report; the editor would wait for it. */
const mostLinks = 500;

const linksOf: (report: Report) => readonly Link[] = remembered((report) => {
  const links = [...citedNames(report), ...citedNumbers(report), ...clauses(report), ...writtenAddresses(report)];
  let end = 0;
  const apart = links.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end).filter(({ span }) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
  return apart.slice(0, mostLinks);
});

function inForce({ year }: Report): Notice[] {
  return notices.filter(({ from }) => year === undefined || year >= from);
}

function citedNames(report: Report): Link[] {
  return inForce(report).flatMap(({ names, address, title }) => names.flatMap((name) => placesOf(report, name).map((span) => ({ span, address, title }))));
}

const noticeByNumber: ReadonlyMap<string | undefined, Notice> = new Map(notices.map((notice) => [notice.number, notice]));

/** A number names one notice whatever the year, with any brackets. Of more than are shown the first. */
function citedNumbers(report: Report): Link[] {
  const links: Link[] = [];
  for (const number of documentNumbers(report)) {
    const notice = noticeByNumber.get(`${issuerOf(number)}〔${number.year}〕${number.serial}号`);
    if (notice !== undefined) links.push({ span: numberSpan(number), address: notice.address, title: notice.title });
    if (links.length === mostLinks) break;
  }
  return links;
}

/**
 * http://www.example.gov.cn/，: only what can stand in an address, since Chinese text runs on behind it without a blank. Brackets
 * only in pairs, as in a(1).html; an entity (&nbsp;) and dots for something left out end it.
 */
function writtenAddresses({ text }: Report): Link[] {
  return [...text.matchAll(/(?<![\w.@-])(?:https?:\/\/|www\.)(?:(?!\.\.|&[a-z]+;)[\w.~:/?#@!$&'*+,;=%-]|\([\w.~-]*\))*(?<=[\w/=&#)-])/gi)].map((match) => {
    const [written] = match;
    const span = { start: match.index, end: match.index + written.length };
    return { span, address: /^www/i.test(written) ? `http://${written}` : written, title: undefined };
  });
}

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
  const pairs: Readonly<Record<string, string>> = { 华: "華", 国: "國", 开: "開", 条: "條", 务: "務", 号: "號", 报: "報", 试: "試" };
  return name.replace(/[华国开条务号报试]/g, (character) => pairs[character] ?? character);
}

function clauses(report: Report): Link[] {
  const [regulations] = inForce(report);
  if (regulations === undefined) return [];
  const bands = report.tables.flatMap(({ labels }) => labels).filter((label: BoundLabel) => label.role === "band");
  return bands.map(({ cell }) => ({ span: cell.span, address: regulations.address, title: regulations.title }));
}
