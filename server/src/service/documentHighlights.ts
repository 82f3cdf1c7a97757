import { DocumentHighlightKind, type DocumentHighlight, type Position } from "vscode-languageserver-types";
import type { Span } from "../core/index.js";
import { claimAt, claimsOn } from "./claims.js";
import { isOurs, type Draft } from "./draft.js";
import { placeInTable } from "./places.js";
import { cellsUnder, neighboursOf, totalsOver } from "./relatedCells.js";

interface Place {
  readonly span: Span;
  readonly kind: DocumentHighlightKind;
}

const { Text, Read, Write } = DocumentHighlightKind;

/**
 * The cells that stand in a sum with the one at the cursor: what it is read from as Read, the totals that it goes into as
 * Write. For a label its row or column. Undefined where the client's own highlighting of words does better.
 */
export function documentHighlights(draft: Draft, position: Position): DocumentHighlight[] | undefined {
  if (!isOurs(draft)) return undefined;
  const places = placesFor(draft, draft.lines.offset(position));
  if (places.length === 0) return undefined;
  return places.toSorted((a, b) => a.span.start - b.span.start).map(({ span, kind }) => ({ range: draft.lines.range(span), kind }));
}

function placesFor({ analysis: { report } }: Draft, offset: number): Place[] {
  const claim = claimAt(report, offset);
  if (claim !== undefined) return [{ span: claim.span, kind: Text }, ...claim.facts.map(({ span }) => ({ span, kind: Read }))];
  const { fact, label, bound } = placeInTable(report, offset) ?? {};
  if (label !== undefined && bound !== undefined) return [{ span: label.cell.span, kind: Text }, ...cellsUnder(bound, label).map(({ span }) => ({ span, kind: Text }))];
  if (fact === undefined) return [];
  const totals = new Set(totalsOver(report, fact));
  const neighbours = neighboursOf(report, fact).map((other) => ({ span: other.span, kind: totals.has(other) ? Write : Read }));
  return [{ span: fact.span, kind: Text }, ...neighbours, ...claimsOn(report, fact).map(({ span }) => ({ span, kind: Text }))];
}
