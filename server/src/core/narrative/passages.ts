/**
 * This folder reads the numbers of the prose into claims: what is counted, how much of it, in which year, by whom, and which
 * number is part of which. It knows words and the form's cells; it knows no rule and no message. docs/narrative.md says how.
 */
import type { Report, Section } from "../report/report.js";
import type { Block, Paragraph } from "../syntax/nodes.js";
import { hasNumber } from "./numbers.js";
import { foldedProse, type FoldedText } from "../text/foldedText.js";
import { plainTextOf } from "../text/plainText.js";
import type { Span } from "../text/span.js";

/** A paragraph, or several lines that a copy has broken one over. */
export interface Passage {
  readonly folded: FoldedText;
  /** Key of the chapter that it stands in. */
  readonly section: string | undefined;
}

/** Prose only: no tables, front matter, page noise, chapter titles. In the order of the text. */
export function passagesOf(report: Report): readonly Passage[] {
  const { text, tree, sections } = report;
  const passages: Passage[] = [];
  let open: Span[] = [];
  let sectionAt = 0;
  const close = (): void => {
    const [first] = open;
    if (first === undefined) return;
    while (sectionAt + 1 < sections.length && (sections[sectionAt + 1]?.span.start ?? 0) <= first.start) sectionAt++;
    if (open.some((span) => mayState(text, span))) passages.push({ folded: foldedProse(plainTextOf(report), open), section: keyAt(sections[sectionAt], first.start) });
    open = [];
  };
  for (const block of tree.blocks) {
    if (block.kind === "blank") continue;
    const prose = proseOf(text, block);
    if (prose === undefined || !continues(text, open.at(-1), block)) close();
    if (prose !== undefined) open.push(prose);
  }
  close();
  return passages;
}

function keyAt(section: Section | undefined, offset: number): string | undefined {
  return section !== undefined && section.span.start <= offset ? section.key : undefined;
}

/** Only what has a number or says that there is none, or that all are so, needs to be read. */
function mayState(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return hasNumber(words) || /[无無未没沒均]|全部/.test(words);
}

function proseOf(text: string, block: Block): Span | undefined {
  if (block.kind === "paragraph") return isProse(text, block) ? block.content : undefined;
  return block.kind === "heading" && block.level > 1 ? { start: block.title.start, end: block.span.end } : undefined;
}

/** Lines with pipes, tabs or tags are parts of tables that could not be read. */
function isProse(text: string, { content }: Paragraph): boolean {
  for (let i = content.start; i < content.end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7c || code === 0x09) return false;
  }
  return text.charCodeAt(content.start) !== 0x3c;
}

/** Shorter lines than this are titles and signatures, not sentences broken off by a copy. */
const shortestBroken = 20;
const comma = /[,，、]$/;
const brokenOff = /[\u4e00-\u9fff]$/;
const closed = /[件条條份次项項人元个個篇]$/;

function continues(text: string, last: Span | undefined, block: Block): boolean {
  if (last === undefined || block.kind !== "paragraph" || block.marker !== undefined) return false;
  const words = text.slice(Math.max(last.start, last.end - shortestBroken), last.end).trimEnd();
  if (comma.test(words)) return true;
  return last.end - last.start >= shortestBroken && brokenOff.test(words) && !closed.test(words);
}
