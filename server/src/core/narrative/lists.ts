// Which number is said to be part of which: 共N件，其中A a件、B b件（含C c件），其余d件。
import type { Breakdown, Claim } from "./claim.js";
import { hasRole, hasRoleOf, isWeighty, type Clause, type Mention } from "./clauses.js";
import { addsUp, announcementIn, endsWithin, isRemark, isRest, itemKindOf, namesAnotherWhole, type Announcement, type ItemKind } from "./items.js";
import type { WordSet } from "./meaning.js";
import type { Token } from "./tokens.js";
import { scaledAmount } from "./values.js";

interface OpenList {
  readonly total: Claim;
  readonly parts: Claim[];
  /** Of the parts, in millionths. */
  sum: bigint;
  readonly depth: number;
  /** Announced by 其中 or a colon behind 共; 包括 announces a selection. */
  readonly isAnnounced: boolean;
  /** Its items have no unit: 其中1.机构设置5；2.文件10；3.动态15。 */
  readonly isBare: boolean;
  /** What its items are; undefined as long as none has said. */
  kind: ItemKind | undefined;
  /** 分别. */
  readonly isPaired: boolean;
  /** What it is of came in: it came one way only. */
  readonly isReceived: boolean;
  /** Its last item is 其他. */
  endsWithRest: boolean;
  isSelection: boolean;
  mayOverlap: boolean;
  /** Something else followed in the sentence; `byDeed`: what was done to those that the list leaves out, as 结转下年度5件. */
  cut: "none" | "byOther" | "byDeed";
  /** It stands behind a second 其中 of its sentence: its last items may be those of the list around it. */
  readonly isInner: boolean;
}

/** A number that a list may be of. */
interface Counted {
  readonly claim: Claim;
  readonly depth: number;
  readonly hasSum: boolean;
  readonly isPart: boolean;
  readonly isReceived: boolean;
  /** `stale`: other things have been brought up since; `remarked`: something more has been said of it. */
  readonly state: "fresh" | "remarked" | "stale";
  /** It stands in the sentence before. */
  readonly isBefore: boolean;
}

/**
 * What a number is to the list behind it: its `whole`; `aside`, since it only compares (较上年的9件, 平均每月3件) and leaves the number before as
 * it was; or `moved`: what was carried over is no whole of results, and which number is cannot be known then.
 */
export type Standing = "whole" | "aside" | "moved";

/** Follows the numbers of a passage in the order of the text. Each clause is entered before its numbers are placed. */
export class Lists {
  private stack: OpenList[] = [];
  private closed: OpenList[] = [];
  /** 其中县直各单位1397条。各乡镇516条。: a list of organs that the next sentence may go on with. */
  private held: OpenList | undefined;
  private last: Counted | undefined;
  private pending: Announcement | undefined;
  private isHead = true;
  /** The clause at hand says 等 or the like. */
  private isSelecting = false;
  /** The sentence says that something is counted twice: 含重复发布20条. */
  private hasRepeats = false;
  private next: { readonly depth: number; readonly list: OpenList | undefined; readonly words: WordSet | undefined } = { depth: 0, list: undefined, words: undefined };

  beginSentence(tokens: readonly Token[]): void {
    this.hasRepeats = tokens.some((token) => token.kind === "word" && token.value === "twice");
  }

  /** A list in brackets ends with them: （其中a件、b件），占全县总数（c件）的5%. */
  enter({ depth, opener, tokens }: Clause): void {
    this.isSelecting = tokens.some((token) => hasRole(token, "open"));
    while (this.isBehind(this.stack.at(-1), depth, opener)) this.closeTop();
    if (!this.isHead) return;
    this.isHead = false;
    if (this.last?.isBefore === true && !tokens.some((token) => hasRole(token, "of"))) this.last = undefined;
  }

  private isBehind(list: OpenList | undefined, depth: number, opener: string): boolean {
    return list !== undefined && (list.depth > depth || (opener === "(" && list.depth === depth));
  }

  /** A clause without a number: 其中, announces a list; other words of weight end the ones that are open. */
  pass(clause: Clause): void {
    const announced = announcementIn(clause.tokens);
    if (announced !== undefined && !announced.isAmong) this.pending = announced;
    else if (announced !== undefined && isBareAnnouncement(clause)) this.pending = announced;
    else if (clause.tokens.some(isWeighty)) {
      this.cut(clause.depth);
      this.outdate(isRemark(clause) && !namesAnotherWhole(clause.tokens) ? "remarked" : "stale");
    }
    if (this.isSelecting) this.markSelection();
  }

  private outdate(state: "remarked" | "stale"): void {
    if (this.last !== undefined && this.last.state !== "stale") this.last = { ...this.last, state };
    if (state === "stale") this.pending = undefined;
  }

  /** The number whose part the mention is, if it is one. To be called before `add`. */
  place(clause: Clause, mention: Mention, words: WordSet): Claim | undefined {
    if (this.isInName(clause, mention)) return this.skip(clause);
    const list = this.resumed(clause, mention) ?? this.open(clause, mention, words) ?? this.continued(clause, mention);
    if (list !== undefined) this.note(list, mention, words);
    this.next = { depth: clause.depth, list, words };
    return list?.total;
  }

  /** 12期培训班信息30条 in a list of 条: the first number is part of what the item is called. */
  private isInName({ mentions }: Clause, { number, behind, place }: Mention): boolean {
    const unit = (this.stack.at(-1)?.total ?? this.last?.claim)?.unit;
    if (unit === undefined || number.unit === unit || behind === undefined || hasRole(behind, "and") || behind.kind === "mark") return false;
    return mentions[place + 1]?.number.unit === unit;
  }

  private skip(clause: Clause): undefined {
    this.next = { depth: clause.depth, list: undefined, words: undefined };
    return undefined;
  }

  add(claim: Claim, clause: Clause, standing: Standing): void {
    const { depth, list, words } = this.next;
    if (words === undefined) return;
    if (list !== undefined) this.addPart(list, claim);
    if (standing === "aside") return;
    const isReceived = words.has("receive", "new", "application");
    const isWhole = standing === "whole" && claim.unit !== undefined && !isOfAnotherYear(this.last, claim);
    this.last = isWhole ? { claim, depth, hasSum: words.has("sum"), isPart: list !== undefined, isReceived, state: "fresh", isBefore: false } : undefined;
    if (isWhole && endsWithin(clause)) this.pending = { isAmong: true, isWhole: false };
  }

  private addPart(list: OpenList, claim: Claim): void {
    list.parts.push(claim);
    list.sum += scaledAmount(claim.amount) ?? 0n;
    if (list.endsWithRest && list.sum === scaledAmount(list.total.amount)) this.closeFrom(list);
  }

  endSentence(): readonly Breakdown[] {
    this.hold();
    while (this.stack.length > 0) this.closeTop();
    const found = this.closed.flatMap(breakdownOf);
    this.closed = [];
    this.pending = undefined;
    this.isHead = true;
    if (this.last !== undefined) this.last = this.last.isPart || this.last.isBefore ? undefined : { ...this.last, isBefore: true };
    return found;
  }

  /** What a list of organs that waited for the next sentence has become. */
  endPassage(): readonly Breakdown[] {
    const held = this.held === undefined ? [] : breakdownOf(this.held);
    this.held = undefined;
    return held;
  }

  private hold(): void {
    if (this.held !== undefined) this.closed.push(this.held);
    const [list] = this.stack;
    const isOpenEnded = list !== undefined && this.stack.length === 1 && list.kind === "organ" && list.depth === 0 && list.cut === "none" && list.sum < (scaledAmount(list.total.amount) ?? 0n);
    this.held = isOpenEnded ? list : undefined;
    if (isOpenEnded) this.stack = [];
  }

  /** 各乡镇主动公开516条 at the head of the sentence behind 其中县直各单位主动公开1397条. */
  private resumed(clause: Clause, mention: Mention): OpenList | undefined {
    const list = this.held;
    this.held = undefined;
    if (list === undefined) return undefined;
    if (clause.depth > 0 || this.stack.length > 0 || itemKindOf(mention) !== "organ" || mention.number.unit !== list.total.unit || endsWithin(clause)) {
      this.closed.push(list);
      return undefined;
    }
    this.stack.push(list);
    return list;
  }

  private open(clause: Clause, mention: Mention, words: WordSet): OpenList | undefined {
    const announced = announcementIn(mention.before) ?? this.pending;
    const last = this.last;
    const isColon = announced === undefined && clause.opener === ":" && last?.hasSum === true && clause.mentions[0] === mention && !last.isPart;
    this.pending = undefined;
    if (announced === undefined && !isColon) return undefined;
    if (last === undefined || !isWholeOf(last, mention, announced)) {
      this.cut(clause.depth);
      return undefined;
    }
    // Behind a second 其中 it is not sure which of the two lists goes on.
    if (last.isPart && clause.depth === 0) this.cut(0);
    const list: OpenList = {
      total: last.claim,
      parts: [],
      sum: 0n,
      depth: clause.depth,
      isAnnounced: last.hasSum && announced?.isAmong !== true,
      isBare: mention.number.unit === undefined,
      kind: undefined,
      isPaired: announced?.isWhole === true || words.has("respectively"),
      isReceived: last.isReceived,
      endsWithRest: false,
      isSelection: announced?.isAmong === true && !announced.isWhole,
      mayOverlap: false,
      cut: "none",
      isInner: last.isPart && clause.depth === 0,
    };
    this.stack.push(list);
    return list;
  }

  private continued(clause: Clause, mention: Mention): OpenList | undefined {
    const list = this.stack.at(-1);
    if (list === undefined || list.depth !== clause.depth) return undefined;
    const isItem = list.isBare === (mention.number.unit === undefined) && isItemOf(list.total, mention);
    const kind = itemKindOf(mention);
    if (isItem && !addsUp(mention) && isOfKind(list.kind, kind)) return list;
    this.cut(clause.depth, kind === "deed" ? "byDeed" : "byOther");
    return undefined;
  }

  private note(list: OpenList, mention: Mention, words: WordSet): void {
    list.kind ??= itemKindOf(mention);
    list.endsWithRest = isRest(mention);
    if (this.hasRepeats || mayBeTwice(mention, words, list)) list.mayOverlap = true;
    if (words.has("open") || this.isSelecting) list.isSelection = true;
  }

  private markSelection(): void {
    const list = this.stack.at(-1);
    if (list !== undefined) list.isSelection = true;
  }

  private closeFrom(list: OpenList): void {
    while (this.stack.includes(list)) this.closeTop();
  }

  private cut(depth: number, by: "byOther" | "byDeed" = "byOther"): void {
    while ((this.stack.at(-1)?.depth ?? -1) >= depth) {
      const list = this.stack.at(-1);
      if (list !== undefined) list.cut = by;
      this.closeTop();
    }
  }

  private closeTop(): void {
    const list = this.stack.pop();
    if (list !== undefined) this.closed.push(list);
  }
}

/** The last number is what the list that begins with the mention is of. */
function isWholeOf(last: Counted, mention: Mention, announced: Announcement | undefined): boolean {
  if (last.state === "stale" || namesAnotherWhole(mention.before) || !isItemOf(last.claim, mention)) return false;
  return announced?.isAmong !== true || (last.state === "fresh" && !last.isBefore);
}

/** 收到74件，上年为67件，其中…: of which of the two is not said. */
function isOfAnotherYear(last: Counted | undefined, { sentence, year }: Claim): boolean {
  return last !== undefined && last.claim.sentence === sentence && last.claim.year !== year;
}

/** 包括： and nothing more; 包括财政、人事等信息 lists what has no numbers. */
function isBareAnnouncement({ tokens }: Clause): boolean {
  return !namesAnotherWhole(tokens) && !tokens.some((token) => isWeighty(token) && !hasRole(token, "among"));
}

/** A part counts in the unit of its whole; a bare number only where it ends its item. */
function isItemOf(total: Claim, { number, before, words }: Mention): boolean {
  if (number.number.kind !== "count" || words.some((token) => hasRoleOf(token, ["except", "than", "change"]))) return false;
  return number.unit === undefined ? before.some((token) => isWeighty(token) || hasRole(token, "rest")) : number.unit === total.unit;
}

function isOfKind(list: ItemKind | undefined, item: ItemKind | undefined): boolean {
  return list === undefined || item === undefined || list === item || (list === "verbal" && item === "thing");
}

/**
 * An application comes in one way; what is published may be published in several. 50条被转载, 涉及征地20件, 过万的10个, 转住建局办理6件 may be said of the
 * same ones.
 */
function mayBeTwice({ before }: Mention, words: WordSet, { isReceived, kind }: OpenList): boolean {
  if (words.has("channel")) return !isReceived;
  const last = before.at(-1);
  const isPredicate = !before.some(isWeighty) || (last?.kind === "word" && last.value === "的");
  return words.has("cause") || kind === "deed" || (isPredicate && words.hasUnknown);
}

/** Bare numbers at the ends of two items may be anything: years, numbers of roads. */
const fewestBareParts = 3;

function breakdownOf(list: OpenList): readonly Breakdown[] {
  if (list.parts.length === 0 || (list.isBare && list.parts.length < fewestBareParts)) return [];
  return [{ total: list.total, parts: list.parts, completeness: completenessOf(list), mayOverlap: list.mayOverlap }];
}

function completenessOf(list: OpenList): Breakdown["completeness"] {
  if (list.isSelection || list.isInner || list.parts.length < 2) return "open";
  if ((list.endsWithRest && list.cut !== "byDeed") || (list.isPaired && list.cut === "none")) return "whole";
  return list.isAnnounced && list.cut === "none" ? "likelyWhole" : "open";
}
