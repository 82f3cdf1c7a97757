/**
 * What reports say to each other. A report is put into a Summary: plain data, light enough to be kept for each report of an
 * archive, so that nobody has to read the others again to check one. Nothing here knows a file system or a rule.
 */
import { exactAmount } from "../arithmetic/exactAmount.js";
import type { Fact, Report } from "../report/report.js";
import { LineIndex, type Position } from "../text/lineIndex.js";
import { organKey } from "./organ.js";
import { passagesOf, type Passage } from "./passages.js";

/** Where a report lies. */
export interface Place {
  /** As related places name it: a path as the user wrote it, a URI. It also tells reports apart. */
  readonly file: string;
  /** The absolute path with slashes, not encoded, which patterns are held against. */
  readonly path: string;
}

/** Positions, not offsets: whoever shows a place in another file does not have its text at hand. */
export interface TextRange {
  readonly start: Position;
  readonly end: Position;
}

export interface SummaryCell {
  readonly kind: Fact["value"]["kind"];
  /** In millionths; a blank or dash of a finished report is 0. Undefined where nobody can know. */
  readonly exact: bigint | undefined;
  /** What the cell itself says: 元, 万元. */
  readonly unit: string | undefined;
  readonly range: TextRange;
}

export interface Summary {
  readonly place: Place;
  /** As `organKey` has it; undefined where the title names none. */
  readonly organ: string | undefined;
  /** As the title has it. */
  readonly organName: string | undefined;
  readonly year: number | undefined;
  readonly edition: string;
  /** By fact key. A table that the report has twice (全县, 其中县本级) is not in it: which of them counts is not certain. */
  readonly cells: ReadonlyMap<string, SummaryCell>;
  readonly passages: readonly Passage[];
}

/** Undefined for a text that is no report. */
export function summaryOf(report: Report, place: Place): Summary | undefined {
  if (!report.isReport) return undefined;
  const lines = new LineIndex(report.source);
  const doubled = doubledTables(report);
  const facts = [...report.facts.values()].filter((fact) => !doubled.has(fact.table.key));
  return {
    place,
    organ: report.organ === undefined ? undefined : organKey(report.organ),
    organName: report.organ,
    year: report.year,
    edition: report.edition.id,
    cells: new Map(facts.map((fact) => [fact.key, cellOf(fact, report, lines)])),
    passages: passagesOf(report, lines),
  };
}

function cellOf(fact: Fact, report: Report, lines: LineIndex): SummaryCell {
  const { value } = fact;
  return {
    kind: value.kind,
    exact: exactAmount(report, fact),
    unit: value.kind === "number" ? value.unit : undefined,
    range: lines.range(fact.span),
  };
}

/** Tables of which a row comes twice. A table that was cut in two has each of its rows once. */
export function doubledTables({ tables }: Report): ReadonlySet<string> {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const { form, rows } of tables) {
    for (const row of rows) {
      const key = `${form.key}/${row.form.key}`;
      if (seen.has(key)) doubled.add(form.key);
      seen.add(key);
    }
  }
  return doubled;
}

/** Whether two summaries say the same, so that nobody who has looked at one has to look at the other. */
export function isSameSummary(a: Summary, b: Summary): boolean {
  return a.organName === b.organName && a.year === b.year && a.edition === b.edition && a.place.path === b.place.path && sameCells(a, b) && samePassages(a, b);
}

function sameCells({ cells }: Summary, other: Summary): boolean {
  if (cells.size !== other.cells.size) return false;
  return [...cells].every(([key, cell]) => {
    const same = other.cells.get(key);
    return same !== undefined && cell.kind === same.kind && cell.exact === same.exact && cell.unit === same.unit && sameRange(cell.range, same.range);
  });
}

function samePassages({ passages }: Summary, other: Summary): boolean {
  if (passages.length !== other.passages.length) return false;
  return passages.every((passage, i) => {
    const same = other.passages[i];
    return same !== undefined && passage.chapter === same.chapter && passage.words === same.words && sameRange(passage.range, same.range);
  });
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}
