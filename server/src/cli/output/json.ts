import { LineIndex, type Edit, type Finding, type Fix, type Related } from "../../core/index.js";
import type { Encoding } from "../input/encoding.js";
import type { Checked } from "./checked.js";

/** One file in the formats `json` and `ndjson`. Lines and characters count from 0, as in LSP. */
export function fileResult({ name, analysis, encoding, fixes }: Checked): object {
  const { report, findings } = analysis;
  const lines = new LineIndex(report.source);
  return {
    file: name,
    ...encodingOf(encoding),
    edition: { id: report.edition.id, because: report.because },
    year: report.year ?? null,
    findings: findings.map((finding) => findingResult(finding, fixes.get(finding) ?? [], lines)),
  };
}

/** Said only where it is not what everyone expects. */
export function encodingOf({ name }: Encoding): { readonly encoding?: string } {
  return name === "utf-8" ? {} : { encoding: name };
}

function findingResult({ code, group, severity, message, span, data, related }: Finding, fixes: readonly Fix[], lines: LineIndex): object {
  return {
    code,
    group,
    severity,
    message,
    range: lines.range(span),
    data,
    related: related.map((one) => relatedResult(one, lines)),
    fixes: fixes.map(({ title, safety, edits }) => ({ title, safety, edits: edits.map((edit) => editResult(edit, lines)) })),
  };
}

/** `file` only where it is another one. */
function relatedResult({ message, span, elsewhere }: Related, lines: LineIndex): object {
  return elsewhere === undefined ? { message, range: lines.range(span) } : { message, file: elsewhere.file, range: elsewhere.range };
}

function editResult({ span, newText }: Edit, lines: LineIndex): object {
  return { range: lines.range(span), newText };
}
