import { remembered, type Fact, type Report, type Span } from "../core/index.js";
import { lastBefore } from "./places.js";

/** A number in the prose and the cells that it was matched with: one, or those whose sum it states. */
export interface Claim {
  readonly span: Span;
  readonly facts: readonly Fact[];
}

/** In the order of the text. Every feature asks here, so that who reads the prose into claims has one place to put them. */
export const claimsOf: (report: Report) => readonly Claim[] = remembered(() => []);

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
