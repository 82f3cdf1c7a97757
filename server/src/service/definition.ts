import type { Location, Position } from "vscode-languageserver-types";
import type { Fact, Section, Span } from "../core/index.js";
import { chapterMentionsOf } from "./chapterMentions.js";
import { claimAt, claimsOn } from "./claims.js";
import { isOurs, type Draft } from "./draft.js";
import { blockAt, placeInTable, sectionAt } from "./places.js";
import { neighboursOf, partsOf, totalsOver } from "./relatedCells.js";

/** From a total to its parts, from a part to its totals, from a number in the prose to its cell, from a chapter's name to its heading. */
export function definition(draft: Draft, position: Position): Location[] {
  if (!isOurs(draft)) return [];
  return locations(draft, targetsOf(draft, draft.lines.offset(position)));
}

/** All places that depend on each other: the cells of the sums of a cell with the numbers in the prose that state it, the names of a chapter. */
export function references(draft: Draft, position: Position, includeDeclaration: boolean): Location[] {
  if (!isOurs(draft)) return [];
  const { own, others } = usesOf(draft, draft.lines.offset(position));
  return locations(draft, includeDeclaration ? [...own, ...others] : others);
}

function targetsOf(draft: Draft, offset: number): readonly Span[] {
  const { report } = draft.analysis;
  const claim = claimAt(report, offset);
  if (claim !== undefined) return claim.facts.map(spanOf);
  const fact = placeInTable(report, offset)?.fact;
  if (fact !== undefined) {
    const parts = partsOf(report, fact);
    return (parts.length > 0 ? parts : totalsOver(report, fact)).map(spanOf);
  }
  const mentioned = chapterMentionsOf(report).find(({ span }) => span.start <= offset && offset <= span.end);
  return mentioned === undefined ? [] : [headingOf(mentioned.section)];
}

function usesOf(draft: Draft, offset: number): { readonly own: readonly Span[]; readonly others: readonly Span[] } {
  const { report } = draft.analysis;
  const facts = claimAt(report, offset)?.facts ?? [placeInTable(report, offset)?.fact].filter((fact) => fact !== undefined);
  if (facts.length > 0) return { own: facts.map(spanOf), others: facts.flatMap((fact) => [...neighboursOf(report, fact).map(spanOf), ...claimsOn(report, fact).map(({ span }) => span)]) };
  const section = chapterAt(draft, offset);
  if (section === undefined) return { own: [], others: [] };
  return { own: [headingOf(section)], others: chapterMentionsOf(report).flatMap((mention) => (mention.section === section ? [mention.span] : [])) };
}

/** The chapter whose heading or name the offset is in. */
function chapterAt({ analysis: { report } }: Draft, offset: number): Section | undefined {
  const mentioned = chapterMentionsOf(report).find(({ span }) => span.start <= offset && offset <= span.end);
  if (mentioned !== undefined) return mentioned.section;
  const section = sectionAt(report, offset);
  return section !== undefined && blockAt(report, offset) === section.heading ? section : undefined;
}

function spanOf({ span }: Fact): Span {
  return span;
}

function headingOf({ heading: { marker, title } }: Section): Span {
  return { start: Math.min(marker?.span.start ?? title.start, title.start), end: title.end };
}

function locations({ snapshot, lines }: Draft, spans: readonly Span[]): Location[] {
  const seen = new Set<number>();
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .filter(({ start }) => !seen.has(start) && seen.add(start))
    .map((span) => ({ uri: snapshot.uri, range: lines.range(span) }));
}
