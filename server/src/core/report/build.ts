/**
 * Tree + edition -> the typed report. Everything that rules and language features ask of a draft is answered here, once.
 */
import type { SyntaxTree } from "../syntax/nodes.js";
import { scriptProfile } from "../text/script/profile.js";
import { bindTables } from "./bind.js";
import { chooseEdition } from "./chooseEdition.js";
import type { BoundTable, Fact, Report, Section, Stage, Title } from "./report.js";
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
}

export function buildReport(tree: SyntaxTree, options: ReportOptions = {}): Report {
  const title = findTitle(tree);
  const { edition, because, year, binding } = chooseEdition(tree, title, { edition: options.edition, fileName: options.fileName });
  const { sections, slots } = findSections(tree, edition, title);
  const tables = bindTables(tree, edition, sections);
  return {
    text: tree.text,
    tree,
    isReport: isReport(title, sections, tables),
    edition,
    because,
    binding,
    year,
    organ: title?.organ,
    stage: stageOf(tree, options.stage),
    script: scriptProfile(tree.text).main,
    title,
    sections,
    slots,
    tables,
    facts: factsOf(tables),
  };
}

/** A title, two chapters or an official table: each of them alone shows what the text is. */
function isReport(title: Title | undefined, sections: readonly Section[], tables: readonly BoundTable[]): boolean {
  if (title !== undefined || tables.length > 0) return true;
  const keys = sections.filter((section) => section.form !== undefined).map((section) => section.key);
  const isExact = sections.some((section) => section.form?.match === "exact");
  return isExact ? keys.length >= 2 : keys.includes("disclosure") && keys.includes("applications");
}

/** The first table of a kind counts; a second copy of it changes nothing. */
function factsOf(tables: readonly BoundTable[]): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  for (const fact of tables.flatMap((table) => table.rows.flatMap((row) => row.facts))) {
    if (!facts.has(fact.key)) facts.set(fact.key, fact);
  }
  return facts;
}
