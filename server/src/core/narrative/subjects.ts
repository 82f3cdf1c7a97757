// 行政复议、行政诉讼分别为1件、2件: which of the numbers belongs to which of the subjects.
import { addAll } from "../text/addAll.js";
import { hasRole, isWeighty, type Clause, type Mention } from "./clauses.js";
import type { Token } from "./tokens.js";

/**
 * The words of each number behind 分别, in order. Where there are not as many numbers as subjects, and behind 各 with
 * several subjects, all of the words and the 分别 itself stay with each number; then it is not certain what it counts.
 */
export function subjectsOf(clauses: readonly Clause[]): ReadonlyMap<Mention, readonly Token[]> {
  const found = new Map<Mention, readonly Token[]>();
  for (const [at, clause] of clauses.entries()) {
    const word = clause.tokens.findIndex((token) => hasRole(token, "respectively"));
    if (word < 0) continue;
    const before = clause.tokens.slice(0, word);
    const labels = before.some(isWeighty) ? labelsOf(before) : labelsOf(clauses[at - 1]?.mentions.length === 0 ? (clauses[at - 1]?.tokens ?? []) : []);
    const mentions = [...clause.mentions, ...bareMentions(clauses, at + 1)];
    if (labels.length < 2 || clause.mentions[0] === undefined || clause.mentions[0].words.some((token) => token.start > (clause.tokens[word]?.start ?? 0) && isWeighty(token))) continue;
    for (const [i, mention] of mentions.entries()) found.set(mention, mentions.length === labels.length ? (labels[i] ?? []) : uncertain(mention));
  }
  return found;
}

/** A stand-in for words that do not fit the numbers. */
function uncertain(mention: Mention): readonly Token[] {
  return [{ kind: "unknown", start: mention.number.start, end: mention.number.start }];
}

/** The words between 、 and 和. What stands before the first subject (收到, 我局) holds for all. */
function labelsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const labels: Token[][] = [[]];
  for (const token of tokens) {
    if ((token.kind === "mark" && token.mark === "、") || hasRole(token, "and")) labels.push([]);
    else labels.at(-1)?.push(token);
  }
  const shared = (labels[0] ?? []).filter((token) => hasRole(token, "application") || hasRole(token, "disclosure"));
  return labels.filter((label) => label.some(isWeighty)).map((label, i) => (i === 0 ? label : [...shared, ...label]));
}

/** Numbers of the clauses behind that have no words of their own: 、2件. */
function bareMentions(clauses: readonly Clause[], from: number): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = from; at < clauses.length; at++) {
    const clause = clauses[at];
    if (clause === undefined) break;
    const isBare = (clause.opener === "、" || clause.opener === ",") && clause.mentions.length > 0 && !clause.tokens.some(isWeighty) && clause.tokens.every((token) => token.kind === "number" || hasRole(token, "and"));
    if (!isBare) break;
    addAll(found, clause.mentions);
  }
  return found;
}
