import { defineRule, type Repair, type Words } from "../../check/rule.js";
import type { Report, Section } from "../../report/report.js";
import type { Edit } from "../../text/edit.js";
import type { Span } from "../../text/span.js";
import { renumbering } from "./numbers.js";

const messages = {
  misplaced: (title: string, before: string): Words => ({ zh: `“${title}”应在“${before}”之前：各章次序由格式规定。`, en: `“${title}” belongs before “${before}”: the form prescribes the order of the chapters.` }),
  related: { zh: "这一章应排在后面", en: "This chapter belongs behind it" },
};

export default defineRule({
  code: "section-order",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "章的次序与格式规定的不同", en: "The chapters do not stand in the order of the form" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号：六章的次序", en: "Forms of 2019 and 2021: the order of the six chapters" },
  repair: "review",
  *check(report) {
    const known = prescribed(report);
    const inOrder = longestInOrder(known);
    for (const section of known) {
      if (inOrder.has(section)) continue;
      const next = known.find((other) => ordinal(other) > ordinal(section) && other.span.start < section.span.start);
      const after = next ?? known.find((other) => ordinal(other) < ordinal(section) && other.span.start > section.span.start);
      if (after === undefined) continue;
      const [late, early] = next === undefined ? [after, section] : [section, next];
      yield {
        key: section.key,
        span: section.heading.title,
        message: messages.misplaced(late.form?.title ?? "", early.form?.title ?? ""),
        related: [{ span: after.heading.title, message: messages.related }],
      };
    }
  },
  repairs: (_finding, report) => repairs(report),
});

/** Before 2019 each province had an order of its own. */
function prescribed(report: Report): Section[] {
  return report.sections.filter((section) => section.form?.match === "exact");
}

function ordinal(section: Section): number {
  return section.form?.ordinal ?? 0;
}

/** The most chapters that can stay where they are; the others are the misplaced ones. */
function longestInOrder(sections: readonly Section[]): ReadonlySet<Section> {
  const best: Section[][] = [];
  for (const section of sections) {
    const before = best.filter((chain) => ordinal(chain.at(-1) ?? section) < ordinal(section)).reduce<Section[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []);
    best.push([...before, section]);
  }
  return new Set(best.reduce<Section[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []));
}

/** Puts the chapters of the form into its order; offered only where no other chapter stands between. */
function repairs(report: Report): Repair[] {
  const { sections } = report;
  if (sections.some((section) => section.form === undefined)) return [];
  const sorted = [...sections].sort((a, b) => ordinal(a) - ordinal(b));
  // The numbers stay with the places, also where one is left free for a chapter that is missing.
  const numbers = sections.map((section, i) => section.heading.marker?.ordinal ?? i + 1).sort((a, b) => a - b);
  const edits = sections.flatMap((section, i): Edit[] => {
    const [wanted, number] = [sorted[i], numbers[i]];
    if (wanted === undefined || number === undefined) return [];
    return wanted === section ? renumbering(report, section, number) : [{ span: contentOf(report, section), newText: moved(report, wanted, number) }];
  });
  return [{ title: { zh: "按格式规定的次序重排各章并编号", en: "Put the chapters into the order of the form and number them" }, safety: "review", edits }];
}

/** Heading and text without the blank lines behind, which stay where they are. */
function contentOf(report: Report, { span }: Section): Span {
  return { start: span.start, end: span.start + report.text.slice(span.start, span.end).trimEnd().length };
}

function moved(report: Report, section: Section, number: number): string {
  const { start, end } = contentOf(report, section);
  const text = report.text.slice(start, end);
  const [edit] = renumbering(report, section, number);
  return edit === undefined ? text : text.slice(0, edit.span.start - start) + edit.newText + text.slice(edit.span.end - start);
}
