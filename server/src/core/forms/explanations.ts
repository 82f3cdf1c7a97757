import type { Words } from "../check/rule.js";
import chapterData from "./chapterExplanations.json";
import type { Edition, SectionForm, TableForm } from "./edition.js";
import data from "./explanations.json";

/** What a row or a column of an official table counts, in our own words, after the notice and the Regulations. */
export interface Explanation {
  /** A name short enough to stand in a sum: 本年新收. */
  readonly name: Words;
  readonly says: Words;
  /** Article of 《中华人民共和国政府信息公开条例》 (State Council Order No. 711) that it rests on. */
  readonly article?: Words;
}

const explanations: Readonly<Record<string, Explanation>> = data;
const chapters: Readonly<Record<string, Words>> = chapterData;

/** @param key of a row or of a column. Where two editions mean different things by one key, `table/key@edition` counts first. */
export function explanationOf(edition: Edition, table: TableForm, key: string): Explanation | undefined {
  return explanations[`${table.key}/${key}@${edition.id}`] ?? explanations[`${table.key}/${key}`];
}

/** What the form asks of a chapter, at more length than `asks`; undefined for the forms before 2019. */
export function chapterExplanation(edition: Edition, form: SectionForm): Words | undefined {
  return form.match === "exact" ? (chapters[`${form.key}@${edition.id}`] ?? chapters[form.key]) : undefined;
}
