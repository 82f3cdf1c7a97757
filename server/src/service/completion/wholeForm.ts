import { CompletionItemKind } from "vscode-languageserver-types";
import { editions, writeNewReport, type Edition } from "../../core/index.js";
import { say } from "../words.js";
import { fits, type Place, type Suggestion } from "./suggestion.js";
import { stop } from "./template.js";

/** A year that no report has: it marks where the year stands. */
const anyYear = 9999;

/** What such a report is called, and how that begins in pinyin. */
const names: readonly (readonly [words: string, initials: string])[] = [["年报", "nb"], ["年度报告", "ndbg"], ["政府信息公开工作年度报告", "zfxxgkgzndbg"]];

/** In a document that holds nothing yet: a whole blank report, the newest form first. */
export function wholeForms(place: Place): Suggestion[] {
  const { draft, before } = place;
  const typed = before.trim();
  if (draft.snapshot.text.trim() !== typed || !names.some(([words, initials]) => fits(typed, words, initials))) return [];
  const given = yearOfFile(draft.options.fileName);
  return editions
    .toReversed()
    .map((edition) => ({
      label: say(draft.analysis.language, { zh: `年度报告（${edition.id}年格式）`, en: `Annual report (form of ${edition.id})` }),
      text: blankReport(edition, given),
      span: { start: place.lineStart, end: place.offset },
      kind: CompletionItemKind.File,
      detail: edition.source.document,
      documentation: edition.name,
      filter: names.flat().join(" "),
    }));
}

function blankReport(edition: Edition, year: string): string {
  const { text } = writeNewReport({ organ: stop("organ", "机关名称"), year: anyYear, edition: edition.id });
  let marks = 0;
  return text.replaceAll(String(anyYear), stop("year", year)).replace(/【待填写】（[^（）\n]*）/g, (mark) => stop(`chapter${marks++}`, mark));
}

/** Nobody here knows what year it is; a file is mostly named after its year. */
function yearOfFile(fileName: string | undefined): string {
  return /(?:^|\D)(20[0-4]\d)(?!\d)/.exec(fileName ?? "")?.[1] ?? "年份";
}
