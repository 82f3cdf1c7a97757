import type { Finding } from "../check/finding.js";
import type { Found, Repair, Rule } from "../check/rule.js";
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { unmasked } from "../text/script/mask.js";

/** A finding together with what repairs it; `key` may stand twice, then the second one gets a number. */
export interface Mendable extends Found {
  readonly repairs?: readonly Repair[];
}

/** For rules that know the repair when they find the fault. `find` runs once for each report; addresses, code and comments are left alone. */
export function mendable(find: (report: Report) => Iterable<Mendable>): Required<Pick<Rule, "check" | "repairs">> {
  const foundIn = remembered((report: Report) => byOwnKey(unmasked(report.text, [...find(report)].sort((a, b) => a.span.start - b.span.start))));
  return {
    check: (report) => foundIn(report).values(),
    repairs: ({ data }: Finding, report) => foundIn(report).get(data.key)?.repairs ?? [],
  };
}

/** By key, in order; of those with the same key the second is `key#2`. */
export function byOwnKey<Item extends { readonly key: string }>(found: readonly Item[]): ReadonlyMap<string, Item> {
  const counts = new Map<string, number>();
  return new Map(
    found.map((item) => {
      const count = (counts.get(item.key) ?? 0) + 1;
      counts.set(item.key, count);
      const key = count === 1 ? item.key : `${item.key}#${count}`;
      return [key, { ...item, key }];
    }),
  );
}
