/**
 * Numbers inside a chapter that skip or repeat: 一是…三是, （一）…（一）…. A run begins with its first number; what may be a
 * run inside another, or goes on in another style, is left alone.
 */
import { labelUse } from "../../forms/lexicon.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report } from "../../report/report.js";
import type { Marker, MarkerStyle, Paragraph } from "../../syntax/nodes.js";
import type { Edit } from "../../text/edit.js";
import { fold } from "../../text/fold.js";
import { numeralOf } from "../../text/numerals.js";
import { remembered } from "../../text/remembered.js";

export interface BrokenRun {
  readonly marker: Marker;
  readonly previous: Marker;
  readonly expected: number;
  /** The wrong number and those behind it, up to the next run. */
  readonly rest: readonly Marker[];
}

/** The first wrong number of each. */
export const brokenRuns: (report: Report) => readonly BrokenRun[] = remembered((report) =>
  [...pointRuns(report), ...lineRuns(report)].flatMap(brokenIn).filter((run) => !isWrittenOtherwise(report, run)),
);

/** 一是, 二是 in one paragraph, and in each of the sub-sections that a copy without line breaks has put into it. */
function pointRuns(report: Report): (readonly Marker[])[] {
  return proseOf(report).flatMap(({ block }) => (block.kind === "paragraph" ? subSections(report.text, block) : []));
}

/** Behind （二）… another list begins. */
const subSection = /[（(][一二三四五六七八九十]{1,3}[）)]/;
/** 健全工作机制一是…: the first point of a list that no stop parts from the heading before it; 统一是, 之一是 are other words. */
const unparted = /(?<=[^之统第唯万合单同专。；;：:，,、！？!?\s])一是/;

function subSections(text: string, { content, points }: Paragraph): (readonly Marker[])[] {
  const runs: Marker[][] = [[]];
  let from = content.start;
  for (const point of points) {
    const between = text.slice(from, point.span.start);
    if (subSection.test(between)) runs.push([]);
    const first = unparted.exec(between);
    if (first !== null) runs.at(-1)?.push({ span: { start: from + first.index, end: from + first.index + first[0].length }, style: "firstly", ordinal: 1 });
    runs.at(-1)?.push(point);
    from = point.span.end;
  }
  return runs;
}

const levels: readonly MarkerStyle[] = ["chapter", "part", "item", "point"];

/** （一）, 1. and （1） at the beginnings of lines; a number of a higher level ends the runs below it. */
function lineRuns(report: Report): (readonly Marker[])[] {
  const runs: Marker[][] = [];
  const open = new Map<MarkerStyle, Marker[]>();
  let section: ProseLine["section"];
  for (const line of proseOf(report)) {
    if (line.section !== section) open.clear();
    section = line.section;
    const { marker } = line.block;
    if (marker === undefined || section === undefined || labelUse(line.folded) !== undefined) continue;
    for (const lower of levels.slice(levels.indexOf(marker.style) + 1)) open.delete(lower);
    const run = open.get(marker.style);
    if (run !== undefined && marker.ordinal !== 1) run.push(marker);
    else if (marker.style !== "chapter") open.set(marker.style, newRun(runs, marker));
  }
  return runs;
}

function newRun(runs: Marker[][], marker: Marker): Marker[] {
  const run = [marker];
  runs.push(run);
  return run;
}

/**
 * A number is wrong if it goes on none of the runs that are open: a run that begins again may stand inside another. Behind
 * a wrong number nothing is certain before the next run begins.
 */
function brokenIn(markers: readonly Marker[]): BrokenRun[] {
  const broken: BrokenRun[] = [];
  let open: number[] = [];
  for (const [i, marker] of markers.entries()) {
    const { ordinal } = marker;
    const previous = markers[i - 1];
    if (ordinal === undefined) return [];
    if (ordinal === 1) open.push(1);
    else if (open.includes(ordinal - 1)) open = [...open.slice(0, open.lastIndexOf(ordinal - 1)), ordinal];
    else if (open.length > 0 && previous !== undefined) {
      broken.push({ marker, previous, expected: (open.at(-1) ?? 0) + 1, rest: untilNextRun(markers.slice(i)) });
      open = [];
    }
  }
  return broken;
}

function untilNextRun(markers: readonly Marker[]): readonly Marker[] {
  const next = markers.findIndex(({ ordinal }) => ordinal === 1);
  return next < 0 ? markers : markers.slice(0, next);
}

/** The number that seems to be missing stands inside a paragraph, or in another style: 二要, 其二, 2.. */
function isWrittenOtherwise({ text }: Report, { marker, previous, expected }: BrokenRun): boolean {
  if ((marker.ordinal ?? 0) < expected) return false;
  const between = fold(text.slice(previous.span.end, marker.span.start));
  const numeral = numeralOf(expected);
  return between.includes(`(${numeral})`) || between.includes(`(${expected})`) || new RegExp(`${numeral}[是要、则来,]|其${numeral}|第${numeral}|再次|此外|另外|${expected}[.、]`).test(between);
}

/** Numbers the run on from the wrong one. */
export function renumberedRun({ text }: Report, { rest, expected }: BrokenRun): Edit[] {
  return rest.flatMap((marker, i) => {
    const match = /[一二三四五六七八九十]+|[\d０-９]+/.exec(text.slice(marker.span.start, marker.span.end));
    if (match === null || marker.ordinal === expected + i) return [];
    const start = marker.span.start + match.index;
    return [{ span: { start, end: start + match[0].length }, newText: /[\d０-９]/.test(match[0]) ? String(expected + i) : numeralOf(expected + i) }];
  });
}
