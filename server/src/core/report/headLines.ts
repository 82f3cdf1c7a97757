// The lines before the first chapter, among which title and organ stand: of the report itself, and of the web page around it.
import { isPage } from "../syntax/markup.js";
import { cellText, type Block, type SyntaxTree, type Table } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { slice, type Span } from "../text/span.js";

/** A line of the head, in the pieces that blanks part. */
export interface HeadLine {
  readonly block: Block;
  /** `field`: what a page says of itself elsewhere, as behind 标题： or at the end of 首页 > 年报 > …. */
  readonly kind: "heading" | "line" | "field";
  readonly pieces: readonly Span[];
}

/** Blocks among which the title is looked for: site noise and front matter may stand before it. */
const headZone = 60;
/** Of a long line, which may be the title and the whole report behind it, only the beginning is looked at. */
const longestBeginning = 240;
const mostPieces = 24;
/** Rows and cells of a table of the page (索引号 | … | 标题 | …) that are looked at. */
const tableHead = 12;

/** Undefined stands for a line between which none goes on: one of the page, a row of a table. */
export function* headLines(tree: SyntaxTree): Generator<HeadLine | undefined, undefined> {
  let seen = 0;
  for (const block of tree.blocks) {
    if (isNumberedChapter(block) || (seen++ > headZone && !isPage(tree.source))) return undefined;
    if (block.kind === "blank" || block.kind === "directive") continue;
    if (block.kind === "table") yield* linesOfTable(tree, block);
    else yield lineOf(tree, block);
  }
  return undefined;
}

function isNumberedChapter(block: Block): boolean {
  return block.kind === "heading" && block.level === 1 && block.marker !== undefined;
}

function lineOf(tree: SyntaxTree, block: Exclude<Block, Table>): HeadLine | undefined {
  const { text } = tree;
  if (block.kind === "frontMatter") return isTitleLabel(fold(slice(text, block.name))) ? lineIn(text, block, "field", block.value) : undefined;
  if (block.kind === "heading") return block.marker === undefined ? lineIn(text, block, "heading", block.title) : undefined;
  return lineIn(text, block, "line", block.kind === "paragraph" ? block.content : block.span);
}

/** 云溪县2024年政府信息公开工作年度报告_云溪县人民政府, ….docx: the head of a page tells the site as well, a list the kind of file. */
const behindTitle = /(?<=[告报報][）)]?)(?:\s{0,4}[-_|—–·].*|\.(?:docx?|pdf|wps|ofd|txt|html?|md))$/i;

/** - [ ] 提交…, * …, [2023年…](…): a mention in a list or a link, not a title. */
const listItem = /^(?:[-*+•]\s|\d+[.)]\s|\[)/;

function lineIn(text: string, block: Block, kind: HeadLine["kind"], range: Span): HeadLine | undefined {
  const beginning = text.slice(range.start, Math.min(range.end, range.start + longestBeginning));
  if (listItem.test(beginning)) return undefined;
  const crumb = lastCrumb(beginning);
  const own = beginning.replace(behindTitle, "");
  const pieces = piecesOf(own, crumb ?? 0, range.start);
  return pieces.length === 0 ? undefined : { block, kind: crumb === undefined && own === beginning ? kind : "field", pieces };
}

/** Behind the last mark of 首页 > 政府信息公开 > 年报; undefined in a line that leads nowhere. */
function lastCrumb(line: string): number | undefined {
  const at = line.search(/[>＞»›][^>＞»›]*$/);
  if (at >= 0 && !/[<＜]/.test(line.slice(0, at))) return at + 1;
  return /^\s*首\s*页\s*\//.test(line) ? line.lastIndexOf("/") + 1 : undefined;
}

/** Runs without blanks; a filler, which stands for a tag inside of a word, is no blank. */
function piecesOf(line: string, from: number, offset: number): Span[] {
  const pieces: Span[] = [];
  for (const { 0: piece, index } of line.slice(from).matchAll(/\S+/g)) {
    if (pieces.length === mostPieces) break;
    const start = offset + from + index;
    if (fold(piece) !== "") pieces.push({ start, end: start + piece.length });
  }
  return pieces;
}

/** A cell alone in its row is a line: pages leave a pipe behind it. Beside a cell 标题 stands what the page has for a title. */
function* linesOfTable({ text }: SyntaxTree, table: Table): Generator<HeadLine | undefined, undefined> {
  for (const { cells } of table.rows.slice(0, tableHead)) {
    const filled = cells.slice(0, tableHead).filter((cell) => cell.isMerged !== true && cellText(text, cell).trim() !== "");
    const [first, second] = filled;
    if (first !== undefined && second === undefined) yield lineIn(text, table, "line", first.span);
    else yield undefined;
    for (const [i, cell] of filled.entries()) {
      const next = filled[i + 1];
      if (next === undefined || !isTitleLabel(fold(cellText(text, cell)))) continue;
      yield lineIn(text, table, "field", next.span);
      yield undefined;
    }
  }
  yield undefined;
  return undefined;
}

/** The name of a field, folded: 标题, 信息名称, title. */
export function isTitleLabel(folded: string): boolean {
  return /^(?:(?:文件|信息|公文)?(?:标题|名称)|题名|title):?$/i.test(folded);
}
