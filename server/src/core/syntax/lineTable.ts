import { labelUse, mayBeginLabel } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { isValueText } from "../text/valueText.js";
import { brokenLabelAt, isChapterTitle, isLabelLike, isPageMark, isShortCell, openedBy, type BrokenLabel } from "./cellLine.js";
import { contentOf, followingLines, isBlank, type Line } from "./lines.js";
import type { Cell } from "./nodes.js";
import { cellOfLine, rowOf, type ReadTable } from "./tableReader.js";

/** One cell a line and nothing else, as a page copied as text has it. */
export function lineTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  return opensLineTable(text, lines, at) ? readLineTable(text, lines, at) : undefined;
}

/** A label alone on a line opens a table if the lines after it are cells as well: prose never has three such lines in a row. */
function opensLineTable(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.hasPipe || !isShortCell(text, line) || !mayBeginLabel(text, line.from)) return false;
  const opening = labelUse(fold(contentOf(text, line))) === undefined ? brokenLabelAt(text, lines, at) : { last: at };
  if (opening === undefined) return false;
  const following = followingLines(lines, opening.last, 3);
  return following.length === 3 && following.every((next) => isPlainCell(text, next));
}

function isPlainCell(text: string, line: Line): boolean {
  const content = contentOf(text, line);
  if (line.hasPipe || !isShortCell(text, line)) return false;
  return isValueText(content) || (isLabelLike(fold(content)) && !hasColumns(content));
}

/** Several cells on one line, parted by tabs or runs of spaces: another spelling, unless the line is one label all the same (总  计). */
function hasColumns(content: string): boolean {
  return /\t|[ \u3000\u00a0]{2}/.test(content) && labelUse(fold(content)) === undefined;
}

function readLineTable(text: string, lines: readonly Line[], from: number): ReadTable {
  const first = lines[from];
  const opened = first === undefined ? undefined : openedBy(fold(contentOf(text, first)));
  const cells: Cell[] = [];
  let to = from;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isBlank(line) || isPageMark(contentOf(text, line))) continue;
    const broken = brokenCell(text, lines, i);
    if (broken === undefined && i > from && !isCellLine(text, lines, i, opened)) break;
    cells.push(broken?.cell ?? cellOfLine(line));
    i = broken?.last ?? i;
    to = i + 1;
  }
  return { to, spelling: "lines", rows: [rowOf(cells)] };
}

function brokenCell(text: string, lines: readonly Line[], at: number): BrokenLabel | undefined {
  const line = lines[at];
  return line === undefined || isValueText(contentOf(text, line)) ? undefined : brokenLabelAt(text, lines, at);
}

function isCellLine(text: string, lines: readonly Line[], at: number, opened: string | undefined): boolean {
  const line = lines[at];
  if (line === undefined || line.hasPipe || !isShortCell(text, line)) return false;
  const content = contentOf(text, line);
  if (isValueText(content)) return true;
  if (hasColumns(content)) return false;
  const folded = fold(content);
  const use = labelUse(folded);
  if (use !== undefined) return use.opens === undefined || use.opens === opened;
  if (isChapterTitle(folded)) return false;
  return isLabelLike(folded) || isUnknownRow(text, lines, at) || isUnknownHead(text, lines, at);
}

/** The longest label of a column has 14 characters. */
const longestHead = 14;

/** A short line that no form has among heads: labels of the same table follow it. */
function isUnknownHead(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.to - line.from > longestHead || /[，。；：,;:\d]/.test(contentOf(text, line))) return false;
  const following = followingLines(lines, at, 3).map((next) => fold(contentOf(text, next)));
  return following.length === 3 && labelUse(following[0] ?? "") !== undefined && following.every((folded) => isValueText(folded) || (labelUse(folded) !== undefined && labelUse(folded)?.opens === undefined));
}

/** A short line that no form has, but that is followed by a value and by more of the table, as a row label is. */
function isUnknownRow(text: string, lines: readonly Line[], at: number): boolean {
  const [first, ...rest] = followingLines(lines, at, 3).map((line) => contentOf(text, line));
  return first !== undefined && isValueText(first) && rest.length === 2 && rest.every((content) => isValueText(content) || isLabelLike(fold(content)));
}
