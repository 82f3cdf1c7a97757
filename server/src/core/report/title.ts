import { isPage } from "../syntax/markup.js";
import type { SyntaxTree } from "../syntax/nodes.js";
import { slice } from "../text/span.js";
import { headLines, type HeadLine } from "./headLines.js";
import { joinedTitle } from "./joinedTitle.js";
import { isOrganName } from "./organ.js";
import type { Title } from "./report.js";
import { readTitle } from "./titleName.js";
import { isLabelled, stretchUpTo, tailBehind, wholeLine, type Stretch } from "./titleStretch.js";

interface Candidate {
  readonly title: Title;
  readonly kind: HeadLine["kind"];
}

/**
 * The report's title. A page prints the name of the column, the way there and the title itself, once and again: the line that names both
 * organ and year is the title, wherever it stands; of those that say as much the report's own line before what the page says of itself.
 */
export function findTitle(tree: SyntaxTree): Title | undefined {
  const found = candidatesIn(tree);
  return isPage(tree.source) ? titleOfPage(found) : titleOfDraft(found);
}

/** The first of those that count most; behind a list of the reports of other years the last, which stands next to the text. */
function titleOfDraft(found: readonly Candidate[]): Title | undefined {
  const first = best(found, rankInDraft);
  const equals = found.filter((each) => first !== undefined && rankInDraft(each) === rankInDraft(first));
  const years = new Set(equals.map(({ title }) => title.year));
  return (years.size > 2 ? equals.at(-1) : first)?.title;
}

/**
 * A saved page names the reports of other years and the whole collection before its own: a heading counts most, then what the head of
 * the page says as well; of equals the last one, which stands next to the text. The head itself is taken where nothing else is there.
 */
function titleOfPage(found: readonly Candidate[]): Title | undefined {
  const head = found.find(({ kind }) => kind === "field")?.title;
  const rank = ({ kind, title }: Candidate): number => (kind === "field" ? 0 : kind === "heading" ? 4 : 1) + (title.folded === head?.folded ? 2 : 0) + (title.year === undefined ? 0 : 1) + (title.organ === undefined ? 0 : 0.5);
  return best([...found].reverse(), rank)?.title;
}

/** What it says counts most, then whose word it is, then whether it reads as the form has it. */
function rankInDraft({ kind, title }: Candidate): number {
  const told = (title.year === undefined ? 0 : 8) + organRank(title);
  const own = kind === "field" ? 0 : kind === "line" ? 2 : 3;
  return told + own + (title.folded.endsWith("政府信息公开工作年度报告") ? 0.5 : 0);
}

/** A name that stands below the title only is less than one in it. */
function organRank({ organ, folded }: Title): number {
  if (organ === undefined) return 0;
  return readTitle(folded).organ === undefined ? 7 : 8;
}

/** The first of those that count most. */
function best(found: readonly Candidate[], rank: (candidate: Candidate) => number): Candidate | undefined {
  return found.reduce<Candidate | undefined>((first, each) => (first === undefined || rank(each) > rank(first) ? each : first), undefined);
}

function candidatesIn(tree: SyntaxTree): Candidate[] {
  const found: Candidate[] = [];
  const lines = [...headLines(tree)];
  for (const [at, line] of lines.entries()) {
    const candidate = line === undefined ? undefined : candidateAt(tree.text, lines, at, line);
    if (candidate !== undefined) found.push(candidate);
  }
  return found;
}

/** The title that ends on this line. */
function candidateAt(text: string, lines: readonly (HeadLine | undefined)[], at: number, line: HeadLine): Candidate | undefined {
  if (!line.pieces.some((piece) => lastWords.test(slice(text, piece)))) return undefined;
  const isField = line.kind === "field";
  const above = isField ? [] : stretchesAbove(text, lines, at);
  const below = isField ? undefined : wholeLine(text, lines[at + 1]);
  // 关于政府信息公开工作年度报告 / 有关事项的通知
  if (below?.folded.endsWith("通知") === true) return undefined;
  for (const [end, piece] of line.pieces.entries()) {
    const tail = lastWords.test(slice(text, piece)) ? tailBehind(text, line, end) : "other";
    const last = tail === "other" ? undefined : stretchUpTo(text, line, end);
    const title = last === undefined ? undefined : joinedTitle(last, above, below);
    if (last === undefined || title === undefined || (title.year === undefined && (isField || tail === "text"))) continue;
    const signing = title.span.end > last.span.end ? wholeLine(text, lines[at + 2]) : below;
    return { title: withOrganBelow(title, signing), kind: isLabelled(text, line, last) ? "field" : line.kind };
  }
  return undefined;
}

/** Looked for before anything is folded, since few lines have it: 报告, 年报, in either script. */
const lastWords = /[告报報]/;

/** The lines above, the nearest first, up to one that nothing goes on from. */
function stretchesAbove(text: string, lines: readonly (HeadLine | undefined)[], at: number): Stretch[] {
  const above: Stretch[] = [];
  for (let i = at - 1; i >= 0 && above.length < mostAbove; i--) {
    const stretch = wholeLine(text, lines[i]);
    if (stretch === undefined) break;
    above.push(stretch);
  }
  return above;
}

/** 云溪县人民政府 / 2024年 / 政府信息公开工作 above 年度报告. */
const mostAbove = 3;

/** 2024年政府信息公开工作年度报告 / 云溪县教育局, or （云溪县教育局）: some sign below the title. */
function withOrganBelow(title: Title, below: Stretch | undefined): Title {
  const organ = below?.folded.replace(/^\((.*)\)$/, "$1");
  return title.organ === undefined && title.year !== undefined && organ !== undefined && isOrganName(organ) ? { ...title, organ } : title;
}
