import { foldedLabel, labelCore } from "../forms/label.js";
import type { Edition, SectionForm } from "../forms/edition.js";
import type { Block, Heading, SyntaxTree } from "../syntax/nodes.js";
import { foldedTitleOf } from "../syntax/textLine.js";
import { shownLength } from "../text/filler.js";
import { fold } from "../text/fold.js";
import { remembered } from "../text/remembered.js";
import { similarity } from "../text/similarity.js";
import { hasOpenMark } from "./openMark.js";
import type { Section, Slot, Title } from "./report.js";

/** Below this a title is another chapter's, not a misspelt one: 依申请公开情况 reaches 0.3 with 收到和处理政府信息公开申请情况. */
const similarEnough = 0.55;

interface Candidate {
  readonly heading: Heading;
  readonly index: number;
  readonly folded: string;
  readonly core: string;
  /** Whether prose or a table stands between this heading and the next one, and between the one before and this: not so in a table of contents. */
  readonly contents: number;
}

interface Match {
  readonly candidate: Candidate;
  readonly form: SectionForm;
}

/** Finds the chapters of the draft and the form's chapter that each of them is. */
export function findSections(tree: SyntaxTree, edition: Edition, title: Title | undefined): { readonly sections: readonly Section[]; readonly slots: readonly Slot[] } {
  const candidates = headings(tree, title);
  const matches = matchForms(candidates, edition.sections);
  const chapters = chaptersAmong(candidates, new Set(matches.map((match) => match.candidate)));
  const sections = chapters.map((candidate, i) => sectionOf(tree, candidate, chapters[i + 1], matches));
  return { sections, slots: slotsOf(tree, edition, sections) };
}

function headings({ text, blocks }: SyntaxTree, title: Title | undefined): Candidate[] {
  const found: Candidate[] = [];
  let hasContent = false;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    if (block.kind === "paragraph" || block.kind === "table") hasContent = true;
    if (block.kind !== "heading" || block.level !== 1 || isOfTitle(block, title) || isOfContents(text, block)) continue;
    const folded = foldedTitleOf(text, block);
    found.push({ heading: block, index, folded, core: labelCore(folded), contents: hasContent ? 1 : 0 });
    hasContent = false;
  }
  found.reverse();
  return found.map((candidate, i) => ({ ...candidate, contents: candidate.contents + (found[i - 1]?.contents ?? 1) }));
}

function isOfTitle({ title: { start } }: Heading, title: Title | undefined): boolean {
  return title !== undefined && title.lines.some((line) => line.start === start);
}

/** 一、总体情况 …………… 1: a line of a table of contents. */
function isOfContents(text: string, { title }: Heading): boolean {
  return /(?:[.．…·]\s?){2}\s{0,4}\d{0,3}$/.test(text.slice(title.start, title.end));
}

/** One to one: same title first, then the most similar, then by the words that show the contents. */
function matchForms(candidates: readonly Candidate[], forms: readonly SectionForm[]): Match[] {
  const matches: Match[] = [];
  const pairs = candidates.flatMap((candidate) => forms.map((form) => ({ candidate, form, score: titleScore(candidate, form) })));
  for (const { candidate, form } of pairs.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.candidate.index - b.candidate.index)) {
    if (!matches.some((match) => match.form === form || match.candidate === candidate)) matches.push({ candidate, form });
  }
  return [...matches, ...byPlace(candidates, forms, matches)];
}

/** A chapter under other words, that has the number of a chapter not found otherwise and stands alone between its neighbours. */
function byPlace(candidates: readonly Candidate[], forms: readonly SectionForm[], matches: readonly Match[]): Match[] {
  const taken = new Set(matches.map((match) => match.candidate));
  return forms.flatMap((form) => {
    if (form.match !== "exact" || matches.some((match) => match.form === form)) return [];
    const before = Math.max(-1, ...matches.filter((match) => match.form.ordinal < form.ordinal).map((match) => match.candidate.index));
    const after = Math.min(Number.POSITIVE_INFINITY, ...matches.filter((match) => match.form.ordinal > form.ordinal).map((match) => match.candidate.index));
    const between = candidates.filter((candidate) => !taken.has(candidate) && candidate.index > before && candidate.index < after);
    const [only, second] = between;
    const takesPlace = only?.heading.marker?.style === "chapter" && only.heading.marker.ordinal === form.ordinal && second === undefined && matches.length >= 2;
    return only !== undefined && takesPlace ? [{ candidate: only, form }] : [];
  });
}

/**
 * 2 and above: the title itself; between 0 and 1: similar; keywords count least. Between equals decide, in this order, the
 * numbering of chapters, contents behind the heading, a matching numeral.
 */
function titleScore(candidate: Candidate, form: SectionForm): number {
  const { marker } = candidate.heading;
  const sameOrdinal = marker?.ordinal === form.ordinal ? 0.01 : 0;
  const likeChapter = (marker?.style === "chapter" ? 0.04 : 0) + 0.015 * candidate.contents + sameOrdinal;
  const { core } = candidate;
  const likeness = Math.max(...titleCores(form).map((title) => (core.includes(title) ? similarityOfWhole(core, title) : similarity(core, title))));
  if (likeness === 1) return 2 + likeChapter;
  if (likeness >= similarEnough && tellsTheSame(core, form)) return likeness + likeChapter;
  // Where titles are prescribed a renamed chapter must at least stand at its place.
  const mayBeRenamed = form.match === "presence" || sameOrdinal > 0;
  return mayBeRenamed && form.keywords.some((word) => core.includes(word)) ? 0.1 + likeChapter : 0;
}

/**
 * 政府信息公开咨询情况 has half of its characters in common with 主动公开政府信息情况, and nothing of what either is about. Where
 * titles are prescribed such a one still stands in the place of the title that it ought to have.
 */
function tellsTheSame(core: string, form: SectionForm): boolean {
  const own = withoutCommonWords(core);
  return form.match === "exact" || own === "" || titleCores(form).some((title) => similarity(own, withoutCommonWords(title)) > 0);
}

/** In nearly every title. */
const commonWords = /政府信息|政务信息|信息|政府|政务|公开|工作|情况|的/g;

function withoutCommonWords(core: string): string {
  return core.replace(commonWords, "");
}

/** 政府信息公开总体情况 holds the title of its chapter whole and shares more pairs of characters with that of another. */
function similarityOfWhole(core: string, title: string): number {
  return core === title ? 1 : 0.95;
}

const titleCores: (form: SectionForm) => readonly string[] = remembered((form) => [form.title, ...form.aliases].map((title) => labelCore(foldedLabel(title))));

/**
 * The chapters among the headings of level one: those of the form, and others only if they take their place in the
 * numbering of the chapters around them. Many reports number paragraphs inside a chapter with 一、二、三、 again.
 */
function chaptersAmong(candidates: readonly Candidate[], matched: ReadonlySet<Candidate>): Candidate[] {
  const chapters: Candidate[] = [];
  let before: Candidate | undefined;
  let run: Candidate[] = [];
  for (const candidate of candidates) {
    if (!matched.has(candidate)) {
      run.push(candidate);
      continue;
    }
    if (before === undefined) chapters.push(...leadingUpTo(candidate, run));
    else if (takesItsPlace(run, before, candidate)) chapters.push(...run);
    chapters.push(candidate);
    [before, run] = [candidate, []];
  }
  if (before !== undefined && takesItsPlace(run, before, undefined)) chapters.push(...run);
  return chapters;
}

/** 一、组织领导, 二、制度建设 before 三、主动公开政府信息情况: chapters of the author's own, if their numbers lead from 一 up to the first one known. */
function leadingUpTo(first: Candidate, run: readonly Candidate[]): readonly Candidate[] {
  const own = run.slice(Math.max(0, run.findLastIndex(({ heading: { marker } }) => marker?.ordinal === 1)));
  return [...own, first].every(({ heading: { marker } }, i) => marker?.style === "chapter" && marker.ordinal === i + 1) ? own : [];
}

/**
 * Behind the last chapter at most two more are believed: a longer run numbers the points of that chapter. Where the next chapter begins
 * the numbers anew, as in a report put together from two, two are enough to show that they go on those of the chapters.
 */
function takesItsPlace(run: readonly Candidate[], before: Candidate, after: Candidate | undefined): boolean {
  const first = (before.heading.marker?.ordinal ?? 0) + 1;
  if (!run.every(({ heading: { marker } }, i) => marker?.style === "chapter" && marker.ordinal === first + i)) return false;
  if (after === undefined) return run.length <= 2;
  if (beginsAnew(after.heading, before.heading)) return run.length >= 2;
  return first + run.length <= (after.heading.marker?.ordinal ?? Number.POSITIVE_INFINITY);
}

/** 一、 although the chapter before has a number already. */
export function beginsAnew({ marker }: Heading, before: Heading): boolean {
  return marker?.style === "chapter" && marker.ordinal === 1 && before.marker !== undefined;
}

function sectionOf(tree: SyntaxTree, candidate: Candidate, next: Candidate | undefined, matches: readonly Match[]): Section {
  const form = matches.find((match) => match.candidate === candidate)?.form;
  const last = next?.index ?? endOfContent(tree, candidate.index + 1);
  const blocks: readonly Block[] = tree.blocks.slice(candidate.index + 1, last);
  const body = { start: candidate.heading.span.end, end: blocks.at(-1)?.span.end ?? candidate.heading.span.end };
  return {
    key: form?.key ?? "extra",
    form,
    heading: candidate.heading,
    span: { start: candidate.heading.span.start, end: body.end },
    body,
    blocks,
    foldedTitle: candidate.folded,
    isOpen: hasOpenMark(tree.text.slice(body.start, body.end)),
  };
}

/** Index behind the last block that is the chapter's: signature, date and the site's last lines belong to no chapter. */
function endOfContent({ text, blocks }: SyntaxTree, from: number): number {
  const isTail = (block: Block): boolean => block.kind === "noise" || block.kind === "blank" || isSignature(text, block);
  const last = blocks.findLastIndex((block, index) => index >= from && !isTail(block));
  return last < 0 ? from : last + 1;
}

function slotsOf(tree: SyntaxTree, edition: Edition, sections: readonly Section[]): Slot[] {
  return edition.sections.map((form) => ({ form, section: sections.find((section) => section.form === form), insertAt: placeOf(tree, form, sections) }));
}

/** Before the first chapter that the form has behind it, else at the end of the last one that it has before it. */
function placeOf(tree: SyntaxTree, form: SectionForm, sections: readonly Section[]): number {
  const before = sections.filter((section) => section.form !== undefined && section.form.ordinal < form.ordinal).at(-1);
  const after = sections.find((section) => section.form !== undefined && section.form.ordinal > form.ordinal && section.span.start >= (before?.span.end ?? 0));
  return after?.span.start ?? before?.span.end ?? tree.text.length;
}

function isSignature(text: string, block: Block): boolean {
  if (block.kind !== "paragraph" || shownLength(text, block.content) > 30) return false;
  const folded = fold(text.slice(block.content.start, block.content.end));
  return /^\(?\d{4}(年|-)\d{1,2}/.test(folded) || /(人民政府|办公室|委员会|[局厅部署院会中心])$/.test(folded);
}
