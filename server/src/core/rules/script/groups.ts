/**
 * What a rule of this folder tells at once. A few places are told one by one; more of them are one event (a converted page,
 * a PDF copy) and are told once a chapter, so that they do not bury what else there is to say.
 */
import type { Words } from "../../check/rule.js";
import type { Safety } from "../../check/finding.js";
import { apartFromSilenced } from "../../check/suppress.js";
import type { Report } from "../../report/report.js";
import { fold } from "../../text/fold.js";
import { slice, type Span } from "../../text/span.js";
import { namer } from "./names.js";

/** A place in the text and how safe its repair is. */
export interface Item {
  readonly span: Span;
  readonly safety: Safety;
}

/** Up to so many places are told one by one, where the rule knows no better. */
const usualMost = 20;

/** The places that one finding tells; `name` is the chapter's. */
export interface Group<T> {
  readonly name: Words;
  readonly items: readonly T[];
}

/**
 * What the rule `code` tells, by the key of each finding; up to `most` places are told one by one. Safe and other repairs do not mix, so that
 * safe ones leave the others as they were told.
 */
export function groups<T extends Item>(code: string, report: Report, items: readonly T[], most = usualMost): ReadonlyMap<string, Group<T>> {
  const name = namer();
  const { silenced, others } = apartFromSilenced(code, report.tree, items);
  const told = (["safe", "review"] as const).map((safety) => others.filter((item) => item.safety === safety));
  return new Map([...told.flatMap((same) => [...(same.length > most ? byChapter(report, same) : oneByOne(report, same, name))]), ...oneByOne(report, silenced, name)]);
}

function oneByOne<T extends Item>({ text }: Report, items: readonly T[], name: (text: string) => string): ReadonlyMap<string, Group<T>> {
  const nowhere = { zh: "", en: "" };
  return new Map(items.map((item) => [name(keyOf(text, item.span)), { name: nowhere, items: [item] }]));
}

/** The place with the character before it on its line, both folded: what safe repairs of its neighbours and comments above it do does not change it. */
function keyOf(text: string, { start, end }: Span): string {
  const own = text.slice(start, end);
  const before = text.slice(Math.max(0, start - farEnough), start);
  return fold(before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1)).slice(-1) + (fold(own) || own);
}

/** Far enough to see the character before a bracket with pinyin. */
const farEnough = 24;

/** What stands before the first chapter (title, preamble) is a group of its own. */
function byChapter<T extends Item>({ text, sections }: Report, items: readonly T[]): ReadonlyMap<string, Group<T>> {
  const found = new Map<string, { readonly name: Words; readonly items: T[] }>();
  let chapter = 0;
  for (const item of items) {
    for (let next = sections[chapter]; next !== undefined && next.span.start <= item.span.start; next = sections[++chapter]);
    const section = sections[chapter - 1];
    const key = `chapter/${chapter}/${item.safety}`;
    const group = found.get(key) ?? { name: section === undefined ? beforeChapters : chapterName(slice(text, section.heading.title)), items: [] };
    group.items.push(item);
    found.set(key, group);
  }
  return found;
}

const beforeChapters: Words = { zh: "正文各章之前", en: "the part before the first chapter" };

function chapterName(title: string): Words {
  return { zh: `“${title}”一章`, en: `the chapter “${title}”` };
}
