/** What a number owes to the year before: `row/column` of this year = the sum of last year's and this year's terms. */
export interface Continuation {
  readonly table: string;
  /** Column of the number that continues. */
  readonly column: string;
  readonly terms: readonly Term[];
  /** The relation in the form's own words. */
  readonly says: Said;
  /** What may explain a difference. */
  readonly unless: Said;
  /** Its rows are wholes and their parts, so that one slip shows in several of them by the same difference. */
  readonly hasParts?: boolean;
}

interface Said {
  readonly zh: string;
  readonly en: string;
}

export interface Term {
  readonly year: "this" | "last";
  readonly column: string;
  readonly sign: 1 | -1;
}

/** Of every row that has these columns, in whatever form. */
export const continuations: readonly Continuation[] = [
  {
    table: "disclosure",
    column: "inForce",
    terms: [
      { year: "last", column: "inForce", sign: 1 },
      { year: "this", column: "issued", sign: 1 },
      { year: "this", column: "repealed", sign: -1 },
    ],
    says: { zh: "现行有效件数 = 上一年现行有效件数 + 本年制发件数 − 本年废止件数", en: "in force = in force the year before + issued − repealed this year" },
    unless: { zh: "如有自动失效、移交等情况，可以不同", en: "documents that have expired or were handed over may explain it" },
  },
  {
    table: "disclosure",
    column: "previousItems",
    terms: [
      { year: "last", column: "previousItems", sign: 1 },
      { year: "last", column: "change", sign: 1 },
    ],
    says: { zh: "上一年项目数量 = 上一年报告的“上一年项目数量” + 上一年报告的“本年增/减”", en: "items of the year before = last report's items of the year before + its change" },
    unless: { zh: "如有职能划转、重新清理等情况，可以不同", en: "items that were handed over or counted anew may explain it" },
  },
  {
    table: "annex",
    column: "cumulative",
    terms: [
      { year: "last", column: "cumulative", sign: 1 },
      { year: "this", column: "year", sign: 1 },
    ],
    says: { zh: "历年累计 = 上一年的历年累计 + 本年度", en: "cumulative = cumulative of the year before + this year" },
    unless: { zh: "如重新核定过以前年度的数，请在报告中说明", en: "if the numbers of earlier years were counted anew, the report should say so" },
    hasParts: true,
  },
];
