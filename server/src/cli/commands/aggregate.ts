import { addUp, editionFor, isOfOrgan, readReport, summaryOf, writeFilledReport, type Edition, type Gap, type Summary } from "../../core/index.js";
import type { Arguments } from "../arguments.js";
import { Configurations } from "../input/configurations.js";
import { readDraft, type Chosen } from "../input/draft.js";
import { gatherSources } from "../input/gather.js";
import { placeOf } from "../input/place.js";
import type { Source } from "../input/sources.js";
import { about } from "../input/systemProblem.js";
import { gapWords, ownReport, tableName } from "../output/gaps.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { ownFault, say, UserError, type Words } from "../words.js";
import { organOf, writeReportFile, yearOf } from "./reportFile.js";
import { chosenBy, fruitless, knownEdition, languageOf, Problems } from "./shared.js";

/** Adds up reports into the draft of another one. Exit code 1 where something was left out. */
export async function aggregate(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const organ = organOf(args, "aggregate 部门/");
  const year = yearOf(args);
  const edition = editionOf(args, year);
  const found = await gatherSources(args, "aggregate", terminal);
  const reader = new Reader(args);
  const parts = found.sources.flatMap((source) => reader.read(source, organ) ?? []);
  const { values, gaps } = addUp(parts, edition, year);
  const problems = new Problems(languageOf(args), terminal);
  problems.tell([...found.problems, ...fruitless(found, reader.fruitful), ...reader.problems, ...reader.left.map(({ words }) => words), ...gapWords(gaps)]);
  const counted = parts.length - gaps.filter(({ kind }) => kind === "report").length;
  if (counted === 0) throw new UserError({ zh: `没有一份可以汇总的${year}年报告`, en: `no report of ${year} that could be added up` });
  const { text, fileName } = writeFilledReport({ organ, year, edition: edition.id, values, remarks: remarksOf(edition, gaps, reader.left) });
  deliver(text, fileName, counted, args, terminal);
  return problems.any ? 1 : 0;
}

function editionOf(args: Arguments, year: number): Edition {
  const id = args.values.get("edition");
  const edition = editionFor(id === undefined || id === "auto" ? undefined : knownEdition(id).id, year);
  if (edition.tables.length === 0) throw new UserError({ zh: `${year}年的格式（${edition.id}）没有统一的表格，不能汇总`, en: `the form of ${year} (${edition.id}) has no tables to add up` });
  return edition;
}

/** A file of which nothing is counted, since it is no report to be added. */
interface LeftOut {
  readonly name: string;
  readonly words: Words;
}

/** Reads the reports that are to be added and remembers what was left out. */
class Reader {
  readonly left: LeftOut[] = [];
  /** What is wrong with configurations. */
  readonly problems: Words[] = [];
  readonly fruitful = new Set<string>();
  private readonly chosen: Chosen;
  private readonly configurations: Configurations;

  /** Whatever is published is finished: a blank in it says none, also where drafts are written beside it. */
  constructor(args: Arguments) {
    const chosen = chosenBy(args);
    this.chosen = { ...chosen, stage: chosen.stage ?? "final" };
    this.configurations = new Configurations(args.values.get("config"));
  }

  read(source: Source, organ: string): Summary | undefined {
    const summary = this.summaryOf(source);
    if (summary === undefined) return undefined;
    for (const path of source.foundThrough) this.fruitful.add(path);
    // In a searched folder this is most likely the sum that was written the last time.
    if (!isOfOrgan(summary, organ) || source.isNamed) return summary;
    this.leave(source, ownReport(source.name));
    return undefined;
  }

  private summaryOf(source: Source): Summary | undefined {
    try {
      const read = readDraft(source, this.chosen, this.configurations, () => undefined);
      if (read.kind === "failed") this.leave(source, read.problem);
      if (read.kind !== "draft") return undefined;
      this.problems.push(...read.draft.problems);
      const summary = summaryOf(readReport(read.draft.decoded.text, read.draft.options), placeOf(source.name));
      if (summary === undefined && source.isNamed) this.leave(source, about(source.name, { zh: "看不出是政府信息公开工作年度报告，没有计入", en: "nothing shows that this is such a report; it is left out" }));
      return summary;
    } catch (error) {
      this.leave(source, about(source.name, ownFault(error)));
      return undefined;
    }
  }

  private leave({ name }: Source, words: Words): void {
    this.left.push({ name, words });
  }
}

/** Below the heading of a table: the reports that are missing in it, so that the chapter stays open until they are added. */
function remarksOf(edition: Edition, gaps: readonly Gap[], left: readonly LeftOut[]): ReadonlyMap<string, readonly string[]> {
  const everywhere = [...left.map(({ name }) => name), ...gaps.flatMap((gap) => (gap.kind === "report" ? [gap.part.place.file] : []))];
  return new Map(edition.tables.map((table) => {
    const here = gaps.flatMap((gap) => (gap.kind !== "report" && gap.table === table ? [gap.part.place.file] : []));
    const names = [...new Set([...everywhere, ...here])];
    return [table.key, names.length === 0 ? [] : [`${tableName(table)}没有计入或没有全部计入：${names.join("、")}。核对补入后删去此行。`]];
  }));
}

function deliver(text: string, fileName: string, counted: number, args: Arguments, terminal: Terminal): void {
  const output = args.values.get("output");
  const sentence = (path: string): string => `${say({ zh: `已汇总 ${counted} 份报告${path}`, en: `${counted} reports added up${path}` }, languageOf(args) ?? "zh")}\n`;
  if (output !== undefined && output !== "-") return void terminal.out(sentence(`：${writeReportFile(output, fileName, text)}`));
  terminal.out(text);
  terminal.err(sentence(""));
}
