// Rows written into a table whose columns are set with blanks: each label and each dash below those of the rows around it.
import type { BandForm, RowForm } from "../forms/edition.js";
import type { RowAlignment } from "../report/report.js";
import { isBlank, splitLines } from "../syntax/lines.js";
import type { Column } from "../syntax/spaces/columns.js";
import type { Label } from "../syntax/spaces/labels.js";
import { spaceLayout, type SpaceLayout } from "../syntax/spaces/rows.js";
import type { Edit } from "../text/edit.js";
import type { RowGap } from "./rows.js";
import { lostBlank, type InScript, type TableStyle } from "./table.js";

/** Blanks between a label and the first number at least. */
const gapBehindLabel = 2;
/** A narrower column of labels is not written into. */
const narrowestLabel = 4;

/** What one line says at which column. */
type Piece = readonly [column: number, text: string];

/** Undefined where the lines of two rows run into each other and where no row shows the columns. */
export function spaceRowEdits(text: string, gap: RowGap, { lineEnd }: TableStyle, inScript: InScript): readonly Edit[] | undefined {
  const { table } = gap.bound;
  const layout = spaceLayout(text, splitLines(text, table.span.start, table.span.end).filter((line) => !isBlank(line)));
  const place = placeOf(layout, gap);
  const rows = gap.rows.map((row) => writtenRow(layout, gap, row, inScript));
  if (place === undefined || rows.includes(undefined)) return undefined;
  const lines = rows.flatMap((row) => row ?? []);
  const newText = lines.map((line) => (gap.before === undefined ? line + lineEnd : lineEnd + line)).join("");
  return [{ span: { start: place, end: place }, newText }];
}

/** Behind the last line of the row before, or at the start of the first line of the row behind. */
function placeOf(layout: SpaceLayout, { before, after }: RowGap): number | undefined {
  const last = before === undefined ? undefined : Math.max(...linesOf(layout, before));
  const first = after === undefined ? undefined : Math.min(...linesOf(layout, after));
  if (last !== undefined && first !== undefined && last >= first) return undefined;
  return last === undefined ? layout.lines[first ?? -1]?.start : layout.lines[last]?.stop;
}

/** The lines on which a row has its label and its numbers. */
function linesOf(layout: SpaceLayout, { cells, label }: RowAlignment): readonly number[] {
  const named = labelOf(layout, label?.span.start)?.tokens.map((token) => token.line) ?? [];
  const numbers = layout.tokens.flatMap((tokens, line) => (tokens.some((token) => token.isValue && cells.some(({ span }) => span.start === token.start)) ? [line] : []));
  return [...named, ...numbers];
}

function labelOf({ labels }: SpaceLayout, start: number | undefined): Label | undefined {
  return labels.find((label) => label.tokens.some((token) => token.start === start));
}

function writtenRow(layout: SpaceLayout, { bound, band }: RowGap, row: RowForm, inScript: InScript): readonly string[] | undefined {
  const left = leftOf(layout, bound.alignment, band, row);
  const columns = columnsOf(layout, bound.alignment, band);
  const said = inScript(row.label.text);
  if (left === undefined || columns === undefined || said === undefined) return undefined;
  const pieces = broken(said, (columns[0]?.left ?? 0) - gapBehindLabel - left, layout);
  if (pieces === undefined) return undefined;
  const middle = Math.floor((pieces.length - 1) / 2);
  const dashes = columns.map((column): Piece => [column.right - widthOf(layout, lostBlank), lostBlank]);
  return pieces.map((piece, i) => line(layout, [[left, piece], ...(i === middle ? dashes : [])]));
}

/** Where the labels of rows begin that stand under as many groups. A group that no row is left of has no label to stand beside. */
function leftOf(layout: SpaceLayout, alignment: readonly RowAlignment[], band: BandForm, row: RowForm): number | undefined {
  const lasting = alignment.filter(({ kind, form }) => kind !== "missing" && form !== undefined && band.rows.includes(form));
  if (row.groups.some((group, level) => !lasting.some(({ form }) => form?.groups[level] === group))) return undefined;
  const alike = lasting.filter(({ form }) => form?.groups.length === row.groups.length);
  return alike.map(({ label }) => labelOf(layout, label?.span.start)?.left).find((left) => left !== undefined);
}

/** The columns of all full rows, or the places that another row of the band has its numbers at. */
function columnsOf(layout: SpaceLayout, alignment: readonly RowAlignment[], band: BandForm): readonly Column[] | undefined {
  if (layout.columns.length === band.columns.length) return layout.columns;
  const starts = alignment.flatMap(({ form, cells }) => (form !== undefined && band.rows.includes(form) ? [new Set(cells.map(({ span }) => span.start))] : []));
  const rows = layout.tokens.flatMap((tokens) => starts.map((own) => tokens.filter((token) => token.isValue && own.has(token.start))));
  return rows.find((values) => values.length === band.columns.length);
}

/** A label on as many lines as it takes. */
function broken(label: string, room: number, layout: SpaceLayout): string[] | undefined {
  if (room < narrowestLabel) return undefined;
  const pieces = [""];
  for (const character of label) {
    if (widthOf(layout, (pieces.at(-1) ?? "") + character) > room) pieces.push("");
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function line(layout: SpaceLayout, pieces: readonly Piece[]): string {
  return pieces.reduce((written, [column, text]) => written + " ".repeat(Math.max(written === "" ? 0 : gapBehindLabel, column - widthOf(layout, written))) + text, "");
}

function widthOf({ measure }: SpaceLayout, text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += measure(text.charCodeAt(i));
  return width;
}
