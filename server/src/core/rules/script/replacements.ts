/**
 * The rules of this folder look at characters, whatever they say: their script, what a converter or a PDF file left behind.
 * Three of them find places that stand for something else (a Replacement); this file turns such places into findings.
 */
import type { Finding, Safety } from "../../check/finding.js";
import type { Found, Repair, Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Span } from "../../text/span.js";
import { namer } from "./names.js";

export interface Replacement {
  readonly span: Span;
  readonly newText: string;
  readonly safety: Safety;
}

export interface Wording<T extends Replacement> {
  one(item: T, report: Report): Words;
  /** For all of a chapter at once; `first` is shown as an example. */
  many(first: T, count: number, chapter: Words, report: Report): Words;
  repairOne(item: T): Words;
  repairMany(count: number): Words;
}

/** Up to so many places are told one by one. More of them are one event (a converted page, a PDF copy), told once a chapter. */
const tooManyToTell = 20;

export function* replacementsFound<T extends Replacement>(report: Report, items: readonly T[], wording: Wording<T>): Iterable<Found> {
  if (items.length > tooManyToTell) {
    for (const group of byChapter(report, items)) yield* groupFound(report, group, wording);
    return;
  }
  const name = namer();
  for (const item of items) yield { key: name(report.text.slice(Math.max(0, item.span.start - 1), item.span.end)), span: item.span, message: wording.one(item, report) };
}

export function replacementRepairs<T extends Replacement>(finding: Finding, report: Report, items: readonly T[], wording: Wording<T>): readonly Repair[] {
  const group = items.length > tooManyToTell ? byChapter(report, items).find(({ key }) => key === finding.data.key) : undefined;
  if (group !== undefined && group.items.length > 1) return [repair(wording.repairMany(group.items.length), group.items)];
  const item = items.find(({ span }) => span.start === finding.span.start && span.end === finding.span.end);
  return item === undefined ? [] : [repair(wording.repairOne(item), [item])];
}

interface Group<T> {
  readonly key: string;
  readonly name: Words;
  readonly items: readonly T[];
}

function* groupFound<T extends Replacement>(report: Report, { key, name, items }: Group<T>, wording: Wording<T>): Iterable<Found> {
  const [first] = items;
  if (first === undefined) return;
  yield { key, span: first.span, message: items.length === 1 ? wording.one(first, report) : wording.many(first, items.length, name, report) };
}

/** What stands before the first chapter (title, preamble) is a group of its own. Safe and other repairs do not mix. */
function byChapter<T extends Replacement>(report: Report, items: readonly T[]): readonly Group<T>[] {
  const before = { key: "chapter/0", name: { zh: "正文各章之前", en: "the part before the first chapter" }, from: 0 };
  const chapters = report.sections.map(({ heading, span }, i) => ({ key: `chapter/${i + 1}`, name: chapterName(report.text.slice(heading.title.start, heading.title.end)), from: span.start }));
  const starts = [before, ...chapters];
  return starts.flatMap(({ key, name, from }, i) => {
    const to = starts[i + 1]?.from ?? report.text.length;
    const inside = items.filter(({ span }) => span.start >= from && span.start < to);
    return (["safe", "review"] as const).flatMap((safety) => {
      const alike = inside.filter((item) => item.safety === safety);
      return alike.length === 0 ? [] : [{ key: `${key}/${safety}`, name, items: alike }];
    });
  });
}

function chapterName(title: string): Words {
  return { zh: `“${title}”一章`, en: `the chapter “${title}”` };
}

function repair(title: Words, items: readonly Replacement[]): Repair {
  const safety = items.every((item) => item.safety === "safe") ? "safe" : "review";
  return { title, safety, edits: items.map(({ span, newText }) => ({ span, newText })) };
}
