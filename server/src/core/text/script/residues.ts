// Characters whose script only the word shows: 於 in 属於 is a residue in a Simplified text, in 於潜镇 it is a name.
import { foldCode } from "./han.js";
import { isInvisible } from "./invisible.js";
import { annotationEnd, annotationStart } from "./pinyin.js";
import { toSimplified } from "./residues.generated.js";

/**
 * The form that the character at `at` must have in a Simplified text, judged by the word it stands in; undefined where it
 * is right, or where the word is not known: 着 for 著 in 随著, undefined in 著作. The other way round there is none: a
 * converter that leaves 于 in 關于 leaves it throughout, and the author of a Traditional text is told to convert it all.
 */
export function residueForm(text: string, at: number): string | undefined {
  const entry = lexicon().get(text.charCodeAt(at));
  if (entry === undefined) return undefined;
  const form = formInWord(entry, surroundings(text, at));
  return form === text.charAt(at) ? undefined : form;
}

/** Quick test before `residueForm`: most characters are never residues. */
export function mayBeResidue(code: number): boolean {
  return lexicon().has(code);
}

/** Word with ~ in place of the character -> the form. */
type Entry = ReadonlyMap<string, string>;

const reach = 3;
const tilde = "~";

/** The longest known word decides. Two words of one length that contradict each other (有著|著作) decide nothing. */
function formInWord(entry: Entry, around: string): string | undefined {
  const at = around.indexOf(tilde);
  for (let length = reach + 1; length >= 2; length--) {
    const forms = formsOfLength(entry, around, at, length);
    if (forms.length > 0) return forms.every((form) => form === forms[0]) ? forms[0] : undefined;
  }
  return undefined;
}

function formsOfLength(entry: Entry, around: string, at: number, length: number): string[] {
  const forms: string[] = [];
  const last = Math.min(at, around.length - length);
  for (let start = Math.max(0, at - length + 1); start <= last; start++) {
    const form = entry.get(around.slice(start, start + length));
    if (form !== undefined) forms.push(form);
  }
  return forms;
}

/**
 * The characters before and after, as the words are written: Simplified, ~ for the character, 0 for a digit. Pinyin and
 * invisible characters are passed over, 規(guī)范 is 规范, so that taking them out does not bring new findings to light.
 */
function surroundings(text: string, at: number): string {
  let around = tilde;
  let left = at - 1;
  for (let n = 0; n < reach && left >= 0; left--) {
    const code = text.charCodeAt(left);
    const start = annotationStart(text, left);
    if (start !== undefined) left = start;
    else if (!isInvisible(code)) {
      around = String.fromCharCode(plainCode(code)) + around;
      n++;
    }
  }
  let right = at + 1;
  for (let n = 0; n < reach && right < text.length; right++) {
    const code = text.charCodeAt(right);
    const end = annotationEnd(text, right);
    if (end !== undefined) right = end - 1;
    else if (!isInvisible(code)) {
      around += String.fromCharCode(plainCode(code));
      n++;
    }
  }
  return around;
}

function plainCode(code: number): number {
  const isDigit = (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
  return isDigit ? 0x30 : foldCode(code);
}

let built: ReadonlyMap<number, Entry> | undefined;

function lexicon(): ReadonlyMap<number, Entry> {
  return (built ??= build(toSimplified));
}

/** A line is 於于 关~ 由~; several lines may speak of one character. */
function build(lines: readonly string[]): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Map<string, string>>();
  for (const line of lines) {
    const [pair = "", ...words] = line.split(" ");
    const entry = entries.get(pair.charCodeAt(0)) ?? new Map<string, string>();
    for (const word of words) entry.set(word, pair.charAt(1));
    entries.set(pair.charCodeAt(0), entry);
  }
  return entries;
}
