import { isPage } from "../syntax/markup.js";
import type { Block, SyntaxTree } from "../syntax/nodes.js";
import { shownLength } from "../text/filler.js";
import { fold } from "../text/fold.js";
import { yearOf } from "../text/numerals.js";
import { slice, trimmed, type Span } from "../text/span.js";
import type { Title } from "./report.js";

/** Blocks among which the title is looked for: site noise and front matter may stand before it. */
const titleZone = 60;
const longestTitle = 70;
const titleWords = /(?:信息公开|政务公开).{0,12}(?:年度报告|年度工作报告|年报|报告)(?:\([^()]{1,12}\))?$/;
/** A line of its own above the rest of the title: 云溪县人民政府. */
const organWords = /^[^,。;:、()]{2,30}(?:政府|局|办公室|委员会|厅|院|会|中心|部|处|站|所|街道办事处|办事处|镇|乡|县|区|市|省)$/;
/** - [ ] 提交…, * …, [2023年…](…): a mention in a list or a link, not a title. */
const listItem = /^(?:[-*+•]\s|\d+[.)]\s|\[)/;
const yearWords = /([12][09]\d\d|二[〇○零]{1,2}[一二三][〇○零一二三四五六七八九]|二[〇○零]{2}[〇○零一二三四五六七八九])年?度?/;

/** The report's title: a line of its own, or the 标题 of a web page's front matter. */
export function findTitle(tree: SyntaxTree): Title | undefined {
  return isPage(tree.source) ? titleOfPage(tree) : titlesOf(tree).next().value?.title;
}

/**
 * A page names the reports of other years and the whole collection before its own: a heading counts most, then what the head of the page
 * says as well; of equals the last one, which stands next to the text. The head itself is taken where nothing else is there.
 */
function titleOfPage(tree: SyntaxTree): Title | undefined {
  const found = [...titlesOf(tree)];
  const head = found.find(({ block }) => block.kind === "frontMatter")?.title;
  const rank = ({ block, title }: FoundTitle): number => (block.kind === "frontMatter" ? 0 : block.kind === "heading" ? 4 : 1) + (title.folded === head?.folded ? 2 : 0) + (title.year === undefined ? 0 : 1);
  return found.reduce<FoundTitle | undefined>((best, each) => (best === undefined || rank(each) >= rank(best) ? each : best), undefined)?.title;
}

interface FoundTitle {
  readonly block: Block;
  readonly title: Title;
}

/** Lines before the first chapter that may be the title. */
function* titlesOf(tree: SyntaxTree): Generator<FoundTitle, undefined> {
  let seen = 0;
  const above: string[] = [];
  for (const block of tree.blocks) {
    if (isNumberedChapter(block) || (seen++ > titleZone && !isPage(tree.source))) return undefined;
    const range = candidate(tree, block);
    const title = range === undefined ? undefined : titleAt(tree.text, range);
    if (title !== undefined) yield { block, title: withLinesAbove(title, above.slice(-2)) };
    if (block.kind !== "blank") above.push(range === undefined ? "" : fold(slice(tree.text, range).slice(0, longestTitle)));
  }
  return undefined;
}

/** A title over two or three lines: 云溪县人民政府 / 2024年 / 政府信息公开工作年度报告. */
function withLinesAbove(title: Title, above: readonly string[]): Title {
  const year = above.findLast((line) => /^\d{4}年度?$/.test(line));
  const organ = above.findLast((line) => organWords.test(line));
  return { ...title, year: title.year ?? (year === undefined ? undefined : yearOf(year.slice(0, 4))), organ: title.organ ?? organ };
}

function isNumberedChapter(block: Block): boolean {
  return block.kind === "heading" && block.level === 1 && block.marker !== undefined;
}

function candidate({ text, source }: SyntaxTree, block: Block): Span | undefined {
  if (block.kind === "heading") return block.title;
  if (block.kind === "paragraph") return block.content;
  if (block.kind !== "frontMatter" || !/标题|名称|title/i.test(fold(slice(text, block.name)))) return undefined;
  return isPage(source) ? withoutSite(text, block.value) : block.value;
}

/** 云溪县2024年政府信息公开工作年度报告_云溪县人民政府: the head of a page tells the site as well. */
function withoutSite(text: string, value: Span): Span {
  const site = /(?<=报告|报告[）)])\s{0,4}[-_|—–·].*$/.exec(slice(text, value));
  return site === null ? value : { start: value.start, end: value.start + site.index };
}

function titleAt(text: string, range: Span): Title | undefined {
  if (shownLength(text, range) > 3 * longestTitle) return undefined;
  const words = slice(text, range);
  if (listItem.test(words)) return undefined;
  const opening = /^[《“"*]+/.exec(words)?.[0].length ?? 0;
  const closing = /[》”"*]+$/.exec(words)?.[0].length ?? 0;
  const inner = trimmed(text, { start: range.start + opening, end: range.end - closing });
  const folded = fold(slice(text, inner));
  if (folded.length > longestTitle || !titleWords.test(folded) || /[。;]/.test(folded)) return undefined;
  return { span: inner, folded, ...readTitle(folded) };
}

function readTitle(folded: string): { readonly organ: string | undefined; readonly year: number | undefined } {
  const match = yearWords.exec(folded);
  const year = match === null ? undefined : yearOf(match[1] ?? "");
  const before = match === null ? "" : folded.slice(0, match.index);
  const after = folded.slice(match === null ? 0 : match.index + match[0].length);
  return { year, organ: organIn(before) ?? organIn(after.replace(/(?:政府|政务)?信息公开.*$/, "")) };
}

function organIn(words: string): string | undefined {
  const organ = words.replace(/[()《》]/g, "").replace(/^关于/, "").replace(/(?:关于|的)$/, "");
  return organ === "" ? undefined : organ;
}
