import { fold } from "./fold.js";
import { plainSpan, type PlainText } from "./plainText.js";
import { pinyinAnnotations } from "./script/pinyin.js";
import { isSpace, type Span } from "./span.js";

/** Words of a draft in their folded form (see `fold`), with the way back: which characters of the draft they stand for. */
export class FoldedText {
  private known: ArrayLike<number> | undefined;

  constructor(
    readonly text: string,
    private readonly plain: PlainText,
    /** For each folded character its place in the plain text, and the end behind them; not asked where nothing is found. */
    private readonly placesOf: () => ArrayLike<number>,
  ) {}

  /** The stretch of the draft for the folded characters from `start` to `end`; spaces and pinyin inside belong to it. */
  span(start: number, end: number): Span {
    const places = (this.known ??= this.placesOf());
    const { draft, offsets } = this.plain;
    const from = offsets[places[Math.min(start, places.length - 1)] ?? 0] ?? draft.length;
    if (end <= start) return { start: from, end: from };
    const last = offsets[places[end - 1] ?? 0] ?? from;
    return { start: from, end: last + ((draft.codePointAt(last) ?? 0) > 0xffff ? 2 : 1) };
  }
}

/** A line as labels are compared: without blanks. 「我 縣 2024 年」 becomes 「我县2024年」. */
export function foldedLine(plain: PlainText, range: Span): FoldedText {
  const { start, end } = plainSpan(plain, range);
  const words = plain.text.slice(start, end);
  const text = fold(words);
  return new FoldedText(text, plain, () => placesIn(words, start, text.length));
}

/** Folding makes nothing longer, so where the length has stayed each character stands for itself. */
function placesIn(words: string, start: number, length: number): number[] {
  if (length === words.length) return Array.from({ length: length + 1 }, (_, i) => start + i);
  let whole = "";
  const places: number[] = [];
  let at = start;
  for (const character of words) {
    const piece = fold(character);
    for (let i = 0; i < piece.length; i++) places.push(at);
    whole += piece;
    at += character.length;
  }
  places.push(at);
  return outside(places, pinyinAnnotations(whole).map(({ span }) => span));
}

function outside(places: readonly number[], spans: readonly Span[]): number[] {
  let from = 0;
  const kept = spans.flatMap(({ start, end }) => {
    const before = places.slice(from, start);
    from = end;
    return before;
  });
  return [...kept, ...places.slice(from)];
}

/**
 * Prose as its numbers are read: one blank is kept between two letters or digits, since 12 34 are two numbers, and the
 * asterisks of Markdown's emphasis are left out. Several stretches may be one: lines that a copy has broken a sentence over.
 */
export function foldedProse(plain: PlainText, ranges: readonly Span[]): FoldedText {
  const folding = new Folding(plain);
  for (const range of ranges) folding.add(plainSpan(plain, range));
  return folding.done();
}

class Folding {
  private text = "";
  private readonly places: number[] = [];
  private end = 0;
  /** Whether the last character of the text is a letter or digit; asking the text itself, piece by piece, takes square time. */
  private endsInWord = false;

  constructor(private readonly plain: PlainText) {}

  add({ start, end }: Span): void {
    for (let i = start; i < end; ) {
      const from = i;
      while (i < end && isIdeograph(this.plain.text.charCodeAt(i))) this.places.push(i++);
      if (i > from) {
        this.text += this.plain.text.slice(from, i);
        this.endsInWord = false;
      }
      if (i < end) i += this.addCharacter(i);
    }
    this.end = end;
  }

  done(): FoldedText {
    this.places.push(this.end);
    return new FoldedText(this.text, this.plain, () => this.places);
  }

  /** Length of the character that was read; ideographs have gone over whole. */
  private addCharacter(at: number): number {
    const code = this.plain.text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) this.addAscii(code, at);
    else if (!isSpace(code)) return this.addSign(at);
    return 1;
  }

  private addAscii(code: number, at: number): void {
    const { draft, offsets } = this.plain;
    if (code === asterisk && draft.charCodeAt(offsets[at] ?? 0) === asterisk) return;
    if (this.isParted(code, at)) this.push(" ", at - 1);
    this.push(String.fromCharCode(code), at);
  }

  /** Looks at the draft, where 12 and 34 may be parted by a line break that the plain text does not have. */
  private isParted(code: number, at: number): boolean {
    if (!isWordCharacter(code) || !this.endsInWord) return false;
    const { draft, offsets } = this.plain;
    const end = offsets[at] ?? draft.length;
    for (let i = (offsets[this.places.at(-1) ?? 0] ?? end) + 1; i < end; i++) if (isSpace(draft.charCodeAt(i))) return true;
    return false;
  }

  private addSign(at: number): number {
    const length = (this.plain.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const folded = fold(this.plain.text.slice(at, at + length));
    if (folded !== "") this.push(folded, at);
    return length;
  }

  private push(folded: string, at: number): void {
    this.text += folded;
    this.endsInWord = isWordCharacter(folded.charCodeAt(folded.length - 1));
    for (let i = 0; i < folded.length; i++) this.places.push(at);
  }
}

const asterisk = 0x2a;

function isIdeograph(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
