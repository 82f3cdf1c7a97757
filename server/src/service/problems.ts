import type { Finding, Severity } from "../core/index.js";

export type Problems = Readonly<Record<Severity, number>>;

/** How many findings there are of each severity. */
export function problemsOf(findings: readonly Finding[]): Problems {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), information: count("information"), hint: count("hint") };
}
