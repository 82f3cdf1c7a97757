// When it was and whose numbers they are, as far as the words of a sentence tell.
import type { Report } from "../report/report.js";
import type { Claim, Scope } from "./claim.js";
import { hasRole } from "./clauses.js";
import type { WordSet } from "./meaning.js";
import { isOwnWord, type OrganName } from "./organ.js";
import type { Token } from "./tokens.js";

/** What a sentence has told so far of time and place. */
export interface Setting {
  readonly year: number | "own" | undefined;
  readonly scope: Scope;
}

/** What some words tell of them; `unsaid`: they leave it as it was. */
export interface Told {
  readonly year: Setting["year"] | "unsaid";
  readonly scope: Scope | "unsaid";
}

export const nothing: Told = { year: "unsaid", scope: "unsaid" };

/** What words tell of time and place in one passage. */
export class Teller {
  constructor(
    private readonly report: Report,
    private readonly organ: OrganName,
    private readonly isYearCertain: boolean,
    /** Of the passage, folded. */
    private readonly text: string,
  ) {}

  /** Behind the tokens up to `to`, where `before` was told before the one at `from`. */
  told(tokens: readonly Token[], from: number, to: number, before: Told): Told {
    let { year, scope } = before;
    for (let i = from; i < to; i++) {
      const token = tokens[i];
      if (token === undefined || token.kind === "unknown" || token.kind === "mark" || token.kind === "number") continue;
      if (isOneOfYears(tokens, i)) year = undefined;
      else if (!isSinceThisYear(tokens, i)) year = this.yearAfter(token, year);
      if (token.kind !== "word") continue;
      if (token.role === "partOfYear" || token.role === "otherOrgan") scope = "part";
      else if (token.role === "own" || token.role === "region") scope = this.scopeOf(token);
    }
    return { year, scope };
  }

  private yearAfter(token: Token, year: Told["year"]): Told["year"] {
    if (token.kind === "year") return this.yearNamed(token.year);
    if (token.kind === "date") return token.isYearEnd ? year : undefined;
    if (hasRole(token, "ownYear")) return "own";
    return hasRole(token, "otherYear") ? undefined : year;
  }

  /** Where title and period name different years (year-mismatch) it is not known which of them is the report's. */
  private yearNamed(year: number): Setting["year"] {
    if (!this.isYearCertain) return undefined;
    return year === this.report.year || this.report.year === undefined ? "own" : year;
  }

  private scopeOf(token: Token): Scope {
    const word = this.text.slice(token.start, token.end);
    if (hasRole(token, "own") && !/^[我本全]/.test(word)) return "own";
    const head = /^全.(?:系统)?/.exec(word)?.[0] ?? word;
    if (hasRole(token, "region") && !word.startsWith("全")) return "unclear";
    return isOwnWord(head, this.organ) ? "own" : "unclear";
  }
}

/** 各乡镇、县直各单位对政府信息进行了梳理: together they are all of a county. */
export function namesEverybody(tokens: readonly Token[]): boolean {
  const names = (value: string): boolean => tokens.some((token) => token.kind === "word" && token.role === "otherOrgan" && token.value === value);
  return names("lower") && names("departments");
}

export function isOwnTime(token: Token): boolean {
  return hasRole(token, "ownYear") || token.kind === "year";
}

/** A part is of the time and the circle of its list, unless it names others: 其中县政府收到5件, 12月收到6件, 1件为2023年收到. */
export function listSetting(setting: Setting, list: Claim | undefined, words: WordSet, hasTime: boolean): Setting {
  if (list === undefined) return setting;
  return { year: hasTime ? setting.year : list.year, scope: words.has("otherOrgan", "partOfYear") ? "part" : list.scope };
}

export function namesTime(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.kind === "year" || token.kind === "date");
}

/** 2024年以来 is of 2024, 自条例施行以来 is of many years. */
function isSinceThisYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === "word" && token.value === "since" && tokens[at - 1]?.kind === "year";
}

/** 2023年、2024年分别收到67件、74件: which number is of which year is not known here. */
function isOneOfYears(tokens: readonly Token[], at: number): boolean {
  const between = tokens[at - 1];
  if (tokens[at]?.kind !== "year" || tokens[at - 2]?.kind !== "year" || between === undefined) return false;
  return between.kind === "mark" || hasRole(between, "and") || hasRole(between, "filler");
}
