// A report that is pasted into a new document, or lies in a .txt without a telling name, is plain text to VS Code: it would have findings,
// but none of the keys, colours and buttons of a draft. What the server takes for a report gets the language of one.
import { languages, workspace, type TextDocument } from "vscode";

/** Markdown keeps its language, since other extensions work on it. Plain text whose language the author changes back is left alone. */
export function adoptReports(): (isTheOne: (document: TextDocument) => boolean) => Promise<void> {
  const adopted = new WeakSet<TextDocument>();
  return async (isTheOne) => {
    const document = workspace.textDocuments.find((candidate) => candidate.languageId === "plaintext" && isTheOne(candidate));
    if (document === undefined || adopted.has(document)) return;
    adopted.add(document);
    await languages.setTextDocumentLanguage(document, "nianbao");
  };
}
