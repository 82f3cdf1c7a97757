import type { PageEntry, PageFinding } from "./entry.js";

/** Findings by weight; hints count as notes. */
export interface Tally {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
}

export type Weight = keyof Tally;

export const weights: readonly Weight[] = ["error", "warning", "note"];

export function weightOf({ severity }: PageFinding): Weight {
  return severity === "error" || severity === "warning" ? severity : "note";
}

export function tallyOf(findings: readonly PageFinding[]): Tally {
  const count = (weight: Weight): number => findings.filter((finding) => weightOf(finding) === weight).length;
  return { error: count("error"), warning: count("warning"), note: count("note") };
}

export function findingsOf(entries: readonly PageEntry[]): readonly PageFinding[] {
  return entries.flatMap(({ findings }) => findings);
}

/** Groups in the order in which they come up, the gravest first. */
export function gravestFirst<Group extends { readonly tally: Tally }>(groups: readonly Group[]): readonly Group[] {
  return [...groups].sort((a, b) => b.tally.error - a.tally.error || b.tally.warning - a.tally.warning || b.tally.note - a.tally.note);
}
