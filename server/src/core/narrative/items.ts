// The items of a list: what kind of thing an item names, and what announces or ends a list. 其中政策文件60条、解读20条，其他信息20条
import { hasRole, hasRoleOf, isWeighty, type Clause, type Mention } from "./clauses.js";
import type { Role } from "./lexicon.js";
import type { Token } from "./tokens.js";

/**
 * Items of one list are alike: 办结5件 after 自然人3件 is no longer part of it, nor 微信公众号98条 after 政策文件30条.
 * - `thing`: 政策文件, 解读, 培训信息; `deed`: 办结, 收到; `verbal`: 转发国务院信息; `organ`: 县直各单位; `channel`: 网站; `dispute`: 行政复议.
 */
export type ItemKind = "thing" | "deed" | "verbal" | "organ" | "channel" | "dispute";

const disputes: readonly Role[] = ["reconsider", "suit", "directSuit", "laterSuit"];
/** What is done to applications, letters and the like, wherever in the item it stands. */
const handling: readonly Role[] = ["receive", "handle", "finish", "answer"];
const deeds: readonly Role[] = ["carryOut", "repeal", "not", "all", "closed"];
const verbs: readonly Role[] = ["verb", "issue"];
const organs: readonly Role[] = ["own", "region", "otherOrgan"];
/** Words before an item that say nothing of what it is. */
const leading: readonly Role[] = ["filler", "of", "among", "and", "respectively", "open", "ownYear", "otherYear", "sum", "rest"];

/** Undefined where the item does not say: 其他12条, 12条. */
export function itemKindOf(mention: Mention): ItemKind | undefined {
  if (mention.words.some((token) => hasRoleOf(token, disputes))) return "dispute";
  const tokens = namingTokens(mention);
  const words = tokens.slice(tokens.findIndex((token) => !hasRoleOf(token, leading)));
  const [first] = words;
  if (first === undefined || hasRoleOf(first, leading)) return undefined;
  if (isByChannel(words)) return "channel";
  if (hasRoleOf(first, organs)) return isOrganActing(words) ? "organ" : "thing";
  if (hasRoleOf(first, deeds) || words.some((token) => hasRoleOf(token, handling))) return "deed";
  return hasRoleOf(first, verbs) && !isLabel(words) ? "verbal" : "thing";
}

/** 县直单位公开12条, 县教育局收到建议12条; 基层政务公开领域信息12条 is of a thing. */
function isOrganActing([, second, ...rest]: readonly Token[]): boolean {
  return second === undefined || hasRoleOf(second, verbs) || hasRoleOf(second, handling) || ![second, ...rest].some(isName);
}

/** 解读12条, 培训信息12条, 解读及回应信息12条; 转发国务院信息12条 is something that was done. */
function isLabel(words: readonly Token[]): boolean {
  return words.every((token, i) => {
    const before = words[i - 1];
    return isGeneric(token) || (hasRoleOf(token, verbs) && (before === undefined || before.kind === "mark" || hasRole(before, "and")));
  });
}

/** 5件予以公开 is named behind its number. */
function namingTokens({ before, words }: Mention): readonly Token[] {
  return before.some((token) => isWeighty(token) || hasRoleOf(token, organs)) ? before : words;
}

/** 云溪发布微信公众号推送信息98条; 政务新媒体建设信息5条 is of a thing. */
function isByChannel(words: readonly Token[]): boolean {
  const last = words.findLastIndex((token) => hasRole(token, "channel"));
  return last >= 0 && words.slice(last + 1).every((token) => isGeneric(token) || hasRoleOf(token, verbs) || hasRoleOf(token, handling) || hasRole(token, "application"));
}

function isName(token: Token): boolean {
  return token.kind === "unknown" || (hasRole(token, "foreign") && !isGeneric(token));
}

/** 信息, 类, 政府信息: what every item of a list could be called. */
export function isGeneric(token: Token): boolean {
  return hasRoleOf(token, ["filler", "disclosure", "and", "sum"]) || (token.kind === "word" && token.value === "thing");
}

/** 其他信息20条, 其余5件 may close a list; 其他对外管理服务事项2件 is one thing among others. */
export function isRest({ words }: Mention): boolean {
  return words.some((token) => hasRole(token, "rest")) && words.every((token) => hasRoleOf(token, ["rest", "of", "channel", "application", "verb"]) || isGeneric(token));
}

/** 共74件, 合计74件 adds up what was before; 解读材料共20条 is one thing among others. */
export function addsUp({ before }: Mention): boolean {
  const sum = before.findIndex((token) => hasRole(token, "sum"));
  return sum >= 0 && !before.slice(0, sum).some((token) => isWeighty(token) || hasRoleOf(token, organs));
}

export interface Announcement {
  /** 包括, 主要有: of what its own clause speaks of; 其中 is of the number before. */
  readonly isAmong: boolean;
  readonly isWhole: boolean;
}

/** What announces a list among words that stand before a number, or in a clause without one. */
export function announcementIn(tokens: readonly Token[]): Announcement | undefined {
  const at = tokens.findIndex((token) => hasRole(token, "of") || hasRole(token, "among"));
  if (at < 0) return undefined;
  const isAmong = tokens.findLastIndex((token) => hasRole(token, "of")) < 0;
  return { isAmong, isWhole: tokens.some((token) => hasRole(token, "respectively")) };
}

/** 其中访谈包括A类8次: the list is of something that has no number of its own here. */
export function namesAnotherWhole(tokens: readonly Token[]): boolean {
  const among = tokens.findIndex((token) => hasRole(token, "among"));
  return tokens.slice(0, Math.max(0, among)).some((token) => isWeighty(token) && !hasRole(token, "share"));
}

/** 1913条信息中: a clause that has its number and ends in 中 speaks of parts of it from there on. */
export function endsWithin({ tokens, mentions }: Clause): boolean {
  const last = tokens.at(-1);
  return mentions.length === 1 && last?.kind === "word" && last.value === "within";
}

const remarks: readonly Role[] = ["all", "than", "more", "less", "rate", "share", "among", "cause", "not", "open"];

/** 均已按时办理, 较上年有所增加, 涉及财政等领域: says something more of the number before, and brings up nothing new. */
export function isRemark({ tokens }: Clause): boolean {
  const first = tokens.find((token) => isWeighty(token) || hasRoleOf(token, remarks));
  return first === undefined || hasRoleOf(first, remarks);
}
