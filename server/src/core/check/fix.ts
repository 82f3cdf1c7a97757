import type { ScriptConverter } from "../text/converter.js";
import { applyEdits, withoutOverlaps, type Edit } from "../text/edit.js";
import { analyse, type Analysis, type CheckOptions } from "./analyse.js";
import type { Finding, Fix } from "./finding.js";
import { ruleOf } from "./rules.js";

/** More rounds than any draft has needed; a guard against two rules that undo each other. */
const maximumRounds = 10;

/** The repairs of one finding, computed from the analysis that the finding is of; never stored. */
export function fixesOf(analysis: Analysis, finding: Finding, converter?: ScriptConverter): readonly Fix[] {
  const repairs = ruleOf(finding.code)?.repairs?.(finding, analysis.report, { converter }) ?? [];
  return repairs.map(({ title, safety, edits }) => ({ title: title[analysis.language], safety, edits }));
}

/**
 * The edits of all safe repairs, sorted, without overlaps. Of two repairs that touch the same place only the first is
 * taken, whole; the other is found again in the next round.
 */
export function safeEdits(analysis: Analysis, converter?: ScriptConverter): readonly Edit[] {
  return safeRepairs(analysis, converter).edits;
}

/** Carries out the safe repairs until none is left. `applied` counts the findings that were repaired. */
export function fixAll(text: string, options: CheckOptions = {}, converter?: ScriptConverter): { readonly text: string; readonly applied: number } {
  let current = text;
  let applied = 0;
  for (let round = 0; round < maximumRounds; round++) {
    const { edits, findings } = safeRepairs(analyse(current, options), converter);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
    applied += findings;
  }
  return { text: current, applied };
}

function safeRepairs(analysis: Analysis, converter: ScriptConverter | undefined): { readonly edits: readonly Edit[]; readonly findings: number } {
  const owned = analysis.findings.flatMap((finding, owner) => (safeFixOf(analysis, finding, converter)?.edits ?? []).map((edit) => ({ edit, owner })));
  const sorted = owned.sort((a, b) => a.edit.span.start - b.edit.span.start || a.owner - b.owner);
  const dropped = new Set<number>();
  let end = -1;
  for (const { edit, owner } of sorted) {
    if (edit.span.start < end) dropped.add(owner);
    else end = edit.span.end;
  }
  const kept = sorted.filter(({ owner }) => !dropped.has(owner));
  return { edits: withoutOverlaps(kept.map(({ edit }) => edit)), findings: new Set(kept.map(({ owner }) => owner)).size };
}

function safeFixOf(analysis: Analysis, finding: Finding, converter: ScriptConverter | undefined): Fix | undefined {
  if (ruleOf(finding.code)?.repair !== "safe") return undefined;
  return fixesOf(analysis, finding, converter).find((fix) => fix.safety === "safe");
}
