// Where a draft is garbled: mojibake tells it, and other rules about characters are silent there.
import type { Report } from "../../report/report.js";
import { hasCharacter, hasOneOf } from "../../text/characters.js";
import { remembered } from "../../text/remembered.js";
import { unmasked } from "../../text/script/mask.js";
import type { Span } from "../../text/span.js";
import { fontSubstitution, garbled, mayBeGarbled, substituteCodes, type Garbled } from "./garbled.js";

/** In the order of the text. */
export const garbledPlaces: (report: Report) => readonly Garbled[] = remembered((report) =>
  unmasked(report.text, [...(hasCharacter(report.tree, mayBeGarbled) ? garbled(report.text) : []), ...fontsIn(report)].sort((a, b) => a.span.start - b.span.start)),
);

function fontsIn({ text, tree }: Report): Garbled[] {
  if (!hasOneOf(tree, substituteCodes)) return [];
  return tree.blocks.flatMap(({ span }) => fontSubstitution(text, span.start, span.end) ?? []);
}

/** The items that do not stand in one clause with garbled text, which goes on behind the place that shows it: ?！敝贫?. */
export function outsideGarbled<T extends { readonly span: Span }>(report: Report, items: readonly T[]): readonly T[] {
  const places = items.length === 0 ? [] : garbledPlaces(report);
  if (places.length === 0) return items;
  let next = 0;
  return items.filter(({ span }) => {
    for (let place = places[next]; place !== undefined && place.span.start < span.end; place = places[next]) next++;
    const last = places[next - 1];
    return last === undefined || isInOtherClause(report.text, last.span.end, span.start);
  });
}

/** The items that do not stand in a line with garbled text, which may have swallowed what they belong to. */
export function outsideGarbledLines<T extends { readonly span: Span }>(report: Report, items: readonly T[]): readonly T[] {
  const places = items.length === 0 ? [] : garbledPlaces(report);
  if (places.length === 0) return items;
  const { blocks } = report.tree;
  const spoilt = new Set<Span>();
  let at = 0;
  for (const { span } of places) {
    while ((blocks[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const block = blocks[at];
    if (block !== undefined) spoilt.add(block.span);
  }
  at = 0;
  return items.filter(({ span }) => {
    while ((blocks[at]?.span.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const block = blocks[at];
    return block === undefined || !spoilt.has(block.span);
  });
}

/** No clause is longer: without the limit a text without marks would take square time. */
const longestClause = 60;

function isInOtherClause(text: string, garbledEnd: number, start: number): boolean {
  if (start < garbledEnd) return false;
  return start - garbledEnd > longestClause || clauseEnd.test(text.slice(garbledEnd, start));
}

const clauseEnd = /[，,。；;：:、\n|]/;
