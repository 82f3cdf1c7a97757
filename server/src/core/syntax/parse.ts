/**
 * Draft text -> lossless tree. Reads by classes of lines, not by a grammar: a draft is prose with headings and tables,
 * damaged in many ways. Knows the labels of the official tables (forms/lexicon), because they carry the same numerals as
 * headings; knows nothing of years, rules or reports.
 */
import { isBlank, splitLines, type Line } from "./lines.js";
import type { Block, SyntaxTree } from "./nodes.js";
import { readTable } from "./table.js";
import { tableRegionAt } from "./tableRegion.js";
import { blockOfLine } from "./textLine.js";

/** Never throws; the spans of the blocks tile the text. */
export function parse(text: string): SyntaxTree {
  const lines = splitLines(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined) break;
    const next = isBlank(line) ? endOfBlanks(lines, at) : at + 1;
    const region = isBlank(line) ? undefined : tableRegionAt(text, lines, at);
    blocks.push(region !== undefined ? readTable(text, lines, region) : blockOf(text, line, lines[next - 1] ?? line));
    at = region?.to ?? next;
  }
  return { text, blocks };
}

function endOfBlanks(lines: readonly Line[], at: number): number {
  let next = at;
  for (let line = lines[next]; line !== undefined && isBlank(line); line = lines[next]) next++;
  return next;
}

function blockOf(text: string, first: Line, last: Line): Block {
  return isBlank(first) ? { kind: "blank", span: { start: first.start, end: last.end } } : blockOfLine(text, first);
}
