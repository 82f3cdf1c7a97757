// Where in running text the title of a chapter ends: one that a form prints, or words that tell a chapter's contents.
import { sectionTitles, sectionWords } from "../forms/lexicon.js";
import { fold } from "../text/fold.js";
import { annotationEnd } from "../text/script/pinyin.js";
import { isSpace } from "../text/span.js";

/** No official title is longer, nor a descriptive one in real reports. */
const longestTitle = 40;
/** The same with the blanks and the pinyin inside of it. */
const longestRaw = 200;
/** Everything that an official title begins with: as soon as the text leaves it, no title is there. */
const beginnings: ReadonlySet<string> = new Set([...sectionTitles].flatMap((title) => Array.from(title, (_, i) => title.slice(0, i + 1))));

/** The end of the longest official title that begins at `at`. */
export function officialTitleAt(text: string, at: number, to: number): number | undefined {
  let found: number | undefined;
  for (const { folded, end } of wordsFrom(text, at, to)) {
    if (!beginnings.has(folded)) break;
    if (sectionTitles.has(folded)) found = end;
  }
  return found;
}

/** How the titles of chapters end, whatever form they follow. */
export const titleEndings = "情况|概述|概况|综述|措施|事项|问题|打算|计划|安排|说明|统计表|附[件表录]";
const titleEnd = new RegExp(`(?:${titleEndings})$`);
/** The title goes on behind such a word: 主要问题和改进措施, 公开情况统计表. */
const goesOn = /^[及和与或、的以统附并]/;
const annex = /(?:统计表|附[件表录])$/;
const stops = /[。！？!?；;：:，,《》“”"()0-9]/;

/** Whether folded words, all of them, read as the title of a chapter: 政府信息主动公开情况, 概述. */
export function tellsChapter(folded: string): boolean {
  return folded.length <= longestTitle && titleEnd.test(folded) && !stops.test(folded) && sectionWords.some((word) => folded.includes(word));
}

/** Words that begin at `at` and end as titles do, 政府信息依申请公开工作情况, and whether they tell of a chapter's contents. */
export function descriptiveTitleAt(text: string, at: number, to: number): { readonly end: number; readonly isTelling: boolean } | undefined {
  for (const { folded, end } of wordsFrom(text, at, to)) {
    if (stops.test(folded.slice(-1))) return undefined;
    if (titleEnd.test(folded) && !goesOn.test(fold(text.slice(end, Math.min(to, end + 8))))) return { end, isTelling: annex.test(folded) || sectionWords.some((word) => folded.includes(word)) };
  }
  return undefined;
}

/** Folded words of growing length and where each of them ends; blanks and pinyin behind a character do not make a word of their own. */
function* wordsFrom(text: string, at: number, to: number): Generator<{ readonly folded: string; readonly end: number }, void> {
  const last = Math.min(to, at + longestRaw);
  let folded = "";
  for (let i = at; i < last && folded.length < longestTitle; ) {
    const piece = isSpace(text.charCodeAt(i)) ? "" : fold(text.charAt(i));
    const end = piece === "" ? i + 1 : behindPinyin(text, i + 1);
    folded += piece;
    if (piece !== "") yield { folded, end };
    i = end;
  }
}

function behindPinyin(text: string, at: number): number {
  let end = at;
  for (let next = annotationEnd(text, end); next !== undefined; next = annotationEnd(text, end)) end = next;
  return end;
}
