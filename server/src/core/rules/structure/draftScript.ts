import type { RepairTools } from "../../check/rule.js";
import type { Report } from "../../report/report.js";

/** The form's words in the script of the draft; undefined where that takes a converter and there is none. */
export function inDraftScript(report: Report, text: string, { converter }: RepairTools): string | undefined {
  // Mainland organs that write Traditional have 復議; the converter follows Taiwan.
  return report.script === "simplified" ? text : converter?.toTraditional(text).replaceAll("複議", "復議");
}
