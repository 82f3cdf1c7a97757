/**
 * The rules of this folder look at words and marks: what is never right, whatever the report says. They read the text in its
 * plain form (Simplified, half-width, no pinyin), so that a Traditional draft is understood as well, and are silent where a
 * rule of structure speaks already.
 */
import { outsidePage } from "../../report/pageLines.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import type { Span } from "../../text/span.js";

/** The items that stand in a block of the given kinds, not in a line of the page, and outside of what `table-label`, `section-title` and `title-form` judge; all in the order of the text. */
export function inOwnWords<T extends { readonly span: Span }>(report: Report, kinds: ReadonlySet<Block["kind"]>, items: readonly T[]): readonly T[] {
  if (items.length === 0) return items;
  const isPlaced = covering(report.tree.blocks.filter(({ kind }) => kinds.has(kind)).map(({ span }) => span));
  const isJudged = covering(judgedElsewhere(report));
  return outsidePage(report, items.filter(({ span }) => isPlaced(span) && !isJudged(span)));
}

/** Whether one of the spans, which are in order and apart, holds the start of the given one. Asked in the order of the text. */
function covering(spans: readonly Span[]): (place: Span) => boolean {
  let at = 0;
  return (place) => {
    for (let next = spans[at]; next !== undefined && next.end <= place.start; next = spans[++at]);
    const current = spans[at];
    return current !== undefined && current.start <= place.start;
  };
}

/** Labels of the form, titles of chapters that the form prescribes, and the title where one is prescribed: each deviation is told there. */
function judgedElsewhere({ tables, sections, title, edition }: Report): readonly Span[] {
  // Of a table that provinces changed as they liked no label is judged by the form.
  const labels = tables.flatMap(({ form, labels: own }) => (form.optional === true ? [] : own.map(({ cell }) => cell.span)));
  const titles = sections.filter(({ form }) => form?.match === "exact").map(({ heading }) => heading.title);
  const own = title === undefined || edition.title === undefined ? [] : [title.span];
  return [...own, ...titles, ...labels].sort((a, b) => a.start - b.start);
}
