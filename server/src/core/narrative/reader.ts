// Goes through the prose from the first sentence to the last and keeps in mind what it speaks of, as a reader does.
import type { Report } from "../report/report.js";
import type { Amount } from "../report/amount.js";
import { namedYears } from "../report/namedYears.js";
import { addAll } from "../text/addAll.js";
import type { Span } from "../text/span.js";
import { fold } from "../text/fold.js";
import type { Breakdown, Claim, Measure, Narrative, Relation, Scope } from "./claim.js";
import { withCarryOver } from "./carryOver.js";
import { clausesOf, hasRole, hasRoleOf, isWeighty, type Clause, type Mention, type NumberToken } from "./clauses.js";
import { FirstPlaces } from "./firstPlaces.js";
import { isGeneric } from "./items.js";
import type { Role } from "./lexicon.js";
import { Lists, type Standing } from "./lists.js";
import { meaningOf, shareMeaning, WordSet, type Context, type Topic } from "./meaning.js";
import { measuresFor } from "./measures.js";
import { organNameOf, type OrganName } from "./organ.js";
import { passagesOf, type Passage } from "./passages.js";
import { amongSiblings, siblingsIn, type Siblings } from "./siblings.js";
import { isOwnTime, listSetting, namesEverybody, namesTime, nothing, Teller, type Setting, type Told } from "./setting.js";
import { statementsOf } from "./statements.js";
import { subjectsOf } from "./subjects.js";
import { sentencesOf, type Sentence, type Token } from "./tokens.js";

export function readNarrative(report: Report): Narrative {
  const organ = organNameOf(report.organ === undefined ? undefined : fold(report.organ));
  const isYearCertain = namedYears(report).every(({ place, year }) => place !== "period" || year === report.year);
  const claims: Claim[] = [];
  const breakdowns: Breakdown[] = [];
  let sentence = 0;
  for (const [passageAt, passage] of passagesOf(report).entries()) {
    const reader = new PassageReader(report, passage, passageAt, organ, isYearCertain);
    for (const words of sentencesOf(passage.folded, report.text, organ)) {
      const read = reader.read(words, sentence++);
      addAll(claims, read.claims.filter(saysSomething));
      addAll(breakdowns, read.breakdowns);
    }
    addAll(breakdowns, reader.done());
  }
  return { claims, breakdowns };
}

/** A bare number, of a list or an address, is no claim. */
function saysSomething({ unit, measure, relation }: Claim): boolean {
  return unit !== undefined || measure !== undefined || relation !== "count";
}

const zero: Amount = { digits: 0n, scale: 0 };

class PassageReader {
  private topic: Topic | undefined;
  /** Of the disputes that were counted last; undefined once something else has been. */
  private countedSubject: "laterSuit" | "directSuit" | "suit" | "reconsider" | undefined;
  /** The sentence that they stand in. */
  private countedIn = -1;
  /** What the number before this one counts. */
  private countedName: string | undefined;
  private isAboutDisclosure: boolean;
  private readonly isInReview: boolean;
  /** 主动公开 or 公文 has been said since anything was received or handled. */
  private isAmongAttributes = false;
  /** The sentence has told how many applications there were. */
  private hasApplications = false;
  private siblings: Siblings = siblingsIn([]);
  /** Whose numbers the sentence told before it came to those of a channel. */
  private scopeBeforeChannel: Scope | undefined;
  private setting: Setting = { year: "own", scope: "own" };
  private sentence = 0;
  /** In the sentence that is being read. */
  private spoken = new FirstPlaces([]);
  /** Year of the first number of a sentence: 收到9件，上年为7件 is a sentence of this year. */
  private openingYear: Setting["year"];
  /** What stands before this place in the sentence is of more than disclosure. */
  private disclosureFrom = 0;
  /** 因征地拆迁引发行政复议4件、行政诉讼2件: the cause holds for every item of the list. */
  private cause: Token | undefined;
  private readonly lists = new Lists();
  /** What a clause tells before its token `at`: read on from number to number, since some have thousands. */
  private before: { readonly clause: Clause; readonly at: number; readonly told: Told } | undefined;
  private readonly measure: (name: string) => Measure | undefined;
  private readonly teller: Teller;

  constructor(
    private readonly report: Report,
    private readonly passage: Passage,
    private readonly passageAt: number,
    private readonly organ: OrganName,
    isYearCertain: boolean,
  ) {
    this.teller = new Teller(report, organ, isYearCertain, passage.folded.text);
    this.measure = measuresFor(report);
    this.topic = passage.section === "applications" ? "applications" : undefined;
    this.isInReview = passage.section === "review";
    this.isAboutDisclosure = this.isInReview;
  }

  read({ tokens, isAboutDisclosure, isAboutApplications }: Sentence, sentence: number): Narrative {
    // 因政府信息公开被申请行政复议9件。行政诉讼5件。is still of it; after anything else a dispute may be of whatever.
    this.isAboutDisclosure = isAboutDisclosure || this.isInReview || (this.isAboutDisclosure && this.countedSubject !== undefined);
    if (tokens.length === 0) return this.skip(isAboutApplications);
    this.sentence = sentence;
    this.spoken = new FirstPlaces(tokens);
    this.beginSentence(tokens);
    this.lists.beginSentence(tokens);
    this.siblings = siblingsIn(tokens);
    this.disclosureFrom = narrowedAt(tokens);
    const claims: Claim[] = [];
    const clauses = clausesOf(withCarryOver(tokens, this.report.year));
    const subjects = subjectsOf(clauses);
    let before: Clause | undefined;
    for (const [at, clause] of clauses.entries()) {
      this.lists.enter(clause);
      addAll(claims, clause.mentions.length === 0 ? this.statements(clause) : this.mentions(clause, { before, after: clauses[at + 1] }, subjects));
      before = clause;
    }
    return { claims, breakdowns: this.lists.endSentence() };
  }

  /** Lists that no further sentence of the passage goes on with. */
  done(): readonly Breakdown[] {
    return this.lists.endPassage();
  }

  /** Behind a sentence that was not read it is not known what is spoken of. */
  private skip(isAboutApplications: boolean): Narrative {
    if (!isAboutApplications && this.passage.section !== "applications") this.topic = undefined;
    return { claims: [], breakdowns: this.lists.endSentence() };
  }

  /** Another year or another circle holds on into the next sentence only as doubt. */
  private beginSentence(tokens: readonly Token[]): void {
    const { year, scope } = this.setting;
    const isOwn = year === "own" || this.openingYear === "own" || tokens.some(isOwnTime);
    this.openingYear = undefined;
    this.isAmongAttributes = false;
    this.hasApplications = false;
    this.scopeBeforeChannel = undefined;
    this.setting = { year: isOwn ? "own" : undefined, scope: scope === "part" ? "unclear" : scope };
  }

  private statements(clause: Clause): Claim[] {
    const told = this.settingOf(clause.tokens);
    const setting = this.organ.isGovernment && namesEverybody(clause.tokens) ? { ...told, scope: "own" as const } : told;
    const words = new WordSet(clause.tokens);
    this.followAttributes(clause.tokens);
    const context = { ...this.context(undefined), hasApplications: this.hasApplications };
    const claims = statementsOf(clause, words, context).map(({ start, end, relation, name }) => this.claim({ start, end, relation, amount: zero, setting, measure: this.measure(name) }));
    this.setting = setting;
    this.follow(words, false);
    this.lists.pass(clause);
    return claims;
  }

  private context(unit: string | undefined): Context {
    return { topic: this.topic, isAboutDisclosure: this.isAboutDisclosure, isInReview: this.isInReview, isAmongAttributes: this.isAmongAttributes, isPart: false, unit };
  }

  private followAttributes(tokens: readonly Token[]): void {
    for (const token of tokens) {
      if (token.kind !== "word") continue;
      if (token.value === "active" || (token.role === "foreign" && token.value === "attribute")) this.isAmongAttributes = true;
      else if (hasRoleOf(token, ["receive", "new", "handle", "finish", "answer"]) || (token.role === "application" && token.value === undefined)) this.isAmongAttributes = false;
    }
  }

  private mentions(clause: Clause, { before, after }: { readonly before: Clause | undefined; readonly after: Clause | undefined }, subjects: ReadonlyMap<Mention, readonly Token[]>): Claim[] {
    if (clause.opener !== "、") this.cause = undefined;
    this.leaveChannel(clause);
    return clause.mentions.map((mention) => {
      const tokens = subjects.get(mention) ?? (mention.words.some(isWeighty) ? mention.words : [...inherited(clause, before), ...mention.words]);
      const cause = this.cause;
      this.cause ??= foreignCause(mention);
      this.followAttributes(mention.before);
      return this.mention(clause, mention, cause === undefined ? tokens : [cause, ...tokens], mention === clause.mentions.at(-1) ? after : undefined);
    });
  }

  private mention(clause: Clause, mention: Mention, tokens: readonly Token[], after: Clause | undefined): Claim {
    const { number, unit } = mention.number;
    const words = new WordSet(tokens);
    const setting = clause.depth > 0 ? this.settingOf(tokens) : this.settingBehind(clause, mention, tokens);
    const relation = relationOf(number.kind, words);
    const list = relation === "count" ? this.lists.place(clause, mention, new WordSet(mention.words)) : undefined;
    const context = { ...this.context(unit), isAboutDisclosure: this.isAboutDisclosure && mention.number.start >= this.disclosureFrom, isPart: list !== undefined };
    const isEach = words.has("each") && number.amount.digits !== 0n;
    const name = relation === "count" && !isEach ? this.counted(words, context, list, after) : relation === "share" ? shareMeaning(words, this.spoken.upTo(number.start), context) : undefined;
    this.openingYear ??= setting.year;
    const isPart = words.has("channel");
    const inner = isPart ? this.channelSetting(setting, name) : listSetting(setting, list, words, namesTime(tokens));
    // What follows 网上收到5件 may be of those five, unless they were told as part of all.
    if (isPart && list === undefined) this.setting = this.partByChannel(setting);
    else if (clause.depth === 0 && !words.has("than")) this.setting = setting;
    if (relation === "count") this.follow(words, true, name);
    if (name?.startsWith("applications.") === true && number.amount.digits > 0n) this.hasApplications = true;
    const isBefore = words.has("than") && !words.has("more", "less");
    const isElsewhere = relation !== "count" && isOfAnother(mention, words);
    const claim = this.claim({
      start: number.start,
      end: number.kind === "count" ? mention.number.end - (unit?.length ?? 0) : number.end,
      relation,
      amount: number.amount,
      setting: isBefore ? { ...inner, year: undefined } : isElsewhere ? { ...inner, scope: "part" } : inner,
      isOfTotal: words.has("sum"),
      isOfAnother: isElsewhere,
      measure: name === undefined ? undefined : this.measure(name),
      exactness: number.exactness,
      decimals: number.decimals,
      unit,
    });
    if (relation === "count") this.countedName = name;
    if (relation === "count") this.lists.add(claim, clause, standingOf(name, words));
    return claim;
  }

  /** What came over one channel is a part, but for the forms that count the ways. */
  private channelSetting(setting: Setting, name: string | undefined): Setting {
    const isCounted = name?.startsWith("applications.way.") === true;
    return { ...setting, scope: isCounted ? (this.scopeBeforeChannel ?? setting.scope) : "part" };
  }

  private partByChannel(setting: Setting): Setting {
    if (setting.scope !== "part") this.scopeBeforeChannel = setting.scope;
    return { ...setting, scope: "part" };
  }

  /** 网上申请3条，信函申请4条；答复总数7条: a total behind a semicolon is of all again. */
  private leaveChannel({ opener, tokens }: Clause): void {
    if (opener !== ";" || this.scopeBeforeChannel === undefined || !tokens.some((token) => hasRole(token, "sum"))) return;
    this.setting = { ...this.setting, scope: this.scopeBeforeChannel };
    this.scopeBeforeChannel = undefined;
  }

  private counted(words: WordSet, context: Context, list: Claim | undefined, after: Clause | undefined): string | undefined {
    const name = this.basedOn(meaningOf(words, context), words, list);
    const meant = name === undefined ? undefined : amongSiblings(name, this.siblings, after);
    return meant === undefined || (isOldOnly(meant) && this.measure(meant) === undefined) ? undefined : meant;
  }

  /** 自然人N件 is of what the list is of: of 予以公开4件，其中自然人3件 it is the row 予以公开. */
  private basedOn(name: string | undefined, words: WordSet, list: Claim | undefined): string | undefined {
    const base = list?.measure?.name;
    // A part of what was published is not all that was.
    if (name?.startsWith("disclosed.") === true && base === name) return undefined;
    if (name === undefined || !name.startsWith("applications.")) return name;
    // 结转下年4件，其中新收4件: of what is carried over there is no list.
    if (list === undefined) return words.has("of") && this.countedName?.startsWith("applications.carried") === true ? lotOf(name, this.countedName) : name;
    if (base?.startsWith("applications.") !== true || isOldOnly(base)) return undefined;
    const applicant = name.startsWith("applications.handled@") && !words.has("handle") ? name.slice(name.indexOf("@")) : undefined;
    // 新收95件，上年结转3件，其中自然人83件: of those received, of those carried over, or of both.
    if (applicant !== undefined) return base.includes("@") || base === "applications.carriedIn" ? undefined : `${base}${applicant}`;
    if (base.includes("@")) return name.includes("@") ? undefined : `${name}${base.slice(base.indexOf("@"))}`;
    return lotOf(name, base);
  }

  /** What the next numbers are about, if they do not say. */
  private follow(words: WordSet, isCounted: boolean, name?: string): void {
    const subject = (["laterSuit", "directSuit", "suit", "reconsider"] as const).find((role) => words.has(role));
    // 未经复议直接起诉3件、复议后起诉2件，维持3件: the results may be of both.
    const isOfBoth = subject === "laterSuit" && this.countedSubject === "directSuit";
    const isBehindReconsider = subject === "suit" && this.countedSubject === "reconsider" && this.countedIn === this.sentence;
    if (isCounted) [this.countedSubject, this.countedIn] = [subject, this.sentence];
    if (subject !== undefined) this.topic = isOfBoth || (words.has("reconsider") && subject !== "reconsider") ? "other" : isCounted && isBehindReconsider ? "suitOrBoth" : subject;
    else if (words.has("normative") !== words.has("regulation")) this.topic = words.has("normative") ? "normative" : "regulation";
    else if (name?.startsWith("applications.") === true) this.topic = "applications";
    else if (words.has("foreign", "permit", "penalty", "coercion", "fee")) this.topic = "other";
    else if (words.has("application") && !words.hasUnknown && !words.has("verb")) this.topic = "applications";
    else if (isCounted && words.hasUnknown && !(words.has("application") && this.topic === "applications")) this.topic = "other";
  }

  private settingOf(tokens: readonly Token[]): Setting {
    return this.settled(this.teller.told(tokens, 0, tokens.length, nothing));
  }

  /** What stands before the number in its clause, and then the words that speak of it. */
  private settingBehind(clause: Clause, { number }: Mention, tokens: readonly Token[]): Setting {
    const { at, told } = this.toldBefore(clause, number);
    const context = clause.tokens.slice(Math.max(0, at - 2), at);
    return this.settled(this.teller.told([...context, ...tokens], context.length, context.length + tokens.length, told));
  }

  private toldBefore(clause: Clause, number: NumberToken): { readonly at: number; readonly told: Told } {
    const from = this.before?.clause === clause ? this.before : { at: 0, told: nothing };
    let { at } = from;
    while ((clause.tokens[at]?.start ?? Infinity) < number.start) at++;
    this.before = { clause, at, told: this.teller.told(clause.tokens, from.at, at, from.told) };
    return this.before;
  }

  private settled({ year, scope }: Told): Setting {
    return { year: year === "unsaid" ? this.setting.year : year, scope: scope === "unsaid" ? this.setting.scope : scope };
  }

  private claim(parts: {
    readonly start: number;
    readonly end: number;
    readonly relation: Relation;
    readonly amount: Amount;
    readonly setting: Setting;
    readonly measure: Measure | undefined;
    readonly exactness?: Claim["exactness"];
    readonly decimals?: number;
    readonly unit?: string | undefined;
    readonly isOfTotal?: boolean;
    readonly isOfAnother?: boolean;
  }): Claim {
    const span: Span = this.passage.folded.span(parts.start, parts.end);
    return {
      span,
      raw: this.report.text.slice(span.start, span.end),
      amount: parts.amount,
      exactness: parts.exactness ?? "exact",
      decimals: parts.decimals ?? 0,
      unit: parts.unit,
      relation: parts.relation,
      measure: parts.measure,
      scope: parts.setting.scope,
      year: parts.setting.year,
      isOfTotal: parts.isOfTotal === true,
      isOfAnother: parts.isOfAnother === true,
      sentence: this.sentence,
      passage: this.passageAt,
    };
  }
}

/** 行政复议86件，其中涉政府信息公开9件: only from 其中 on is it of disclosure. */
function narrowedAt(tokens: readonly Token[]): number {
  const of = tokens.find((token) => hasRole(token, "of"));
  const disclosure = tokens.find((token) => hasRole(token, "disclosure") || hasRole(token, "application"));
  return of !== undefined && disclosure !== undefined && of.start < disclosure.start ? of.start : 0;
}

/** What is not known of the cause that a number is told of: 征地拆迁. */
function foreignCause({ words }: Mention): Token | undefined {
  return words.some((token) => hasRole(token, "cause")) ? words.find((token) => token.kind === "unknown") : undefined;
}

/** 办结71件，其中本年新收70件，上年结转1件: of those that were handled no more than came in; 办理N件 may be all of them. */
function lotOf(name: string, base: string): string {
  const isNew = name === "applications.received" || name === "applications.receivedAny";
  if (base === "applications.handled") return isNew ? `${name}~carriedOut` : name;
  return (isNew || name === "applications.carriedIn") && !base.startsWith("applications.received") ? `${name}<` : name;
}

/** Ways of asking and what was published are counted in the annexes before 2019 only. */
function isOldOnly(name: string): boolean {
  return name.startsWith("applications.way.") || name.startsWith("disclosed.");
}

const wholes: readonly Role[] = ["filler", "sum", "share", "rate", "verb", "issue", "receive", "handle", "finish", "answer", "application", "disclosure", "ownYear", "all", "own", "and"];

/** 占全市的5%, 占政策信息的5%: behind 占 something stands that is not simply all of it. */
function isOfAnother({ before }: Mention, words: WordSet): boolean {
  if (words.hasUnknown || words.has("region", "otherOrgan")) return true;
  const share = before.findIndex((token) => hasRole(token, "share"));
  return share >= 0 && before.slice(share + 1).some((token) => !hasRoleOf(token, wholes) && !isGeneric(token) && token.kind !== "year");
}

function standingOf(name: string | undefined, words: WordSet): Standing {
  if (name?.startsWith("applications.carried") === true) return "moved";
  return words.has("than", "change", "partOfYear") ? "aside" : "whole";
}

/** 申请总数：9件, 收到的申请，共9件: a number without words of its own takes those of the clause before. */
function inherited(clause: Clause, before: Clause | undefined): readonly Token[] {
  const isOpen = clause.opener === ":" || clause.opener === ",";
  return before !== undefined && isOpen && before.mentions.length === 0 && before.depth === clause.depth ? before.tokens : [];
}

function relationOf(kind: string, words: WordSet): Relation {
  if (kind !== "count") {
    if (words.has("more")) return "more";
    if (words.has("less")) return "less";
    // 占总数的比例为5% is a share.
    return words.has("share") ? "share" : words.has("rate") ? "rate" : "change";
  }
  return words.has("more", "less") ? "change" : "count";
}
