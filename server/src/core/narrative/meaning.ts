// What a number counts, by the words that belong to it and what the sentence speaks of. Undefined wherever that is not certain.
import type { Role } from "./lexicon.js";
import type { Token } from "./tokens.js";

/** What the sentence is about so far. `suitOrBoth`: 行政复议3件、行政诉讼1件, whose results may be those of the suits or of both. */
export type Topic = "applications" | "reconsider" | "suit" | "suitOrBoth" | "directSuit" | "laterSuit" | "normative" | "regulation" | "other";

export interface Context {
  readonly topic: Topic | undefined;
  /** Disclosure of information is spoken of, so that a 行政复议 is one about it. */
  readonly isAboutDisclosure: boolean;
  /** In chapter four every dispute that was received is about it. */
  readonly isInReview: boolean;
  /** 主动公开, 制发公文 was said last: 依申请公开 and 不予公开 may be attributes of documents (公开属性). */
  readonly isAmongAttributes: boolean;
  /** It is a part in a list. */
  readonly isPart: boolean;
  readonly unit: string | undefined;
}

/** What has been said, as far as its kinds of words go. */
export interface Spoken {
  readonly hasUnknown: boolean;
  has(...roles: readonly Role[]): boolean;
}

/** The words of one number, by role. */
export class WordSet implements Spoken {
  private readonly roles = new Set<Role>();
  readonly hasUnknown: boolean;

  constructor(private readonly tokens: readonly Token[]) {
    let hasUnknown = false;
    for (const token of tokens) {
      if (token.kind === "word") this.roles.add(token.role);
      else if (token.kind === "unknown") hasUnknown = true;
    }
    this.hasUnknown = hasUnknown;
  }

  has(...roles: readonly Role[]): boolean {
    for (const role of roles) if (this.roles.has(role)) return true;
    return false;
  }

  only(role: Role): string | undefined {
    const values = this.valuesOf(role);
    return values.size === 1 ? [...values][0] : undefined;
  }

  includes(role: Role, value: string): boolean {
    return this.valuesOf(role).has(value);
  }

  hasOnly(...roles: readonly Role[]): boolean {
    return !this.hasUnknown && [...this.roles].every((role) => roles.includes(role));
  }

  count(role: Role): number {
    return this.valuesOf(role).size;
  }

  private valuesOf(role: Role): ReadonlySet<string> {
    return new Set(this.tokens.flatMap((token) => (token.kind === "word" && token.role === role ? [token.value ?? ""] : [])));
  }
}

/** Name of the measure (see `measuresOf`). */
export function meaningOf(words: WordSet, context: Context): string | undefined {
  if (words.hasUnknown || words.has("change", "than", "more", "less", "share", "rate", "rest", "except", "not")) return undefined;
  if (words.has("channel")) return wayMeaning(words, context);
  if (words.includes("verb", "active") || words.has("foreign")) return disclosedMeaning(words, context);
  if (words.has("verb")) return publishedMeaning(words, context);
  return disputeMeaning(words, context) ?? (isDispute(words) ? undefined : (tableTwoMeaning(words, context) ?? applicationMeaning(words, context)));
}

const ways: readonly string[] = ["inPerson", "online", "letter", "fax", "email"];

/** 当面申请18件, 通过网络收到3件: the annexes before 2019 count the ways in which applications came. */
function wayMeaning(words: WordSet, { topic, unit }: Context): string | undefined {
  const way = words.only("channel");
  const isApplication = words.has("application") || topic === "applications";
  if (way === undefined || !ways.includes(way) || !isApplication || !applicationUnits.has(unit)) return undefined;
  return words.hasOnly("channel", "application", "receive", "disclosure", "filler", "sum", "of", "among", "and", "own", "region", "ownYear", "otherYear") ? `applications.way.${way}` : undefined;
}

/** 主动公开政府信息N条, 因政府信息公开被举报N件: counted in the annexes before 2019. */
function disclosedMeaning(words: WordSet, { unit }: Context): string | undefined {
  const isPublished = words.includes("verb", "active") && words.count("verb") === 1 && (unit === "条" || unit === "件") && (words.has("disclosure") || words.includes("foreign", "thing"));
  const light: readonly Role[] = ["filler", "sum", "own", "region", "ownYear", "disclosure", "new", "of"];
  if (isPublished && words.hasOnly("verb", "foreign", ...light) && words.count("foreign") <= 1 && !words.includes("foreign", "")) return "disclosed.information";
  if (!words.has("disclosure") || words.only("foreign") !== "complaint" || unit !== "件") return undefined;
  return words.hasOnly("foreign", "receive", "cause", ...light) ? "disclosed.complaints" : undefined;
}

/** 自然人申请占80%: whose applications a share is of; `before` are the words of the sentence so far, none of which may narrow the whole. */
export function shareMeaning(words: WordSet, before: Spoken, context: Context): string | undefined {
  if (before.hasUnknown || before.has(...narrowing) || words.has("rate", "more", "less", "change", "not", "rest") || isDispute(before)) return undefined;
  const name = applicationMeaning(words, { ...context, unit: "件" });
  return name?.includes("@") === true ? name : undefined;
}

const narrowing: readonly Role[] = ["foreign", "verb", "channel", "than", "result", "region", "otherOrgan", "otherYear", "partOfYear", "carryIn", "carryOut", "carry", "normative", "regulation", "permit", "penalty", "coercion"];

function isDispute(words: Spoken): boolean {
  return words.has("reconsider", "suit", "directSuit", "laterSuit");
}

/** 行政复议, 行政诉讼 and their results; without a subject of its own a result is of what the sentence speaks of. */
function disputeMeaning(words: WordSet, { topic, isAboutDisclosure, isInReview, unit }: Context): string | undefined {
  const hasResult = words.has("upheld", "corrected", "otherResult", "pending", "closed");
  const subject = disputeSubject(words) ?? (hasResult ? topic : undefined);
  if (subject === undefined || subject === "applications" || subject === "other" || subject === "normative" || subject === "regulation") return undefined;
  if (!disputeUnits.has(unit ?? "")) return undefined;
  // 受理行政复议案件320件 may be all that a government has to decide.
  const isDeciding = words.has("handle") || words.includes("receive", "accept");
  const isOurs = isAboutDisclosure && !isDeciding && (isInReview || !words.has("receive", "new"));
  if (!isOurs && !words.has("disclosure", "application")) return undefined;
  if (words.has("result", "carryIn", "carryOut", "carry", "applicant", "normative", "permit", "penalty")) return undefined;
  const column = disputeColumn(words);
  return column === undefined ? undefined : `review.${subject}.${column}`;
}

const disputeUnits: ReadonlySet<string> = new Set(["件", "起", "宗", "例", "个", "份", "次", "件次", "项", "条"]);

export function disputeSubject(words: WordSet): "reconsider" | "suit" | "directSuit" | "laterSuit" | "both" | undefined {
  if (words.has("directSuit") && words.has("laterSuit")) return "suit";
  if (words.has("directSuit")) return "directSuit";
  if (words.has("laterSuit")) return "laterSuit";
  if (words.has("reconsider") && words.has("suit")) return "both";
  if (words.has("reconsider")) return "reconsider";
  return words.has("suit") ? "suit" : undefined;
}

function disputeColumn(words: WordSet): string | undefined {
  const columns = (["upheld", "corrected", "otherResult", "pending", "closed"] as const).filter((column) => words.has(column));
  if (columns.length > 1) return undefined;
  if (columns.length === 0 && words.has("finish", "answer")) return undefined;
  return columns[0] ?? "total";
}

/**
 * 规范性文件, 规章 with what was done to them; decisions of 行政许可, 行政处罚, 行政强制; the fee. 办理行政许可N件 are cases, of which not each has been
 * decided; 发布行政许可N件 are publications.
 */
function tableTwoMeaning(words: WordSet, { topic, unit, isPart }: Context): string | undefined {
  if (words.has("fee")) return isMoneyUnit(unit) ? "disclosure.fee" : undefined;
  if (words.has("procurement")) return procurementMeaning(words, unit);
  const named = documentIn(words);
  // 新增规章18件，含新制定4件，修改14件: a part need not be all that was made.
  const document = named ?? (isPart || words.has("normative", "regulation") ? undefined : topic);
  const deeds = (["issue", "repeal", "inForce"] as const).filter((role) => words.has(role));
  if (deeds.length === 1 && (document === "normative" || document === "regulation")) {
    return isDocumentUnit(unit) ? `disclosure.${document}.${words.only("inForce") === "published" ? "published" : (deeds[0] ?? "")}` : undefined;
  }
  const powers = (["permit", "penalty", "coercion", "otherManagement"] as const).filter((role) => words.has(role));
  const isDecided = words.has("decide") || powers.some((role) => words.only(role) === "decided");
  if (powers.length !== 1 || unit !== "件" || !isDecided || words.has("application", "disclosure", "receive", "handle", "finish", "issue")) return undefined;
  return `disclosure.${powers[0] ?? ""}`;
}

function documentIn(words: WordSet): "normative" | "regulation" | undefined {
  if (words.has("normative") === words.has("regulation")) return undefined;
  return words.has("normative") ? "normative" : "regulation";
}

/** 更新本年度制发的规范性文件78件: not all that were made need have been published, but no more than were made. */
function publishedMeaning(words: WordSet, { unit }: Context): string | undefined {
  const document = documentIn(words);
  if (document === undefined || !isDocumentUnit(unit) || !words.has("issue") || !words.has("ownYear") || words.has("repeal", "inForce", "decide", "application", "receive")) return undefined;
  return `disclosure.${document}.publishedOfIssued`;
}

function procurementMeaning(words: WordSet, unit: string | undefined): string | undefined {
  if (words.only("procurement") === "amount") return isMoneyUnit(unit) ? "disclosure.procurement.amount" : undefined;
  return unit === "项" || unit === "个" || unit === "件" ? "disclosure.procurement.items" : undefined;
}

function isMoneyUnit(unit: string | undefined): boolean {
  return unit === "元" || unit === "万元" || unit === "亿元";
}

function isDocumentUnit(unit: string | undefined): boolean {
  return unit === "件" || unit === "份" || unit === "个" || unit === "部";
}

const applicationUnits: ReadonlySet<string | undefined> = new Set(["件", "条", "份", "宗", "起", "项", "次", "例", "个", "件次"]);

function applicationMeaning(words: WordSet, { topic, unit, isAmongAttributes }: Context): string | undefined {
  if (isAmongAttributes && mayBeAttribute(words)) return undefined;
  if (!applicationUnits.has(unit) || words.has("normative", "regulation", "permit", "penalty", "coercion", "otherManagement", "procurement", "fee", "issue", "repeal", "inForce", "decide", "upheld", "corrected", "otherResult", "closed")) return undefined;
  const moved = isOfDisputes(topic) && !words.has("application") ? undefined : carriedMeaning(words);
  if (moved !== undefined) return moved;
  if (words.has("carryIn", "carryOut", "carry")) return undefined;
  if (!words.has("application") && topic !== "applications") return undefined;
  if (words.has("result")) return resultMeaning(words);
  const deed = deedMeaning(words);
  if (!words.has("applicant") || isAnybody(words)) return deed === undefined ? undefined : `applications.${deed}`;
  const applicant = words.only("applicant");
  return applicant === undefined ? undefined : `applications.${deed ?? "handled"}@${applicant}`;
}

/** 新收行政复议7件，上年结转2件. */
function isOfDisputes(topic: Topic | undefined): boolean {
  return topic !== undefined && disputes.has(topic);
}

const disputes: ReadonlySet<Topic> = new Set<Topic>(["reconsider", "suit", "suitOrBoth", "directSuit", "laterSuit"]);

/** 其中主动公开12件、依申请公开5件、不予公开3件 of 20 documents. */
function mayBeAttribute(words: WordSet): boolean {
  if (words.has("receive", "new", "handle", "finish", "answer", "carryIn", "carryOut")) return false;
  return words.only("application") === "attribute" || words.only("result") === "refused";
}

/** 自然人、法人和其他组织: of whomever. */
function isAnybody(words: WordSet): boolean {
  return words.count("applicant") === 2 && words.includes("applicant", "naturalPerson") && words.includes("applicant", "organizations");
}

/** 上年结转N件, 结转下年度N件: no other words can turn these. */
function carriedMeaning(words: WordSet): string | undefined {
  const kinds = (["carryIn", "carryOut", "carry"] as const).filter((role) => words.has(role));
  if (kinds.length !== 1 || words.has("result", "applicant", "receive", "new", "pending")) return undefined;
  if (kinds[0] === "carryIn") return words.has("finish", "answer", "handle") ? undefined : "applications.carriedIn";
  return kinds[0] === "carryOut" ? "applications.carriedOut" : "applications.carried";
}

function resultMeaning(words: WordSet): string | undefined {
  const row = words.only("result");
  if (row !== undefined) return words.has("applicant", "receive", "new", "pending") ? undefined : `applications.${row}`;
  return undefined;
}

function deedMeaning(words: WordSet): string | undefined {
  if (words.has("pending")) return undefined;
  const isDone = words.has("finish", "answer");
  if (words.has("new")) return isDone || words.has("handle") ? undefined : "received";
  if (words.has("receive")) return isDone || words.has("handle") ? "handled" : "receivedAny";
  if (words.has("answer")) return "answered";
  if (words.has("finish")) return "finished";
  return words.has("handle", "application", "applicant") ? "handled" : undefined;
}
