// Conversion between scripts as small edits: only the characters that change.
import type { ScriptConverter } from "../../text/converter.js";
import type { Edit } from "../../text/edit.js";
import { dependsOnWord, foldScript, type Script } from "../../text/script/han.js";
import { unmasked } from "../../text/script/mask.js";
import { wrongCharacters } from "../../text/script/profile.js";
import { residueForm } from "../../text/script/residues.js";
import type { Span } from "../../text/span.js";

/** A Traditional run of a Simplified text as it should be, character by character; good enough to be shown. */
export function conversion(text: string, run: Span): string {
  const right = new Map(wrongCharacters(text, run, "simplified").map((at) => [at, simpleForm(text, at)]));
  let converted = "";
  for (let i = run.start; i < run.end; i++) converted += right.get(i) ?? text.charAt(i);
  return converted;
}

/** True if each wrong character of the run has one Simplified form: whatever the word, or in the word that shows it to be wrong. */
export function isCertain(text: string, run: Span): boolean {
  return wrongCharacters(text, run, "simplified").every((at) => !dependsOnWord(text.charAt(at)));
}

/** The edits that bring a run into the main script. To Traditional this needs a converter unless the words themselves tell. */
export function runInContext(text: string, run: Span, main: Script, converter: ScriptConverter | undefined): readonly Edit[] {
  const forms = main === "simplified" ? simplifiedForms(text, run, converter) : traditionalForms(text, run, converter);
  return forms === undefined ? [] : joined(text, forms);
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

type Form = readonly [at: number, form: string];

function simplifiedForms(text: string, run: Span, converter: ScriptConverter | undefined): readonly Form[] {
  const wrong = wrongCharacters(text, run, "simplified");
  const converted = wrong.some((at) => dependsOnWord(text.charAt(at))) ? converter?.toSimplified(text.slice(run.start, run.end)) : undefined;
  const byWord = converted?.length === run.end - run.start ? converted : undefined;
  return wrong.map((at) => [at, (dependsOnWord(text.charAt(at)) ? byWord?.charAt(at - run.start) : undefined) ?? simpleForm(text, at)]);
}

/** The line as a whole is converted, since the words that decide may reach over the run; a line that changes its length is of no use. */
function traditionalForms(text: string, run: Span, converter: ScriptConverter | undefined): readonly Form[] | undefined {
  const from = text.lastIndexOf("\n", run.start - 1) + 1;
  const end = text.indexOf("\n", run.start);
  const line = text.slice(from, end < 0 ? text.length : end);
  const forms: Form[] = [];
  let converted: string | undefined;
  for (const at of wrongCharacters(text, run, "traditional")) {
    const known = residueForm(text, at, "traditional");
    if (known === undefined) converted ??= converter?.toTraditional(converter.toSimplified(line));
    const form = known ?? (converted?.length === line.length ? converted.charAt(at - from) : undefined);
    if (form === undefined) return undefined;
    forms.push([at, form]);
  }
  return forms;
}

function simpleForm(text: string, at: number): string {
  return residueForm(text, at, "simplified") ?? foldScript(text.charAt(at));
}

/** Neighbouring characters become one edit. */
function joined(text: string, forms: readonly Form[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [at, form] of forms) {
    if (text.charAt(at) === form) continue;
    const last = edits.at(-1);
    if (last?.span.end === at) edits[edits.length - 1] = { span: { start: last.span.start, end: at + 1 }, newText: last.newText + form };
    else edits.push({ span: { start: at, end: at + 1 }, newText: form });
  }
  return edits;
}

function lineEdits(line: string, converted: string): readonly Edit[] {
  if (line === converted) return [];
  const isAligned = line.length === converted.length && !surrogates.test(line) && !surrogates.test(converted);
  return isAligned ? joined(line, changes(line, converted)) : [trimmedEdit(line, converted)];
}

const surrogates = /[\ud800-\udfff]/;

function changes(line: string, converted: string): readonly Form[] {
  const forms: Form[] = [];
  for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) !== converted.charCodeAt(i)) forms.push([i, converted.charAt(i)]);
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
