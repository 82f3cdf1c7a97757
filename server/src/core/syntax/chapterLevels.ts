/**
 * Which headings are chapters, where the number alone does not say it: （二）主动公开政府信息情况 is one in a draft that numbers its
 * chapters （一）（二）（三）, and a point of chapter one below 一、总体情况. Reads the numbers in the order of the text; knows no form.
 */
import { numberedSectionTitles } from "../forms/lexicon.js";
import type { Block, Heading, MarkerStyle } from "./nodes.js";
import { foldedTitleOf, isChapterTitle } from "./textLine.js";

type Numbered = Heading & { readonly marker: NonNullable<Heading["marker"]> };

export function withChapterLevels(text: string, blocks: readonly Block[]): readonly Block[] {
  const titled = new Set(blocks.filter((block): block is Heading => block.kind === "heading" && isChapterTitle(text.slice(block.title.start, block.title.end))));
  const lower = new Set([...titled].filter(isLower));
  if (lower.size === 0) return blocks;
  const chapters = styleOfAll(text, titled, lower) ?? chaptersAmong(text, blocks, titled, lower);
  return blocks.map((block) => (block.kind === "heading" && chapters.has(block) ? { ...block, level: 1 } : block));
}

function isLower(heading: Heading): heading is Numbered {
  return heading.level > 1 && heading.marker !== undefined;
}

/** 一、报告内容 / （一）总体情况 / （二）主动公开政府信息情况 …: several titles, all in one lower style, each under the form's own number. */
function styleOfAll(text: string, titled: ReadonlySet<Heading>, lower: ReadonlySet<Numbered>): ReadonlySet<Heading> | undefined {
  const [first] = lower;
  if (lower.size < 2 || lower.size < titled.size) return undefined;
  let last = 0;
  for (const heading of lower) {
    const { style, ordinal = 0 } = heading.marker;
    if (style !== first?.marker.style || ordinal <= last || !numberedSectionTitles.has(`${ordinal}${foldedTitleOf(text, heading)}`)) return undefined;
    last = ordinal;
  }
  return lower;
}

/** Those that go on the numbers of the chapters before them and no numbers of points. */
function chaptersAmong(text: string, blocks: readonly Block[], titled: ReadonlySet<Heading>, lower: ReadonlySet<Heading>): ReadonlySet<Heading> {
  const above = new Set([...titled].filter((heading) => !lower.has(heading)).map((heading) => foldedTitleOf(text, heading)));
  const next = nextChapters(blocks);
  const chapters = new Set<Heading>();
  const numbers = new Numbers();
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== "heading" && block.kind !== "paragraph") continue;
    if (block.kind === "heading" && block.level === 1) {
      if (block.marker !== undefined || titled.has(block)) numbers.addChapter(block);
    } else if (block.kind === "heading" && lower.has(block) && !above.has(foldedTitleOf(text, block)) && numbers.isNext(block, next[i])) {
      chapters.add(block);
      numbers.addChapter(block);
    } else numbers.addPoint(block);
  }
  return chapters;
}

/** For each block the number of the next heading that is a chapter by its number. */
function nextChapters(blocks: readonly Block[]): readonly (number | undefined)[] {
  const found: (number | undefined)[] = [];
  let next: number | undefined;
  for (let i = blocks.length - 1; i >= 0; i--) {
    found[i] = next;
    const block = blocks[i];
    if (block?.kind === "heading" && block.marker?.style === "chapter") next = block.marker.ordinal;
  }
  return found;
}

/** How far chapters, and the points below the last of them, have been numbered. */
class Numbers {
  private chapter = 0;
  private style: MarkerStyle | undefined;
  private readonly points = new Map<MarkerStyle, number>();

  addChapter({ marker }: Heading): void {
    this.chapter = marker?.ordinal ?? this.chapter + 1;
    this.style = marker?.style;
    this.points.clear();
  }

  addPoint({ marker }: Pick<Heading, "marker">): void {
    if (marker?.ordinal !== undefined) this.points.set(marker.style, marker.ordinal);
  }

  /** `next`: the number of the next chapter. The same number again, or 一、 above it, makes this one a point. */
  isNext({ marker }: Heading, next: number | undefined): boolean {
    if (marker === undefined) return false;
    if (this.style === marker.style) return true;
    const { style, ordinal } = marker;
    if (ordinal === undefined) return this.style === undefined;
    if (ordinal !== this.chapter + 1 || next === ordinal) return false;
    return ordinal === 1 || this.points.get(style) !== ordinal - 1 || next === ordinal + 1;
  }
}
