/**
 * The rules of this folder look at characters, whatever they say: their script, what a converter or a PDF file left behind.
 * Three of them find places that stand for something else (a Replacement); this file turns such places into findings.
 */
import type { Safety } from "../../check/finding.js";
import type { Found, Rule, Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Span } from "../../text/span.js";
import { groups, type Group } from "./groups.js";
import { remembered } from "../../text/remembered.js";

export interface Replacement {
  readonly span: Span;
  readonly newText: string;
  readonly safety: Safety;
}

export interface Wording<T extends Replacement> {
  one(item: T): Words;
  /** For all of a chapter at once; `first` is shown as an example. */
  many(first: T, count: number, chapter: Words): Words;
  repairOne(item: T): Words;
  repairMany(count: number): Words;
}

/** `find` runs once for each report, however many of the findings of `code` are then repaired; up to `most` places are told one by one. */
export function replacements<T extends Replacement>(code: string, find: (report: Report) => readonly T[], wording: Wording<T>, most?: number): Pick<Rule, "check" | "repairs"> {
  const groupsOf = remembered((report: Report) => groups(code, report, find(report), most));
  return {
    *check(report) {
      for (const [key, group] of groupsOf(report)) yield* groupFound(key, group, wording);
    },
    repairs(finding, report) {
      const items = groupsOf(report).get(finding.data.key)?.items ?? [];
      const [first] = items;
      if (first === undefined) return [];
      const title = items.length === 1 ? wording.repairOne(first) : wording.repairMany(items.length);
      return [{ title, safety: first.safety, edits: items.map(({ span, newText }) => ({ span, newText })) }];
    },
  };
}

function groupFound<T extends Replacement>(key: string, { name, items }: Group<T>, wording: Wording<T>): Found[] {
  const [first] = items;
  if (first === undefined) return [];
  return [{ key, span: first.span, message: items.length === 1 ? wording.one(first) : wording.many(first, items.length, name) }];
}
