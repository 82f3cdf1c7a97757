import { fold, ordinalOf, remembered, type Report, type Section, type Span } from "../core/index.js";

/** A place in the prose that names a chapter: 第三部分, 第三章, and in the preamble 三、… or the chapter's title. */
export interface ChapterMention {
  readonly span: Span;
  readonly section: Section;
}

/** All of them, in the order of the text. Linear in the prose, computed once for a report. */
export const chapterMentionsOf: (report: Report) => readonly ChapterMention[] = remembered((report) => {
  const numbered = mentionsByNumber(report);
  const preamble = report.text.slice(0, report.sections[0]?.span.start ?? 0);
  const titled = report.sections.flatMap((section) => mentionOfTitle(report, preamble, section));
  const apart = titled.filter(({ span }) => !numbered.some((other) => other.span.start < span.end && span.start < other.span.end));
  return [...numbered, ...apart].sort((a, b) => a.span.start - b.span.start);
});

function mentionsByNumber({ text, sections }: Report): ChapterMention[] {
  const found: ChapterMention[] = [];
  for (const match of text.matchAll(/第([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章)/g)) {
    // 《条例》第三章 is a chapter of somebody else's.
    if ("》”".includes(text.charAt(match.index - 1) || " ")) continue;
    const ordinal = ordinalOf(match[1] ?? "") ?? Number(match[1]);
    const section = sections.find(({ heading }) => heading.marker?.ordinal === ordinal);
    if (section !== undefined) found.push({ span: { start: match.index, end: match.index + match[0].length }, section });
  }
  return found;
}

/** 本报告由总体情况、主动公开政府信息情况……六部分组成: the chapter's own title, or the form's, as it stands in the preamble. */
function mentionOfTitle({ text, title, edition, sections }: Report, preamble: string, section: Section): ChapterMention[] {
  const own = text.slice(section.heading.title.start, section.heading.title.end);
  const names = [own, ...(section.form === undefined ? [] : [section.form.title, ...section.form.aliases])];
  // A title that is part of another one (总体情况 in 公开总体情况) would be found in the wrong place.
  const isClear = (name: string): boolean => name.length >= 4 && edition.sections.every((form) => form === section.form || !fold(form.title).includes(fold(name))) && sections.length > 1;
  for (const name of names.filter(isClear).sort((a, b) => b.length - a.length)) {
    const start = preamble.indexOf(name, title?.span.end ?? 0);
    if (start >= 0) return [{ span: { start, end: start + name.length }, section }];
  }
  return [];
}
