import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type DiagnosticRelatedInformation } from "vscode-languageserver-types";
import type { Finding, Severity } from "../core/index.js";
import type { Draft } from "./draft.js";
import { say } from "./words.js";

export const diagnosticSource = "nianbao";

/** More than this many markers help nobody and make editors slow. */
export const maximumDiagnostics = 500;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Findings on characters that should not be there at all: editors print these paler. */
const superfluous: ReadonlySet<string> = new Set(["invisible-character", "pinyin-residue"]);

/**
 * All findings of a draft as diagnostics, in the order of the text. Of more than `maximumDiagnostics` the gravest are
 * kept, and one information at the start of the text says how many are not shown.
 */
export function diagnostics(draft: Draft): Diagnostic[] {
  const { findings } = draft.analysis;
  if (findings.length <= maximumDiagnostics) return findings.map((finding) => diagnosticOf(draft, finding));
  return [moreDiagnostic(draft, findings.length - maximumDiagnostics), ...gravest(findings).map((finding) => diagnosticOf(draft, finding))];
}

/** One finding as a diagnostic. Its range and `data` are the finding's own, so that a code action finds it again. */
export function diagnosticOf(draft: Draft, finding: Finding): Diagnostic {
  return {
    range: draft.lines.range(finding.span),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.code,
    codeDescription: { href: rulePage(finding.code) },
    message: finding.message,
    ...(superfluous.has(finding.code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length === 0 ? {} : { relatedInformation: relatedInformation(draft, finding) }),
    data: { ...finding.data },
  };
}

function rulePage(code: string): string {
  return `https://github.com/nianbao/nianbao/blob/main/docs/rules/${code}.md`;
}

function relatedInformation({ snapshot, lines }: Draft, finding: Finding): DiagnosticRelatedInformation[] {
  return finding.related.map(({ span, message, elsewhere }) => ({
    location: elsewhere === undefined ? { uri: snapshot.uri, range: lines.range(span) } : { uri: elsewhere.file, range: elsewhere.range },
    message,
  }));
}

function gravest(findings: readonly Finding[]): Finding[] {
  const kept = new Set(findings.toSorted((a, b) => severities[a.severity] - severities[b.severity]).slice(0, maximumDiagnostics));
  return findings.filter((finding) => kept.has(finding));
}

function moreDiagnostic(draft: Draft, count: number): Diagnostic {
  return {
    range: draft.lines.range({ start: 0, end: 0 }),
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    code: "more-findings",
    message: say(draft.analysis.language, {
      zh: `另有 ${count} 处问题没有显示：一份文稿最多显示 ${maximumDiagnostics} 处，先显示较严重的。修改后其余的会依次出现。`,
      en: `${count} more findings are not shown: at most ${maximumDiagnostics} are shown for one draft, the gravest first. The others appear as these are mended.`,
    }),
  };
}
