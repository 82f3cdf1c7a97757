import { isLabelPart, isLabelPiece, isOfHeadCharacters, isLabelStart, labelUse } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { isValueText } from "../text/valueText.js";
import { isChapterTitle, isMisspeltLabel, isOfHead, isPageMark, longestLabel } from "./cellLine.js";
import { contentOf, followingLines, isBlank, type Line } from "./lines.js";
import { byWidth, mostTokens, tokensOf, type Token } from "./spaces/tokens.js";
import { readSpaceRows } from "./spaces/rows.js";
import type { ReadTable } from "./tableReader.js";

/** Different labels, or beginnings of such, that make lines with gaps an official table. */
const enoughLabels = 3;
/** Lines within which they have to show, and a line with columns has to come. */
const lookAhead = 30;
/** No line of a table set in columns is longer. */
const longestLine = 400;
/** Lines that say nothing of the form, between two that do. */
const unknownBetween = 1;

/**
 * Columns set with runs of blanks, as a PDF gives them when it is copied: labels broken over lines, numbers on one of these lines,
 * 三、本年度办理结果 set vertically, the head printed again on each page.
 */
export function spaceTableAt(text: string, lines: readonly Line[], at: number): ReadTable | undefined {
  const line = lines[at];
  if (line === undefined || !mayOpen(text, line) || !looksLikeTable(text, lines, at)) return undefined;
  const region = regionFrom(text, lines, at);
  return { to: region.to, spelling: "spaces", rows: readSpaceRows(text, region.lines) };
}

/** A label, or the beginning of one: 第二十条…, （本列数据的勾稽关系为：第一项加第, 社会 over 公益 over 组织. */
function mayOpen(text: string, line: Line): boolean {
  if (!isShort(text, line)) return false;
  const content = contentOf(text, line);
  if (isChapterTitle(fold(content.slice(0, longestLabel)))) return false;
  return tokensOf(text, line, 0, byWidth).some((token) => labelUse(token.folded) !== undefined || isBrokenStart(token.folded));
}

function isBrokenStart(folded: string): boolean {
  return folded.length >= 2 && isLabelStart(folded);
}

function isShort(text: string, line: Line): boolean {
  return !line.hasPipe && line.to - line.from <= longestLine && !/[。！？]/.test(contentOf(text, line));
}

/** Within the next lines of the same kind there are several labels, one of them of a head, and a line with columns. */
function looksLikeTable(text: string, lines: readonly Line[], at: number): boolean {
  const labels = new Set<string>();
  let columns = 0;
  let hasHead = false;
  const first = lines[at];
  for (const line of first === undefined ? [] : [first, ...followingLines(lines, at, lookAhead)]) {
    const tokens = isShort(text, line) ? tokensOf(text, line, 0, byWidth) : [];
    if (tokens.length === 0 || isChapterTitle(fold(contentOf(text, line).slice(0, longestLabel)))) break;
    const said = tokens.filter((token) => labelUse(token.folded) !== undefined || (token.folded.length >= 2 && (isLabelPiece(token.folded) || isBrokenStart(token.folded))));
    for (const token of said) labels.add(token.folded);
    hasHead ||= said.some((token) => isOfHead(token.folded));
    if (tokens.length > 1 && tokens.every((token) => token.isValue || isLabelPart(token.folded) || isMisspeltLabel(token.folded))) columns++;
    if (labels.size >= enoughLabels && columns > 0 && hasHead) return true;
  }
  return false;
}

interface Region {
  readonly lines: readonly Line[];
  readonly to: number;
}

/** Up to the last line that is part of the table; a line that says nothing of the form only counts if another one follows. */
function regionFrom(text: string, lines: readonly Line[], at: number): Region {
  const own: Line[] = [];
  const opened = new Openers();
  let [to, filled, unknown] = [at, 0, 0];
  for (let i = at; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (isBlank(line)) continue;
    const kind = opened.isAnother(text, line) ? "end" : kindOf(text, line);
    if (kind === "end" || (kind === "unknown" && ++unknown > unknownBetween)) break;
    own.push(line);
    if (kind === "unknown") continue;
    [to, filled, unknown] = [i + 1, own.length, 0];
  }
  return { lines: own.slice(0, filled), to };
}

/** Notes where the next official table begins without a heading between. */
class Openers {
  private first: string | undefined;

  isAnother(text: string, line: Line): boolean {
    const opens = tableOpenedBy(text, line);
    if (opens === undefined) return false;
    this.first ??= opens;
    return opens !== this.first;
  }
}

function tableOpenedBy(text: string, line: Line): string | undefined {
  const content = contentOf(text, line);
  if (content.length > 2 * longestLabel) return undefined;
  return labelUse(fold(content.split(/\s{2,}/)[0] ?? ""))?.opens;
}

/** `table`: certainly part of it; `unknown`: a misspelt piece of a label perhaps, or the first line of what follows. */
function kindOf(text: string, line: Line): "table" | "unknown" | "end" {
  const content = contentOf(text, line);
  if (isPageMark(content)) return "unknown";
  if (!isShort(text, line) || isChapterTitle(fold(content.slice(0, longestLabel)))) return "end";
  const tokens = tokensOf(text, line, 0, byWidth);
  if (tokens.length > mostTokens) return "end";
  if (tokens.every((token) => isOfForm(token)) || isOfHeadCharacters(fold(content))) return "table";
  const values = tokens.filter((token) => token.isValue).length;
  if (values > 0 && tokens.length - values <= 2) return "table";
  if (tokens.length > 1 && tokens.filter(isOfForm).length * 2 >= tokens.length) return "table";
  return content.length <= longestLabel && !/[；;：:]/.test(content) && !isValueText(content) ? "unknown" : "end";
}

function isOfForm(token: Token): boolean {
  return token.isValue || labelUse(token.folded) !== undefined || isLabelPart(token.folded) || isMisspeltLabel(token.folded);
}
