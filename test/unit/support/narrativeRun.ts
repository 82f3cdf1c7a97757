/** Runs the rules on the prose over generated reports: true ones, and such with one fault. Used by a test and by bench/narrative.mjs. */
import { analyse, type Finding } from "../../../server/src/core/index.js";
import { spellings, random, consistentValues, editionOf } from "./drafts.js";
import { converter } from "./converter.js";
import { narrativeDraft } from "./narrativeDraft.js";
import { Writer, type FaultKind, type Piece, type Slot, type Writing } from "./narrativeGrammar.js";

export interface FaultResult {
  readonly kind: FaultKind;
  readonly isFound: boolean;
  readonly others: readonly Finding[];
  readonly text: string;
  readonly place: string;
}

/** Findings of the three rules in a report in which every number is right. */
export function falseFindings(seed: number): readonly { readonly message: string; readonly line: string }[] {
  const { values, writing } = written(seed);
  const { text } = rendered(seed, values, writing, undefined, "");
  return narrativeFindings(text).map(({ message, span }) => ({ message, line: text.slice(text.lastIndexOf("\n", span.start) + 1, text.indexOf("\n", span.end)) }));
}

export function faultKindsOf(seed: number): readonly FaultKind[] {
  const { writing } = written(seed);
  return [...new Set(slotsOf(writing).flatMap((slot) => (slot.wrong(0.3) === undefined ? [] : [slot.kind])))];
}

/** One fault of the kind, put into the report of this seed. */
export function withFault(seed: number, kind: FaultKind): FaultResult | undefined {
  const { values, writing } = written(seed);
  const chance = random(seed * 31 + kind.length * 7);
  const slots = slotsOf(writing).filter((slot) => slot.kind === kind && slot.wrong(0.3) !== undefined);
  const slot = slots[Math.floor(chance() * slots.length)];
  const wrong = slot?.wrong(chance());
  if (slot === undefined || wrong === undefined) return undefined;
  const { text, place } = rendered(seed, values, writing, slot, wrong);
  const findings = narrativeFindings(text);
  const isHere = ({ span }: Finding): boolean => place !== undefined && span.start < place.end && span.end > place.start;
  return { kind, isFound: findings.some(isHere), others: findings.filter((finding) => !isHere(finding)), text, place: place === undefined ? "" : text.slice(text.lastIndexOf("\n", place.start) + 1, text.indexOf("\n", place.end)) };
}

function narrativeFindings(text: string): readonly Finding[] {
  return analyse(text, { stage: "final" }).findings.filter(({ code }) => code.startsWith("narrative-"));
}

function written(seed: number): { readonly values: ReadonlyMap<string, string>; readonly writing: Writing } {
  const values = consistentValues(editionOf("2021"), seed);
  return { values, writing: new Writer(values, seed + 77).write() };
}

function slotsOf({ chapters }: Writing): readonly Slot[] {
  return Object.values(chapters).flat(2).filter((piece): piece is Slot => typeof piece !== "string");
}

interface Rendered {
  readonly text: string;
  readonly place: { readonly start: number; readonly end: number } | undefined;
}

const mark = "\u0001";

function rendered(seed: number, values: ReadonlyMap<string, string>, { organ, chapters }: Writing, faulty: Slot | undefined, wrong: string): Rendered {
  const target = faulty?.at ?? faulty;
  const piece = (part: Piece): string => {
    if (typeof part === "string") return part;
    const text = part === faulty ? wrong : part.right;
    return part === target && faulty !== undefined ? `${mark}${text}${mark}` : text;
  };
  const prose = Object.fromEntries(Object.entries(chapters).flatMap(([key, paragraphs]) => (paragraphs.length === 0 ? [] : [[key, paragraphs.map((pieces) => pieces.map(piece).join("")).join("\n\n")]])));
  const choose = random(seed + 5);
  const spelling = spellings[Math.floor(choose() * spellings.length)] ?? "gfm";
  const marked = inScript(choose(), narrativeDraft({ organ, cells: Object.fromEntries(values), prose, spelling }));
  const start = marked.indexOf(mark);
  const end = marked.indexOf(mark, start + 1) - 1;
  return { text: marked.replaceAll(mark, ""), place: start < 0 ? undefined : { start, end } };
}

/** One in ten in Traditional script, one in ten with half-width punctuation. */
function inScript(chance: number, text: string): string {
  if (chance < 0.1) return converter.toTraditional(text);
  if (chance > 0.9) return text.replace(/，/g, ",").replace(/；/g, ";").replace(/：/g, ":").replace(/（/g, "(").replace(/）/g, ")");
  return text;
}
