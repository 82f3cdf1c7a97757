import { overlapOf, type Overlap } from "../../archive/overlap.js";
import { chaptersOfProse, ownPassages } from "../../archive/passages.js";
import type { Summary, TextRange } from "../../archive/summary.js";
import { defineRule, type Found, type Words } from "../../check/rule.js";
import { chapterLabel } from "../../forms/chapterLabel.js";
import type { Report, Section } from "../../report/report.js";

/** Half of a chapter taken over is what reviewers mark down (宿迁 counts from 50 %). */
const mostShared = 0.5;

/** Letters of a chapter below which it says too little to be held against another one. */
const shortestChapter = 80;

/** Letters of a paragraph that nobody writes twice by chance. */
const shortestParagraph = 40;

const messages = {
  chapter: (chapter: string, year: number, { shared, all }: Overlap): Words => ({
    zh: `“${chapter}”有 ${percent(shared, all)}% 的文字与${year}年报告相同（${all} 字中 ${shared} 字，不计年份、数字和标点）。年度报告应写本年的情况，避免内容雷同。请按本年实际改写。`,
    en: `${percent(shared, all)} % of “${chapter}” stands in the report of ${year} too (${shared} of ${all} letters, without years, numbers and punctuation). A report is to tell of its own year. Write it anew.`,
  }),
  paragraph: (year: number, letters: number): Words => ({
    zh: `这一段（${letters} 字）与${year}年报告的一段完全相同（不计年份、数字和标点）。存在的问题和改进情况应当具体，不应每年雷同。请按本年实际改写。`,
    en: `This paragraph (${letters} letters) stands word for word in the report of ${year} (without years, numbers and punctuation). Problems and improvements are to be concrete, not the same every year. Write it anew.`,
  }),
  former: (year: number): Words => ({ zh: `${year}年报告中的相同文字`, en: `The same text in the report of ${year}` }),
};

export default defineRule({
  code: "repeated-text",
  group: "consistency",
  scope: "archive",
  phase: "typing",
  severity: "information",
  summary: { zh: "文字大段照搬上一年报告", en: "Text taken over from the report of the year before" },
  basis: { zh: "国办公开办函〔2021〕30号：报告不得内容雷同、敷衍应付", en: "Notice of 2021: reports must not be identical from year to year or perfunctory" },
  *check(report) {
    const { previous } = report.neighbours;
    if (previous?.year === undefined) return;
    for (const section of chaptersOfProse(report)) yield* foundIn(report, section, previous, previous.year);
  },
});

/** The chapter as a whole where half of it is taken over; else, among the problems, each paragraph that is. */
function* foundIn(report: Report, section: Section, previous: Summary, year: number): Iterable<Found> {
  if (section.form === undefined) return;
  const passages = ownPassages(report, section);
  const overlap = overlapOf(passages, previous, section.key);
  if (overlap.all >= shortestChapter && overlap.shared >= mostShared * overlap.all) {
    const place = previous.passages.find(({ chapter }) => chapter === section.key)?.range;
    yield { key: section.key, span: section.heading.title, message: messages.chapter(chapterLabel(section.form), year, overlap), ...relatedTo(section.heading.title, place, previous, year) };
  } else if (section.key === "problems") yield* repeatedParagraphs(report, section, previous, year);
}

function* repeatedParagraphs(report: Report, section: Section, previous: Summary, year: number): Iterable<Found> {
  const former = new Map(previous.passages.filter(({ chapter }) => chapter === section.key).map(({ words, range }) => [words, range]));
  let count = 0;
  for (const { span, words } of ownPassages(report, section)) {
    const place = words.length < shortestParagraph ? undefined : former.get(words);
    if (place === undefined) continue;
    yield { key: `${section.key}/${++count}`, span, message: messages.paragraph(year, words.length), ...relatedTo(span, place, previous, year) };
  }
}

function relatedTo(span: Found["span"], range: TextRange | undefined, { place }: Summary, year: number): Pick<Found, "related"> {
  return range === undefined ? {} : { related: [{ span, message: messages.former(year), elsewhere: { file: place.file, range } }] };
}

/** Rounded down: 100 is said only where all is the same. */
function percent(shared: number, all: number): number {
  return Math.floor((100 * shared) / all);
}
