// Labels of a table set in columns: put together where a narrow column broke them over lines.
import { labelNumber } from "../../forms/label.js";
import { isLabelStart, labelUse } from "../../forms/lexicon.js";
import { isMisspeltLabel, joinPieces } from "../cellLine.js";
import type { Token } from "./tokens.js";

/** A label, in one piece or several; `left` and `right` are the columns that its pieces take. */
export interface Label {
  readonly tokens: readonly Token[];
  readonly left: number;
  readonly right: number;
  readonly folded: string;
}

/** Lines from one piece of a label to the next one at most: the numbers of its row may stand between. */
const farthestPiece = 2;
/** 三、/本/年/度/办/理/结/果 has eight, the longest label in a column of five characters ten. */
const mostPieces = 12;
/** Columns between the halves of 总    计 at most. */
const widestGap = 8;

/** All labels of the lines, in the order of their first pieces. Every token that is no value is in just one. */
export function labelsOf(lines: readonly (readonly Token[])[]): Label[] {
  const used = new Set<Token>();
  const labels: Label[] = [];
  const take = (tokens: readonly Token[]): void => {
    for (const token of tokens) used.add(token);
    labels.push(labelOf(tokens));
  };
  // What is certainly a broken label comes first, so that no guess takes a piece away from it.
  for (const token of lines.flat()) if (!token.isValue && !used.has(token)) take(known(token, lines, used) ?? []);
  for (const token of lines.flat()) if (!token.isValue && !used.has(token)) take(misspelt(token, lines, used) ?? [token]);
  return labels.filter((label) => label.tokens.length > 0).sort((a, b) => (a.tokens[0]?.start ?? 0) - (b.tokens[0]?.start ?? 0));
}

export function saidBy(text: string, label: Label): string {
  return joinPieces(label.tokens.map((token) => text.slice(token.start, token.end)));
}

function labelOf(tokens: readonly Token[]): Label {
  const left = Math.min(...tokens.map((token) => token.left));
  const right = Math.max(...tokens.map((token) => token.right));
  return { tokens, left, right, folded: tokens.map((token) => token.folded).join("") };
}

/** The longest chain of pieces from this one on that reads as a label of the form. */
function known(first: Token, lines: readonly (readonly Token[])[], used: ReadonlySet<Token>): readonly Token[] | undefined {
  let chain: readonly Token[] = [first];
  let joined = first.folded;
  let found = labelUse(joined) === undefined ? undefined : chain;
  while (chain.length < mostPieces && isLabelStart(joined)) {
    const next = nextPiece(chain, lines, (token) => !used.has(token) && !token.isValue && isLabelStart(joined + token.folded));
    if (next === undefined) break;
    chain = [...chain, next];
    joined += next.folded;
    if (labelUse(joined) !== undefined && chain.some((token) => labelUse(token.folded) === undefined)) found = chain;
  }
  return found;
}

/** Pieces below each other that make a label with a slip in it, and none of which is like a label by itself. */
function misspelt(first: Token, lines: readonly (readonly Token[])[], used: ReadonlySet<Token>): readonly Token[] | undefined {
  let chain: readonly Token[] = [first];
  while (chain.length < 4 && !isMisspeltLabel(chain.map((token) => token.folded).join(""))) {
    const next = nextPiece(chain, lines, (token) => !used.has(token) && !token.isValue);
    if (next === undefined) return undefined;
    chain = [...chain, next];
  }
  return isMisspeltLabel(chain.map((token) => token.folded).join("")) ? chain : undefined;
}

/** To the right, where the label is only spread, or below. */
function nextPiece(chain: readonly Token[], lines: readonly (readonly Token[])[], isWanted: (token: Token) => boolean): Token | undefined {
  const last = chain.at(-1);
  if (last === undefined) return undefined;
  const beside = lines[last.line]?.find((token) => token.left >= last.right);
  if (beside !== undefined && isSpread(last, beside) && isWanted(beside)) return beside;
  const left = Math.min(...chain.map((token) => token.left));
  const right = Math.max(...chain.map((token) => token.right));
  for (let line = last.line + 1; line <= last.line + 1 + farthestPiece; line++) {
    const below = lines[line]?.find((token) => token.left < right && left < token.right && isWanted(token));
    if (below !== undefined) return below;
  }
  return undefined;
}

/** 总    计 · （三）  不予公开; never 其他  结果, which are two cells. */
function isSpread(last: Token, beside: Token): boolean {
  if (beside.left - last.right > widestGap) return false;
  return (last.folded.length === 1 && beside.folded.length === 1) || (labelNumber(last.folded) !== undefined && last.folded.length <= 3);
}
