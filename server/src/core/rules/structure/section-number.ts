import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import type { Finding } from "../../check/finding.js";
import type { Report, Section } from "../../report/report.js";
import { beginsAnew } from "../../report/sections.js";
import type { Block, Heading, Marker, Paragraph } from "../../syntax/nodes.js";
import type { Edit } from "../../text/edit.js";
import { numeralOf } from "../../text/numerals.js";
import { remembered } from "../../text/remembered.js";
import { brokenRuns, renumberedRun, type BrokenRun } from "./numberRuns.js";
import { renumbering } from "./numbers.js";

const messages = {
  wrong: (found: string, right: string): Words => ({ zh: `章的编号应为“${right}、”，写作“${found}”：各章须连续编号，不重不漏。`, en: `The chapter should be numbered “${right}、”, not “${found}”: chapters are numbered without gaps and doubles.` }),
  none: (right: string): Words => ({ zh: `章的标题没有编号，应为“${right}、”。`, en: `The chapter has no number; it should be “${right}、”.` }),
  run: (found: string, previous: string, right: string): Words => ({ zh: `编号不连续：“${previous}”之后应为“${right}”，写作“${found}”。`, en: `“${previous}” is followed by “${found}”; it should be “${right}”.` }),
  level: (found: string, right: string): Words => ({ zh: `章下第一层应编为“${right}”，写作“${found}”。公文层次依次为一、（一）1.（1）。`, en: `The first level below a chapter is “${right}”, not “${found}”: the order of levels is 一、 （一） 1. （1）.` }),
};

export default defineRule({
  code: "section-number",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "章节、分条编号缺失、重复、跳号，或层次编号越级", en: "A number of a chapter or point is missing, doubled or skipped, or a level of numbering is left out" },
  basis: { zh: "GB/T 9704—2012：结构层次序数依次用“一、”“（一）”“1.”“（1）”", en: "GB/T 9704-2012: levels are numbered 一、 （一） 1. （1）" },
  repair: "review",
  *check(report) {
    yield* chapters(report);
    for (const section of report.sections) yield* levels(report, section);
    yield* runs(report);
  },
  repairs,
});

function* chapters(report: Report): Iterable<Found> {
  let previous = 0;
  for (const [i, section] of report.sections.entries()) {
    const { marker, title } = section.heading;
    if (isApart(report.sections, i)) continue;
    const expected = expectedOrdinal(report, section, previous);
    if (marker?.ordinal !== expected || marker.style !== "chapter") {
      const found = marker === undefined ? "" : report.text.slice(marker.span.start, marker.span.end);
      yield { key: `chapter/${section.key}/${expected}`, span: marker?.span ?? title, message: marker === undefined ? messages.none(numeralOf(expected)) : messages.wrong(found, numeralOf(expected)), found, expected: `${numeralOf(expected)}、` };
    }
    previous = expected;
  }
}

/** A chapter that the form does not have, behind which the numbers begin anew: it is to go, and no number waits for that. */
function isApart(sections: readonly Section[], at: number): boolean {
  if (sections[at]?.form !== undefined) return false;
  const next = sections.findIndex((section, i) => i > at && section.form !== undefined);
  const [own, after] = [sections[at], sections[next]];
  return own !== undefined && after !== undefined && beginsAnew(after.heading, own.heading);
}

/** One more than the chapter before, or the form's own number where the gap is a missing chapter, told as such elsewhere. */
function expectedOrdinal(report: Report, section: Section, previous: number): number {
  const own = section.heading.marker?.ordinal;
  const missing = report.slots.filter((slot) => slot.section === undefined && slot.form.ordinal < (section.form?.ordinal ?? 0)).length;
  const isExplained = own !== undefined && own > previous + 1 && own <= previous + 1 + missing;
  return isExplained ? own : previous + 1;
}

/** By the key of their finding: the same slip may stand in several runs. */
const runsByKey: (report: Report) => ReadonlyMap<string, BrokenRun> = remembered((report) => {
  const counts = new Map<string, number>();
  return new Map(
    brokenRuns(report).map((run) => {
      const name = `run/${report.text.slice(run.marker.span.start, run.marker.span.end)}/${run.expected}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${name}/${count}`, run];
    }),
  );
});

/** 一是…三是, （一）…（三）: numbers inside a chapter. */
function* runs(report: Report): Iterable<Found> {
  const words = ({ span }: Marker): string => report.text.slice(span.start, span.end);
  for (const [key, { marker, previous, expected }] of runsByKey(report)) {
    const found = words(marker);
    const right = found.replace(/[一二三四五六七八九十]+/, numeralOf(expected)).replace(/[\d０-９]+/, String(expected));
    yield { key, span: marker.span, message: messages.run(found, words(previous), right), found, expected: right };
  }
}

type Numbered = (Heading | Paragraph) & { readonly marker: Marker };

/** （1） directly under 一、 where no （一） and no 1. stands above it. Told once for a chapter. */
function* levels(report: Report, section: Section): Iterable<Found> {
  const numbered = section.blocks.filter(isNumbered);
  const [first] = numbered;
  if (first === undefined || first.marker.style !== "point" || first.marker.ordinal !== 1) return;
  if (numbered.some((block) => block.marker.style === "part" || block.marker.style === "item")) return;
  if (pointsOf(section).length < 2) return;
  const found = report.text.slice(first.marker.span.start, first.marker.span.end);
  yield { key: `level/${section.key}`, span: first.marker.span, message: messages.level(found, "（一）"), found, expected: "（一）", severity: "information" };
}

function isNumbered(block: Block): block is Numbered {
  return (block.kind === "heading" || block.kind === "paragraph") && block.marker !== undefined;
}

function pointsOf(section: Section): Numbered[] {
  return section.blocks.filter(isNumbered).filter((block) => block.marker.style === "point");
}

function repairs(finding: Finding, report: Report): Repair[] {
  const [kind, key, expected] = finding.data.key.split("/");
  const run = runsByKey(report).get(finding.data.key);
  if (run !== undefined) return [{ title: { zh: "从这里起重新编号", en: "Number on from here" }, safety: "review", edits: renumberedRun(report, run) }];
  const section = report.sections.find((candidate) => candidate.key === key && candidate.heading.span.start <= finding.span.start && finding.span.start < candidate.span.end);
  if (section === undefined) return [];
  if (kind === "level") return [{ title: { zh: "本章各条改为（一）（二）（三）", en: "Number this chapter's items （一）（二）（三）" }, safety: "review", edits: levelEdits(report, section) }];
  const ordinal = Number(expected);
  return [{ title: { zh: `编号改为“${numeralOf(ordinal)}、”`, en: `Change the number to “${numeralOf(ordinal)}、”` }, safety: "review", edits: renumbering(report, section, ordinal) }];
}

function levelEdits(report: Report, section: Section): Edit[] {
  return pointsOf(section).flatMap(({ marker }) => {
    if (marker.ordinal === undefined || marker.ordinal < 1) return [];
    const isHalfWidth = report.text.charAt(marker.span.start) === "(";
    const numeral = numeralOf(marker.ordinal);
    return [{ span: marker.span, newText: isHalfWidth ? `(${numeral})` : `（${numeral}）` }];
  });
}
