import { fixAll, fixesOf, type Analysis, type Archive, type Neighbours, type Report } from "../../core/index.js";
import { converter } from "../converter.js";
import type { Configurations } from "../input/configurations.js";
import { analyseDraft, readDraft, type Draft } from "../input/draft.js";
import type { Source } from "../input/sources.js";
import { about } from "../input/systemProblem.js";
import { writeDraft } from "../input/writeDraft.js";
import type { Checked } from "../output/checked.js";
import { colored, plain } from "../output/colors.js";
import { pageEntry } from "../output/html/entry.js";
import { fileResult } from "../output/json.js";
import { renderText } from "../output/text.js";
import { ownFault, type Words } from "../words.js";
import { countSeverities, noCounts, type Counts, type Outcome } from "./outcome.js";
import type { CheckSettings } from "./settings.js";

/** What checking a file came to, and the report that was checked; undefined where none was read. */
export interface CheckedSource {
  readonly outcome: Outcome;
  readonly report: Report | undefined;
}

/** Reads, fixes if asked to, checks and renders one file. Never throws: a fault of ours is a problem of this file only. */
export function checkSource(source: Source, settings: CheckSettings, configurations: Configurations, neighbours: Neighbours): Outcome {
  // The neighbours are those of this very file, so nobody has to look for them.
  return checkAmong(source, settings, configurations, { neighboursOf: () => neighbours }).outcome;
}

/** The same among the reports of an archive. */
export function checkAmong(source: Source, settings: CheckSettings, configurations: Configurations, archive: Archive): CheckedSource {
  // A rule that throws does so at each of the runs of --fix; it is said once.
  const log = new Set<string>();
  try {
    const read = readDraft(source, settings, configurations, (message) => log.add(message));
    if (read.kind === "skipped") return nothing("skipped", [], log);
    if (read.kind === "failed") return nothing("failed", [read.problem], log);
    return checkDraft({ ...read.draft, options: { ...read.draft.options, archive } }, settings, log);
  } catch (error) {
    return nothing("failed", [about(source.name, ownFault(error))], log);
  }
}

function nothing(kind: "skipped" | "failed", problems: readonly Words[], log: ReadonlySet<string>): CheckedSource {
  return { outcome: { kind, output: "", counts: noCounts, problems, log: [...log] }, report: undefined };
}

function checkDraft(draft: Draft, settings: CheckSettings, log: ReadonlySet<string>): CheckedSource {
  const first = analyseDraft(draft);
  if (first === undefined) return nothing("skipped", [], log);
  const repaired = settings.fixes ? fixInPlace(draft) : { draft, fixed: 0, problems: draft.problems };
  const checked = withFixes(repaired.draft, repaired.fixed === 0 ? first : (analyseDraft(repaired.draft) ?? first));
  const outcome: Outcome = { kind: "checked", output: render(checked, settings), counts: countsOf(checked, repaired.fixed), problems: [...repaired.problems, ...incomplete(draft, log)], log: [...log] };
  return { outcome, report: checked.analysis.report };
}

/** Where a rule has thrown the others have reported, but nobody may take the file for clean. */
function incomplete({ source }: Draft, log: ReadonlySet<string>): Words[] {
  return log.size === 0 ? [] : [about(source.name, { zh: "有规则没能运行，检查不完整（这是本程序的错误，请报告）", en: "a rule could not run, so the check is incomplete (our fault, please report it)" })];
}

interface Repaired {
  readonly draft: Draft;
  readonly fixed: number;
  readonly problems: readonly Words[];
}

/** Where the configuration is broken nothing is changed: the user may have switched off what we would change. */
function fixInPlace(draft: Draft): Repaired {
  if (draft.problems.length > 0) return { draft, fixed: 0, problems: draft.problems };
  const { text, applied } = fixAll(draft.decoded.text, draft.options, converter);
  const problem = applied === 0 ? undefined : writeDraft(draft.source.name, text, draft.decoded.encoding);
  if (applied === 0 || problem !== undefined) return { draft, fixed: 0, problems: problem === undefined ? [] : [problem] };
  return { draft: { ...draft, decoded: { ...draft.decoded, text } }, fixed: applied, problems: [] };
}

function withFixes({ source, decoded }: Draft, analysis: Analysis): Checked {
  const fixes = new Map(analysis.findings.map((finding) => [finding, fixesOf(analysis, finding, converter)]));
  return { name: source.name, analysis, encoding: decoded.encoding, fixes };
}

function countsOf({ analysis, fixes }: Checked, fixed: number): Counts {
  const fixable = [...fixes.values()].filter((some) => some.some(({ safety }) => safety === "safe")).length;
  return { ...countSeverities(analysis.findings), fixable, fixed };
}

function render(checked: Checked, { format, isColored, columns, isQuiet }: CheckSettings): string {
  if (format === "html") return JSON.stringify(pageEntry(checked));
  if (format !== "text") return JSON.stringify(fileResult(checked));
  return renderText(checked, { paint: isColored ? colored : plain, isColored, columns, isQuiet });
}
