// Which script a text is written in, and where a Simplified one falls out of it.
import { span, type Span } from "../span.js";
import { classes, scriptClass, shared, simplified, traditional, type Script } from "./han.js";
import { mayBeResidue, residueForm } from "./residues.js";

export interface ScriptProfile {
  /** Number of characters that only this script has. */
  readonly simplified: number;
  readonly traditional: number;
  readonly main: Script;
}

/** Fewer characters than these that belong to one script only decide nothing: the text counts as Simplified, as it should be. */
const leastEvidence = 10;

export function scriptProfile(text: string): ScriptProfile {
  const classOf = classes();
  const counts = [0, 0, 0];
  for (let i = 0; i < text.length; i++) {
    const found = classOf[text.charCodeAt(i)] ?? shared;
    counts[found] = (counts[found] ?? 0) + 1;
  }
  const simple = counts[simplified] ?? 0;
  const complex = counts[traditional] ?? 0;
  const main = complex > simple && complex + simple >= leastEvidence ? "traditional" : "simplified";
  return { simplified: simple, traditional: complex, main };
}

/**
 * The Traditional places of a Simplified text: from the first wrong character to the last one, with nothing but shared
 * characters between them, within one sentence. 公開的報告 is one run. The other way round there are none to tell: 于 or 并
 * in a Traditional text is what a converter left, and the author is told to convert it all.
 */
export function traditionalRuns(text: string): readonly Span[] {
  const classOf = classes();
  const runs: Span[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) runs.push(span(start, end));
    start = -1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const found = classOf[code] ?? shared;
    if (found === simplified || endsSentence(code)) close();
    else if (found === traditional || (mayBeResidue(code) && residueForm(text, i) !== undefined)) {
      if (start < 0) start = i;
      end = i + 1;
    }
  }
  close();
  return runs;
}

/** Quick test of one UTF-16 code unit before `traditionalRuns`: Traditional, or one whose script the word tells. */
export function mayBeTraditional(code: number): boolean {
  const found = scriptClass(code);
  return found === traditional || (found === shared && mayBeResidue(code));
}

/** Offsets of the wrong characters of a run. */
export function wrongCharacters(text: string, run: Span): readonly number[] {
  const offsets: number[] = [];
  for (let i = run.start; i < run.end; i++) {
    const found = scriptClass(text.charCodeAt(i));
    if (found === traditional || (found === shared && residueForm(text, i) !== undefined)) offsets.push(i);
  }
  return offsets;
}

/** Also what parts the cells of a table, a run never reaches from one cell into the next, and soft breaks, which become line ends. */
function endsSentence(code: number): boolean {
  switch (code) {
    case 0x0a:
    case 0x0d:
    case 0x0b:
    case 0x0c:
    case 0x85:
    case 0x2028:
    case 0x2029:
    case 0x09:
    case 0x7c: // |
    case 0x21: // !
    case 0x3b: // ;
    case 0x3f: // ?
    case 0x3002: // 。
    case 0xff01:
    case 0xff1b:
    case 0xff1f:
      return true;
    default:
      return false;
  }
}
