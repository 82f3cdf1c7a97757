import { CompletionItemKind } from "vscode-languageserver-types";
import { styleOf } from "../../core/index.js";
import { say } from "../words.js";
import { fits, written, type Place, type Suggestion } from "./suggestion.js";
import { stop } from "./template.js";

/** Above the first chapter of a draft that has no title yet: …年政府信息公开工作年度报告. */
export function reportTitle(place: Place): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const typed = place.before.replace(/^#\s*/, "").trim();
  const isAbove = report.sections.length > 0 && report.sections.every((section) => section.span.start >= place.offset);
  if (report.title !== undefined || report.edition.title === undefined || !isAbove || place.after.trim() !== "") return [];
  const words = report.edition.title.replace(/^年/, "");
  if (!fits(typed, words, "zfxxgkgzndbg") && !fits(typed, "标题", "bt")) return [];
  const hash = styleOf(report).beforeNumber === "" ? "" : "# ";
  const title = `${hash}${stop("organ", "机关名称")}${stop("year", String(report.year ?? "年份"))}${report.edition.title}`;
  return written(place, title, { label: words, kind: CompletionItemKind.Text, detail: say(language, { zh: "报告标题", en: "title of the report" }), filter: "标题 bt zfxxgkgzndbg" });
}
