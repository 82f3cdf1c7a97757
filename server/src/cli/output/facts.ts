import { formatAmount, LineIndex, type CellValue, type Fact, type Report, type Section } from "../../core/index.js";
import type { Encoding } from "../input/encoding.js";
import { explainTables } from "./explainTables.js";
import { encodingOf } from "./json.js";

/** What `nianbao facts --explain` prints of one report; ranges count from 0, as in LSP. */
export function explainedFacts(name: string, report: Report, encoding: Encoding): object {
  return { ...factsResult(name, report, encoding), tables: explainTables(report) };
}

/** The same without what the tables were taken for. */
export function factsResult(name: string, report: Report, encoding: Encoding): object {
  const lines = new LineIndex(report.text);
  return {
    file: name,
    ...encodingOf(encoding),
    year: report.year ?? null,
    organ: report.organ ?? null,
    edition: { id: report.edition.id, because: report.because },
    sections: report.sections.map((section) => sectionResult(section, report.text, lines)),
    facts: [...report.facts.values()].map((fact) => factResult(fact, lines)),
    // Numbers of the prose are not read yet; the key is there so that scripts need not change when they are.
    claims: [],
  };
}

function sectionResult({ key, heading, span }: Section, text: string, lines: LineIndex): object {
  return { key, title: text.slice(heading.title.start, heading.title.end), range: lines.range(span) };
}

function factResult({ key, value, span }: Fact, lines: LineIndex): object {
  return { key, value: valueResult(value), range: lines.range(span) };
}

function valueResult(value: CellValue): object {
  const raw = value.kind === "blank" ? "" : value.raw;
  if (value.kind !== "number") return { kind: value.kind, amount: null, unit: null, raw };
  return { kind: value.kind, amount: formatAmount(value.amount), unit: value.unit ?? null, raw };
}
