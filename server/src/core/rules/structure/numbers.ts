import type { Report, Section } from "../../report/report.js";
import type { Edit } from "../../text/edit.js";
import { numeralOf, ordinalOf } from "../../text/numerals.js";

/** The edit that gives a chapter another number; none where it has that number already. Keeps the delimiter as it is. */
export function renumbering(report: Report, section: Section, ordinal: number): Edit[] {
  const { marker, title } = section.heading;
  if (marker === undefined) return [{ span: { start: title.start, end: title.start }, newText: `${numeralOf(ordinal)}、` }];
  if (marker.style !== "chapter") return [{ span: marker.span, newText: `${numeralOf(ordinal)}、` }];
  if (marker.ordinal === ordinal) return [];
  const numeral = numeralSpan(report.text, marker.span.start, marker.span.end);
  return numeral === undefined ? [] : [{ span: numeral, newText: numeralOf(ordinal) }];
}

function numeralSpan(text: string, from: number, to: number): { readonly start: number; readonly end: number } | undefined {
  const match = /[一二三四五六七八九十]+/.exec(text.slice(from, to));
  if (match === null || ordinalOf(match[0]) === undefined) return undefined;
  return { start: from + match.index, end: from + match.index + match[0].length };
}
