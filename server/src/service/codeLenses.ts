import type { CodeLens } from "vscode-languageserver-types";
import { remembered, type Finding, type Severity } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { outline, type OutlineNode } from "./outline.js";
import { lastBefore } from "./places.js";
import { say } from "./words.js";

const severities: readonly Severity[] = ["error", "warning", "information", "hint"];

/** How many problems a chapter or a table has, over its first line; nothing over one that has none. */
export const codeLenses: (draft: Draft) => CodeLens[] = remembered((draft) => {
  if (!isOurs(draft) || draft.analysis.findings.length === 0) return [];
  return outline(draft).flatMap(counted).flatMap((node) => lensOver(draft, node));
});

function counted(node: OutlineNode): OutlineNode[] {
  return [...(node.kind === "chapter" || node.kind === "table" ? [node] : []), ...node.children.flatMap(counted)];
}

function lensOver(draft: Draft, { span, selection }: OutlineNode): CodeLens[] {
  const { findings, language } = draft.analysis;
  const first = (lastBefore(findings, span.start - 1, (finding) => finding.span.start) ?? -1) + 1;
  const next = (lastBefore(findings, span.end, (finding) => finding.span.start) ?? -1) + 1;
  const title = say(language, countWords(findings.slice(first, next)));
  // Without a command an editor shows the words and nothing happens on a click.
  return title === "" ? [] : [{ range: draft.lines.range(selection), command: { title, command: "" } }];
}

/** 2 个错误，1 个警告 */
export function countWords(findings: readonly Pick<Finding, "severity">[]): { readonly zh: string; readonly en: string } {
  const counts = severities.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length })).filter(({ count }) => count > 0);
  const names: Readonly<Record<Severity, readonly [string, string, string]>> = {
    error: ["错误", "error", "errors"],
    warning: ["警告", "warning", "warnings"],
    information: ["提示", "note", "notes"],
    hint: ["建议", "hint", "hints"],
  };
  return {
    zh: counts.map(({ severity, count }) => `${count} 个${names[severity][0]}`).join("，"),
    en: counts.map(({ severity, count }) => `${count} ${names[severity][count === 1 ? 1 : 2]}`).join(", "),
  };
}
