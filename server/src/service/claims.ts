import { claimsOf as readClaims, matchedFacts, remembered, type Fact, type Report, type Span } from "../core/index.js";
import { lastBefore } from "./places.js";

/** A number in the prose and the cells that it was matched with: one, or those whose sum it states. */
export interface Claim {
  readonly span: Span;
  readonly facts: readonly Fact[];
}

/** In the order of the text: the numbers of which it is certain what they count. */
export const claimsOf: (report: Report) => readonly Claim[] = remembered((report) =>
  readClaims(report)
    .map((claim) => ({ span: claim.span, facts: matchedFacts(report, claim) }))
    .filter(({ facts }) => facts.length > 0)
    .sort((a, b) => a.span.start - b.span.start),
);

export function claimAt(report: Report, offset: number): Claim | undefined {
  const claims = claimsOf(report);
  const at = lastBefore(claims, offset, ({ span }) => span.start);
  const claim = at === undefined ? undefined : claims[at];
  return claim !== undefined && offset <= claim.span.end ? claim : undefined;
}

/** The numbers in the prose that state this cell. */
export function claimsOn(report: Report, fact: Fact): readonly Claim[] {
  return claimsOf(report).filter(({ facts }) => facts.includes(fact));
}
