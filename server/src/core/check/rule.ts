import type { Report } from "../report/report.js";
import type { ScriptConverter } from "../text/converter.js";
import type { Edit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Elsewhere, Finding, Group, Safety, Severity } from "./finding.js";

/** A message in both languages, side by side, so that a missing one does not compile. Chinese comes first. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a rule has found: where, and in which words. `key` tells two findings of one rule apart and outlives edits elsewhere. */
export interface Found {
  readonly key: string;
  readonly span: Span;
  readonly message: Words;
  readonly related?: readonly { readonly span: Span; readonly message: Words; readonly elsewhere?: Elsewhere }[];
  readonly fact?: string;
  readonly found?: string;
  readonly expected?: string;
  /** Only where this finding weighs less than the group's findings do. */
  readonly severity?: Severity;
}

export interface Repair {
  readonly title: Words;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

export interface RepairTools {
  readonly converter: ScriptConverter | undefined;
}

/** What came of the rules that ran before: for the rule that judges the comments by which findings are silenced. */
export interface Outcome {
  /** All rules that there are, by code. */
  readonly known: ReadonlyMap<string, Pick<Rule, "scope">>;
  /** Codes of the rules that have looked at this report. */
  readonly ran: ReadonlySet<string>;
  /** What they have found and a comment has silenced. */
  readonly silenced: readonly { readonly code: string; readonly offset: number }[];
}

/**
 * One rule, one file. `check` finds and words, `repairs` mends; both are pure. `typing` rules are cheap enough for each keystroke,
 * `settled` ones are meant for pauses; so far all are `typing`. `scope` is what the rule looks at: the characters of a report (`text`), its
 * chapters and tables (`report`), what other reports of the archive say (`archive`), or whether the document is one at all (`document`;
 * only such a rule runs where it is not).
 */
export interface Rule {
  readonly code: string;
  readonly group: Group;
  readonly scope: "text" | "report" | "archive" | "document";
  readonly phase: "typing" | "settled";
  /** What its findings weigh, where that is not what the group's do. */
  readonly severity?: Severity;
  /** What the rule is about, one sentence. */
  readonly summary: Words;
  /** What it rests on: the form's data, a paragraph of the notice, a standard. */
  readonly basis: Words;
  /** The best safety that its repairs have; absent where it has none. */
  readonly repair?: Safety;
  check(report: Report, before: Outcome): Iterable<Found>;
  repairs?(finding: Finding, report: Report, tools: RepairTools): readonly Repair[];
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
