// A line set in columns, cut into the pieces that its gaps part, with the columns of the page that each piece takes.
import { labelUse } from "../../forms/lexicon.js";
import { codeWidth } from "../../text/displayWidth.js";
import { fold } from "../../text/fold.js";
import { isSpace, type Span } from "../../text/span.js";
import { isValueText } from "../../text/valueText.js";
import type { Line } from "../lines.js";

export interface Token extends Span {
  /** Columns of the page, half open like the offsets. */
  readonly left: number;
  readonly right: number;
  /** Place of its line among the lines of the table. */
  readonly line: number;
  readonly folded: string;
  readonly isValue: boolean;
}

/** How many columns a character takes: two for an ideograph on a screen, but one in what some converters count. */
export type Measure = (code: number) => number;

export const byWidth: Measure = codeWidth;
export const byCharacter: Measure = () => 1;

/** Columns between two pieces at least; one blank stands inside of a label. */
const narrowestGap = 2;
const tabStop = 8;
/** More pieces than any line of a table has. */
export const mostTokens = 40;

/** The pieces of a line; a run of numbers with single blanks between them is cut as well. */
export function tokensOf(text: string, line: Line, place: number, measure: Measure): Token[] {
  const tokens: Token[] = [];
  for (const piece of piecesOf(text, line, measure)) {
    if (tokens.length > mostTokens) break;
    for (const part of partsOf(text, piece)) tokens.push(tokenOf(text, part, place, measure));
  }
  return tokens;
}

/** A stretch of the line that begins at column `left`. */
interface Piece extends Span {
  readonly left: number;
}

function piecesOf(text: string, line: Line, measure: Measure): Piece[] {
  const pieces: Piece[] = [];
  let column = 0;
  let piece: { start: number; end: number; left: number; right: number } | undefined;
  for (let i = line.start; i < line.to; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      column = code === 0x09 ? (Math.floor(column / tabStop) + 1) * tabStop : column + (code === 0x3000 ? 2 : 1);
      continue;
    }
    if (piece !== undefined && column - piece.right >= narrowestGap) {
      pieces.push(piece);
      piece = undefined;
    }
    piece ??= { start: i, end: i, left: column, right: column };
    column += measure(code);
    piece.end = i + 1;
    piece.right = column;
  }
  if (piece !== undefined) pieces.push(piece);
  return pieces;
}

function tokenOf(text: string, piece: Piece, line: number, measure: Measure): Token {
  const content = text.slice(piece.start, piece.end);
  const isValue = isValueText(content);
  return { start: piece.start, end: piece.end, left: piece.left, right: piece.left + widthOf(content, measure), line, folded: isValue ? "" : fold(content), isValue };
}

function widthOf(content: string, measure: Measure): number {
  let width = 0;
  for (let i = 0; i < content.length; i++) width += measure(content.charCodeAt(i));
  return width;
}

/**
 * `一、本年新收政府信息公开申请数量 9 0 0 0 0 0 9` and `自然人 法人或其他组织 总计`: single blanks part cells where all behind the
 * first label are numbers, three at least, or where each word is a label of the form.
 */
function partsOf(text: string, piece: Piece): Piece[] {
  const words = wordsOf(text, piece);
  if (words.length < 2) return [piece];
  const contents = words.map((word) => text.slice(word.start, word.end));
  const firstOfTail = contents.findLastIndex((content) => !isValueText(content)) + 1;
  const values = words.length - firstOfTail;
  if (firstOfTail === 0) return isOneNumber(contents) ? [piece] : words;
  const head = { ...piece, end: words[firstOfTail - 1]?.end ?? piece.end };
  if (values >= 3 || (values > 0 && labelUse(fold(text.slice(head.start, head.end))) !== undefined)) return [...partsOf(text, head), ...words.slice(firstOfTail)];
  return contents.every((content) => labelUse(fold(content)) !== undefined) ? words : [piece];
}

/** 1 234 or 12 345 678: thousands parted by blanks. */
function isOneNumber(words: readonly string[]): boolean {
  return words.every((word, i) => (i === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(word));
}

function wordsOf(text: string, piece: Piece): Piece[] {
  const words: Piece[] = [];
  let start = piece.start;
  let left = piece.left;
  let column = piece.left;
  for (let i = piece.start; i <= piece.end; i++) {
    const code = i < piece.end ? text.charCodeAt(i) : 0x20;
    if (!isSpace(code)) {
      column += codeWidth(code);
      continue;
    }
    if (i > start) words.push({ start, end: i, left });
    column++;
    [start, left] = [i + 1, column];
  }
  return words;
}
