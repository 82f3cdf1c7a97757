import type { Report } from "../../report/report.js";
import { span, type Span } from "../../text/span.js";

/** `()予以公开` at the beginning of a line or cell, where （一） was; not where section-number or table-label tells of it. */
export function emptiedBrackets(report: Report): readonly { readonly span: Span }[] {
  const told = toldElsewhere(report);
  const found = [...report.text.matchAll(atBeginning)].map(({ 0: matched, index, groups }) => {
    const end = index + matched.length;
    return { span: span(end - (groups?.["brackets"] ?? "").length, end) };
  });
  return found.filter(({ span: { start } }) => !told.has(start));
}

const atBeginning = /(?:^|[|\t])[ \u3000\u00a0#*>-]{0,20}(?<brackets>[(（][ \u3000]{0,4}[)）])(?=[\u4e00-\u9fff]{2})/gm;

function toldElsewhere({ sections, tables }: Report): ReadonlySet<number> {
  const labels = tables.flatMap((table) => table.labels.filter(({ isExact }) => !isExact)).map(({ cell }) => cell.span.start);
  return new Set([...labels, ...sections.flatMap(({ heading }) => (heading.marker === undefined ? [] : [heading.marker.span.start]))]);
}
