// What the other numbers of a sentence say of one: which of several things it can mean.
import { hasRole, type Clause } from "./clauses.js";
import { WordSet } from "./meaning.js";
import type { Token } from "./tokens.js";

export interface Siblings {
  /** Rows of table three that the sentence tells, by the group that they are of: other → other.overdueCorrection. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** 另有3件结转下年度: they need not be among those that were received. */
  readonly hasOthersCarriedOut: boolean;
  /** 撤回申请2件: whether they were handled is not known. */
  readonly hasWithdrawn: boolean;
  /** 收到申请20件，其中重复提交2件，实际受理18件: what was received is not what the form counts. */
  readonly hasActual: boolean;
}

export function siblingsIn(tokens: readonly Token[]): Siblings {
  const rows = new Map<string, string[]>();
  let isBehindRest = false;
  let hasOthersCarriedOut = false;
  let hasWithdrawn = false;
  let hasActual = false;
  for (const token of tokens) {
    if (token.kind === "mark") isBehindRest = false;
    if (token.kind !== "word") continue;
    if (token.role === "rest") isBehindRest = true;
    if (token.role === "carryOut" && isBehindRest) hasOthersCarriedOut = true;
    if (token.value === "withdrawn") hasWithdrawn = true;
    if (token.value === "actual") hasActual = true;
    if (token.role === "result") note(rows, token.value ?? "");
  }
  return { rows, hasOthersCarriedOut, hasWithdrawn, hasActual };
}

function note(rows: Map<string, string[]>, value: string): void {
  const dot = value.indexOf(".");
  if (dot < 0) return;
  const group = value.slice(0, dot);
  const others = rows.get(group) ?? [];
  rows.set(group, others.includes(value) ? others : [...others, value]);
}

const mayLeaveOutWithdrawn: ReadonlySet<string> = new Set(["applications.handled", "applications.finished", "applications.answered"]);

/**
 * The measure as the sentence narrows or widens it: 逾期不补正3件，其他处理2件 may be all other rows of the group, 收到N件（含上年结转2件） is both
 * together and 收到N件（不含上年结转2件） what is new. Undefined where it is not certain any more.
 */
export function amongSiblings(name: string, { rows, hasOthersCarriedOut, hasWithdrawn, hasActual }: Siblings, next: Clause | undefined): string | undefined {
  if (hasActual && name.startsWith("applications.received")) return undefined;
  if (hasWithdrawn && mayLeaveOutWithdrawn.has(name)) return undefined;
  const told = rows.get(name.replace("applications.", ""));
  if (told !== undefined) return `${name}~${told.join(",")}`;
  if (name !== "applications.receivedAny") return name;
  const carriedIn = next === undefined ? undefined : carriedInOf(next);
  if (carriedIn !== undefined) return carriedIn === "with" ? "applications.receivedAll" : "applications.received";
  return hasOthersCarriedOut ? `${name}~carriedOut` : name;
}

/** 含上年结转2件, 不含上年结转2件 in the clause behind a number. */
function carriedInOf({ mentions, tokens }: Clause): "with" | "without" | undefined {
  const [mention] = mentions;
  const words = mention === undefined ? undefined : new WordSet(mention.words);
  if (words === undefined || mentions.length > 1 || words.hasUnknown || !words.has("carryIn")) return undefined;
  if (words.has("except")) return "without";
  return words.has("of", "among") && !words.has("rest", "finish", "answer", "result") && !tokens.some((token) => hasRole(token, "all")) ? "with" : undefined;
}
