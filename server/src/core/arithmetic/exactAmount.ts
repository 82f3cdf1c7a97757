import { isFinished } from "../report/finished.js";
import { kindOf } from "../report/kind.js";
import type { Fact, Report } from "../report/report.js";
import { exactly, rangeOf } from "./range.js";

/** The one amount that a cell can mean, in millionths (money in 万元); undefined where it may still become another. */
export function exactAmount(report: Report, fact: Fact): bigint | undefined {
  return exactly(rangeOf(fact.value, kindOf(fact), isFinished(report, fact)));
}
