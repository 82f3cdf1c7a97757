import { CompletionItemKind } from "vscode-languageserver-types";
import { inDraftScript, initialsOf, numeralOf, openMark, ordinalOf, styleOf, writeTable, type DraftStyle, type Section, type Slot, type TableForm } from "../../core/index.js";
import { say } from "../words.js";
import { fits, mayMean, type Place, type Suggestion } from "./suggestion.js";
import { stop } from "./template.js";

/** `## 三、收到` and every beginning of it. */
const opening = /^(#{1,6}[ \t]*)?(?:([一二三四五六七八九十]{1,3})(?:[、.．][ \t]*)?)?([^\s。，；：|（(]{0,20})$/;

/** At the start of a line: the chapters that the form has at this place and the draft does not, whole or as a title; and the title of the report. */
export function chapters(place: Place): Suggestion[] {
  const match = opening.exec(place.before);
  if (match === null || place.after.trim() !== "") return [];
  const [, hashes = "", numeral, words = ""] = match;
  const report = place.draft.analysis.report;
  const typed = numeral !== undefined || words !== "";
  const isMeant = hashes !== "" || numeral !== undefined ? mayMean : fits;
  const style = { ...styleOf(report), ...(hashes === "" ? {} : { beforeNumber: `${hashes.trim()} ` }) };
  const wanted = report.slots.filter((slot) => isWanted(place, slot, typed) && (numeral === undefined || slot.form.ordinal === ordinalOf(numeral)) && isMeant(words, slot.form.title));
  return [...reportTitle(place, words), ...wanted.flatMap((slot) => ofSlot(place, slot, style))];
}

/** In a chapter that should have a table and has none. */
export function missingTable(place: Place): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const section = sectionAt(place);
  const form = report.edition.tables.find((table) => table.key === section?.form?.table);
  if (form === undefined || report.tables.some((bound) => bound.form === form) || !fits(place.before.trim(), form.name, "bg") || place.after.trim() !== "") return [];
  return written(place, tableTemplate(form, styleOf(report)), { label: form.name, kind: CompletionItemKind.Struct, detail: say(language, { zh: "空白表格", en: "blank table" }), filter: "表格 bg" });
}

export function sectionAt({ draft, offset }: Place): Section | undefined {
  return draft.analysis.report.sections.find((section) => section.span.start <= offset && offset <= section.span.end) ?? draft.analysis.report.sections.findLast((section) => section.span.start <= offset);
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
  const gap = style.hasGaps ? style.lineEnd + style.lineEnd : style.lineEnd;
  const whole = [heading, stop("text", `${openMark}（${form.asks}）`), ...(table === undefined ? [] : [tableTemplate(table, style)])].join(gap);
  const filter = `${form.title} ${initialsOf(form.title)}`;
  const isWritten = report.sections.some((section) => section.form === form);
  return [
    ...(isWritten ? [] : written(place, whole, { label, kind: CompletionItemKind.Module, detail: table === undefined ? say(language, { zh: "整章", en: "chapter" }) : say(language, { zh: "整章，含表格", en: "chapter with its table" }), documentation: form.asks, filter })),
    ...written(place, heading, { label, kind: CompletionItemKind.Text, detail: say(language, { zh: "只写标题", en: "heading only" }), filter }),
  ];
}

/** Every cell that the author fills in is a stop. */
function tableTemplate(form: TableForm, style: DraftStyle): string {
  const blank = style.spelling === "lines" ? "—" : "";
  return writeTable(form, style, (row, column) => stop(`${row}/${column}`, blank));
}

/** `organ`年政府信息公开工作年度报告 above the first chapter of a draft that has no title yet. */
function reportTitle(place: Place, words: string): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const isAbove = report.sections.every((section) => section.span.start >= place.offset);
  if (report.title !== undefined || report.edition.title === undefined || !isAbove || report.text.trim() === place.before.trim()) return [];
  if (!fits(words, "政府信息公开工作年度报告", "zfxxgkgzndbg") && !fits(words, "标题", "bt")) return [];
  const text = `${styleOf(report).beforeNumber === "" ? "" : "# "}${stop("organ", "机关名称")}${stop("year", String(report.year ?? "年份"))}${report.edition.title}`;
  return written(place, text, { label: report.edition.title.replace(/^年/, ""), kind: CompletionItemKind.Text, detail: say(language, { zh: "报告标题", en: "title of the report" }), filter: "标题 bt zfxxgkgzndbg" });
}

function written(place: Place, template: string, about: Omit<Suggestion, "text" | "span">): Suggestion[] {
  const text = inDraftScript(place.draft.analysis.report, template, place);
  return text === undefined ? [] : [{ ...about, text, span: { start: place.lineStart, end: place.offset } }];
}
