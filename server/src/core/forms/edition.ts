/**
 * An edition is one official form as data, whole, without inheritance: whoever holds the notice in hand can lay the
 * file beside it. Files stand in editions/, their shape is published as schemas/edition.schema.json.
 */
export interface Edition {
  readonly id: string;
  readonly name: string;
  readonly source: EditionSource;
  /** Documents other than `source` that prescribe a part of it. */
  readonly sources?: Readonly<Partial<Record<Prescribed, string>>>;
  /** Words after the year in the title: 年政府信息公开工作年度报告. Absent where no title was prescribed. */
  readonly title: string | undefined;
  /** The last day, MM-DD of the following year, by which whose report is due. */
  readonly deadlines?: Readonly<Partial<Record<OrganRank, string>>>;
  readonly sections: readonly SectionForm[];
  readonly tables: readonly TableForm[];
  readonly identities: readonly IdentityForm[];
}

/** Whose report it is, as far as deadlines go by it. `vertical`: a department that is led from above (税务, 海关). */
export type OrganRank = "department" | "township" | "county" | "prefecture" | "province" | "vertical";

/** What an edition prescribes besides its tables. */
export type Prescribed = "contents" | "deadlines";

export interface EditionSource {
  readonly issuer: string;
  readonly document: string;
  readonly date: string;
  readonly note?: string;
}

export interface SectionForm {
  readonly key: string;
  /** Place among the chapters, from 1. */
  readonly ordinal: number;
  readonly title: string;
  readonly required: boolean;
  /** `exact`: the title is prescribed; `presence`: only the contents are. */
  readonly match: "exact" | "presence";
  /** Titles that the notice itself uses elsewhere: tolerated, said as information. */
  readonly aliases: readonly string[];
  /** Words of which one in a title shows the contents, for `presence` and for renamed chapters. */
  readonly keywords: readonly string[];
  readonly table?: string;
  /** What the form asks for, in Chinese, for hovers and placeholders. */
  readonly asks: string;
  /** What the chapter has to speak of in every report. */
  readonly mustMention?: Mention;
}

export interface Mention {
  /** As the notice calls it: 收取信息处理费情况. */
  readonly what: string;
  /** One of these words in the chapter is enough. */
  readonly words: readonly string[];
}

/** `unit` is the text of a column in which the table itself says what it counts: 条, 件, 次. */
export type ValueKind = "count" | "change" | "amount" | "unit";

export interface LabelForm {
  readonly text: string;
  /** Other spellings that carry no fault: cut by a line break in the form's narrow columns, official synonyms. */
  readonly aliases?: readonly string[];
}

export interface ColumnForm {
  readonly key: string;
  /** Printed head of the columns that belong together, where their labels come again under another one: 行政复议. */
  readonly group?: string;
  readonly label: LabelForm;
  readonly kind: ValueKind;
}

export interface RowForm {
  readonly key: string;
  readonly label: LabelForm;
  /** Printed labels of the groups that the row stands under, outermost first. */
  readonly groups: readonly string[];
  /** What its numbers are, where that is not what the column says: a row of money among counts. */
  readonly kind?: ValueKind;
  /** What the form prints in the row's `unit` cell, where nothing else is right: 件 for 行政复议数. */
  readonly unit?: string;
}

/** Rows that share a head: table two has four such bands, the others have one. */
export interface BandForm {
  /** The line over the band, merged over all columns: 第二十条第（一）项. */
  readonly title?: LabelForm;
  /** Head of the label column: 信息内容. */
  readonly head?: LabelForm;
  readonly columns: readonly ColumnForm[];
  readonly rows: readonly RowForm[];
}

export interface TableForm {
  readonly key: string;
  readonly section: string;
  readonly name: string;
  /** Number of label columns in the canonical spelling: 1 in table two, 3 in table three, 0 in table four. */
  readonly labelColumns: number;
  /** Printed head rows, cell by cell in the canonical spelling, "" where a cell is merged into its neighbour. Only tables with one band. */
  readonly head?: readonly (readonly string[])[];
  /** Printed labels that are neither a row's nor a column's: 申请人情况, 法人或其他组织. */
  readonly captions: readonly LabelForm[];
  readonly bands: readonly BandForm[];
  /** A table that provinces used or not and changed as they liked: none of it need be there, and it may have rows that are not listed. */
  readonly optional?: boolean;
}

/**
 * `equal`: the sum of `left` is the sum of `right`. `atMost`: it is not greater. `notAlways`: nothing that the form prescribes; where it
 * holds in every row, a column was misread.
 */
export type Relation = "equal" | "atMost" | "notAlways";

/**
 * A relation between cells (勾稽关系), in each row (or each column) of a table that has all its terms. With `each: "column"` the terms
 * name rows, with `each: "row"` they name columns.
 */
export interface IdentityForm {
  readonly code: string;
  readonly table: string;
  readonly each: "row" | "column";
  /** `equal` where absent. */
  readonly relation?: Relation;
  /** Holds as a rule, but not of necessity: told as information. */
  readonly usual?: boolean;
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The form's own words for it. */
  readonly says: { readonly zh: string; readonly en: string };
}

/** Which edition a reporting year is judged by. `binding: false`: the form was only recommended, faults of form are warnings. */
export interface YearRule {
  readonly from: number;
  readonly edition: string;
  readonly binding: boolean;
}
