import { claimsOf, formatAmount, LineIndex, shown, type CellValue, type Claim, type Fact, type Report, type Section } from "../../core/index.js";
import type { Encoding } from "../input/encoding.js";
import { explainTables } from "./explainTables.js";
import { encodingOf } from "./json.js";

/** What `nianbao facts --explain` prints of one report; ranges count from 0, as in LSP. */
export function explainedFacts(name: string, report: Report, encoding: Encoding): object {
  return { ...factsResult(name, report, encoding), tables: explainTables(report) };
}

/** The same without what the tables were taken for. */
export function factsResult(name: string, report: Report, encoding: Encoding): object {
  const lines = new LineIndex(report.source);
  return {
    file: name,
    ...encodingOf(encoding),
    year: report.year ?? null,
    organ: report.organ ?? null,
    edition: { id: report.edition.id, because: report.because },
    sections: report.sections.map((section) => sectionResult(section, report.text, lines)),
    facts: [...report.facts.values()].map((fact) => factResult(fact, lines)),
    claims: claimsOf(report).map((claim) => claimResult(claim, report, lines)),
  };
}

function sectionResult({ key, heading, span }: Section, text: string, lines: LineIndex): object {
  return { key, title: shown(text.slice(heading.title.start, heading.title.end)), range: lines.range(span) };
}

function factResult({ key, value, span }: Fact, lines: LineIndex): object {
  return { key, value: valueResult(value), range: lines.range(span) };
}

/**
 * A number of the prose. `measure` is null where it is not certain what is counted; `facts` are the cells of all meanings
 * that the words admit; `year` is null where the text does not tell it for certain.
 */
function claimResult({ span, raw, amount, unit, relation, measure, exactness, scope, year }: Claim, report: Report, lines: LineIndex): object {
  return {
    range: lines.range(span),
    raw,
    amount: formatAmount(amount),
    unit: unit ?? null,
    relation,
    measure: measure?.name ?? null,
    meanings: (measure?.meanings ?? []).map(({ says, plus, minus }) => ({ says, plus, minus })),
    facts: [...new Set((measure?.meanings ?? []).flatMap(({ plus, minus }) => [...plus, ...minus]))],
    exact: exactness === "exact",
    scope,
    year: (year === "own" ? report.year : year) ?? null,
  };
}

function valueResult(value: CellValue): object {
  const raw = value.kind === "blank" ? "" : value.raw;
  if (value.kind !== "number") return { kind: value.kind, amount: null, unit: null, raw };
  return { kind: value.kind, amount: formatAmount(value.amount), unit: value.unit ?? null, raw };
}
