import type { Directive, SyntaxTree } from "../syntax/nodes.js";
import { slice, type Span } from "../text/span.js";

/** The reason stands behind a colon, or is simply what is no code. */
const shape = /^nianbao-(disable-next-line|disable-file|disable|enable)(?![a-z-])(?:\s+([a-z][a-z-]*(?:[\s,，、]+[a-z][a-z-]*)*))?/;

/** Stands for all codes. */
const all = "*";

/**
 * Where findings are silenced, by comments in the text:
 *
 *     <!-- nianbao-disable-next-line row-total: 理由 -->     the next line that is neither blank nor a comment
 *     <!-- nianbao-disable row-total: 理由 --> … <!-- nianbao-enable row-total -->
 *     <!-- nianbao-disable-file mixed-script: 理由 -->
 *
 * Without a code all codes are meant. What is disabled by name is enabled by its name or by an `enable` without one; what is
 * disabled without a name only by the latter.
 */
export class Suppressions {
  private readonly stretches = new Map<string, Span[]>();

  constructor(tree: SyntaxTree) {
    const open = new Map<string, number>();
    const lineEnds = nextLineEnds(tree);
    tree.blocks.forEach((block, index) => {
      if (block.kind === "directive") this.obey(tree, block, lineEnds[index] ?? tree.text.length, open);
    });
    for (const [code, start] of open) this.add(code, { start, end: tree.text.length });
    for (const [code, stretches] of this.stretches) this.stretches.set(code, merged(stretches));
  }

  covers(code: string, offset: number): boolean {
    return holds(this.stretches.get(code), offset) || holds(this.stretches.get(all), offset);
  }

  private obey(tree: SyntaxTree, directive: Directive, lineEnd: number, open: Map<string, number>): void {
    const parsed = shape.exec(slice(tree.text, directive.content));
    if (parsed === null) return;
    const codes = parsed[2]?.split(/[\s,，、]+/);
    const start = directive.span.end;
    if (parsed[1] === "enable") return this.close(codes ?? [...open.keys()], directive.span.start, open);
    for (const code of codes ?? [all]) {
      if (parsed[1] === "disable-file") this.add(code, { start: 0, end: tree.text.length });
      else if (parsed[1] === "disable-next-line") this.add(code, { start, end: lineEnd });
      else if (!open.has(code)) open.set(code, start);
    }
  }

  private close(codes: readonly string[], end: number, open: Map<string, number>): void {
    for (const code of codes) {
      const start = open.get(code);
      if (start !== undefined) this.add(code, { start, end });
      open.delete(code);
    }
  }

  private add(code: string, stretch: Span): void {
    const known = this.stretches.get(code);
    if (known === undefined) this.stretches.set(code, [stretch]);
    else known.push(stretch);
  }
}

/** For each block the end of the next line that is neither blank nor a comment: several comments may stand above one line. */
function nextLineEnds({ text, blocks }: SyntaxTree): number[] {
  const ends: number[] = [];
  let end = text.length;
  for (const [index, block] of [...blocks.entries()].reverse()) {
    ends[index] = end;
    if (block.kind !== "blank" && block.kind !== "directive") end = endOfLine(text, block.span.start);
  }
  return ends;
}

function endOfLine(text: string, from: number): number {
  const line = /[^\r\n]*/y;
  line.lastIndex = from;
  return from + (line.exec(text)?.[0].length ?? 0);
}

/** Sorted, without overlaps, so that a place is looked up in a few steps however many comments there are. */
function merged(stretches: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && stretch.start <= last.end) found[found.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else found.push(stretch);
  }
  return found;
}

function holds(stretches: readonly Span[] | undefined, offset: number): boolean {
  if (stretches === undefined) return false;
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const stretch = stretches[low - 1];
  return stretch !== undefined && offset <= stretch.end;
}
