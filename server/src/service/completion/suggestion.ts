import type { CompletionItemKind } from "vscode-languageserver-types";
import { fold, initialsOf, type ScriptConverter, type Span } from "../../core/index.js";
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

/**
 * Whether what has been typed may become these words: their beginning, something within them (from two characters on), or
 * the beginning of their pinyin initials. Nothing typed fits everything.
 */
export function fits(typed: string, words: string, initials: string = initialsOf(words)): boolean {
  if (typed === "") return true;
  const [wanted, own] = [fold(typed), fold(words)];
  return own.startsWith(wanted) || (wanted.length >= 2 && own.includes(wanted)) || initials.startsWith(typed.toLowerCase());
}

