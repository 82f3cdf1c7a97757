// Which documents the server gets to see.
import type { TextDocument } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** Any place a draft may lie (disk, remote, virtual file system, unsaved); the server itself is silent on what is no report. */
export const reportSelector = [{ language: "nianbao" }, { language: "markdown" }, { language: "plaintext" }];

/** Whether the server looks at the document. */
export function isChecked({ languageId }: TextDocument): boolean {
  return reportSelector.some(({ language }) => language === languageId);
}

/** Copies of a document that nobody edits: the old side of a comparison, a log. Their faults would be shown twice, or to nobody. */
const schemesOfCopies: ReadonlySet<string> = new Set([
  "git",
  "gitfs",
  "output",
  "review",
  "vscode-local-history",
  "vscode-scm",
  "walkThrough",
  "walkThroughSnippet",
]);

/** Keeps the copies from the server. A selector can only name the schemes that it wants, hence here. */
export const withoutCopies: Middleware = {
  didOpen: async (document, next) => (isCopy(document) ? undefined : next(document)),
  didChange: async (event, next) => (isCopy(event.document) ? undefined : next(event)),
  didSave: async (document, next) => (isCopy(document) ? undefined : next(document)),
  didClose: async (document, next) => (isCopy(document) ? undefined : next(document)),
};

function isCopy(document: TextDocument): boolean {
  return schemesOfCopies.has(document.uri.scheme);
}
