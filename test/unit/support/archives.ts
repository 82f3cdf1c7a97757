/** Archives of organs and years in which every report agrees with its neighbours, from a seed. */
import { readReport, ReportArchive, summaryOf, analyse, type Aggregate, type Analysis, type Place, type Summary } from "../../../server/src/core/index.js";
import { consistentValues, editionOf, random, spellings, writeDraft } from "./drafts.js";

export interface ArchiveReport {
  readonly organ: string;
  readonly year: number;
  readonly name: string;
  readonly edition: "2019" | "2021";
  readonly values: Map<string, string>;
  text: string;
}

export const archiveFolder = "/archive";

export function editionOfYear(year: number): "2019" | "2021" {
  return year < 2021 ? "2019" : "2021";
}

/** One report for each organ and year, as a list that may be changed and written anew. */
export function generateArchive(organs: readonly string[], years: readonly number[], seed: number): ArchiveReport[] {
  const next = random(seed);
  return organs.flatMap((organ) => {
    let before: ArchiveReport | undefined;
    return years.map((year) => {
      const edition = editionOfYear(year);
      const values = consistentValues(editionOf(edition), Math.floor(next() * 1e9));
      settleItems(values, next);
      if (before !== undefined) goOn(before, values, next);
      before = rewritten({ organ, year, edition, name: `${organ}${year}年政府信息公开工作年度报告.md`, values, text: "" });
      return before;
    });
  });
}

/** Writes the text of a report from its values. */
export function rewritten(report: ArchiveReport): ArchiveReport {
  const spelling = spellings[report.year % spellings.length] ?? "gfm";
  report.text = writeDraft({ edition: report.edition, spelling, organ: report.organ, year: report.year, cells: Object.fromEntries(report.values) });
  return report;
}

const columns = ["naturalPerson", "commercialEnterprise", "researchInstitution", "socialOrganization", "legalServiceInstitution", "otherOrganization", "total"];

/** Changes the values of a year so that they go on from the year before. */
function goOn(before: ArchiveReport, values: Map<string, string>, next: () => number): void {
  const read = (key: string): number => Number(values.get(key));
  const former = (key: string): number => Number(before.values.get(key));
  for (const column of columns) {
    const carriedIn = former(`applications/carriedOut/${column}`);
    values.set(`applications/carriedIn/${column}`, String(carriedIn));
  }
  balance(values);
  for (const row of ["regulation", "normative"]) {
    const stock = before.values.get(`disclosure/${row}/inForce`);
    if (stock === undefined || !values.has(`disclosure/${row}/inForce`)) continue;
    const repealed = Math.floor(next() * Number(stock));
    values.set(`disclosure/${row}/repealed`, String(repealed));
    values.set(`disclosure/${row}/inForce`, String(Number(stock) + read(`disclosure/${row}/issued`) - repealed));
  }
  for (const row of rowsOfItems(values)) {
    const items = former(`disclosure/${row}/previousItems`) + former(`disclosure/${row}/change`);
    values.set(`disclosure/${row}/previousItems`, String(items));
  }
}

/** Nobody has fewer than no items: what is taken away was there. */
function settleItems(values: Map<string, string>, next: () => number): void {
  for (const row of rowsOfItems(values)) values.set(`disclosure/${row}/change`, next() < 0.5 ? "-0" : `+${Math.floor(next() * 9)}`);
}

function rowsOfItems(values: ReadonlyMap<string, string>): readonly string[] {
  return ["permit", "otherManagement", "penalty", "coercion", "fee"].filter((row) => values.has(`disclosure/${row}/previousItems`));
}

/** Makes columns and rows balance again: what is more than was handled is carried on, and the rest was received. */
function balance(values: Map<string, string>): void {
  const read = (key: string): number => Number(values.get(key));
  const parts = columns.filter((column) => column !== "total");
  for (const column of parts) {
    const handled = read(`applications/handledTotal/${column}`);
    const carriedIn = read(`applications/carriedIn/${column}`);
    const carriedOut = Math.max(read(`applications/carriedOut/${column}`), carriedIn - handled);
    values.set(`applications/carriedOut/${column}`, String(carriedOut));
    values.set(`applications/received/${column}`, String(handled + carriedOut - carriedIn));
  }
  for (const row of ["received", "carriedIn", "carriedOut"]) values.set(`applications/${row}/total`, String(parts.reduce((sum, column) => sum + read(`applications/${row}/${column}`), 0)));
}

export function placeOf(report: Pick<ArchiveReport, "name">): Place {
  return { file: report.name, path: `${archiveFolder}/${report.name}` };
}

export function summaryOfText(name: string, text: string): Summary {
  const summary = summaryOf(readReport(text, { stage: "final", assumeReport: true, fileName: name }), placeOf({ name }));
  if (summary === undefined) throw new Error(`${name} is no report`);
  return summary;
}

export function archiveOf(reports: readonly ArchiveReport[], aggregates: readonly Aggregate[] = []): ReportArchive {
  const archive = new ReportArchive();
  for (const { name, text } of reports) archive.set(summaryOfText(name, text));
  archive.setAggregates(aggregates);
  return archive;
}

/** The analysis of one report among the others. */
export function checked(report: ArchiveReport, archive: ReportArchive): Analysis {
  return analyse(report.text, { stage: "final", assumeReport: true, fileName: report.name, place: placeOf(report), archive });
}
