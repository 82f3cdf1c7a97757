import type { Report } from "../report/report.js";
import type { Group, Severity } from "./finding.js";
import type { Found, Rule } from "./rule.js";

/** What the findings of a group weigh; structure weighs less while the draft is being written. */
const groupSeverity: Readonly<Record<Group, Severity>> = { arithmetic: "error", structure: "error", consistency: "warning", script: "warning", wording: "information" };

const weight: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

/**
 * Severity of one finding, or `off`. What the user has set for the rule counts first. Otherwise the rule or its group decides, a
 * finding may weigh less than that, faults of form are information while the draft is being written and warnings
 * where the form was only recommended (2019).
 */
export function severityOf(rule: Rule, found: Found, report: Report, chosen: Severity | "off" | undefined): Severity | "off" {
  if (chosen !== undefined) return chosen;
  const ordinary = lesser(ruleSeverity(rule), found.severity);
  if (rule.group !== "structure") return ordinary;
  if (report.stage === "draft") return lesser(ordinary, "information");
  return report.binding ? ordinary : lesser(ordinary, "warning");
}

/** What the findings of a rule weigh in a finished report, where the user has set nothing. */
export function ruleSeverity(rule: Rule): Severity {
  return rule.severity ?? groupSeverity[rule.group];
}

function lesser(a: Severity, b: Severity | undefined): Severity {
  return b === undefined || weight[a] <= weight[b] ? a : b;
}
