import type { CompletionItemKind } from "vscode-languageserver-types";
import { fold, inDraftScript, initialsOf, type ScriptConverter, type Section, type Span } from "../../core/index.js";
import type { Draft } from "../draft.js";

/** What completion offers, before it is worded for a client. In the order of usefulness. */
export interface Suggestion {
  readonly label: string;
  /** A template (template.ts): what is written at `span`. */
  readonly text: string;
  /** On the cursor's line, and the cursor in it. */
  readonly span: Span;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly documentation?: string;
  /** Words by which it is found besides the label, parted by blanks: pinyin initials, the bare title. */
  readonly filter?: string;
}

/** Where completion is asked for. */
export interface Place {
  readonly draft: Draft;
  readonly converter: ScriptConverter | undefined;
  readonly offset: number;
  readonly lineStart: number;
  /** The cursor's line before and behind the cursor. */
  readonly before: string;
  readonly after: string;
}

export function placeAt(draft: Draft, position: { readonly line: number; readonly character: number }, converter: ScriptConverter | undefined): Place {
  const offset = draft.lines.offset(position);
  const line = draft.lines.lineAt(offset);
  const lineStart = draft.lines.offset({ line, character: 0 });
  const text = draft.lines.lineText(line);
  return { draft, converter, offset, lineStart, before: text.slice(0, offset - lineStart), after: text.slice(offset - lineStart) };
}

/** Whether what has been typed may become these words: their beginning, or that of their pinyin initials. Nothing typed fits everything. */
export function fits(typed: string, words: string, initials: string = initialsOf(words)): boolean {
  return typed === "" || fold(words).startsWith(fold(typed)) || initials.startsWith(typed.toLowerCase());
}

/** The same, or something within them: only where it is plain that a title or a label is being typed, and not prose. */
export function mayMean(typed: string, words: string): boolean {
  return fits(typed, words) || (typed.length >= 2 && fold(words).includes(fold(typed)));
}

/** The chapter that the cursor is in; behind its last line still the same, up to the next heading. */
export function sectionAt({ draft, offset }: Place): Section | undefined {
  return draft.analysis.report.sections.findLast((section) => section.span.start <= offset);
}

/** What takes the place of the line up to the cursor, in the script of the draft; none where that cannot be written. */
export function written(place: Place, template: string, about: Omit<Suggestion, "text" | "span">): Suggestion[] {
  const text = inDraftScript(place.draft.analysis.report, template, place);
  return text === undefined ? [] : [{ ...about, text, span: { start: place.lineStart, end: place.offset } }];
}
