import type { Directive, SyntaxTree } from "../syntax/nodes.js";
import { remembered } from "../text/remembered.js";
import { slice, trimmed, type Span } from "../text/span.js";

export type SuppressionVerb = "disable-next-line" | "disable-file" | "disable" | "enable";

export const suppressionVerbs: readonly SuppressionVerb[] = ["disable-next-line", "disable-file", "disable", "enable"];

/** The reason stands behind a colon, or is simply what is no code. */
const shape = /^nianbao-(disable-next-line|disable-file|disable|enable)(?![a-z-])(?:\s+([a-z][a-z-]*(?:[\s,，、]+[a-z][a-z-]*)*))?/;

/** What a quick fix writes for the reason, for the author to replace. */
export const reasonToWrite = { zh: "请写明理由", en: "give the reason" } as const;

/** Stands for all codes. */
export const allCodes = "*";

/** A comment that silences findings, or ends that. */
export interface Suppression {
  readonly verb: SuppressionVerb;
  readonly directive: Directive;
  /** Words that may be codes, as they are written; empty where all codes are meant. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  /** What is written behind the codes, without the colon; empty where no reason is given. */
  readonly reason: Span;
  /** Where it silences each of its codes; empty for `enable`. Both ends belong to it. */
  readonly stretches: ReadonlyMap<string, Span>;
  /** The `enable` that ends it for some code. */
  readonly endedBy: Directive | undefined;
}

/** Written to while the text is read, read-only afterwards. */
interface Draft {
  readonly verb: SuppressionVerb;
  readonly directive: Directive;
  readonly codes: Suppression["codes"];
  readonly reason: Span;
  readonly stretches: Map<string, Span>;
  endedBy: Directive | undefined;
}

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
  /** In the order of the text. */
  readonly comments: readonly Suppression[];
  private readonly stretches: ReadonlyMap<string, readonly Span[]>;

  constructor(tree: SyntaxTree) {
    this.comments = readComments(tree);
    const stretches = new Map<string, Span[]>();
    for (const [code, stretch] of this.comments.flatMap((comment) => [...comment.stretches])) {
      const known = stretches.get(code);
      if (known === undefined) stretches.set(code, [stretch]);
      else known.push(stretch);
    }
    this.stretches = new Map([...stretches].map(([code, found]) => [code, merged(found)]));
  }

  covers(code: string, offset: number): boolean {
    return holds(this.stretches.get(code), offset) || holds(this.stretches.get(allCodes), offset);
  }
}

export const suppressionsOf: (tree: SyntaxTree) => Suppressions = remembered((tree) => new Suppressions(tree));

/**
 * For rules that tell several places at once: what stands where a comment silences it is told alone, so that the comment holds for it
 * and no repair of the others touches it.
 */
export function apartFromSilenced<Item extends { readonly span: Span }>(code: string, tree: SyntaxTree, items: readonly Item[]): { readonly silenced: readonly Item[]; readonly others: readonly Item[] } {
  const suppressions = suppressionsOf(tree);
  if (suppressions.comments.length === 0) return { silenced: [], others: items };
  const isSilenced = (item: Item): boolean => suppressions.covers(code, item.span.start);
  return { silenced: items.filter(isSilenced), others: items.filter((item) => !isSilenced(item)) };
}

function readComments(tree: SyntaxTree): Suppression[] {
  const comments: Draft[] = [];
  const open = new Map<string, Draft>();
  const lineEnds = nextLineEnds(tree);
  tree.blocks.forEach((block, index) => {
    const comment = block.kind === "directive" ? commentOf(tree.text, block) : undefined;
    if (comment === undefined) return;
    comments.push(comment);
    obey(comment, tree.text, lineEnds[index] ?? tree.text.length, open);
  });
  for (const [code, comment] of open) comment.stretches.set(code, { start: comment.directive.span.end, end: tree.text.length });
  return comments;
}

function commentOf(text: string, directive: Directive): Draft | undefined {
  const parsed = shape.exec(slice(text, directive.content));
  if (parsed === null) return undefined;
  const verb = suppressionVerbs.find((candidate) => candidate === parsed[1]);
  if (verb === undefined) return undefined;
  const words = parsed[2] ?? "";
  const start = directive.content.start + parsed[0].length - words.length;
  const codes = [...words.matchAll(/[a-z][a-z-]*/g)].map((word) => ({ code: word[0], span: { start: start + word.index, end: start + word.index + word[0].length } }));
  const behind = start + words.length;
  const lead = /^\s*[:：]?/.exec(text.slice(behind, directive.content.end))?.[0].length ?? 0;
  const reason = trimmed(text, { start: behind + lead, end: directive.content.end });
  return { verb, directive, codes, reason, stretches: new Map(), endedBy: undefined };
}

function obey(comment: Draft, text: string, lineEnd: number, open: Map<string, Draft>): void {
  const { verb, directive } = comment;
  const names = comment.codes.length === 0 ? [allCodes] : comment.codes.map(({ code }) => code);
  const start = directive.span.end;
  if (verb === "enable") return close(comment.codes.length === 0 ? [...open.keys()] : names, directive, open);
  for (const code of names) {
    if (verb === "disable-file") comment.stretches.set(code, { start: 0, end: text.length });
    else if (verb === "disable-next-line") comment.stretches.set(code, { start, end: lineEnd });
    else if (!open.has(code)) open.set(code, comment);
  }
}

function close(codes: readonly string[], directive: Directive, open: Map<string, Draft>): void {
  for (const code of codes) {
    const comment = open.get(code);
    if (comment === undefined) continue;
    comment.stretches.set(code, { start: comment.directive.span.end, end: directive.span.start });
    comment.endedBy = directive;
    open.delete(code);
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
