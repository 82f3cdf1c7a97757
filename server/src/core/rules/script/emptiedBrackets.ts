import type { Report } from "../../report/report.js";
import { span, type Span } from "../../text/span.js";

/** `()予以公开` at the beginning of a line or cell, where （一） was; not where section-number or table-label tells of it. */
export function emptiedBrackets(report: Report): readonly { readonly span: Span }[] {
  const found = [...report.text.matchAll(/[(（][ \u3000]{0,4}[)）](?=[\u4e00-\u9fff]{2})/g)].map(({ 0: brackets, index }) => ({ span: span(index, index + brackets.length) }));
  if (found.length === 0) return [];
  const told = toldElsewhere(report);
  return found.filter(({ span: { start } }) => isAtBeginning(report.text, start) && !told.has(start));
}

/** Of a line or a cell, whatever marks of Markdown stand before it. */
function isAtBeginning(text: string, at: number): boolean {
  return /(?:^|[\n|\t])[ \u3000\u00a0#*>-]{0,20}$/.test(text.slice(Math.max(0, at - 21), at));
}

function toldElsewhere({ sections, tables }: Report): ReadonlySet<number> {
  const labels = tables.flatMap((table) => table.labels.filter(({ isExact }) => !isExact)).map(({ cell }) => cell.span.start);
  return new Set([...labels, ...sections.flatMap(({ heading }) => (heading.marker === undefined ? [] : [heading.marker.span.start]))]);
}
