// What a draft is checked by, as it is shown. The report of a school is held against no form.
import { documentFor, type Report, type Words } from "../core/index.js";

export interface FormNames {
  /** 2021; that there is none in words. */
  readonly edition: Words;
  readonly name: string;
  /** The document that prescribes it. */
  readonly document: string;
}

export function formNames({ isOfForm, edition }: Report): FormNames {
  if (!isOfForm) return { edition: { zh: "不适用", en: "not applicable" }, name: "高等学校信息公开年度报告", document: "《高等学校信息公开办法》" };
  return { edition: { zh: edition.id, en: edition.id }, name: edition.name, document: documentFor(edition, "contents") };
}
