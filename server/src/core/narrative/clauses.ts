// A sentence as clauses, and in each clause the numbers with the words that belong to them.
import type { Role } from "./lexicon.js";
import type { Token } from "./tokens.js";

export type NumberToken = Extract<Token, { kind: "number" }>;

/** A number and the tokens of its clause that speak of it. */
export interface Mention {
  readonly number: NumberToken;
  readonly words: readonly Token[];
  /** What stands between the number before, or the head of the clause, and this one. */
  readonly before: readonly Token[];
  /** What stands right behind it in its clause. */
  readonly behind: Token | undefined;
  /** Place among the numbers of its clause. */
  readonly place: number;
}

export interface Clause {
  readonly tokens: readonly Token[];
  /** The mark before it, "" at the head of the sentence. */
  readonly opener: string;
  /** How many brackets it stands in. */
  readonly depth: number;
  readonly mentions: readonly Mention[];
  readonly start: number;
}

/** In the order of the text. A bracket without a number is left out; behind a bracket its clause goes on. */
export function clausesOf(sentence: readonly Token[]): readonly Clause[] {
  const reader = new ClauseReader();
  const brackets = bracketsOf(sentence);
  for (let i = 0; i < sentence.length; i++) {
    const token = sentence[i];
    if (token === undefined) break;
    const bracket = brackets.get(token);
    if (bracket?.hasNumber === false) i = bracket.close;
    else reader.read(token);
  }
  return reader.done();
}

interface Bracket {
  /** Place of the mark that closes it, its own where none does. */
  readonly close: number;
  readonly hasNumber: boolean;
}

/** By the mark that opens them. A bracket within another one ends the outer one as well: nobody counts in both. */
function bracketsOf(sentence: readonly Token[]): ReadonlyMap<Token, Bracket> {
  const brackets = new Map<Token, Bracket>();
  let close: number | undefined;
  let hasNumber = false;
  for (let i = sentence.length - 1; i >= 0; i--) {
    const token = sentence[i];
    if (token?.kind === "number") hasNumber = true;
    if (token?.kind !== "mark") continue;
    if (token.mark === "(") brackets.set(token, { close: close ?? i, hasNumber: close !== undefined && hasNumber });
    if (token.mark === ")") [close, hasNumber] = [i, false];
  }
  return brackets;
}

interface OpenClause {
  readonly tokens: Token[];
  readonly opener: string;
}

class ClauseReader {
  private readonly clauses: Clause[] = [];
  private readonly outer: OpenClause[] = [];
  private open: OpenClause = { tokens: [], opener: "" };

  read(token: Token): void {
    if (token.kind !== "mark") this.open.tokens.push(token);
    else if (token.mark === "(") this.descend();
    else if (token.mark === ")") this.ascend();
    else if (token.mark !== "、" || this.endsItem()) this.close(token.mark);
    else this.open.tokens.push(token);
  }

  done(): readonly Clause[] {
    while (this.outer.length > 0) this.ascend();
    this.close("");
    return this.clauses.sort((a, b) => a.start - b.start);
  }

  private descend(): void {
    this.outer.push(this.open);
    this.open = { tokens: [], opener: "(" };
  }

  private ascend(): void {
    const outer = this.outer.at(-1);
    if (outer === undefined) return;
    this.close("");
    this.outer.pop();
    this.open = outer;
  }

  /** 5件、3件 are two items, 行政复议、行政诉讼 is one subject. */
  private endsItem(): boolean {
    return this.open.tokens.some((token) => token.kind === "number");
  }

  private close(mark: string): void {
    const { tokens, opener } = this.open;
    if (tokens.length > 0) this.clauses.push({ tokens, opener, depth: this.outer.length, mentions: mentionsOf(tokens), start: tokens[0]?.start ?? 0 });
    this.open = { tokens: [], opener: tokens.length > 0 || mark !== "" ? mark : opener };
  }
}

/**
 * Words stand before their number (办结5件) or, where nothing of weight stands before it, behind it (5件予以公开). Between two
 * numbers of one clause an 和 parts them.
 */
function mentionsOf(tokens: readonly Token[]): readonly Mention[] {
  const mentions: Mention[] = [];
  const first = nextNumber(tokens, 0);
  const leadsWithNumber = !tokens.slice(0, first).some(isWeighty) && !hasNumberOfThem(tokens, first);
  let from = 0;
  for (let at = first; at < tokens.length; ) {
    const number = tokens[at];
    if (number?.kind !== "number") break;
    const next = nextNumber(tokens, at + 1);
    const before = leadsWithNumber && at > first ? [] : behindAnd(tokens.slice(from, at), at > first);
    const after = leadsWithNumber || next === tokens.length ? beforeAnd(tokens.slice(at + 1, next)) : [];
    mentions.push({ number, words: [...before, ...after, ...turned(tokens[at + 1], tokens[at + 2])], before: tokens.slice(from, at), behind: tokens[at + 1], place: mentions.length });
    from = at + 1;
    at = next;
  }
  return mentions;
}

/** 71件中予以公开的30件: what stands between the two is of the second. */
function hasNumberOfThem(tokens: readonly Token[], first: number): boolean {
  const second = nextNumber(tokens, first + 1);
  return second < tokens.length && tokens.slice(first + 1, second).some((token) => token.kind === "word" && token.value === "within");
}

/** Place of the next number from `at` on; the length where there is none. */
function nextNumber(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < tokens.length && tokens[next]?.kind !== "number") next++;
  return next;
}

/** What stands right behind a number can turn it: 5件的单位 are not five cases, 67件增至74件 tells an earlier number. */
function turned(next: Token | undefined, second: Token | undefined): readonly Token[] {
  if (next?.kind !== "word") return [];
  if (next.value === "的" && second !== undefined && (second.kind === "unknown" || isWeighty(second))) return [{ kind: "unknown", start: next.start, end: next.end }];
  return next.role === "change" || (next.role === "filler" && second !== undefined && hasRole(second, "change")) ? [{ ...next, role: "than" }] : [];
}

function behindAnd(tokens: readonly Token[], isInner: boolean): readonly Token[] {
  const and = isInner ? tokens.findIndex((token) => hasRole(token, "and")) : -1;
  return and < 0 ? tokens : tokens.slice(and + 1);
}

function beforeAnd(tokens: readonly Token[]): readonly Token[] {
  const and = tokens.findIndex((token) => hasRole(token, "and"));
  return and < 0 ? tokens : tokens.slice(0, and);
}

export function hasRole(token: Token, role: Role): boolean {
  return token.kind === "word" && token.role === role;
}

export function hasRoleOf(token: Token, roles: readonly Role[]): boolean {
  return token.kind === "word" && roles.includes(token.role);
}

const light: ReadonlySet<Role> = new Set<Role>(["filler", "sum", "of", "among", "and", "own", "region", "otherOrgan", "ownYear", "otherYear", "partOfYear", "all", "rest", "respectively", "each", "open", "cause"]);

/** What tells what is counted, or could: neither filler nor time nor place. */
export function isWeighty(token: Token): boolean {
  if (token.kind === "unknown") return true;
  return token.kind === "word" && !light.has(token.role);
}
