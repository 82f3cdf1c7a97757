import type { Amount } from "../report/amount.js";
import type { Span } from "../text/span.js";
import type { Exactness } from "./numbers.js";

/** Cells whose values are added, and those that are taken away again: one thing that a number may count. */
export interface Sum {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  /** In the form's own words: 本年新收＋上年结转. */
  readonly says: string;
}

/** What is counted. 收到N件 may be 新收 or 新收 and 上年结转: all meanings that the words admit. */
export interface Measure {
  readonly name: string;
  readonly meanings: readonly Sum[];
  /** The number may be less than any of them: 公开本年度制发的规范性文件N件. */
  readonly isUpperBound: boolean;
  /** An amount of money, in 万元. */
  readonly isMoney: boolean;
}

/** 予以公开, 不予公开 and the other rows of what became of applications, of whomever. */
export function isResult({ name }: Measure): boolean {
  return /^applications\.(?:granted|partlyGranted|refused|unavailable|rejected|other)/.test(name) && !name.includes("@");
}

/**
 * Whose number it is. `unclear`: it may be of a larger or a smaller circle than the report's tables; `part`: surely of a
 * part (网上, 当面, 县本级), or of somebody else.
 */
export type Scope = "own" | "unclear" | "part";

/**
 * - `count`: so many of it; `none`: 未收到, 无 (amount 0); `all`: 均已审结, which says that its measure is 0;
 * - `share` 占25%, `rate` 办结率98%, `more` 增长5%, `less` 下降5%;
 * - `change`: 增加5件; `before`: the number of which it is told that it changed (去年的10件).
 */
export type Relation = "count" | "none" | "all" | "share" | "rate" | "more" | "less" | "change";

/** One number of the prose, or a word that says none or all, as it is understood. */
export interface Claim {
  /** The digits, without the unit; for `none` and `all` the words that say so. */
  readonly span: Span;
  readonly raw: string;
  readonly amount: Amount;
  readonly exactness: Exactness;
  /** Decimals shown in a percentage. */
  readonly decimals: number;
  readonly unit: string | undefined;
  readonly relation: Relation;
  /** Undefined where it is not certain what is counted. */
  readonly measure: Measure | undefined;
  readonly scope: Scope;
  /** Undefined where the text does not tell the year for certain. */
  readonly year: number | "own" | undefined;
  /** 共74件; of a percentage 占总数的25%, whose whole is the largest total that was told. */
  readonly isOfTotal: boolean;
  /** Of a percentage: 占全市的5%, 占政策信息的5%, whose whole is none of the numbers around. */
  readonly isOfAnother: boolean;
  /** Passage and sentence that it stands in, counted from 0 through the report. */
  readonly sentence: number;
  readonly passage: number;
}

/** A number and the numbers that are said to be its parts. */
export interface Breakdown {
  readonly total: Claim;
  readonly parts: readonly Claim[];
  /** Whether the list says that it is the whole: 分别为, 其余, 共…其中：…。 */
  readonly completeness: "whole" | "likelyWhole" | "open";
  /** One thing may be counted in two parts: 通过网站公开a条、微信公开b条. */
  readonly mayOverlap: boolean;
}

export interface Narrative {
  readonly claims: readonly Claim[];
  readonly breakdowns: readonly Breakdown[];
}
