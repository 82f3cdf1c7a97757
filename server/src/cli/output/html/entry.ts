import { LineIndex, type Finding, type Fix, type Related, type Report } from "../../../core/index.js";
import type { Checked } from "../checked.js";
import { excerpt } from "../excerpt.js";
import { printable } from "../glyphs.js";

/** What the page says of one report. Plain data: threads hand it over as JSON. */
export interface PageEntry {
  readonly file: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
  readonly edition: string;
  /** Applications received in the year. */
  readonly received: number | undefined;
  readonly findings: readonly PageFinding[];
}

export interface PageFinding {
  readonly code: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  /** `12:3`, counted from 1. */
  readonly place: string;
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly related: readonly { readonly message: string; readonly file: string; readonly place: string }[];
  readonly fixes: readonly string[];
}

/** Columns of a line that are shown around a finding. */
const columns = 150;

export function pageEntry({ name, analysis: { report, findings }, fixes }: Checked): PageEntry {
  const lines = new LineIndex(report.source);
  return {
    file: name,
    organ: report.organ,
    year: report.year,
    edition: report.edition.id,
    received: receivedIn(report),
    findings: findings.map((finding) => pageFinding(name, finding, fixes.get(finding) ?? [], lines)),
  };
}

function receivedIn({ facts }: Report): number | undefined {
  const value = facts.get("applications/received/total")?.value;
  return value?.kind === "number" && value.amount.scale === 0 ? Number(value.amount.digits) : undefined;
}

function pageFinding(name: string, { code, severity, message, span, related }: Finding, fixes: readonly Fix[], lines: LineIndex): PageFinding {
  const { start, end } = lines.range(span);
  const line = lines.lineText(start.line);
  const { before, marked, after } = excerpt(line, start.character, end.line === start.line ? end.character : line.length, columns);
  return { code, severity, message: printable(message), place: shown(start), before, marked, after, related: related.map((one) => relatedPlace(name, one, lines)), fixes: fixes.map(({ title }) => printable(title)) };
}

function relatedPlace(name: string, { span, message, elsewhere }: Related, lines: LineIndex): PageFinding["related"][number] {
  const start = elsewhere?.range.start ?? lines.position(span.start);
  return { message: printable(message), file: elsewhere?.file ?? name, place: shown(start) };
}

function shown({ line, character }: { readonly line: number; readonly character: number }): string {
  return `${line + 1}:${character + 1}`;
}
