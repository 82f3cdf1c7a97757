import { CompletionItemKind } from "vscode-languageserver-types";
import { initialsOf, numeralOf, openMark, ordinalOf, styleOf, type DraftStyle, type Section, type Slot } from "../../core/index.js";
import { say } from "../words.js";
import { fits, mayMean, written, type Place, type Suggestion } from "./suggestion.js";
import { tableTemplate } from "./missingTable.js";
import { stop } from "./template.js";

/** `## 三、收到` and every beginning of it. */
const opening = /^(#{1,6}[ \t]*)?(?:([一二三四五六七八九十]{1,3})(?:[、.．][ \t]*)?)?([^\s。，；：|（(]{0,20})$/;

/** At the start of a line: the chapters that the form has at this place and the draft does not, whole or as a title. */
export function chapters(place: Place): Suggestion[] {
  const match = opening.exec(place.before);
  if (match === null || place.after.trim() !== "") return [];
  const [, hashes = "", numeral, words = ""] = match;
  const report = place.draft.analysis.report;
  const typed = numeral !== undefined || words !== "";
  const isMeant = hashes !== "" || numeral !== undefined ? mayMean : fits;
  const style = { ...styleOf(report), ...(hashes === "" ? {} : { beforeNumber: `${hashes.trim()} ` }) };
  const isTyped = ({ form }: Slot): boolean => (numeral === undefined || form.ordinal === ordinalOf(numeral)) && isMeant(words, form.title);
  const wanted = report.slots.filter((slot) => isTyped(slot) && isWanted(place, slot, typed));
  return wanted.flatMap((slot) => ofSlot(place, slot, style));
}

/** Missing, and not out of order here; once something is typed, any that is missing. The heading on this very line counts as missing. */
function isWanted(place: Place, { form, section }: Slot, typed: boolean): boolean {
  if (section !== undefined && !isOnLine(place, section)) return false;
  if (typed) return true;
  const others = place.draft.analysis.report.sections.filter((other) => other.form !== undefined && !isOnLine(place, other));
  const before = others.findLast((other) => other.span.start < place.offset)?.form?.ordinal ?? 0;
  const after = others.find((other) => other.span.start >= place.offset)?.form?.ordinal ?? Number.POSITIVE_INFINITY;
  return form.required && before < form.ordinal && form.ordinal < after;
}

function isOnLine({ lineStart, before, after }: Place, { heading }: Section): boolean {
  return heading.span.start >= lineStart && heading.span.start <= lineStart + before.length + after.length;
}

function ofSlot(place: Place, { form }: Slot, style: DraftStyle): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const label = `${numeralOf(form.ordinal)}、${form.title}`;
  const table = report.edition.tables.find((candidate) => candidate.key === form.table);
  const heading = `${style.beforeNumber}${label}`;
  const about = { label, filter: `${form.title} ${initialsOf(form.title)}` };
  const titleAlone = written(place, heading, { ...about, kind: CompletionItemKind.Text, detail: say(language, { zh: "只写标题", en: "heading only" }) });
  if (report.sections.some((section) => section.form === form)) return titleAlone;
  const gap = style.hasGaps ? style.lineEnd + style.lineEnd : style.lineEnd;
  const whole = [heading, stop("text", `${openMark}（${form.asks}）`), ...(table === undefined ? [] : [tableTemplate(table, style)])].join(gap);
  const detail = say(language, table === undefined ? { zh: "整章", en: "chapter" } : { zh: "整章，含表格", en: "chapter with its table" });
  return [...written(place, whole, { ...about, kind: CompletionItemKind.Module, detail, documentation: form.asks }), ...titleAlone];
}
