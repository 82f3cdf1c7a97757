import { numeralOf } from "../text/numerals.js";
import type { SectionForm } from "./edition.js";

/** The chapter as the form prints it: 三、收到和处理政府信息公开申请情况. */
export function chapterLabel(form: SectionForm): string {
  return `${numeralOf(form.ordinal)}、${form.title}`;
}
