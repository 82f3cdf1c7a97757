import { labelCore, labelNumber } from "../forms/label.js";
import { isLabelPiece, labelCores, labelUse, sectionTitles } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { haveLikeLengths, similarity } from "../text/similarity.js";
import { isSpace } from "../text/span.js";
import { isValueText } from "../text/valueText.js";
import { contentOf, isBlank, type Line } from "./lines.js";

/** Lines [from, to) of a table; `to` stands behind its last line that is not blank. */
export interface TableRegion {
  readonly from: number;
  readonly to: number;
  readonly spelling: "pipes" | "lines";
}

/** A label of the official forms has at most 43 characters; the two longest rows of 其他处理 reach that. */
const longestLabel = 60;
/** Two labels that share this much are the same label misspelt. */
const similarEnough = 0.6;
const titleCores: readonly string[] = [...sectionTitles].map(labelCore);
/** Blank lines that a web copy may leave between two rows of pipes. */
const blankLinesBetweenRows = 2;

/** The table that begins at this line, if one does. */
export function tableRegionAt(text: string, lines: readonly Line[], at: number): TableRegion | undefined {
  const line = lines[at];
  if (line === undefined || isBlank(line)) return undefined;
  if (line.hasPipe) return isProse(text, lines, at) ? undefined : pipeRegion(text, lines, at);
  return opensLineTable(text, lines, at) ? { from: at, to: endOfLineTable(text, lines, at), spelling: "lines" } : undefined;
}

/** A sentence that happens to hold a pipe, with no other such line beside it. */
function isProse(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  return line !== undefined && lines[at + 1]?.hasPipe !== true && lines[at - 1]?.hasPipe !== true && /[。；]/.test(contentOf(text, line));
}

function pipeRegion(text: string, lines: readonly Line[], from: number): TableRegion {
  const first = openedBy(text, lines[from]);
  let to = from + 1;
  for (;;) {
    const next = nextPipeLine(lines, to);
    if (next === undefined) break;
    const opened = openedBy(text, lines[next]);
    if (opened !== undefined && opened !== first && first !== undefined) break;
    to = next + 1;
  }
  return { from, to, spelling: "pipes" };
}

function nextPipeLine(lines: readonly Line[], from: number): number | undefined {
  for (let i = from; i <= from + blankLinesBetweenRows; i++) {
    const line = lines[i];
    if (line === undefined) return undefined;
    if (line.hasPipe) return i;
    if (!isBlank(line)) return undefined;
  }
  return undefined;
}

/** The official table that begins with this line's first cell, however wide the row is set. */
function openedBy(text: string, line: Line | undefined): string | undefined {
  if (line === undefined) return undefined;
  let start = line.from;
  while (start < line.to && (text.charCodeAt(start) === 0x7c || isSpace(text.charCodeAt(start)))) start++;
  let end = start;
  while (end < line.to && end - start <= longestLabel && text.charCodeAt(end) !== 0x7c) end++;
  return start === end || end - start > longestLabel ? undefined : labelUse(fold(text.slice(start, end)))?.opens;
}

/** A label alone on a line opens a table if the lines after it are cells as well: prose never has three such lines in a row. */
function opensLineTable(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.to - line.from > longestLabel || labelUse(fold(contentOf(text, line))) === undefined) return false;
  let cells = 0;
  for (const next of followingLines(lines, at, 3)) {
    const content = contentOf(text, next);
    if (next.hasPipe || next.to - next.from > longestLabel || hasColumns(content)) return false;
    if (isValueText(content) || isLabelLike(fold(content))) cells++;
  }
  return cells === 3;
}

/** Several cells on one line, parted by tabs or runs of spaces: another spelling. */
function hasColumns(content: string): boolean {
  return /\t|[ \u3000\u00a0]{2}/.test(content);
}

function isLabelLike(folded: string): boolean {
  return labelUse(folded) !== undefined || isLabelPiece(folded) || isMisspeltLabel(folded);
}

function endOfLineTable(text: string, lines: readonly Line[], from: number): number {
  const opened = openedBy(text, lines[from]);
  let to = from + 1;
  for (let i = to; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isBlank(line)) continue;
    if (!isCellLine(text, lines, i, opened)) break;
    to = i + 1;
  }
  return to;
}

function isCellLine(text: string, lines: readonly Line[], at: number, opened: string | undefined): boolean {
  const line = lines[at];
  if (line === undefined || line.hasPipe || line.to - line.from > longestLabel) return false;
  const content = contentOf(text, line);
  if (isValueText(content)) return true;
  if (hasColumns(content)) return false;
  const folded = fold(content);
  const use = labelUse(folded);
  if (use !== undefined) return use.opens === undefined || use.opens === opened;
  if (isChapterTitle(folded)) return false;
  return isLabelPiece(folded) || isMisspeltLabel(folded) || isUnknownRow(text, lines, at);
}

/** 四、政府信息公开行政复议… is a chapter, 四、结转下年度继续办理 a row: the numeral alone does not tell. */
function isChapterTitle(folded: string): boolean {
  const core = labelCore(folded);
  if (core.length < 4 || labelNumber(folded) === undefined) return sectionTitles.has(folded);
  const asTitle = best(core, titleCores);
  return asTitle >= 0.5 && asTitle >= best(core, labelCores());
}

function isMisspeltLabel(folded: string): boolean {
  const core = labelCore(folded);
  return core.length >= 2 && best(core, labelCores()) >= similarEnough;
}

/** A short line that no form has, but that is followed by a value and by more of the table, as a row label is. */
function isUnknownRow(text: string, lines: readonly Line[], at: number): boolean {
  const [first, ...rest] = [...followingLines(lines, at, 3)].map((line) => contentOf(text, line));
  return first !== undefined && isValueText(first) && rest.length === 2 && rest.every((content) => isValueText(content) || isLabelLike(fold(content)));
}

function* followingLines(lines: readonly Line[], at: number, count: number): Generator<Line> {
  let seen = 0;
  for (let i = at + 1; i < lines.length && seen < count; i++) {
    const line = lines[i];
    if (line === undefined || isBlank(line)) continue;
    seen++;
    yield line;
  }
}

function best(core: string, candidates: readonly string[]): number {
  let highest = 0;
  for (const candidate of candidates) if (haveLikeLengths(core, candidate)) highest = Math.max(highest, similarity(core, candidate));
  return highest;
}
