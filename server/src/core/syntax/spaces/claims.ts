// Which labels belong to which line of numbers.
import { labelUse } from "../../forms/lexicon.js";
import type { Label } from "./labels.js";
import type { Token } from "./tokens.js";

/** A line of numbers with its labels, from left to right. */
export interface Claim {
  readonly line: number;
  readonly labels: readonly Label[];
  readonly values: readonly Token[];
}

/**
 * A line of numbers has the labels that stand on it before the numbers or are broken around it; a label that does so for several lines, as
 * a vertical 三、本年度办理结果 does, belongs to the first. A line without a label takes the one right above it, or right below.
 */
export function claimRows(labels: readonly Label[], values: readonly (readonly Token[])[]): Claim[] {
  const free = new Set(labels);
  const index = byLine(labels, values.length);
  const claims: Claim[] = [];
  values.forEach((row, line) => {
    const [first] = row;
    if (first === undefined) return;
    const own = [...(index[line] ?? [])].filter((label) => free.has(label) && isLeftOf(label, line, first));
    const taken = own.length > 0 ? own : neighbour(index, line, first, free);
    for (const label of taken) free.delete(label);
    claims.push({ line, labels: [...taken].sort((a, b) => a.left - b.left), values: row });
  });
  return claims;
}

/** For each line the labels that have a piece on it or one on either side of it. */
function byLine(labels: readonly Label[], count: number): readonly ReadonlySet<Label>[] {
  const index = Array.from({ length: count }, () => new Set<Label>());
  for (const label of labels) {
    const last = label.tokens.at(-1)?.line ?? 0;
    for (let line = label.tokens[0]?.line ?? 0; line <= last; line++) index[line]?.add(label);
  }
  return index;
}

/** A piece that stands on no line of numbers may reach over them. */
function isLeftOf(label: Label, line: number, first: Token): boolean {
  return label.left < first.left && label.tokens.every((token) => token.line !== line || token.right <= first.left);
}

function neighbour(index: readonly ReadonlySet<Label>[], line: number, first: Token, free: ReadonlySet<Label>): readonly Label[] {
  for (const other of [line - 1, line + 1]) {
    const label = [...(index[other] ?? [])].find((candidate) => free.has(candidate) && mayNameRow(candidate) && isLeftOf(candidate, other, first));
    if (label !== undefined) return [label];
  }
  return [];
}

/** As far as the form tells; a misspelt label may. */
function mayNameRow(label: Label): boolean {
  const use = labelUse(label.folded);
  return use === undefined || use.role === "row";
}
