import { CompletionItemKind } from "vscode-languageserver-types";
import { editions, ruleInfos } from "../../core/index.js";
import { say } from "../words.js";
import type { Place, Suggestion } from "./suggestion.js";

const names: readonly { readonly name: string; readonly zh: string; readonly en: string }[] = [
  { name: "nianbao-disable-next-line", zh: "下一行不检查", en: "do not check the next line" },
  { name: "nianbao-disable", zh: "从这里起不检查", en: "do not check from here on" },
  { name: "nianbao-enable", zh: "从这里起恢复检查", en: "check again from here on" },
  { name: "nianbao-disable-file", zh: "全文不检查", en: "do not check the file" },
  { name: "nianbao-edition:", zh: "按哪一版格式检查", en: "the official form to check by" },
];

/** Whether the cursor is inside a comment that is not closed before it. */
export function isInComment({ before }: Place): boolean {
  return /^\s*<!--(?!.*-->)/.test(before);
}

/** In a comment: the directives, and behind them what they take, codes of rules or the id of a form. */
export function directives(place: Place): Suggestion[] {
  const inside = place.before.replace(/^\s*<!--\s*/, "");
  const edition = /^nianbao-edition[:：\s]\s*(\S*)$/.exec(inside);
  if (edition !== null) return editionIds(place, edition[1] ?? "");
  const codes = /^nianbao-(?:disable|enable)[a-z-]*\s+(?:[a-z-]+[\s,，]+)*([a-z-]*)$/.exec(inside);
  if (codes !== null) return ruleCodes(place, codes[1] ?? "");
  return /^[a-z-]*$/.test(inside) ? directiveNames(place, inside) : [];
}

function directiveNames(place: Place, typed: string): Suggestion[] {
  const { language } = place.draft.analysis;
  const space = /<!--$/.test(place.before) ? " " : "";
  const behind = place.after.trim() === "" ? " -->" : "";
  return names
    .filter(({ name }) => name.includes(typed))
    .map(({ name, ...words }) => ({ label: name, text: `${space}${name} ${behind}`.replace(/ {2,}-->/, "  -->"), span: typedSpan(place, typed), kind: CompletionItemKind.Keyword, detail: say(language, words) }));
}

function ruleCodes(place: Place, typed: string): Suggestion[] {
  const { language } = place.draft.analysis;
  const here = new Set(place.draft.analysis.findings.map(({ code }) => code));
  return ruleInfos
    .filter(({ code }) => code.includes(typed))
    .toSorted((a, b) => Number(here.has(b.code)) - Number(here.has(a.code)))
    .map(({ code, summary }) => ({ label: code, text: code, span: typedSpan(place, typed), kind: CompletionItemKind.EnumMember, detail: say(language, summary) }));
}

function editionIds(place: Place, typed: string): Suggestion[] {
  return editions
    .filter(({ id }) => id.startsWith(typed))
    .toReversed()
    .map(({ id, name }) => ({ label: id, text: id, span: typedSpan(place, typed), kind: CompletionItemKind.EnumMember, detail: name }));
}

function typedSpan({ offset }: Place, typed: string): Suggestion["span"] {
  return { start: offset - typed.length, end: offset };
}
