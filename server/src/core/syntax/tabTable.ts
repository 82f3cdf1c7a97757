import { labelUse } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { trimmed } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { isChapterTitle, isLabelLike, isOfHead, isPageNumber, joinPieces, longestLabel, openedBy } from "./cellLine.js";
import { contentOf, followingLines, nextFilled, type Line } from "./lines.js";
import { cellText, type Cell, type Row } from "./nodes.js";
import { cellOfLine, rowOf, type ReadTable } from "./tableReader.js";

/** Different labels of the form that make lines with tabs an official table; somebody's own list has fewer. */
const enoughLabels = 3;
/** Rows within which they have to show. */
const enoughRows = 40;
const blankLinesBetweenRows = 2;
/** Excel quotes a field that holds a line break; one of an official table is no longer than this. */
const longestQuoted = 200;

/** A row a line, cells parted by tabs, as Excel and Word paste them. Merged cells leave empty fields, also before the first. */
export function tabTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  if (!mayOpen(text, lines, at) || !hasLabels(text, lines, at)) return undefined;
  const rows: Row[] = [];
  let to = at;
  for (const row of recordsFrom(text, lines, at)) {
    if (row.cells.length > 0) rows.push(rowOf(row.cells));
    to = row.to;
  }
  return { to, spelling: "tabs", rows };
}

/** A row of cells, or the number of a page, with the place behind its last line. */
interface TabRecord {
  readonly cells: readonly Cell[];
  readonly to: number;
}

function mayOpen(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.hasPipe) return false;
  if (line.hasTab) return recordAt(text, lines, at).cells.some((cell) => isOwnLabel(cellText(text, cell)));
  return followingLines(lines, at, 1)[0]?.hasTab === true && labelUse(fold(contentOf(text, line))) !== undefined;
}

function isOwnLabel(content: string): boolean {
  return content.length <= longestLabel && !isValueText(content) && isLabelLike(fold(content));
}

function hasLabels(text: string, lines: readonly Line[], at: number): boolean {
  const labels = new Set<string>();
  let rows = 0;
  let hasHead = false;
  for (const { cells } of recordsFrom(text, lines, at)) {
    for (const cell of cells) {
      const folded = fold(cellText(text, cell));
      if (labelUse(folded) !== undefined) labels.add(folded);
      hasHead ||= isOfHead(folded);
    }
    if (labels.size >= enoughLabels && hasHead) return true;
    if (++rows > enoughRows) return false;
  }
  return false;
}

function* recordsFrom(text: string, lines: readonly Line[], from: number): Generator<TabRecord> {
  let opened: string | undefined;
  for (let at: number | undefined = from; at !== undefined; ) {
    const record = tableRecordAt(text, lines, at);
    if (record === undefined) return;
    const opener = openerOf(text, record);
    if (opener !== undefined && opened !== undefined && opener !== opened) return;
    opened ??= opener;
    yield record;
    at = nextFilled(lines, record.to, blankLinesBetweenRows);
  }
}

function openerOf(text: string, record: TabRecord): string | undefined {
  const first = record.cells.map((cell) => cellText(text, cell)).find((content) => content !== "");
  return first === undefined ? undefined : openedBy(fold(first));
}

/** The row at this line, undefined where the line belongs to no table: prose, a heading, a line that is only indented. */
function tableRecordAt(text: string, lines: readonly Line[], at: number): TabRecord | undefined {
  const line = lines[at];
  if (line === undefined || line.hasPipe) return undefined;
  const content = contentOf(text, line);
  if (content.includes("。") || isChapterTitle(fold(content.slice(0, longestLabel)))) return undefined;
  if (!line.hasTab) return loneCell(line, content, at);
  const record = recordAt(text, lines, at);
  const [first, second] = record.cells.map((cell) => cellText(text, cell)).filter((cell) => cell !== "");
  return second !== undefined || first === undefined || isValueText(first) || isOwnLabel(first) ? record : undefined;
}

/** A band of table two, 第二十条第（一）项, or the number of a page. */
function loneCell(line: Line, content: string, at: number): TabRecord | undefined {
  if (isPageNumber(content)) return { cells: [], to: at + 1 };
  return isOwnLabel(content) ? { cells: [cellOfLine(line)], to: at + 1 } : undefined;
}

function recordAt(text: string, lines: readonly Line[], at: number): TabRecord {
  const cells: Cell[] = [];
  let here = at;
  let from = lines[at]?.start ?? 0;
  for (;;) {
    const quoted = quotedCell(text, lines, here, from);
    if (quoted !== undefined) here = quoted.line;
    const stop = lines[here]?.stop ?? from;
    const tab = tabBetween(text, quoted?.end ?? from, stop);
    cells.push(quoted?.cell ?? { span: trimmed(text, { start: from, end: tab }) });
    if (tab >= stop) return { cells, to: here + 1 };
    from = tab + 1;
  }
}

function tabBetween(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 0x09) return i;
  return to;
}

interface Quoted {
  readonly cell: Cell;
  /** Behind the closing quote, and the line that it stands on. */
  readonly end: number;
  readonly line: number;
}

/** `"补正后` newline `申请内容仍不明确"` and `"3.危及""三安全一稳定"""`: the quotes are Excel's. Without a closing quote they are text. */
function quotedCell(text: string, lines: readonly Line[], at: number, from: number): Quoted | undefined {
  if (text.charCodeAt(from) !== 0x22) return undefined;
  const close = closingQuote(text, from + 1);
  if (close === undefined) return undefined;
  let line = at;
  while ((lines[line]?.end ?? text.length) <= close && line + 1 < lines.length) line++;
  const span = trimmed(text, { start: from + 1, end: close });
  const raw = text.slice(span.start, span.end);
  const said = joinPieces(raw.replaceAll('""', '"').split(/[\r\n]+/).map((piece) => piece.trim()));
  return { cell: said === raw ? { span } : { span, text: said }, end: close + 1, line };
}

/** Place of the quote that a tab or the end of the line follows. A tab inside means that the first quote opened nothing. */
function closingQuote(text: string, from: number): number | undefined {
  for (let i = from; i < Math.min(text.length, from + longestQuoted); i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09) return undefined;
    if (code !== 0x22) continue;
    const next = text.charCodeAt(i + 1);
    if (next === 0x22) i++;
    else return Number.isNaN(next) || next === 0x09 || next === 0x0a || next === 0x0d ? i : undefined;
  }
  return undefined;
}
