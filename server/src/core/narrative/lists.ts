// Which number is said to be part of which: 共N件，其中A a件、B b件（含C c件），其余d件。
import type { Breakdown, Claim } from "./claim.js";
import { hasRole, hasRoleOf, isWeighty, type Clause, type Mention } from "./clauses.js";
import type { Role } from "./lexicon.js";
import type { WordSet } from "./meaning.js";

interface OpenList {
  readonly total: Claim;
  readonly parts: Claim[];
  readonly depth: number;
  /** Announced by 其中 or a colon behind 共; 包括 announces a selection. */
  readonly isAnnounced: boolean;
  isWhole: boolean;
  isSelection: boolean;
  /** What its first part is; parts of one list are alike. */
  readonly kind: PartKind;
  mayOverlap: boolean;
  /** Something else followed in the sentence. */
  isCut: boolean;
}

interface Counted {
  readonly claim: Claim;
  readonly depth: number;
  readonly hasSum: boolean;
  readonly isPart: boolean;
}

/** Follows the numbers of a passage in the order of the text. Each clause is entered before its numbers are placed. */
export class Lists {
  private stack: OpenList[] = [];
  private closed: OpenList[] = [];
  private last: Counted | undefined;
  private pending: { readonly isAmong: boolean; readonly isWhole: boolean } | undefined;
  /** The clause at hand says 等 or the like. */
  private isSelecting = false;
  private next: { readonly depth: number; readonly list: OpenList | undefined; readonly hasSum: boolean } = { depth: 0, list: undefined, hasSum: false };

  /** A list in brackets ends with them: （其中a件、b件），占全县总数（c件）的5%. */
  enter({ depth, opener, tokens }: Clause): void {
    this.isSelecting = tokens.some((token) => hasRole(token, "open"));
    while (this.isBehind(this.stack.at(-1), depth, opener)) this.closeTop();
  }

  private isBehind(list: OpenList | undefined, depth: number, opener: string): boolean {
    return list !== undefined && (list.depth > depth || (opener === "(" && list.depth === depth));
  }

  /** A clause without a number: 其中, announces a list; other words of weight end the ones that are open. */
  pass(clause: Clause): void {
    const isOf = clause.tokens.some((token) => hasRole(token, "of"));
    const isAmong = clause.tokens.some((token) => hasRole(token, "among"));
    const isWhole = clause.tokens.some((token) => hasRole(token, "respectively"));
    if (isOf || isAmong) this.pending = { isAmong: isAmong && !isOf, isWhole };
    else if (clause.tokens.some(isWeighty)) this.cut(clause.depth);
    if (this.isSelecting) this.markSelection();
  }

  /** The number whose part the mention is, if it is one. To be called before `add`. */
  place(clause: Clause, mention: Mention, words: WordSet): Claim | undefined {
    const opened = this.open(clause, mention, words);
    const list = opened ?? this.continued(clause, mention, words);
    if (list !== undefined) this.note(list, words);
    this.next = { depth: clause.depth, list, hasSum: words.has("sum") };
    return list?.total;
  }

  add(claim: Claim): void {
    const { depth, list, hasSum } = this.next;
    list?.parts.push(claim);
    this.last = { claim, depth, hasSum, isPart: list !== undefined };
  }

  endSentence(): readonly Breakdown[] {
    while (this.stack.length > 0) this.closeTop();
    const found = this.closed.filter((list) => list.parts.length > 0).map((list) => ({ total: list.total, parts: list.parts, completeness: completenessOf(list), mayOverlap: list.mayOverlap }));
    this.closed = [];
    this.pending = undefined;
    if (this.last !== undefined && this.last.isPart) this.last = undefined;
    return found;
  }

  private open(clause: Clause, mention: Mention, words: WordSet): OpenList | undefined {
    const announced = this.pending ?? announcement(words);
    const last = this.last;
    const isColon = announced === undefined && clause.opener === ":" && last?.hasSum === true && clause.mentions[0] === mention && !last.isPart;
    if ((announced === undefined && !isColon) || last === undefined || !sameUnit(last.claim, mention)) {
      if (announced !== undefined) this.cut(clause.depth);
      this.pending = undefined;
      return undefined;
    }
    this.pending = undefined;
    // Behind a second 其中 it is not sure which of the two lists goes on.
    if (last.isPart && clause.depth === 0) this.cut(0);
    const list: OpenList = {
      total: last.claim,
      parts: [],
      depth: clause.depth,
      isAnnounced: last.hasSum && announced?.isAmong !== true,
      isWhole: announced?.isWhole === true,
      isSelection: announced?.isAmong === true && !announced.isWhole,
      kind: kindOf(mention),
      mayOverlap: false,
      isCut: last.isPart && clause.depth === 0,
    };
    this.stack.push(list);
    return list;
  }

  private continued(clause: Clause, mention: Mention, words: WordSet): OpenList | undefined {
    const list = this.stack.at(-1);
    if (list === undefined || list.depth !== clause.depth) return undefined;
    const ends = !sameUnit(list.total, mention) || words.has("own", "region", "otherOrgan", "sum") || kindOf(mention) !== list.kind;
    if (!ends) return list;
    this.cut(clause.depth);
    return undefined;
  }

  private note(list: OpenList, words: WordSet): void {
    if (words.has("rest", "respectively")) list.isWhole = true;
    // An application comes in one way; what is published may be published in several.
    if (words.has("channel") && list.total.measure?.name.startsWith("applications.") !== true) list.mayOverlap = true;
    if (words.has("open") || this.isSelecting) list.isSelection = true;
  }

  private markSelection(): void {
    const list = this.stack.at(-1);
    if (list !== undefined) list.isSelection = true;
  }

  private cut(depth: number): void {
    while ((this.stack.at(-1)?.depth ?? -1) >= depth) {
      const list = this.stack.at(-1);
      if (list !== undefined) list.isCut = true;
      this.closeTop();
    }
  }

  private closeTop(): void {
    const list = this.stack.pop();
    if (list !== undefined) this.closed.push(list);
  }
}

function announcement(words: WordSet): { readonly isAmong: boolean; readonly isWhole: boolean } | undefined {
  if (words.has("of")) return { isAmong: false, isWhole: words.has("respectively") };
  return words.has("among") ? { isAmong: true, isWhole: words.has("respectively") } : undefined;
}

function sameUnit(total: Claim, { number }: Mention): boolean {
  return number.unit === undefined || number.unit === total.unit;
}

type PartKind = "thing" | "deed" | "dispute";

const disputes: readonly Role[] = ["reconsider", "suit", "directSuit", "laterSuit"];
const deeds: readonly Role[] = ["receive", "handle", "finish", "answer", "verb", "carryOut", "issue", "repeal", "not", "all", "closed"];

/** 办结5件 after 自然人3件 is no longer part of the list, 行政诉讼5件 after 维持3件 neither. */
function kindOf({ words }: Mention): PartKind {
  if (words.some((token) => hasRoleOf(token, disputes))) return "dispute";
  const first = words.find(isWeighty);
  return first !== undefined && hasRoleOf(first, deeds) ? "deed" : "thing";
}

function completenessOf(list: OpenList): Breakdown["completeness"] {
  if (list.isSelection || list.isCut || list.parts.length < 2) return "open";
  if (list.isWhole) return "whole";
  return list.isAnnounced ? "likelyWhole" : "open";
}
