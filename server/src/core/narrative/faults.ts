import { findFaults, type Fault } from "../arithmetic/explain.js";
import type { Report } from "../report/report.js";
import { remembered } from "../text/remembered.js";
import { statedAmounts } from "./statedAmounts.js";

/** What is wrong in the tables, with what the prose states as evidence. Computed once for a report: several rules ask for it. */
export const faultsOf: (report: Report) => readonly Fault[] = remembered((report) => {
  let stated: ReturnType<typeof statedAmounts> | undefined;
  // Most tables are right, and then nobody needs to read the prose for them.
  return findFaults(report, (fact) => (stated ??= statedAmounts(report)).get(fact.key) ?? []);
});
