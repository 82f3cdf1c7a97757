/**
 * Where a report names the year that it covers, besides its title. Every other mention of a year (比2021年增长, 2023年将)
 * is none of these.
 */
import { cellText, type Cell, type Table } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { matchesIn } from "../text/matches.js";
import { remembered } from "../text/remembered.js";
import { slice, type Span } from "../text/span.js";
import { periodsOf } from "./period.js";
import { preambleOf, proseOf, sentenceAround, type ProseLine } from "./prose.js";
import type { Report, Section } from "./report.js";

export interface NamedYear {
  readonly place: "period" | "title" | "preamble" | "chapter" | "table";
  readonly year: number;
  readonly span: Span;
  /** Its four digits, each time that they stand there. */
  readonly digits: readonly Span[];
}

export const namedYears: (report: Report) => readonly NamedYear[] = remembered((report) => [...periods(report), ...titles(report), ...preamble(report), ...ownTitles(report), ...chapters(report), ...parts(report), ...tables(report)]);

function named(place: NamedYear["place"], line: ProseLine, year: number, at: number): NamedYear {
  return { place, year, span: line.span(at, at + 5), digits: [line.span(at, at + 4)] };
}

/** Only where both halves agree; where they do not, the period itself is wrong. */
function periods(report: Report): NamedYear[] {
  return periodsOf(report).flatMap(({ line, from, to }): NamedYear[] => {
    if (to?.year !== undefined && to.year !== from.year) return [];
    const starts = to?.year === undefined ? [from.start] : [from.start, to.start];
    return [{ place: "period", year: from.year, span: line.span(from.start, (to ?? from).end), digits: starts.map((start) => line.span(start, start + 4)) }];
  });
}

const titleLine = /^[^,。;:《》]{0,30}?(\d{4})年度?[^,。;:《》]{0,30}(?:信息公开|政务公开)[^,。;:《》]{0,8}(?:年度报告|年报)$/;

/** A second title above the first chapter. A list of the reports of several years is none. */
function titles(report: Report): NamedYear[] {
  const found = [...titleLines(report), ...titleFields(report)];
  return new Set(found.map(({ year }) => year)).size <= 2 && found.length <= 3 ? found : [];
}

/** Of the same organ: the links of a page lead to other organs' reports as well. */
function titleLines(report: Report): NamedYear[] {
  const organ = report.title?.organ ?? "";
  return preambleOf(report).flatMap((line) => {
    const year = titleLine.exec(line.folded)?.[1];
    return year === undefined || !line.folded.includes(organ) ? [] : [named("title", line, Number(year), line.folded.indexOf(`${year}年`))];
  });
}

function titleFields({ text, tree }: Report): NamedYear[] {
  return tree.blocks.flatMap((block) => {
    if (block.kind !== "frontMatter" || !/^(?:标题|名称|信息名称|title)$/i.test(fold(slice(text, block.name)))) return [];
    const value = slice(text, block.value);
    const year = /20\d{2}(?=年)/.exec(value);
    if (year === null || !titleLine.test(fold(value))) return [];
    const start = block.value.start + year.index;
    return [{ place: "title", year: Number(year[0]), span: { start, end: start + 5 }, digits: [{ start, end: start + 4 }] }];
  });
}

/** 现公布云溪县2024年政府信息公开工作年度报告, and the report as the subject of its first sentence. */
const opening = /(?:^|[,。;:])(?:现将|现向社会公布|现公布|现予公布|本报告是|本报告为)?[^,。;:《》"\d]{0,25}(\d{4})年度?[^,。;:《》"\d]{0,25}(?:信息公开|政务公开)[^,。;:《》"\d]{0,8}(?:年度报告|年报)(?=如下|予以|向社会|公布|是|由|依据|根据|按照|包括|[,。:;]|$)/g;
const otherReport = /关于|做好|通知|上年|去年|往年|已|要求/;

function preamble(report: Report): NamedYear[] {
  return preambleOf(report).flatMap((line) => {
    if (line.block.span.start < (report.title?.span.end ?? 0) || titleLine.test(line.folded)) return [];
    return [...matchesIn(line.folded, opening)].flatMap((match): NamedYear[] => {
      const at = match.index + match[0].indexOf(`${match[1]}年`);
      return line.isQuoted(at) || otherReport.test(match[0]) ? [] : [named("preamble", line, Number(match[1]), at)];
    });
  });
}

/** 现公布《云溪县2024年政府信息公开工作年度报告》: only there does a title in 《》 name this report, and only with its organ. */
const ownTitle = /(?:编制|公布|公开|发布|形成|撰写)(?:了|出|完成)?《([^《》\d]{0,25})(\d{4})年度?[^《》\d]{0,20}(?:信息公开|政务公开)[^《》\d]{0,8}(?:年度报告|年报)》/g;

function ownTitles(report: Report): NamedYear[] {
  return preambleOf(report).flatMap((line) =>
    [...matchesIn(line.folded, ownTitle)].flatMap((match): NamedYear[] => {
      const [whole, organ = "", year = ""] = match;
      const isOther = otherReport.test(organ) || formerReport.test(line.folded.slice(sentenceAround(line, match.index, match.index).start, match.index));
      return isOther || !isOwn(report, organ) ? [] : [named("preamble", line, Number(year), match.index + whole.indexOf(`${year}年`))];
    }),
  );
}

/** What was done in time or in some month was done with last year's report. */
const formerReport = /上年|上一年|去年|往年|按时|按期|及时|如期|\d月/;

function isOwn({ title }: Report, organ: string): boolean {
  const [own, named] = [title?.organ ?? "", organ].map((name) => name.replace(/(?:人民政府|政府)/g, ""));
  return own === undefined || named === undefined || own.includes(named) || named.includes(own);
}

const chapterKeys: readonly string[] = ["disclosure", "applications", "review"];
const comparison = /本年|今年|去年|上年|上一年|同比|相比|较|比|增长|下降|减少|以来|累计|历年/;
const ownNumbers = /^(?:截至|截止)?(\d{4})年(?:度|全年)?,?[^。;]{0,30}?(?:收到|受理|办理|主动公开|发布|复议|诉讼)[^。;]{0,20}(?:\d|没有|未|无)/;
const noNumbers = /^(\d{4})年(?:度|全年)?,?[^。;]{0,12}(?:未|没有|无)[^。;]{0,20}(?:收到|受理|发生|申请|复议|诉讼)/;

/** A chapter of numbers that begins with another year and never speaks of its own. */
function chapters(report: Report): NamedYear[] {
  const year = report.title?.year;
  return report.sections.flatMap((section) => {
    if (!isChapterOfNumbers(section) || year === undefined) return [];
    const lines = linesOf(report, section);
    const words = lines.map(({ folded }) => folded.replace(/上年度?结转/g, "")).join("\n");
    if (words.includes(String(year)) || comparison.test(words)) return [];
    return lines.flatMap((line) => {
      const found = (ownNumbers.exec(line.folded) ?? noNumbers.exec(line.folded))?.[1];
      return found === undefined ? [] : [named("chapter", line, Number(found), line.folded.indexOf(found))];
    });
  });
}

const partTitle = /(?:依申请公开|行政复议|行政诉讼).{0,10}$/;
/** One sentence and no more. */
const oneSentence = /^[^。;!?]{0,60}[。;]?$/;

/** （二）依申请公开 under another chapter, which says in one sentence that there was nothing, of another year. */
function parts(report: Report): NamedYear[] {
  const year = report.title?.year;
  const lines = proseOf(report);
  return lines.flatMap((line, i): NamedYear[] => {
    const [title, next] = [lines[i - 1], lines[i + 1]];
    const isPart = title?.block.kind === "heading" && partTitle.test(title.folded) && title.block !== title.section?.heading && line.block.kind === "paragraph" && next?.block.kind !== "paragraph";
    if (!isPart || year === undefined || !oneSentence.test(line.folded) || line.folded.includes(String(year)) || comparison.test(line.folded)) return [];
    const found = noNumbers.exec(line.folded)?.[1];
    return found === undefined || isChapterOfNumbers(line.section) ? [] : [named("chapter", line, Number(found), line.folded.indexOf(found))];
  });
}

/** Its first sentence is judged as that of the chapter. */
function isChapterOfNumbers(section: Section | undefined): boolean {
  return section?.form !== undefined && chapterKeys.includes(section.key);
}

function linesOf(report: Report, section: Section): ProseLine[] {
  return proseOf(report).filter((line) => line.section === section && line.block !== section.heading);
}

/** The one year in the head of a provincial annex: 指标名称 | 2017年度 | 历年累计. */
function tables({ text, tree }: Report): NamedYear[] {
  return tree.blocks.flatMap((block) => (block.kind === "table" ? annexYear(text, block) : []));
}

function annexYear(text: string, table: Table): NamedYear[] {
  const cells = firstCells(table);
  if (!cells.some((cell) => /^历年累计数?$/.test(fold(cellText(text, cell))))) return [];
  const years = cells.filter((cell) => cell.text === undefined && /^20\d{2}年度?$/.test(slice(text, cell.span)));
  const [only, second] = years;
  if (only === undefined || second !== undefined) return [];
  const { start } = only.span;
  return [{ place: "table", year: Number(text.slice(start, start + 4)), span: only.span, digits: [{ start, end: start + 4 }] }];
}

/** The head stands in the first cells, also where each stands on a line of its own. */
const headCells = 12;

function firstCells({ rows }: Table): Cell[] {
  const cells: Cell[] = [];
  for (const row of rows.slice(0, headCells)) {
    if (cells.length >= headCells) break;
    cells.push(...row.cells.slice(0, headCells - cells.length));
  }
  return cells;
}
