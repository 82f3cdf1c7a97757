// Completion: what the form prescribes, at the place where it belongs. In running prose nothing is offered, so that nothing
// pops up while somebody writes.
import { InsertTextFormat, type CompletionItem, type CompletionList, type Position } from "vscode-languageserver-types";
import type { ScriptConverter } from "../core/index.js";
import { chapters } from "./completion/chapters.js";
import { directives, isInComment } from "./completion/directives.js";
import { missingTable } from "./completion/missingTable.js";
import { nextNumerals } from "./completion/numerals.js";
import { phrases } from "./completion/phrases.js";
import { reportTitle } from "./completion/reportTitle.js";
import { missingRows } from "./completion/rows.js";
import { placeAt, type Place, type Suggestion } from "./completion/suggestion.js";
import { hasStops, plainText, snippet } from "./completion/template.js";
import { determinedValue } from "./completion/values.js";
import { wholeForms } from "./completion/wholeForm.js";
import { isOurs, type Draft } from "./draft.js";

/**
 * Keys after which an editor asks by itself, besides letters: the beginning of a heading, a row, a number in brackets and a
 * comment. Chinese punctuation that ends a clause is not among them.
 */
export const completionTriggers: readonly string[] = ["#", "|", "（", "(", "-", ":"];

export interface CompletionTools {
  readonly converter: ScriptConverter | undefined;
  /** Whether the client understands tab stops. */
  readonly snippets: boolean;
  /** Whether the client can show of each item, not only of the one in focus, what it is: chapters are offered whole and as a title. */
  readonly labelDetails: boolean;
}

/** Asked anew after each character (`isIncomplete`), since the server knows pinyin initials and an editor does not. */
export function completion(draft: Draft, position: Position, tools: CompletionTools): CompletionList {
  const suggestions = isOurs(draft) ? suggestionsAt(placeAt(draft, position, tools.converter)) : [];
  return { isIncomplete: suggestions.length > 0, items: suggestions.map((suggestion, at) => itemOf(draft, suggestion, at, tools)) };
}

function suggestionsAt(place: Place): Suggestion[] {
  if (isInComment(place)) return directives(place);
  const values = determinedValue(place);
  if (values.length > 0) return values;
  const rows = missingRows(place);
  if (place.before.includes("|")) return rows;
  return [...wholeForms(place), ...rows, ...nextNumerals(place), ...reportTitle(place), ...chapters(place), ...missingTable(place), ...phrases(place)];
}

function itemOf({ lines, snapshot }: Draft, { label, text, span, kind, detail, documentation, filter }: Suggestion, at: number, { snippets, labelDetails }: CompletionTools): CompletionItem {
  const withStops = snippets && hasStops(text);
  const typed = snapshot.text.slice(span.start, span.end).trim();
  return {
    label,
    kind,
    ...(detail === undefined ? {} : { detail, ...(labelDetails ? { labelDetails: { description: detail } } : {}) }),
    ...(documentation === undefined ? {} : { documentation }),
    sortText: String(at).padStart(3, "0"),
    // The server has chosen by what is typed already: whatever an editor filters by must begin with that.
    filterText: [typed, label, filter ?? ""].filter((part) => part !== "").join(" "),
    ...(at === 0 ? { preselect: true } : {}),
    insertTextFormat: withStops ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: lines.range(span), newText: withStops ? snippet(text) : plainText(text) },
  };
}
