/**
 * A report as it goes out of the house: the parts of its preview without a word of what is wrong with them. html.ts writes them
 * as a web page, the bundle of docx/ as a Word file. Nothing in here knows files, connections or clocks.
 */
import { cellText, inDraftScript, LineIndex, shown, type Analysis, type BoundTable, type Cell as DraftCell, type CheckOptions, type Report, type ScriptConverter } from "../core/index.js";
import type { Cell, PlainTablePart, TablePart, TextPart, WrittenPart } from "../service/preview/model.js";
import { partsOf } from "../service/preview/parts.js";
import { problemsOf, type Problems } from "../service/problems.js";

export type { Cell, CellRole, PlainTablePart, TablePart, TextPart } from "../service/preview/model.js";

/** `lead`: the character of its line at which the sentence ends that heads a paragraph, （一）主动公开。, with its stop. */
export type PrintedText = TextPart & { readonly lead?: number };

/** What is printed: all but chapters that are missing and figures that are no part of the report. */
export type PrintedPart = PrintedText | TablePart | PlainTablePart;

export interface PrintedReport {
  /** The words of the title, the usual ones where the draft has none. */
  readonly title: string;
  readonly organ: string | undefined;
  readonly script: Report["script"];
  readonly parts: readonly PrintedPart[];
}

/** What the user should know of a report that goes out: findings by severity, and cells of the official tables that are not printed. */
export interface Shortcomings {
  readonly problems: Problems;
  /** Words and numbers that the form has no place for, as they stand in the draft. */
  readonly unplaced: readonly string[];
  /** Numbers of the form's rows of which it is not certain which column they belong to. */
  readonly uncertain: readonly string[];
}

/** A draft that has been checked. */
export interface CheckedDraft {
  readonly text: string;
  readonly analysis: Analysis;
  readonly options: CheckOptions;
}

/** @param converter for a draft in Traditional characters, so that the form's words are printed in its script; without one they stay as they are */
export function printedReport({ text, analysis, options }: CheckedDraft, converter: ScriptConverter | undefined): PrintedReport {
  const { report } = analysis;
  const inScript = (words: string): string => inDraftScript(report, words, { converter }) ?? words;
  const lines = new LineIndex(text);
  const leads = leadsIn(report, lines);
  return {
    title: report.title === undefined ? inScript("政府信息公开工作年度报告") : shown(report.title.lines.map(({ start, end }) => report.text.slice(start, end)).join("")),
    organ: report.title?.organ,
    script: report.script,
    parts: partsOf({ snapshot: { uri: "", version: 0, languageId: "nianbao", text }, options, analysis, lines }).flatMap((part) => {
      const out = printedPart(part, inScript);
      const lead = out?.kind === "paragraph" ? leads.get(lines.offset({ line: out.range[0], character: out.range[1] })) : undefined;
      return out === undefined ? [] : [lead === undefined ? out : { ...out, lead }];
    }),
  };
}

function printedPart(part: WrittenPart, inScript: (words: string) => string): PrintedPart | undefined {
  switch (part.kind) {
    case "missing":
    case "figures":
      return undefined;
    case "table":
      return { ...part, name: inScript(part.name), rows: part.rows.map((row) => row.map((cell) => (cell.role === "value" ? cell : labelIn(cell, inScript)))) };
    case "plainTable":
      return part;
    default:
      return withoutBullet(part);
  }
}

/** Where the sentences end that head paragraphs as （一） does a section, by where the paragraphs begin. A paragraph is one line. */
function leadsIn({ tree }: Report, lines: LineIndex): ReadonlyMap<number, number> {
  return new Map(tree.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || block.marker?.style !== "part" || block.lead === undefined || block.marker.span.start !== block.content.start) return [];
    const end = Math.min(block.lead.end + 1, block.content.end);
    return [[block.content.start, lines.position(end).character] as const];
  }));
}

/** The words of a label are the form's, which are written in Simplified characters. */
function labelIn(cell: Cell, inScript: (words: string) => string): Cell {
  return { ...cell, text: inScript(cell.text) };
}

/** Paragraphs that a draft sets as a list, - 一是…, are paragraphs in print. */
function withoutBullet(part: TextPart): TextPart {
  const [first, ...rest] = part.runs;
  return first === undefined ? part : { ...part, runs: [{ ...first, text: first.text.replace(/^[-*+]\s+/, "") }, ...rest] };
}

/** The report's usual name as a file, without what no file system takes. */
export function fileNameOf({ title }: PrintedReport, extension: string): string {
  return `${title.replace(/[\\/:*?"<>|\s\p{Cc}]/gu, "")}.${extension}`;
}

export function shortcomingsOf({ analysis }: CheckedDraft): Shortcomings {
  const { report, findings } = analysis;
  const official = report.tables.filter(({ isReadable, form }) => isReadable && form.optional !== true);
  const left = official.flatMap((bound) => leftOut(report.text, bound));
  const told = (isUncertain: boolean): string[] => left.filter((cell) => cell.isUncertain === isUncertain).map(({ words }) => words);
  return { problems: problemsOf(findings), unplaced: told(false), uncertain: told(true) };
}

/** Words and numbers of a table that stand in no cell of the form, with the table's name. */
function leftOut(text: string, { form, table, rows, labels, alignment }: BoundTable): { readonly words: string; readonly isUncertain: boolean }[] {
  const known = new Set([...rows.flatMap(({ facts, label }) => [...facts.map(({ span }) => span.start), ...(label === undefined ? [] : [label.span.start])]), ...labels.map(({ cell }) => cell.span.start)]);
  const ambiguous = new Set(rows.flatMap(({ state, form: row }) => (state === "ambiguous" ? [row] : [])));
  const uncertain = new Set(alignment.flatMap((row) => (row.form !== undefined && ambiguous.has(row.form) ? row.cells : [])));
  const isUncertain = (cell: DraftCell): boolean => uncertain.has(cell) || (form.labelColumns === 0 && ambiguous.size > 0);
  return table.rows.flatMap(({ cells }) => cells).flatMap((cell) => {
    const words = known.has(cell.span.start) ? "" : shown(cellText(text, cell));
    return words === "" ? [] : [{ words: `${form.name}：${words}`, isUncertain: isUncertain(cell) }];
  });
}
