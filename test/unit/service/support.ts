// Drafts with marks, for the features that look at places: 「总计 ⟦9⟧」 marks a range, 「总计 ‸9」 a cursor.
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, Range, TextEdit } from "vscode-languageserver-types";
import type { CheckOptions } from "../../../server/src/core/index.js";
import { readDraft, type Draft } from "../../../server/src/service/draft.js";

export const uri = "file:///draft.nianbao.md";

export interface MarkedDraft {
  readonly draft: Draft;
  /** The marked range, or the place of the cursor. */
  readonly range: Range;
}

/** Reads a draft with one mark in it; the mark is not part of the draft. */
export function marked(text: string, options: CheckOptions = { assumeReport: true }): MarkedDraft {
  const start = text.search(/[⟦‸]/);
  const end = text.includes("⟧") ? text.indexOf("⟧") - 1 : start;
  const draft = read(text.replace(/[⟦⟧‸]/g, ""), options);
  return { draft, range: draft.lines.range({ start, end }) };
}

export function read(text: string, options: CheckOptions = { assumeReport: true }): Draft {
  return readDraft({ uri, version: 3, languageId: "nianbao", text }, options);
}

/** The draft's text after a code action, whichever form its edit has. */
export function after({ snapshot }: Draft, { edit }: CodeAction): string {
  const versioned = edit?.documentChanges?.flatMap((change): TextEdit[] => ("edits" in change ? change.edits.filter((candidate) => "newText" in candidate) : []));
  const edits = versioned ?? Object.values(edit?.changes ?? {}).flat();
  return TextDocument.applyEdits(TextDocument.create(uri, "nianbao", 0, snapshot.text), edits);
}

/** The text of a range. */
export function textAt({ snapshot, lines }: Draft, { start, end }: Range): string {
  return snapshot.text.slice(lines.offset(start), lines.offset(end));
}
