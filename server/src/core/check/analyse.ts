import { buildReport, type ReportOptions } from "../report/build.js";
import type { Report } from "../report/report.js";
import { rules } from "../rules/index.js";
import { parse } from "../syntax/parse.js";
import { shown } from "../text/filler.js";
import type { Finding, Language, Severity } from "./finding.js";
import type { Found, Outcome, Rule } from "./rule.js";
import { severityOf } from "./severity.js";
import { suppressionsOf } from "./suppress.js";

export interface CheckOptions extends ReportOptions {
  /** Language of the messages; Chinese by default. */
  readonly language?: Language;
  /** What the user has set for single rules. */
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** Told of a rule that throws; the other rules still report. Gets no text of the draft. */
  readonly log?: (message: string) => void;
}

export interface Analysis {
  readonly report: Report;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly language: Language;
}

const knownRules: Outcome["known"] = new Map(rules.map((rule) => [rule.code, rule]));

/** Reads and checks a draft. Never throws on any text. */
export function analyse(text: string, options: CheckOptions = {}): Analysis {
  const steps = analysing(text, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, so that a language server can look at its messages between two rules. */
export function* analysing(text: string, options: CheckOptions = {}): Generator<undefined, Analysis, void> {
  const tree = parse(text);
  yield;
  const report = buildReport(tree, options);
  yield;
  const language = options.language ?? "zh";
  const suppressed = suppressionsOf(tree);
  const before = { known: knownRules, ran: new Set<string>(), silenced: [] as { code: string; offset: number }[] };
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (!applies(rule, report, options)) continue;
    for (const found of foundBy(rule, report, before, options.log)) {
      const finding = findingOf(rule, found, report, options, language);
      if (finding === undefined) continue;
      if (suppressed.covers(finding.code, finding.span.start)) before.silenced.push({ code: finding.code, offset: finding.span.start });
      else findings.push(finding);
    }
    yield;
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { report, findings, language };
}

function applies(rule: Rule, report: Report, options: CheckOptions): boolean {
  if (options.rules?.[rule.code] === "off") return false;
  if (!report.isOfForm && (rule.group === "structure" || rule.group === "arithmetic")) return false;
  return report.isReport || (rule.scope === "document" && options.assumeReport === true);
}

/** A rule that throws has not run: nobody may conclude anything from its silence. */
function foundBy(rule: Rule, report: Report, before: Outcome & { readonly ran: Set<string> }, log: CheckOptions["log"]): readonly Found[] {
  try {
    const found = [...rule.check(report, before)];
    before.ran.add(rule.code);
    return found;
  } catch (error) {
    log?.(`rule ${rule.code} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return [];
  }
}

function findingOf(rule: Rule, found: Found, report: Report, options: CheckOptions, language: Language): Finding | undefined {
  const severity = severityOf(rule, found, report, options.rules?.[rule.code]);
  if (severity === "off") return undefined;
  return {
    code: rule.code,
    group: rule.group,
    severity,
    span: found.span,
    message: shown(found.message[language]),
    related: (found.related ?? []).map(({ message, ...place }) => ({ ...place, message: shown(message[language]) })),
    data: {
      key: found.key,
      ...(found.fact === undefined ? {} : { fact: found.fact }),
      ...(found.found === undefined ? {} : { found: found.found }),
      ...(found.expected === undefined ? {} : { expected: found.expected }),
      edition: report.edition.id,
      because: report.because,
    },
  };
}
