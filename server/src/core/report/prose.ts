import type { Heading, Paragraph } from "../syntax/nodes.js";
import { foldedLine, type FoldedText } from "../text/foldedText.js";
import { plainTextOf } from "../text/plainText.js";
import { remembered } from "../text/remembered.js";
import { trimmed, type Span } from "../text/span.js";
import type { Report, Section } from "./report.js";

/** A line of prose or a heading as rules about words read it: folded, with the way back to the draft. */
export interface ProseLine {
  readonly block: Heading | Paragraph;
  /** The chapter that it stands in; undefined before the first and behind the last. */
  readonly section: Section | undefined;
  readonly folded: string;
  /** The place in the draft of folded characters. */
  span(start: number, end: number): Span;
  /** Whether the folded character stands in “” or 《》: then it is somebody else's word. */
  isQuoted(at: number): boolean;
}

export const proseOf: (report: Report) => readonly ProseLine[] = remembered((report) => {
  const lines: ProseLine[] = [];
  let next = 0;
  for (const block of report.tree.blocks) {
    if (block.kind !== "heading" && block.kind !== "paragraph") continue;
    while ((report.sections[next]?.span.end ?? Number.POSITIVE_INFINITY) <= block.span.start) next++;
    const section = report.sections[next];
    lines.push(new Line(report, block, section !== undefined && section.span.start <= block.span.start ? section : undefined));
  }
  return lines;
});

/** Lines before the first chapter: title, basis, period, where to ask. */
export function preambleOf(report: Report): readonly ProseLine[] {
  const first = report.sections[0]?.span.start ?? 0;
  const lines = proseOf(report);
  const end = lines.findIndex((line) => line.block.span.start >= first);
  return end < 0 ? [] : lines.slice(0, end);
}

/** The sentence around a place in a folded line, from stop to stop. */
export function sentenceAround({ folded }: ProseLine, at: number, end: number): { readonly start: number; readonly text: string } {
  let start = at;
  while (start > 0 && at - start < longestSentence && !isStop(folded.charAt(start - 1))) start--;
  let stop = end;
  while (stop < folded.length && stop - end < longestSentence && !isStop(folded.charAt(stop))) stop++;
  return { start, text: folded.slice(start, stop) };
}

/** A limit, so that a text without stops takes no square time. */
const longestSentence = 300;

function isStop(character: string): boolean {
  return "。;!?".includes(character);
}

class Line implements ProseLine {
  private readonly words: FoldedText;
  private quoted: Uint8Array | undefined;

  constructor(
    report: Report,
    readonly block: Heading | Paragraph,
    readonly section: Section | undefined,
  ) {
    const content = contentOf(report.text, block);
    // A comment is no prose.
    this.words = foldedLine(plainTextOf(report), report.text.startsWith("<!--", content.start) ? { start: content.start, end: content.start } : content);
  }

  get folded(): string {
    return this.words.text;
  }

  span(start: number, end: number): Span {
    return this.words.span(start, end);
  }

  isQuoted(at: number): boolean {
    return (this.quoted ??= quotedPlaces(this.words.text))[at] === 1;
  }
}

/** Of a heading its number, its title and what punctuation follows. */
function contentOf(text: string, block: Heading | Paragraph): Span {
  return block.kind === "paragraph" ? block.content : trimmed(text, { start: block.marker?.span.start ?? block.title.start, end: block.span.end });
}

function quotedPlaces(folded: string): Uint8Array {
  const places = new Uint8Array(folded.length);
  let books = 0;
  let isOpen = false;
  for (let i = 0; i < folded.length; i++) {
    const character = folded.charAt(i);
    if (character === "《") books++;
    else if (character === "》") books = Math.max(0, books - 1);
    else if (character === '"') isOpen = !isOpen;
    if (books > 0 || isOpen) places[i] = 1;
  }
  return places;
}
