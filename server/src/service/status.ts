import { isOurs, type Draft } from "./draft.js";
import { formNames } from "./formNames.js";
import { problemsOf, type Problems } from "./problems.js";
import { say } from "./words.js";

/** Which form a draft is checked by and why, for a status item. */
export interface DraftStatus {
  readonly uri: string;
  readonly version: number;
  /** False where the text is no such report: then there is nothing to show. */
  readonly isReport: boolean;
  readonly edition: string;
  readonly name: string;
  /** The notice that prescribes the form. */
  readonly document: string;
  /** In Chinese. */
  readonly because: string;
  readonly year: number | null;
  readonly stage: "draft" | "final";
  /** Milliseconds of work that the last check took. */
  readonly checkMilliseconds: number;
  readonly problems: Problems;
}

export function draftStatus(draft: Draft, checkMilliseconds: number): DraftStatus {
  const { report, findings, language } = draft.analysis;
  const { edition, name, document } = formNames(report);
  return {
    uri: draft.snapshot.uri,
    version: draft.snapshot.version,
    isReport: isOurs(draft),
    edition: say(language, edition),
    name,
    document,
    because: report.because,
    year: report.year ?? null,
    stage: report.stage,
    checkMilliseconds: Math.round(checkMilliseconds * 10) / 10,
    problems: problemsOf(findings),
  };
}
