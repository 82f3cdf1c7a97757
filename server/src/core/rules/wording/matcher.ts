// Finds wrong words in one sweep over the text: its time does not grow with the number of terms.
import { remembered } from "../../text/remembered.js";
import type { Term } from "./term.js";

/** Offsets of a wrong word in the plain text. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly term: Term;
}

/** A matcher for the given terms; it is built when it is first asked. */
export function matcher(terms: readonly Term[]): (text: string) => readonly Match[] {
  let built: Index | undefined;
  return (text) => matches(text, (built ??= indexed(terms)));
}

interface Index {
  /** One for each character that a wrong word begins with: most characters of a text are looked at no further. */
  readonly isFirst: Uint8Array;
  /** By the first character; the longest word of each comes first. */
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
}

interface Entry {
  readonly term: Term;
  /** The second character's code, which settles most questions. */
  readonly second: number;
}

interface Contexts {
  readonly within: readonly Context[] | undefined;
  readonly except: readonly Context[];
}

/** Made when the word first stands in some text: most terms never do. */
const contextsOf: (term: Term) => Contexts = remembered(({ within, except }) => ({ within: within?.map(context), except: (except ?? []).map(context) }));

interface Context {
  readonly left: RegExp;
  readonly right: RegExp;
}

function indexed(terms: readonly Term[]): Index {
  const isFirst = new Uint8Array(0x10000);
  const entries = new Map<number, Entry[]>();
  for (const term of [...terms].sort((a, b) => b.wrong.length - a.wrong.length)) {
    const first = term.wrong.charCodeAt(0);
    const entry = { term, second: term.wrong.charCodeAt(1) };
    isFirst[first] = 1;
    const others = entries.get(first);
    if (others === undefined) entries.set(first, [entry]);
    else others.push(entry);
  }
  return { isFirst, entries };
}

function matches(text: string, { isFirst, entries }: Index): readonly Match[] {
  const found: Match[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const term = isFirst[code] === 1 ? termAt(text, i, entries.get(code) ?? []) : undefined;
    if (term === undefined) continue;
    const end = i + term.wrong.length;
    found.push({ start: i, end, term });
    i = end - 1;
  }
  return found;
}

function termAt(text: string, start: number, entries: readonly Entry[]): Term | undefined {
  const second = text.charCodeAt(start + 1);
  for (const { term, second: own } of entries) if (own === second && isAt(text, start, term)) return term;
  return undefined;
}

function isAt(text: string, start: number, term: Term): boolean {
  if (!text.startsWith(term.wrong, start)) return false;
  const { within, except } = contextsOf(term);
  const end = start + term.wrong.length;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const holds = ({ left, right }: Context): boolean => left.test(before) && right.test(after);
  return (within === undefined || within.some(holds)) && !except.some(holds);
}

/** How far a context can see: longer than the longest of them with its gap. */
const reach = 32;
const boundary = "(?:^|[\\s,.;:!?()\\[\\]|、。“”‘’《》〈〉—#*>-])";
const gap = "[^\\s,.;:!?()|、。《》]{0,12}";

function context(shape: string): Context {
  const [left = "", right = ""] = shape.split("~").map(expression);
  return { left: new RegExp(`${left}$`), right: new RegExp(`^${right}`) };
}

function expression(shape: string): string {
  return shape.replace(/[0…^]/g, (sign) => (sign === "0" ? "\\d" : sign === "…" ? gap : boundary));
}
