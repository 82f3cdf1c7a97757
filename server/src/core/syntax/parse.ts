/**
 * Draft text -> lossless tree. Reads by classes of lines, not by a grammar: a draft is prose with headings and tables,
 * damaged in many ways. Knows the labels of the official tables (forms/lexicon), because they carry the same numerals as
 * headings; knows nothing of years, rules or reports.
 */
import { alternateTableAt } from "./alternateTable.js";
import { withChapterLevels } from "./chapterLevels.js";
import { htmlTables } from "./htmlTable.js";
import { isBlank, splitLines, type Line } from "./lines.js";
import { lineTableAt } from "./lineTable.js";
import { readableText } from "./markup.js";
import type { Block, SyntaxTree, Table } from "./nodes.js";
import { pipeTableAt } from "./pipeTable.js";
import { spaceTableAt } from "./spaceTable.js";
import { tabTableAt } from "./tabTable.js";
import { trimmed } from "../text/span.js";
import type { TableReader } from "./tableReader.js";
import { withRunInChapters } from "./runInChapters.js";
import { blockOfLine } from "./textLine.js";

/** Never throws; the spans of the blocks tile the text. HTML does not go by lines, so its tables come first. */
export function parse(source: string): SyntaxTree {
  const text = readableText(source);
  const blocks: Block[] = [];
  let at = 0;
  for (const table of htmlTables(source)) {
    if (isHidden(text, table)) continue;
    addLines(blocks, text, splitLines(text, at, table.span.start));
    blocks.push(table);
    at = table.span.end;
  }
  addLines(blocks, text, splitLines(text, at));
  return { text, source, blocks: withChapterLevels(text, withRunInChapters(text, blocks)) };
}

/** A table in what leads around the site. */
function isHidden(text: string, { span }: Table): boolean {
  const { start, end } = trimmed(text, span);
  return start === end;
}

function addLines(blocks: Block[], text: string, lines: readonly Line[]): void {
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const next = isBlank(line) ? endOfBlanks(lines, at) : at + 1;
    const read = isBlank(line) ? undefined : tableAt(text, lines, at);
    blocks.push(read?.table ?? blockOf(text, line, lines[next - 1] ?? line));
    at = read?.to ?? next;
  }
}

/** In the order in which they are sure: pipes and tabs are written for tables, spaces are not. */
const readers: readonly TableReader[] = [alternateTableAt, pipeTableAt, tabTableAt, lineTableAt, spaceTableAt];

function tableAt(text: string, lines: readonly Line[], at: number): { readonly table: Table; readonly to: number } | undefined {
  for (const reader of readers) {
    const read = reader(text, lines, at);
    if (read === undefined) continue;
    const span = { start: lines[at]?.start ?? 0, end: lines[read.to - 1]?.end ?? 0 };
    return { table: { kind: "table", span, spelling: read.spelling, rows: read.rows }, to: read.to };
  }
  return undefined;
}

function endOfBlanks(lines: readonly Line[], at: number): number {
  let next = at;
  for (let line = lines[next]; line !== undefined && isBlank(line); line = lines[next]) next++;
  return next;
}

function blockOf(text: string, first: Line, last: Line): Block {
  return isBlank(first) ? { kind: "blank", span: { start: first.start, end: last.end } } : blockOfLine(text, first);
}
