// What a line, or a piece of one, may be inside a table: a value, a label, part of a label, the number of a page.
import { labelCore, labelNumber } from "../forms/label.js";
import { isLabelPiece, isLabelStart, labelCores, labelUse, mayBeginLabel, sectionTitles, titleCores } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { haveLikeLengths, similarity } from "../text/similarity.js";
import { contentOf, isBlank, type Line } from "./lines.js";
import type { Cell } from "./nodes.js";

/** A label of the official forms has at most 43 characters; the two longest rows of 其他处理 reach that. */
export const longestLabel = 60;
/** Two labels that share this much are the same label misspelt. */
const similarEnough = 0.6;
/** Lines over which one label is broken at most: the longest, in a column of five characters. */
const mostPieces = 10;

export function isLabelLike(folded: string): boolean {
  return labelUse(folded) !== undefined || isLabelPiece(folded) || isMisspeltLabel(folded);
}

/** Whether a line is no longer than a label, without a note in brackets that a province put behind it: 规范性文件（行政机关发布的决定…）. */
export function isShortCell(text: string, line: Line): boolean {
  const length = line.to - line.from;
  if (length <= longestLabel) return true;
  if (length > longestNote) return false;
  const content = contentOf(text, line);
  return /[)）]$/.test(content) && /[(（]/.test(content.slice(0, longestLabel)) && !content.includes("。");
}

const longestNote = 200;

/** 信息内容, 第二十条第（一）项, 自然人: rows alone (行政许可 120) may be a list that somebody has put into the prose. */
export function isOfHead(folded: string): boolean {
  const use = labelUse(folded);
  return use === undefined ? isLabelPiece(folded) : use.role !== "row";
}

/** 四、政府信息公开行政复议… is a chapter, 四、结转下年度继续办理 a row: the numeral alone does not tell. */
export function isChapterTitle(folded: string): boolean {
  const core = labelCore(folded);
  if (core.length < 4 || labelNumber(folded) === undefined) return sectionTitles.has(folded);
  const asTitle = best(core, titleCores());
  return asTitle >= 0.5 && asTitle >= best(core, labelCores());
}

export function isMisspeltLabel(folded: string): boolean {
  const core = labelCore(folded);
  return core.length >= 2 && best(core, labelCores()) >= similarEnough;
}

/** The official table that begins with these words. */
export function openedBy(folded: string): string | undefined {
  return labelUse(folded)?.opens;
}

/** - 3 - · — 12 — · 第 3 页 · 第3页 共12页 · 3/12: never the value of a cell. */
const pageMark = /^(?:[-—–－]{1,3}\s{0,3}\d{1,3}\s{0,3}[-—–－]{1,3}|第\s{0,2}\d{1,3}\s{0,2}[页頁](?:\s{0,4}[,，/／]?\s{0,4}共\s{0,2}\d{1,3}\s{0,2}[页頁])?|\d{1,3}\s?[/／]\s?\d{1,3})$/;

export function isPageMark(content: string): boolean {
  return content.length <= 20 && pageMark.test(content);
}

/** A bare page number; only for spellings in which a value cannot stand alone on its line. */
export function isPageNumber(content: string): boolean {
  return isPageMark(content) || /^\d{1,3}$/.test(content);
}

/** A label that a narrow column broke over lines that follow each other; `last` is the last of them. */
export interface BrokenLabel {
  readonly cell: Cell;
  readonly last: number;
}

/** 补正后申请 / 内容仍不明确. Where each piece is a label for itself (其他, 结果) they are cells, not pieces. */
export function brokenLabelAt(text: string, lines: readonly Line[], at: number): BrokenLabel | undefined {
  let joined = "";
  let areLabels = true;
  let found: BrokenLabel | undefined;
  const pieces: Line[] = [];
  for (let i = at; i < lines.length && pieces.length < mostPieces; i++) {
    const line = lines[i];
    if (line === undefined || line.hasPipe || line.to - line.from > longestLabel) break;
    if (isBlank(line)) continue;
    if (joined === "" && !mayBeginLabel(text, line.from)) break;
    const folded = fold(contentOf(text, line));
    if (!isLabelStart(joined + folded)) break;
    joined += folded;
    areLabels &&= labelUse(folded) !== undefined;
    pieces.push(line);
    if (pieces.length > 1 && !areLabels && labelUse(joined) !== undefined) found = { cell: joinedCell(text, pieces), last: i };
  }
  return found;
}

function joinedCell(text: string, pieces: readonly Line[]): Cell {
  const span = { start: pieces[0]?.from ?? 0, end: pieces.at(-1)?.to ?? 0 };
  return { span, text: joinPieces(pieces.map((line) => contentOf(text, line))) };
}

/** Between ideographs a line break is nothing; between two words or numbers it parts them. */
export function joinPieces(pieces: readonly string[]): string {
  return pieces.reduce((joined, piece) => (isAscii(joined.at(-1)) && isAscii(piece[0]) ? `${joined} ${piece}` : joined + piece), "");
}

function isAscii(character: string | undefined): boolean {
  return character !== undefined && /[\w.,+-]/.test(character);
}

function best(core: string, candidates: readonly string[]): number {
  let highest = 0;
  for (const candidate of candidates) if (haveLikeLengths(core, candidate)) highest = Math.max(highest, similarity(core, candidate));
  return highest;
}
