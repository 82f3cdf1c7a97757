/**
 * Which of several explanations is the likeliest: what slip of the hand turns the value that a cell should have into the one that it
 * has. Points are powers of two: a slip that leads to one number weighs more than one that leads to any of twenty. The reasons and what
 * they achieve stand in docs/explanation.md.
 */
import { kindOf } from "../report/kind.js";
import type { Fact } from "../report/report.js";
import { one, rangeOf } from "./range.js";
import type { Change, Explanation } from "./search.js";

/** A way in which numbers are miswritten. */
export type Slip = "stated" | "swapped" | "sign" | "doubled" | "dropped" | "blank" | "copied" | "digit" | "near" | "added" | "other" | "wild";

const points: Readonly<Record<Slip, number>> = {
  /** The prose gives the value that the cell should have: no slip of the table, and no chance. */
  stated: 8,
  /** 32 for 23: a pair of digits has one such slip. */
  swapped: 0,
  /** −11 for 11. */
  sign: 0,
  /** 33 for 3, 119 for 19: one for each digit. */
  doubled: -1,
  /** 19 for 119. */
  dropped: -1,
  /** Nothing for 4: a cell that was passed over. */
  blank: -2,
  /** The number of the cell above, below or beside stands here once more; small numbers are also alike by chance. */
  copied: -3,
  /** 47 for 41: nine for each digit. */
  digit: -4,
  /** 38 for 41: a miscount, by up to five either way. */
  near: -3,
  /** 139 for 19: ten for each place. */
  added: -5,
  other: -9,
  /** 3 for 4096. */
  wild: -12,
};

/** A total is written last and added up by hand: of two cells that could be wrong it is twice as likely. */
const forTotal = 1;
/** What counts as clear: all other explanations together are so many powers of two less likely (3 in 100). */
const clearLead = 5;

/** What is known besides the sums. */
export interface Evidence {
  /** Amounts (in millionths) that the prose states for the cell. */
  stated(fact: Fact): readonly bigint[];
  /** The cells above, below and beside. */
  neighbours(fact: Fact): readonly Fact[];
  isTotal(fact: Fact): boolean;
}

export interface Ranking {
  /** Likeliest first; of equals the one that comes first in the text. */
  readonly explanations: readonly Explanation[];
  /** Explanations as likely as the first, with it. */
  readonly equals: number;
  /** Whether the first is far likelier than all others together. */
  readonly isClear: boolean;
}

export function ranked(explanations: readonly Explanation[], evidence: Evidence): Ranking {
  const scored = explanations.map((explanation) => ({ explanation, score: scoreOf(explanation, evidence) })).sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const others = scored.slice(1).reduce((sum, { score }) => sum + 2 ** (score - best), 0);
  return { explanations: scored.map(({ explanation }) => explanation), equals: scored.filter(({ score }) => score === best).length, isClear: others * 2 ** clearLead <= 1 };
}

function scoreOf(explanation: Explanation, evidence: Evidence): number {
  return explanation.reduce((sum, change) => sum + points[slipOf(change, evidence)] + (evidence.isTotal(change.fact) ? forTotal : 0), 0);
}

/** The likeliest way from the value that a cell should have to the one that it has. */
export function slipOf({ fact, value }: Change, evidence: Evidence): Slip {
  if (evidence.stated(fact).includes(value)) return "stated";
  if (fact.value.kind === "blank") return "blank";
  const found = numberIn(fact);
  if (found === undefined) return "other";
  if (found === -value) return "sign";
  if (found % one !== 0n || value % one !== 0n) return "other";
  const slip = digitSlip(String(found / one), String(value / one));
  const isCopied = found !== 0n && evidence.neighbours(fact).some((neighbour) => numberIn(neighbour) === found);
  return isCopied && points[slip] < points.copied ? "copied" : slip;
}

function numberIn(fact: Fact): bigint | undefined {
  const { low, high } = rangeOf(fact.value, kindOf(fact), true);
  return low === high ? low : undefined;
}

/** Of the digits as they stand and as they should. */
function digitSlip(found: string, right: string): Slip {
  if (found.length === right.length) return sameLengthSlip(found, right);
  if (found.length === right.length + 1) return extraDigit(found, right) ?? nearness(found, right);
  if (found.length + 1 === right.length) return extraDigit(right, found) === undefined ? nearness(found, right) : "dropped";
  return "wild";
}

function sameLengthSlip(found: string, right: string): Slip {
  const different = [...found].flatMap((digit, i) => (digit === right[i] ? [] : [i]));
  const [first, second] = different;
  if (first === undefined || second === undefined) return nearness(found, right) === "near" ? "near" : "digit";
  const isSwapped = different.length === 2 && second === first + 1 && found[first] === right[second] && found[second] === right[first];
  return isSwapped ? "swapped" : nearness(found, right);
}

/** Whether `longer` has one digit more: the same one twice, or another. */
function extraDigit(longer: string, shorter: string): Slip | undefined {
  for (let i = 0; i < longer.length; i++) {
    if (longer.slice(0, i) + longer.slice(i + 1) === shorter) return longer[i] === longer[i + 1] || longer[i] === longer[i - 1] ? "doubled" : "added";
  }
  return undefined;
}

function nearness(found: string, right: string): Slip {
  const distance = BigInt(found) - BigInt(right);
  return distance >= -5n && distance <= 5n ? "near" : "other";
}
