import { CompletionItemKind } from "vscode-languageserver-types";
import { cellName, determinedCells, isOpenCell, plain, reading, sideWords, type Fact, type Filling, type Identity, type Report } from "../../core/index.js";
import { openTotals } from "../suggestedValues.js";
import { say } from "../words.js";
import type { Place, Suggestion } from "./suggestion.js";

/** In an open cell: the one value that the sums of the form leave for it, if they do. */
export function determinedValue(place: Place): Suggestion[] {
  const { report, language } = place.draft.analysis;
  const fact = openFactAt(place);
  const filling = fact === undefined ? undefined : fillingOf(report, fact);
  if (fact === undefined || filling?.because === undefined) return [];
  const isBlank = fact.span.start === fact.span.end;
  return [
    {
      label: filling.text,
      text: filling.text,
      span: isBlank ? { start: place.offset, end: place.offset } : fact.span,
      kind: CompletionItemKind.Value,
      detail: say(language, cellName(fact)),
      documentation: because(place, filling.because),
      ...(isBlank ? {} : { filter: report.text.slice(fact.span.start, fact.span.end) }),
    },
  ];
}

/** The one value that follows from the other cells; for a total also where they contradict each other. */
function fillingOf(report: Report, fact: Fact): Pick<Filling, "text" | "because"> | undefined {
  const certain = determinedCells(report).get(fact.key);
  if (certain?.fact === fact) return certain;
  const total = openTotals(report).find((open) => open.fact === fact);
  return total && { text: plain(total.value), because: total.by };
}

/** The cell that the cursor is in: no pipe and no line end between them. */
function openFactAt({ draft, offset, lineStart, before, after }: Place): Fact | undefined {
  const { report } = draft.analysis;
  const lineEnd = lineStart + before.length + after.length;
  for (const fact of report.facts.values()) {
    if (fact.span.end < lineStart || fact.span.start > lineEnd || !isOpenCell(report, fact)) continue;
    const between = offset < fact.span.start ? report.text.slice(offset, fact.span.start) : report.text.slice(fact.span.end, Math.max(offset, fact.span.end));
    if (!/[|\t\r\n]/.test(between)) return fact;
  }
  return undefined;
}

/** The form's own words, and the numbers. */
function because({ draft: { analysis } }: Place, identity: Identity): string {
  const read = reading(analysis.report);
  const says = say(analysis.language, identity.form.says);
  const sides = identity.left.length === 1 ? [sideWords(identity, "right", read)] : [sideWords(identity, "left", read), sideWords(identity, "right", read)];
  return [says, ...sides].join("\n\n");
}
