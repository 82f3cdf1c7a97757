import { CompletionItemKind } from "vscode-languageserver-types";
import { inDraftScript, initialsOf, insertedRows, styleOf, type BandForm, type BoundTable, type RowForm } from "../../core/index.js";
import { say } from "../words.js";
import { fits, mayMean, type Place, type Suggestion } from "./suggestion.js";
import { stop } from "./template.js";

/** Below a row of an official table: the rows that it still lacks, the next one first. */
export function missingRows(place: Place): Suggestion[] {
  if (place.after.replace(/\|/g, "").trim() !== "") return [];
  const bound = tableAbove(place);
  const style = styleOf(place.draft.analysis.report);
  if (bound === undefined || bound.table.spelling !== style.spelling) return [];
  const isMeant = place.before.includes("|") ? mayMean : fits;
  const typed = place.before.replace(/^[\s|]+/, "").replace(/[\s|]+$/, "");
  return inOrder(place, bound).flatMap(({ row, band, before }) => {
    if (!isMeant(typed, bareLabel(row)) && !isMeant(typed, row.label.text)) return [];
    const inserted = insertedRows(bound.form, band, [row], before, style);
    const text = inserted === undefined ? undefined : inDraftScript(place.draft.analysis.report, withStops(inserted.replace(/^[\r\n]+/, ""), bound, band, row), place);
    if (text === undefined) return [];
    const span = { start: place.lineStart, end: place.offset + place.after.length };
    return [{ label: row.label.text, text, span, kind: CompletionItemKind.Struct, detail: say(place.draft.analysis.language, { zh: "表中缺少的行", en: "missing row" }), filter: `${bareLabel(row)} ${initialsOf(row.label.text)}` }];
  });
}

/** The table whose row stands on this line or on the one above it. */
function tableAbove({ draft, lineStart, before }: Place): BoundTable | undefined {
  const isBlank = before.trim() === "";
  const above = Math.max(0, lineStart - 1);
  return draft.analysis.report.tables.find(({ table: { span } }) => span.start < lineStart && (isBlank ? above < span.end && lineStart <= span.end : lineStart <= span.end));
}

interface Missing {
  readonly row: RowForm;
  readonly band: BandForm;
  /** The row that it comes behind: under the same group the group's label is not printed again. */
  readonly before: RowForm;
}

/** In the order of the form, from the row above the cursor on; those that belong before it come last. */
function inOrder(place: Place, { form, alignment, table }: BoundTable): Missing[] {
  const isOnLine = (at: number): boolean => at >= place.lineStart;
  const here = alignment.filter(({ cells }) => cells[0] !== undefined && isOnLine(cells[0].span.start) && cells[0].span.start <= place.offset);
  const above = alignment.findLast(({ cells, form: row }) => row !== undefined && cells[0] !== undefined && !isOnLine(cells[0].span.start))?.form;
  const lacking = new Set([...alignment.filter(({ kind }) => kind === "missing"), ...here].flatMap(({ form: row }) => (row === undefined ? [] : [row])));
  const all = form.bands.flatMap((band) => band.rows.map((row) => ({ row, band })));
  const from = all.findIndex(({ row }) => row === above) + 1;
  const ordered = [...all.slice(from), ...all.slice(0, from)].filter(({ row }) => lacking.has(row));
  return table.rows.length === 0 ? [] : ordered.map(({ row, band }) => ({ row, band, before: above ?? { ...row, groups: [] } }));
}

/** The value cells of a row that stands on one line become stops. */
function withStops(line: string, { form, table }: BoundTable, { columns }: BandForm, row: RowForm): string {
  if (table.spelling !== "gfm") return line;
  const cells = line.slice(2, -2).split(" | ");
  const from = form.labelColumns;
  return `| ${cells.map((cell, at) => (at >= from && at < from + columns.length ? stop(`${row.key}/${at}`, "") : cell)).join(" | ")} |`;
}

function bareLabel({ label }: RowForm): string {
  return label.text.replace(/^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)/, "");
}
