import { parse } from "../syntax/parse.js";
import { buildReport, type ReportOptions } from "./build.js";
import type { Report } from "./report.js";

/** Reads a draft without checking it: what archives need of the reports that they only compare with. */
export function readReport(text: string, options: ReportOptions = {}): Report {
  return buildReport(parse(text), options);
}
