import { fold } from "./fold.js";
import { pinyinAnnotations } from "./script/pinyin.js";
import type { Span } from "./span.js";

/** A stretch of a draft in its folded form, with the way back: which characters of the draft a folded stretch stands for. */
export class FoldedText {
  readonly folded: string;
  private offsets: readonly number[] | undefined;

  constructor(
    private readonly text: string,
    private readonly range: Span,
  ) {
    this.folded = fold(text.slice(range.start, range.end));
  }

  /** The stretch of the draft for the folded characters from `start` to `end`; spaces and pinyin inside belong to it. */
  span(start: number, end: number): Span {
    const offsets = (this.offsets ??= offsetsOf(this.text.slice(this.range.start, this.range.end)));
    const from = this.range.start + (offsets[start] ?? this.range.end - this.range.start);
    if (end <= start) return { start: from, end: from };
    const last = this.range.start + (offsets[end - 1] ?? 0);
    return { start: from, end: last + ((this.text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
  }
}

/** For each folded character where its original begins. Computed only for lines in which something is found. */
function offsetsOf(text: string): number[] {
  let whole = "";
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    const piece = fold(character);
    for (let i = 0; i < piece.length; i++) offsets.push(at);
    whole += piece;
    at += character.length;
  }
  const annotated = pinyinAnnotations(whole);
  return annotated.length === 0 ? offsets : outside(offsets, annotated.map(({ span }) => span));
}

function outside(offsets: readonly number[], spans: readonly Span[]): number[] {
  const kept: number[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    for (let i = from; i < start; i++) kept.push(offsets[i] ?? 0);
    from = end;
  }
  for (let i = from; i < offsets.length; i++) kept.push(offsets[i] ?? 0);
  return kept;
}
