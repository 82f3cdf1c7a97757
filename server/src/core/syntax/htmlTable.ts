import { fold } from "../text/fold.js";
import { isSpace } from "../text/span.js";
import { isChapterTitle, longestLabel } from "./cellLine.js";
import { readHtml } from "./html.js";
import { HtmlTableReader } from "./htmlTableReader.js";
import { contentOf, splitLines } from "./lines.js";
import type { Table } from "./nodes.js";

/** Tables left open that are read to the end of the text before each is held to end at the next chapter: more would cost square time. */
const mostReadToTheEnd = 3;
/** One cell is no table but a frame that a web page puts around its text. */
const fewestCells = 2;

/**
 * The HTML tables of a draft, in order. A table around another one is layout and is left alone, so that the chapters in it
 * are found. One that is never closed ends at the next chapter.
 */
export function htmlTables(text: string): Table[] {
  if (!/<table[\s>/]/i.test(text)) return [];
  const tables: Table[] = [];
  const chapters = new ChapterStarts(text);
  let openEnded = 0;
  let next = 0;
  for (const start of tableStarts(text)) {
    if (start < next) continue;
    const whole = openEnded < mostReadToTheEnd ? readTable(text, start, text.length) : undefined;
    if (whole?.isClosed === false) openEnded++;
    const read = whole?.isClosed === true ? whole : readTable(text, start, chapters.after(start));
    const table = blockOf(text, start, read, tables.at(-1)?.span.end ?? 0);
    if (table !== undefined) tables.push(table);
    next = table?.span.end ?? read.end;
  }
  return tables;
}

interface ReadHtmlTable {
  readonly rows: Table["rows"];
  readonly end: number;
  /** False where the text ended before the table did. */
  readonly isClosed: boolean;
}

function readTable(text: string, start: number, limit: number): ReadHtmlTable {
  const reader = new HtmlTableReader(text, start);
  readHtml(text, start, limit, reader);
  return reader.finish(limit);
}

function blockOf(text: string, start: number, read: ReadHtmlTable, earliest: number): Table | undefined {
  const filled = read.rows.flatMap((row) => row.cells).filter((cell) => cell.span.start < cell.span.end);
  if (filled.length < fewestCells) return undefined;
  return { kind: "table", span: { start: startOfLine(text, start, earliest), end: endOfLine(text, read.end) }, spelling: "html", rows: read.rows };
}

/** Blanks before the tag on its line and behind the table on its last line belong to it; other text there does not. */
function startOfLine(text: string, at: number, earliest: number): number {
  let start = at;
  while (start > earliest && isBlankInLine(text, start - 1)) start--;
  return start === earliest || isLineEnd(text, start - 1) ? start : at;
}

function endOfLine(text: string, at: number): number {
  let end = at;
  while (end < text.length && isBlankInLine(text, end)) end++;
  if (end === text.length) return end;
  if (!isLineEnd(text, end)) return at;
  return text.startsWith("\r\n", end) ? end + 2 : end + 1;
}

function isBlankInLine(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at)) && !isLineEnd(text, at);
}

function isLineEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x0a || text.charCodeAt(at) === 0x0d;
}

/** Places of `<table` that stand in no comment. A comment that is never closed hides nothing. */
function tableStarts(text: string): number[] {
  const starts: number[] = [];
  const opening = /<!--|<table(?=[\s>/])/gi;
  const lastClose = text.lastIndexOf("-->");
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    if (match[0] !== "<!--") starts.push(match.index);
    else if (match.index < lastClose) opening.lastIndex = text.indexOf("-->", match.index) + 3;
  }
  return starts;
}

/** Where the lines with chapter headings begin; looked up only for tables that are not closed. */
class ChapterStarts {
  private starts: readonly number[] | undefined;
  private next = 0;

  constructor(private readonly text: string) {}

  /** Asked from the front to the back only. */
  after(at: number): number {
    this.starts ??= splitLines(this.text)
      .filter((line) => line.to - line.from < 4 * longestLabel && isChapterLine(contentOf(this.text, line)))
      .map((line) => line.start);
    while ((this.starts[this.next] ?? this.text.length) <= at && this.next < this.starts.length) this.next++;
    return this.starts[this.next] ?? this.text.length;
  }
}

/** 三、收到和处理… or <h2>三、收到和处理…</h2>, but not a cell that says so. */
function isChapterLine(content: string): boolean {
  if (/<t[dhr]\b/i.test(content)) return false;
  const words = content.replace(/<[^<>]{0,200}>/g, "").replace(/^#{1,6}\s/, "");
  return words.length <= longestLabel && isChapterTitle(fold(words));
}
