import type { ScriptConverter } from "../text/converter.js";
import type { Report } from "../report/report.js";
import { filler, shown } from "../text/filler.js";
import { slice, type Span } from "../text/span.js";
import { applyEdits, withoutOverlaps, type Edit } from "../text/edit.js";
import { analyse, type Analysis, type CheckOptions } from "./analyse.js";
import type { Finding, Fix } from "./finding.js";
import { ruleOf } from "./rules.js";

/** More rounds than any draft has needed; a guard against two rules that undo each other. */
const maximumRounds = 10;

/** The repairs of one finding, computed from the analysis that the finding is of; never stored. */
export function fixesOf(analysis: Analysis, finding: Finding, converter?: ScriptConverter): readonly Fix[] {
  const repairs = ruleOf(finding.code)?.repairs?.(finding, analysis.report, { converter }) ?? [];
  return repairs.flatMap(({ title, safety, edits }) => {
    const inSource = editsOfSource(analysis.report, edits);
    return inSource === undefined ? [] : [{ title: shown(title[analysis.language]), safety, edits: inSource }];
  });
}

const tag = /<[^<>]*>/;

/**
 * Rules know the text as it is read. In the draft tags may stand within a replaced stretch: they are kept behind what it is replaced by,
 * unless the repair writes tags itself. Undefined where the new text is no words but pieces of the text as it is read.
 */
function editsOfSource({ text, source }: Report, edits: readonly Edit[]): readonly Edit[] | undefined {
  if (text === source) return edits;
  if (edits.some(({ newText }) => newText.includes(filler))) return undefined;
  const writesTags = edits.some(({ newText }) => tag.test(newText));
  return edits.map((edit) => {
    const tags = writesTags ? [] : (slice(source, edit.span).match(new RegExp(tag, "g")) ?? []);
    return { span: beforeTag(source, edit.span), newText: edit.newText + tags.join("") };
  });
}

/**
 * The edits of all safe repairs, sorted, without overlaps. Of two repairs that touch the same place only the first is
 * taken, whole; the other is found again in the next round.
 */
export function safeEdits(analysis: Analysis, converter?: ScriptConverter): readonly Edit[] {
  return safeRepairs(analysis, converter).edits;
}

/** A block in the middle of a line of HTML begins behind its own bracket; what is inserted before it stands before the bracket. */
function beforeTag(source: string, span: Span): Span {
  return span.start === span.end && source.charAt(span.start - 1) === "<" ? { start: span.start - 1, end: span.end - 1 } : span;
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
