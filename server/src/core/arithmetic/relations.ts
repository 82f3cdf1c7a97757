import type { Fact, Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { identitiesOf, operandsOf, type Identity } from "./identity.js";

/** All identities of a report, computed once, also by the cells that take part in them. */
export interface Relations {
  readonly identities: readonly Identity[];
  readonly byKey: ReadonlyMap<string, readonly Identity[]>;
}

export const relationsOf: (report: Report) => Relations = remembered((report) => {
  const identities = identitiesOf(report);
  const byKey = new Map<string, Identity[]>();
  for (const identity of identities) {
    for (const { key } of operandsOf(identity)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [identity]);
      else known.push(identity);
    }
  }
  return { identities, byKey };
});

/** The identities that a cell takes part in; none for a cell of a second table of its kind (其中县本级). */
export function identitiesWith(report: Report, fact: Fact): readonly Identity[] {
  return report.facts.get(fact.key) === fact ? (relationsOf(report).byKey.get(fact.key) ?? []) : [];
}
