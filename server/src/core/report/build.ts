/**
 * Tree + edition -> the typed report. Everything that rules and language features ask of a draft is answered here, once.
 */
import type { SyntaxTree } from "../syntax/nodes.js";
import { noNeighbours, type Archive, type Neighbours } from "../archive/archive.js";
import type { Place } from "../archive/summary.js";
import type { Span } from "../text/span.js";
import { fold } from "../text/fold.js";
import { scriptProfile } from "../text/script/profile.js";
import { bindTables } from "../binding/bind.js";
import { chooseEdition } from "./chooseEdition.js";
import { codeFences } from "./codeFences.js";
import type { BoundTable, Fact, Report, Section, Stage, Title } from "./report.js";
import { isOfSchool, isOtherText } from "./otherText.js";
import { findSections } from "./sections.js";
import { stageOf } from "./stage.js";
import { findTitle } from "./title.js";

export interface ReportOptions {
  readonly fileName?: string;
  /** Edition id from the configuration; `auto` or absent: chosen from the draft. */
  readonly edition?: string;
  readonly stage?: Stage | "auto";
  /** The user says that this is such a report: a file named on the command line, a document of language `nianbao`. */
  readonly assumeReport?: boolean;
  /** Where the draft lies among the reports of `archive`. */
  readonly place?: Place;
  /** The reports that it is compared with. */
  readonly archive?: Archive;
}

export function buildReport(tree: SyntaxTree, options: ReportOptions = {}): Report {
  const title = findTitle(tree);
  const { edition, because, orderedBy, year, binding } = chooseEdition(tree, title, { edition: options.edition, fileName: options.fileName });
  const { sections, slots } = findSections(tree, edition, title);
  const isOfForm = !isOfSchool(tree, title);
  const tables = bindTables(tree, edition, sections);
  return {
    text: tree.text,
    source: tree.source,
    tree,
    isReport: options.assumeReport === true ? isReportAsSaid(tree, title, sections, tables) : isOfForm && isReportOfItself(tree, title, sections, tables),
    isOfForm,
    edition,
    because: isOfForm ? because : schoolsRules,
    orderedBy,
    binding,
    year,
    organ: title?.organ,
    stage: stageOf(tree, options.stage),
    script: scriptProfile(tree.text).main,
    title,
    sections,
    slots: isOfForm ? slots : [],
    tables,
    facts: factsOf(tables),
    neighbours: neighboursOf(options, title?.organ, year),
  };
}

const schoolsRules = "学校的信息公开年度报告，依《高等学校信息公开办法》编制，不适用政府信息公开工作年度报告的格式";

function neighboursOf({ place, archive }: ReportOptions, organ: string | undefined, year: number | undefined): Neighbours {
  return place === undefined || archive === undefined ? noNeighbours : archive.neighboursOf({ place, organ, year });
}

/** So many of a form's labels are no chance: somebody's own table of 行政许可 and 行政处罚 has three. */
const tellingLabels = 8;

/**
 * A title or an official table is enough where the user has said that this is such a report. Elsewhere (any Markdown file)
 * more has to come together: notes speak of such reports, lists link to them, other tables count the same things.
 */
function isReport(title: Title | undefined, sections: readonly Section[], tables: readonly BoundTable[], isAssumed: boolean): boolean {
  const keys = sections.filter((section) => section.form !== undefined).map((section) => section.key);
  if (title !== undefined && (isAssumed || keys.length > 0 || tables.length > 0)) return true;
  if (tables.some((bound) => isAssumed || bound.labels.length >= tellingLabels)) return true;
  const isExact = sections.some((section) => section.form?.match === "exact");
  return isExact ? keys.length >= 2 : keys.includes("disclosure") && keys.includes("applications");
}

/**
 * With the user's word: not so a notice with the blank form below it, nor an evaluation. One chapter of the form is enough
 * where the opening names the report, whose title is yet to be written.
 */
function isReportAsSaid(tree: SyntaxTree, title: Title | undefined, sections: readonly Section[], tables: readonly BoundTable[]): boolean {
  if (!isNamed(title) && !hasNumber(tables) && isOtherText(tree)) return false;
  return isReport(title, sections, tables, true) || (sections.some(isOverview) && namesReport.test(fold(tree.text.slice(0, longestOpening))));
}

function isNamed(title: Title | undefined): boolean {
  return title?.organ !== undefined && title.year !== undefined;
}

function hasNumber(tables: readonly BoundTable[]): boolean {
  return tables.some((table) => allFacts(table).some(({ value }) => value.kind === "number"));
}

/** 一、总体情况, as no other document but a report of this kind heads its opening, if the opening names it. */
function isOverview({ form, foldedTitle }: Section): boolean {
  return form?.key === "overview" && form.match === "exact" && foldedTitle === fold(form.title);
}

const namesReport = /政府信息公开(?:工作)?(?:年度报告|年报)/;
/** The basis of the report stands before the first chapter or at its beginning. */
const longestOpening = 1500;

/**
 * Without the user's word: what stands in a block of code is an example in somebody's notes, and a notice has the blank form below it.
 * The title of a report says more than the links of a page do.
 */
function isReportOfItself(tree: SyntaxTree, title: Title | undefined, sections: readonly Section[], tables: readonly BoundTable[]): boolean {
  if (!isNamed(title) && isOtherText(tree)) return false;
  const examples = codeFences(tree.text);
  const isOwn = ({ start }: Span): boolean => !examples.some((example) => example.start <= start && start < example.end);
  return isReport(
    title !== undefined && isOwn(title.span) ? title : undefined,
    sections.filter(({ span }) => isOwn(span)),
    tables.filter(({ table }) => isOwn(table.span)),
    false,
  );
}

/** Of two tables of a kind the fuller one counts, then the first (全县, 其中县本级); parts of a table cut in two come together. */
function factsOf(tables: readonly BoundTable[]): Map<string, Fact> {
  const isOneOfEach = new Set(tables.map((table) => table.form)).size === tables.length;
  if (isOneOfEach) return byKey(tables);
  const all = tables.flatMap(allFacts);
  const chosen = new Map<string, Fact>();
  for (const fact of [...tables].sort((a, b) => b.rows.length - a.rows.length).flatMap(allFacts)) {
    if (!chosen.has(fact.key)) chosen.set(fact.key, fact);
  }
  return new Map(all.flatMap((fact) => (chosen.get(fact.key) === fact ? [[fact.key, fact] as const] : [])));
}

function byKey(tables: readonly BoundTable[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const { rows } of tables) for (const row of rows) for (const fact of row.facts) facts.set(fact.key, fact);
  return facts;
}

function allFacts(table: BoundTable): Fact[] {
  return table.rows.flatMap((row) => row.facts);
}
