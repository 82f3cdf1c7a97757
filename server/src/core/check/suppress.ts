import type { Directive, SyntaxTree } from "../syntax/nodes.js";
import { slice, type Span } from "../text/span.js";

/** A stretch of the draft where findings of `codes` (of all codes where undefined) are not reported. */
export interface Suppression {
  readonly directive: Directive;
  readonly codes: ReadonlySet<string> | undefined;
  readonly span: Span;
}

export type Suppressions = readonly Suppression[];

/** The reason stands behind a colon, or is simply what is no code. */
const shape = /^nianbao-(disable-next-line|disable-file|disable|enable)(?![a-z-])(?:\s+([a-z][a-z-]*(?:[\s,，、]+[a-z][a-z-]*)*))?/;

/**
 * Reads the comments that silence findings:
 *
 *     <!-- nianbao-disable-next-line row-total: 理由 -->     the next line that is not blank
 *     <!-- nianbao-disable row-total: 理由 --> … <!-- nianbao-enable row-total -->
 *     <!-- nianbao-disable-file mixed-script: 理由 -->
 *
 * Without a code all codes are meant.
 */
export function suppressions(tree: SyntaxTree): Suppressions {
  const found: Suppression[] = [];
  let open: Suppression[] = [];
  for (const block of tree.blocks) {
    const order = block.kind === "directive" ? orderIn(tree.text, block) : undefined;
    if (block.kind !== "directive" || order === undefined) continue;
    const { kind, codes } = order;
    const start = block.span.end;
    if (kind === "disable-file") found.push({ directive: block, codes, span: { start: 0, end: tree.text.length } });
    else if (kind === "disable-next-line") found.push({ directive: block, codes, span: nextLine(tree.text, start) });
    else if (kind === "disable") open = [...open.filter((other) => !sameCodes(other.codes, codes)), { directive: block, codes, span: { start, end: tree.text.length } }];
    if (kind !== "enable") continue;
    const ended = open.filter((suppression) => ends(codes, suppression.codes));
    open = open.filter((suppression) => !ended.includes(suppression));
    found.push(...ended.map((suppression) => ({ ...suppression, span: { start: suppression.span.start, end: block.span.start } })));
  }
  return [...found, ...open];
}

interface Order {
  readonly kind: string;
  readonly codes: ReadonlySet<string> | undefined;
}

function orderIn(text: string, directive: Directive): Order | undefined {
  const parsed = shape.exec(slice(text, directive.content));
  if (parsed === null) return undefined;
  return { kind: parsed[1] ?? "", codes: parsed[2] === undefined ? undefined : new Set(parsed[2].split(/[\s,，、]+/)) };
}

function nextLine(text: string, from: number): Span {
  const line = /[^\s][^\r\n]*/g;
  line.lastIndex = from;
  const match = line.exec(text);
  return { start: from, end: match === null ? text.length : match.index + match[0].length };
}

function ends(enabled: Order["codes"], disabled: Order["codes"]): boolean {
  return enabled === undefined || disabled === undefined || [...enabled].some((code) => disabled.has(code));
}

function sameCodes(a: Order["codes"], b: Order["codes"]): boolean {
  return [...(a ?? [])].sort().join() === [...(b ?? [])].sort().join();
}
