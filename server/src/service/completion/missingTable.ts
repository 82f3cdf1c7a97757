import { CompletionItemKind } from "vscode-languageserver-types";
import { styleOf, writeTable, type DraftStyle, type TableForm } from "../../core/index.js";
import { say } from "../words.js";
import { fits, sectionAt, written, type Place, type Suggestion } from "./suggestion.js";
import { stop } from "./template.js";

/** In a chapter that should have a table and has none: the table, blank. */
export function missingTable(place: Place): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const form = report.edition.tables.find((table) => table.key === sectionAt(place)?.form?.table);
  if (form === undefined || report.tables.some((bound) => bound.form === form)) return [];
  if (place.after.trim() !== "" || !fits(place.before.trim(), form.name, "bg")) return [];
  const detail = say(language, { zh: "空白表格", en: "blank table" });
  return written(place, tableTemplate(form, styleOf(report)), { label: form.name, kind: CompletionItemKind.Struct, detail, filter: "表格 bg" });
}

/** Every cell that the author fills in is a stop. */
export function tableTemplate(form: TableForm, style: DraftStyle): string {
  const blank = style.spelling === "lines" ? "—" : "";
  return writeTable(form, style, (row, column) => stop(`${row}/${column}`, blank));
}
