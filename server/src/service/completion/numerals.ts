import { CompletionItemKind } from "vscode-languageserver-types";
import type { Paragraph } from "../../core/index.js";
import { nextMarker, type ListMarker } from "../listMarker.js";
import { sectionAt, type Place, type Suggestion } from "./suggestion.js";

/** Levels of numbering inside a chapter, outermost first: a new （二） ends the list of 1. 2. 3. below （一）. */
const levels: readonly ListMarker["style"][] = ["part", "item", "point", "firstly"];

/** Lines above the cursor among which the lists are looked for that are still going on. */
const nearBlocks = 200;

/** The next number of the lists that the cursor stands in: （三）, 4., 三是; the innermost first. */
export function nextNumerals(place: Place): Suggestion[] {
  const typed = typedNumber(place);
  if (typed === undefined) return [];
  return openLists(place)
    .flatMap((marker) => nextMarker(marker) ?? [])
    .filter((marker) => marker.startsWith(typed) && marker !== typed)
    .map((marker) => ({ label: marker, text: marker, span: { start: place.offset - typed.length, end: place.offset + closing(place, marker) }, kind: CompletionItemKind.Text }));
}

/** The editor has closed the bracket that was just opened. */
function closing({ after }: Place, marker: string): number {
  return /[）)]$/.test(marker) && /^[）)]/.test(after) ? 1 : 0;
}

/** The beginning of a number, at the start of a line or (for 一是) behind a stop. */
function typedNumber({ before, after }: Place): string | undefined {
  if (!/^[）)]?\s*$/.test(after)) return undefined;
  return /^\s*([（(]?[一二三四五六七八九十\d]{0,3})$/.exec(before)?.[1] ?? /[。；;]([一二三四五六七八九十]{1,3})$/.exec(before)?.[1];
}

/** The last number of each list that is still going on before the cursor, in the cursor's chapter. */
function openLists(place: Place): ListMarker[] {
  const found = new Map<ListMarker["style"], ListMarker>();
  for (const marker of markersBefore(place)) {
    for (const inner of levels.slice(levels.indexOf(marker.style) + 1)) found.delete(inner);
    found.delete(marker.style);
    found.set(marker.style, marker);
  }
  return levels.flatMap((level) => found.get(level) ?? []).reverse();
}

function markersBefore(place: Place): ListMarker[] {
  const { text, tree } = place.draft.analysis.report;
  const blocks = sectionAt(place)?.blocks ?? tree.blocks;
  const end = blocks.findLastIndex((block) => block.span.start < place.offset) + 1;
  return blocks.slice(Math.max(0, end - nearBlocks), end).flatMap((block) => {
    if (block.kind !== "paragraph" && block.kind !== "heading") return [];
    const isOwnLine = block.span.start === place.lineStart;
    const points = block.kind === "paragraph" ? pointsOf(text, block, place, isOwnLine) : [];
    if (isOwnLine || block.marker?.ordinal === undefined || block.marker.style === "chapter") return points;
    const { style, ordinal, span } = block.marker;
    return [{ style, ordinal, written: text.slice(span.start, span.end) }, ...points];
  });
}

/** A paragraph above that says 一是…；二是… holds its whole list; one that says 一是… only is a point of a list that goes on. */
function pointsOf(text: string, { points }: Paragraph, { offset }: Place, isOwnLine: boolean): ListMarker[] {
  const before = points.filter(({ span }) => span.end < offset);
  if (!isOwnLine && before.length !== 1) return [];
  return before.map(({ style, ordinal, span }) => ({ style, ordinal, written: text.slice(span.start, span.end) }));
}
