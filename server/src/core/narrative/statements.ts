// What a clause says of a number without writing one: 未收到申请, 均已审结.
import { hasRole, isWeighty, type Clause } from "./clauses.js";
import type { Role } from "./lexicon.js";
import { disputeSubject, type Context, type WordSet } from "./meaning.js";
import type { Token } from "./tokens.js";

/** `name` is the measure that the clause says to be 0. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly relation: "none" | "all";
  readonly name: string;
}

/** What the sentence has told before. */
export interface StatementContext extends Context {
  /** It has told how many applications there were, so that 未产生依申请公开案例 denies something else. */
  readonly hasApplications: boolean;
}

/** @param words those of the clause */
export function statementsOf(clause: Clause, words: WordSet, context: StatementContext): readonly Statement[] {
  if (words.hasUnknown) return [];
  const name = words.has("not") ? deniedName(words, clause, context) : words.has("all") ? universalName(words, context) : undefined;
  if (name === undefined) return [];
  const weighty = clause.tokens.filter((token) => isWeighty(token) || hasRole(token, "all"));
  return [{ start: weighty[0]?.start ?? clause.start, end: weighty.at(-1)?.end ?? clause.start, relation: words.has("not") ? "none" : "all", name }];
}

const neverDenied: readonly Role[] = ["foreign", "verb", "channel", "change", "than", "more", "less", "share", "rate", "rest", "open", "finish", "answer", "handle", "upheld", "corrected", "otherResult", "pending", "closed", "applicant", "partOfYear", "permit", "penalty", "coercion", "fee", "normative", "regulation", "issue", "repeal", "inForce", "decide", "of"];

/** 未收到申请, 没有因政府信息公开被申请行政复议、提起行政诉讼, 无结转下年度. */
function deniedName(words: WordSet, clause: Clause, { topic, isAboutDisclosure, hasApplications }: StatementContext): string | undefined {
  if (clause.tokens.filter((token) => hasRole(token, "not")).length !== 1 || words.has(...neverDenied)) return undefined;
  const subject = disputeSubject(words);
  if (subject !== undefined) return isAboutDisclosure || words.has("disclosure", "application") ? `review.${subject}.total` : undefined;
  const moved = words.has("carryIn") ? "carriedIn" : words.has("carryOut") ? "carriedOut" : undefined;
  if (words.has("carry") || (words.has("carryIn") && words.has("carryOut"))) return undefined;
  if (moved !== undefined) return words.has("result", "receive") ? undefined : `applications.${moved}`;
  if (words.has("result")) return topic === "applications" && !words.has("receive") && words.only("result") !== undefined ? `applications.${words.only("result") ?? ""}` : undefined;
  return words.has("application") && !(hasApplications && words.includes("not", "happen")) && !deniesOnlyWords(clause.tokens) ? "applications.received" : undefined;
}

/** 未申请, 没有依法申请: what was not done is the asking itself. */
function deniesOnlyWords(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => hasRole(token, "not"));
  const next = tokens[at + 1];
  return next !== undefined && hasRole(next, "application") && next.end - next.start === 2 && !tokens.some((token) => hasRole(token, "receive"));
}

/** 均已审结, 全部维持; of what, the words before have said. */
function universalName(words: WordSet, { topic, isAboutDisclosure }: Context): string | undefined {
  if (words.has("foreign", "verb", "channel", "corrected", "otherResult", "pending", "result", "applicant", "carryIn", "carryOut", "not", "rate")) return undefined;
  // 行政复议3件、行政诉讼1件，均获维持: of the suits at least.
  const subject = disputeSubject(words) ?? (topic === "suitOrBoth" ? "suit" : topic);
  if (!isAboutDisclosure || (subject !== "reconsider" && subject !== "suit" && subject !== "directSuit" && subject !== "laterSuit" && subject !== "both")) return undefined;
  if (words.has("upheld")) return `review.${subject}.notUpheld`;
  return words.has("closed") ? `review.${subject}.pending` : undefined;
}
