// Conversion between scripts as small edits: only the characters that change.
import type { ScriptConverter } from "../../text/converter.js";
import type { Edit } from "../../text/edit.js";
import { dependsOnWord, foldScript } from "../../text/script/han.js";
import { unmasked } from "../../text/script/mask.js";
import { wrongCharacters } from "../../text/script/profile.js";
import { residueForm } from "../../text/script/residues.js";
import type { Span } from "../../text/span.js";

/** A Traditional run of a Simplified text as it should be, character by character; good enough to be shown. */
export function conversion(text: string, run: Span): string {
  const right = new Map(wrongCharacters(text, run).map((at) => [at, simpleForm(text, at)]));
  let converted = "";
  for (let i = run.start; i < run.end; i++) converted += right.get(i) ?? text.charAt(i);
  return converted;
}

/** True if each wrong character of the run has one Simplified form: whatever the word, or in the word that shows it to be wrong. */
export function isCertain(text: string, run: Span): boolean {
  return wrongCharacters(text, run).every((at) => !dependsOnWord(text.charAt(at)));
}

/** The edits that make a run Simplified. The converter knows the words on which some characters depend. */
export function runInContext(text: string, run: Span, converter: ScriptConverter | undefined): readonly Edit[] {
  return joined(text, simplifiedForms(text, run, converter));
}

/** The edits that a conversion of each line makes. Places under a mask stay as they are. */
export function wholeText(text: string, convert: (line: string) => string): readonly Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    for (const { span, newText } of lineEdits(line, convert(line))) edits.push({ span: { start: span.start + start, end: span.end + start }, newText });
    start += line.length + 1;
  }
  return unmasked(text, edits);
}

/** What a character becomes; as long as the character itself. */
type Form = readonly [at: number, form: string];

function simplifiedForms(text: string, run: Span, converter: ScriptConverter | undefined): readonly Form[] {
  const wrong = wrongCharacters(text, run);
  const converted = wrong.some((at) => dependsOnWord(text.charAt(at))) ? converter?.toSimplified(text.slice(run.start, run.end)) : undefined;
  const byWord = converted?.length === run.end - run.start ? converted : undefined;
  return wrong.map((at) => [at, (dependsOnWord(text.charAt(at)) ? byWord?.charAt(at - run.start) : undefined) ?? simpleForm(text, at)]);
}

function simpleForm(text: string, at: number): string {
  return residueForm(text, at) ?? foldScript(text.charAt(at));
}

/** Neighbouring characters become one edit. */
function joined(text: string, forms: readonly Form[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [at, form] of forms) {
    const end = at + form.length;
    if (text.slice(at, end) === form) continue;
    const last = edits.at(-1);
    if (last?.span.end === at) edits[edits.length - 1] = { span: { start: last.span.start, end }, newText: last.newText + form };
    else edits.push({ span: { start: at, end }, newText: form });
  }
  return edits;
}

function lineEdits(line: string, converted: string): readonly Edit[] {
  if (line === converted) return [];
  const forms = characterByCharacter(line, converted);
  return forms === undefined ? [trimmedEdit(line, converted)] : joined(line, forms);
}

/** Undefined where the two do not match one to one, as when an astral character becomes another kind. */
function characterByCharacter(line: string, converted: string): readonly Form[] | undefined {
  if (line.length !== converted.length) return undefined;
  const forms: Form[] = [];
  let at = 0;
  for (const character of line) {
    const form = String.fromCodePoint(converted.codePointAt(at) ?? 0);
    if (form.length !== character.length) return undefined;
    forms.push([at, form]);
    at += character.length;
  }
  return forms;
}

/** From the first difference to the last one. */
function trimmedEdit(line: string, converted: string): Edit {
  const shortest = Math.min(line.length, converted.length);
  let head = 0;
  while (head < shortest && line[head] === converted[head]) head++;
  let tail = 0;
  while (tail < shortest - head && line.at(-1 - tail) === converted.at(-1 - tail)) tail++;
  return { span: { start: head, end: line.length - tail }, newText: converted.slice(head, converted.length - tail) };
}
