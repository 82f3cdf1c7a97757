import type { Finding } from "../../core/index.js";
import type { Words } from "../words.js";

/** What checking one file came to. Plain data: worker threads hand it back, rendered. */
export interface Outcome {
  /** `skipped`: found through a folder or pattern, and no report. */
  readonly kind: "checked" | "skipped" | "failed";
  /** What goes to standard output, in the format that was asked for. */
  readonly output: string;
  readonly counts: Counts;
  /** Told on standard error; each makes the exit code 2. */
  readonly problems: readonly Words[];
  /** Told on standard error as it is: what a rule that threw has said. */
  readonly log: readonly string[];
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
  /** Findings with a safe fix. */
  readonly fixable: number;
  /** Edits carried out by --fix. */
  readonly fixed: number;
}

export const noCounts: Counts = { error: 0, warning: 0, information: 0, hint: 0, fixable: 0, fixed: 0 };

export function addCounts(a: Counts, b: Counts): Counts {
  return { error: a.error + b.error, warning: a.warning + b.warning, information: a.information + b.information, hint: a.hint + b.hint, fixable: a.fixable + b.fixable, fixed: a.fixed + b.fixed };
}

export function countSeverities(findings: readonly Finding[]): Pick<Counts, Finding["severity"]> {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), information: count("information"), hint: count("hint") };
}
