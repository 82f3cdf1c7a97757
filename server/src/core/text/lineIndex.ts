import type { Span } from "./span.js";

/** Zero-based, UTF-16, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** So many lines after the last answer are tried one by one before the place is searched in all of them. */
const nearby = 4;

/** Turns offsets into positions and back. A line ends at LF, CRLF or CR, as LSP has it. */
export class LineIndex {
  private readonly starts: readonly number[];
  /** The line of the last answer: what is asked in the order of the text is most often on it or shortly after it. */
  private recent = 0;

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  position(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: offset - this.start(line) };
  }

  range(range: Span): { readonly start: Position; readonly end: Position } {
    return { start: this.position(range.start), end: this.position(range.end) };
  }

  /** The offset of a position; past the end of a line or of the text it is that end. */
  offset(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.text.length;
    const next = position.line + 1 < this.starts.length ? this.start(position.line + 1) : this.text.length;
    return Math.min(this.start(position.line) + Math.max(0, position.character), next);
  }

  /** The line without its terminator. */
  lineText(line: number): string {
    const end = line + 1 < this.starts.length ? this.start(line + 1) : this.text.length;
    return this.text.slice(this.start(line), end).replace(/[\r\n]+$/, "");
  }

  lineAt(offset: number): number {
    let line = this.recent;
    if (offset >= this.start(line)) {
      for (const last = line + nearby; line <= last; line++) {
        if (line + 1 >= this.starts.length || offset < this.start(line + 1)) return (this.recent = line);
      }
    }
    return (this.recent = this.searched(offset));
  }

  private searched(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}
