// Claims that equal none of the things that their words can mean in the tables.
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { withoutOtherCircles } from "./circles.js";
import type { Claim, Measure } from "./claim.js";
import { claimsOf } from "./claims.js";
import { compared, type Compared } from "./compared.js";
import { withoutLots } from "./lots.js";

export interface Contradiction {
  /** Measure and place among the claims of this measure: stays the same while other numbers are edited. */
  readonly key: string;
  readonly claim: Claim;
  readonly measure: Measure;
  /** Other places of the prose that say the same wrong number of the same thing. */
  readonly again: readonly Claim[];
  /** One for each meaning, in millionths. */
  readonly values: readonly bigint[];
}

export const contradictionsOf: (report: Report) => readonly Contradiction[] = remembered(findContradictions);

function findContradictions(report: Report): readonly Contradiction[] {
  const comparable = claimsOf(report).flatMap((claim) => compared(report, claim) ?? []);
  const anchors = anchorsIn(comparable);
  const told = comparable.filter(({ agrees, claim }) => !agrees && (claim.scope === "own" || hasAnchor(claim, anchors)));
  const wrong = withoutOtherCircles(report, withoutLots(told, comparable));
  const groups = new Map<string, Compared[]>();
  for (const found of wrong) {
    const key = `${found.measure.name} ${found.claim.relation === "count" ? String(found.amount) : found.claim.relation}`;
    const others = groups.get(key);
    if (others === undefined) groups.set(key, [found]);
    else others.push(found);
  }
  const places = placesOf(claimsOf(report));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { claim, measure, values } = first;
    return [{ key: `${measure.name}/${places.get(claim) ?? -1}`, claim, measure, values, again: others.map((other) => other.claim) }];
  });
}

/** The place of each claim among those of its measure. */
function placesOf(claims: readonly Claim[]): ReadonlyMap<Claim, number> {
  const counts = new Map<string, number>();
  return new Map(
    claims.map((claim) => {
      const name = claim.measure?.name ?? "";
      const place = counts.get(name) ?? 0;
      counts.set(name, place + 1);
      return [claim, place];
    }),
  );
}

/** By sentence the measures of which it has a number that agrees with the table. */
function anchorsIn(comparable: readonly Compared[]): ReadonlyMap<number, ReadonlySet<string>> {
  const anchors = new Map<number, Set<string>>();
  for (const { claim, measure, amount, agrees } of comparable) {
    if (!agrees || amount === 0n) continue;
    const names = anchors.get(claim.sentence) ?? new Set();
    anchors.set(claim.sentence, names.add(measure.name));
  }
  return anchors;
}

/** Where it is not sure whose numbers a sentence tells, another number of it that agrees with the table shows it. */
function hasAnchor({ sentence, measure }: Claim, anchors: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  return [...(anchors.get(sentence) ?? [])].some((name) => name !== measure?.name);
}
