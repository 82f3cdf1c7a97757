import { fold } from "../text/fold.js";
import { foldCode } from "../text/script/han.js";
import { pinyinAnnotations } from "../text/script/pinyin.js";
import { isSpace, type Span } from "../text/span.js";

/**
 * A stretch of a draft in the form that comparisons use (see `fold`), with the way back: each folded character knows where
 * in the draft it stands. 收(shōu)到 １２ 件 is "收到12件", and the span of "12" is that of １２.
 *
 * Unlike `fold` it keeps one blank between two letters or digits, since 12 34 are two numbers, and drops the asterisks of
 * Markdown's emphasis.
 */
export interface FoldedProse {
  readonly text: string;
  /** The place in the draft of the folded characters from `start` up to `end`; empty only if they are. */
  spanOf(start: number, end: number): Span;
}

/** Several stretches may be folded into one: lines that a copy has broken a sentence over. */
export function foldedProse(source: string, stretches: readonly Span[]): FoldedProse {
  const folding = new Folding();
  for (const stretch of stretches) folding.add(source, stretch);
  return folding.done();
}

class Folding {
  private text = "";
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private isBlankPending = false;

  add(source: string, { start, end }: Span): void {
    const piece = source.slice(start, end);
    const annotations = pinyinAnnotations(piece);
    let next = 0;
    for (let i = 0; i < piece.length; ) {
      const annotation = annotations[next];
      if (annotation !== undefined && annotation.span.start === i) {
        i = annotation.span.end;
        next++;
        continue;
      }
      i += this.addCharacter(piece, i, start + i);
    }
  }

  done(): FoldedProse {
    const { text, starts, ends } = this;
    const spanOf = (start: number, end: number): Span => {
      const from = starts[start] ?? ends.at(-1) ?? 0;
      return { start: from, end: end > start ? (ends[end - 1] ?? from) : from };
    };
    return { text, spanOf };
  }

  /** Length in the draft of the character that was read. */
  private addCharacter(piece: string, at: number, place: number): number {
    const code = piece.charCodeAt(at);
    if (code >= 0x3400 && code <= 0x9fff) this.push(String.fromCharCode(foldCode(code)), place, 1);
    else if (isSpace(code)) this.isBlankPending = true;
    else if (code > 0x20 && code < 0x7f) this.pushAscii(code, place);
    else return this.addSign(piece, at, place);
    return 1;
  }

  private addSign(piece: string, at: number, place: number): number {
    const length = (piece.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    this.push(fold(piece.slice(at, at + length)), place, length);
    return length;
  }

  private pushAscii(code: number, place: number): void {
    if (code === asterisk) return;
    if (this.isBlankPending && isWordCharacter(code) && isWordCharacter(this.text.charCodeAt(this.text.length - 1))) this.push(" ", place, 0);
    this.push(String.fromCharCode(code), place, 1);
  }

  private push(folded: string, place: number, length: number): void {
    if (folded === "") return;
    this.isBlankPending = false;
    this.text += folded;
    for (let i = 0; i < folded.length; i++) {
      this.starts.push(place);
      this.ends.push(place + length);
    }
  }
}

const asterisk = 0x2a;

function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
