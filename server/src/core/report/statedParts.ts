import { editions } from "../forms/editions.js";
import { foldedLabel } from "../forms/label.js";
import { titleEndings } from "../syntax/titleAt.js";
import { matchesIn } from "../text/matches.js";
import type { Span } from "../text/span.js";
import { numberOf } from "./dates.js";
import { preambleOf, proseOf, sentenceAround, type ProseLine } from "./prose.js";
import type { Report } from "./report.js";

/** 本报告由总体情况、……等六部分组成: what a report says of its own parts. */
export interface StatedParts {
  readonly count: number;
  /** 六部分, and its number alone. */
  readonly span: Span;
  readonly digits: Span;
  /** How many parts are listed, where a list can be read: 、 and 和 may stand inside a title, so there are bounds. */
  readonly listed: { readonly least: number; readonly most: number } | undefined;
  /** 等六部分: the list need not be complete. */
  readonly isOpen: boolean;
  /** 以及附表七部分: an annex is one of the parts. */
  readonly namesAnnex: boolean;
}

const parts = /(?<![第\d一二三四五六七八九十])(\d{1,2}|[一二三四五六七八九十]{1,3})(?:个|大|个大)?(?:部分|方面)/g;
const longestList = 300;
const subject = /本?年?度?报告|年报|全文/;
const annex = /附[件表录]|统计表/;
const makesUp = /组成|构成|共分|分为|分成|包括|包含|内容|共有|分别|:/;

export function statedParts(report: Report): StatedParts[] {
  const lines = report.sections.length === 0 ? proseOf(report) : preambleOf(report);
  return lines.flatMap((line) => partsIn(report, line));
}

function partsIn(report: Report, line: ProseLine): StatedParts[] {
  return [...matchesIn(line.folded, parts)].flatMap((match): StatedParts[] => {
    const count = numberOf(match[1]);
    const end = match.index + match[0].length;
    const sentence = sentenceAround(line, match.index, end);
    if (count === undefined || count < 2 || line.isQuoted(match.index) || !makesUp.test(sentence.text) || !subject.test(line.folded.slice(Math.max(0, end - longestList), end))) return [];
    const before = sentence.text.slice(0, match.index - sentence.start);
    const after = line.folded.slice(end, end + longestList).split("。")[0] ?? "";
    const listed = listedIn(report, before, after);
    // 从六个方面报告 says nothing of parts; a list of titles does.
    if (match[0].endsWith("方面") && (listed === undefined || listed.least < 3)) return [];
    const digitsEnd = match.index + (match[1]?.length ?? 0);
    const isOpen = /等(?:共|以下)?$/.test(before) || /等/.test(after);
    return [{ count, span: line.span(match.index, end), digits: line.span(match.index, digitsEnd), listed, isOpen, namesAnnex: annex.test(before) || (listed !== undefined && annex.test(after)) }];
  });
}

/** The list before the number (由…等六部分组成) or behind it (分为六部分：…; its items may be parted by ；). */
function listedIn(report: Report, before: string, after: string): StatedParts["listed"] {
  const ahead = /(?:由|包括|包含|分为|内容为)([^:]{4,300}?)(?:等|共|以下)*$/.exec(before)?.[1];
  const behind = /^(?:组成|构成|内容)?[,:]?(?:分别|依次|即|包括|内容)?(?:是|为|有|包括)?[:,]?(.{4,300})$/.exec(after)?.[1];
  const list = ahead !== undefined && /[、,]/.test(ahead) ? ahead : behind;
  return list === undefined || !/[、,]/.test(list) ? undefined : bounds(report, list);
}

/** How a title ends in a list of them; a piece that ends otherwise (…行政复议、) goes on behind its mark. */
const titleEnd = new RegExp(`(?:${titleEndings}|建议|□)$`);
/** Marks and words that stand inside of one title: 行政复议、提起行政诉讼情况, 依申请公开和不予公开. */
const inside = /(复议|诉讼|申诉|举报|投诉)(?:、|,|以及|[及和与])(?=[^、,;]{0,8}(?:复议|诉讼|申诉|举报|投诉)[^、,;]{0,8}情况)|(公开|信息)(?:、|以及|[及和与])(?=不予公开)/g;
/** 存在的问题及改进措施: one part where a chapter has such a title, else perhaps two. */
const faultsAndMeasures = /(问题)(?:以及|[及和与])(?=[^、,;]{0,8}(?:改进|措施|整改))/g;

/** At least the pieces that end as titles do, at most every piece that may be a title of its own; a known title is one piece. */
function bounds(report: Report, list: string): StatedParts["listed"] {
  let rest = list.replace(/[《》"]+/g, "、");
  for (const title of knownTitles(report)) rest = rest.split(title).join("□");
  rest = rest.replace(inside, "$1$2");
  if (report.sections.some(({ foldedTitle }) => foldedTitle.search(faultsAndMeasures) >= 0)) rest = rest.replace(faultsAndMeasures, "$1");
  const pieces = rest.split(/[,;]/).filter(isNamed);
  const parted = pieces.flatMap((piece) => piece.split("、").filter(isNamed));
  const least = parted.filter((piece) => titleEnd.test(piece)).length;
  // Where commas part the titles, 、 stands inside of one, unless a title has ended before it.
  const most = pieces.length > 2 ? pieces.reduce((sum, piece) => sum + titlesIn(piece.split("、")), 0) : parted.length;
  return least === 0 ? undefined : { least, most: most + parted.reduce((sum, piece) => sum + titlesIn(piece.split(/以及|[及和与]|(?<=□)/)) - 1, 0) };
}

function isNamed(piece: string): boolean {
  return piece.replace(/[等的及和与以]/g, "") !== "";
}

/** Of pieces that may belong together: a piece that does not end as a title does goes on in the next one. */
function titlesIn(pieces: readonly string[]): number {
  const named = pieces.filter(isNamed);
  return Math.max(1, named.slice(0, -1).filter((piece) => titleEnd.test(piece)).length + 1);
}

function knownTitles({ sections }: Report): string[] {
  const official = editions.flatMap((edition) => edition.sections.flatMap((section) => [section.title, ...section.aliases])).map(foldedLabel);
  const titles = new Set([...sections.map((section) => section.foldedTitle), ...official].filter((title) => title.length >= 2));
  return [...titles].sort((a, b) => b.length - a.length);
}
