import { labelUse } from "../../forms/lexicon.js";
import { isPageMark, isPageNumber } from "../cellLine.js";
import { contentOf, type Line } from "../lines.js";
import type { Cell, Row } from "../nodes.js";
import { columnsOf, fullWidth, looseness, nearest, placesOf, type Column, type Values } from "./columns.js";
import { labelsOf, saidBy, type Label } from "./labels.js";
import { claimRows, type Claim } from "./claims.js";
import { byCharacter, byWidth, tokensOf, type Measure, type Token } from "./tokens.js";

/** Printed label columns of an official table at most. */
const mostLabelColumns = 3;

/** How a table is set: what stands on its lines and where. A token's `line` is a place among `lines`. */
export interface SpaceLayout {
  /** Without blank lines and numbers of pages. */
  readonly lines: readonly Line[];
  readonly tokens: readonly (readonly Token[])[];
  readonly measure: Measure;
  readonly labels: readonly Label[];
  readonly claims: readonly Claim[];
  readonly columns: readonly Column[];
}

/** The rows of a table whose columns are set with blanks: first its label columns, then its columns of numbers. */
export function readSpaceRows(text: string, lines: readonly Line[]): Row[] {
  return new SpaceRows(text, spaceLayout(text, lines), lines[0]?.from ?? 0).rows();
}

/** `lines` are those of the table that are not blank. */
export function spaceLayout(text: string, lines: readonly Line[]): SpaceLayout {
  const own = withoutPageNumbers(text, lines);
  const { measure, tokens } = measured(text, own);
  const labels = labelsOf(tokens);
  const values = tokens.map(valuesOf);
  const claims = claimRows(labels, values);
  const labelsEnd = Math.max(0, ...claims.flatMap((claim) => claim.labels.map((label) => label.right)));
  const withNumbers = values.filter((row) => row.length > 0);
  return { lines: own, tokens, measure, labels, claims, columns: columnsOf(withNumbers, fullWidth(withNumbers), labels, labelsEnd) };
}

/** The measure that puts the numbers of the full rows below each other is the one that the page was set by. */
function measured(text: string, lines: readonly Line[]): Pick<SpaceLayout, "measure" | "tokens"> {
  const read = (measure: Measure): Pick<SpaceLayout, "measure" | "tokens"> => ({ measure, tokens: lines.map((line, i) => withCellsMarked(tokensOf(text, line, i, measure))) });
  const [wide, narrow] = [read(byWidth), read(byCharacter)];
  return looseness(narrow.tokens.map(valuesOf)) < looseness(wide.tokens.map(valuesOf)) ? narrow : wide;
}

/** Behind the first number of a line all is cells, and so is what stands between a row's label and it: 见附表. */
function withCellsMarked(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex((token) => token.isValue);
  if (first < 0) return tokens;
  const label = tokens.slice(0, first).findLastIndex((token) => labelUse(token.folded)?.role === "row");
  const from = label < 0 ? first : label + 1;
  return tokens.map((token, i) => (i < from || token.isValue ? token : { ...token, isValue: true }));
}

/** - 3 -, or a bare 3 behind a line that has its numbers already: no label waits for it. */
function withoutPageNumbers(text: string, lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => {
    const content = contentOf(text, line);
    if (isPageMark(content)) return false;
    const before = lines[i - 1];
    return !isPageNumber(content) || before === undefined || !tokensOf(text, before, 0, byWidth).some((token) => token.isValue);
  });
}

function valuesOf(tokens: readonly Token[]): Values {
  return tokens.filter((token) => token.isValue);
}

/** A row before it is laid out: its labels from left to right and, where it has numbers, the line that they stand on. */
type PlannedRow = Claim;

class SpaceRows {
  private readonly labels: readonly Label[];
  private readonly columns: readonly Column[];
  private readonly labelColumns: number;
  private readonly planned: readonly PlannedRow[];

  constructor(
    private readonly text: string,
    { labels, claims, columns }: SpaceLayout,
    /** Cells must not go back behind this offset. */
    private at: number,
  ) {
    this.labels = labels;
    this.columns = columns;
    this.labelColumns = Math.min(mostLabelColumns, Math.max(0, ...claims.map((claim) => claim.labels.length)));
    this.planned = this.plan(claims);
  }

  rows(): Row[] {
    return this.planned.map((planned) => {
      const cells = planned.values.length > 0 ? this.dataCells(planned) : this.headCells(planned.labels);
      return { span: { start: cells[0]?.span.start ?? this.at, end: this.at }, cells };
    });
  }

  /** Rows of numbers, and between them the lines of heads, bands and groups. */
  private plan(claims: readonly PlannedRow[]): PlannedRow[] {
    const claimed = new Set(claims.flatMap((claim) => claim.labels));
    const heads = new Map<number, Label[]>();
    for (const label of this.labels) {
      const line = label.tokens[0]?.line ?? 0;
      if (!claimed.has(label)) heads.set(line, [...(heads.get(line) ?? []), label]);
    }
    const others = [...heads].map(([line, labels]) => ({ line, labels: labels.sort((a, b) => a.left - b.left), values: [] }));
    return [...claims, ...others].sort((a, b) => a.line - b.line || a.values.length - b.values.length);
  }

  private dataCells({ line, labels, values }: PlannedRow): Cell[] {
    const first = values[0]?.start ?? 0;
    const cells = labels.slice(0, -1).map((label) => this.labelCell(label, line, first));
    while (cells.length + Math.min(1, labels.length) < this.labelColumns) cells.push(this.nothing());
    for (const label of labels.slice(-1)) cells.push(this.labelCell(label, line, first));
    // A row whose numbers fit no columns is left as it is: whoever binds it decides.
    const places = placesOf(values, this.columns) ?? values.map((_, i) => i);
    values.forEach((token, i) => {
      cells.push(...this.blanksBefore(token, (places[i] ?? 0) - (places[i - 1] ?? -1) - 1), this.cell(token));
    });
    return cells;
  }

  /** Heads stand over their columns; where two would stand over one, they only keep their order. */
  private headCells(labels: readonly Label[]): Cell[] {
    const cells: Cell[] = [];
    for (const label of labels) {
      while (cells.length < this.placeOfHead(label)) cells.push(this.nothing());
      cells.push(this.labelCell(label, label.tokens[0]?.line ?? 0, Number.POSITIVE_INFINITY));
    }
    while (cells.length < this.labelColumns + this.columns.length) cells.push(this.nothing());
    return cells;
  }

  /** A head of one column stands where its middle does; one of several columns, 法人或其他组织, begins with the first of them. */
  private placeOfHead(label: Label): number {
    const first = this.columns[0];
    if (first === undefined || label.right <= first.left) return 0;
    const middle = (label.left + label.right) / 2;
    const covered = this.columns.findIndex((column) => label.left < column.right && column.left < label.right);
    const isGroup = labelUse(label.folded)?.role === "caption" && covered >= 0;
    return this.labelColumns + (isGroup ? covered : (nearest({ left: middle, right: middle }, this.columns) ?? Math.max(0, covered)));
  }

  /** At its piece on the line of the numbers, or the last one before them, so that cells stay in the order of the text. */
  private labelCell(label: Label, line: number, before: number): Cell {
    const pieces = label.tokens.filter((token) => token.start >= this.at && token.end <= before);
    const shown = pieces.find((token) => token.line === line) ?? pieces.at(-1);
    const said = saidBy(this.text, label);
    if (shown === undefined) return { span: { start: this.at, end: this.at }, text: said };
    const isSpread = label.tokens.length > 1 && label.tokens.every((token) => token.line === shown.line);
    const span = isSpread ? { start: label.tokens[0]?.start ?? shown.start, end: label.tokens.at(-1)?.end ?? shown.end } : { start: shown.start, end: shown.end };
    this.at = span.end;
    return said === this.text.slice(span.start, span.end) ? { span } : { span, text: said };
  }

  private cell(token: Token): Cell {
    this.at = token.end;
    return { span: { start: token.start, end: token.end } };
  }

  private nothing(): Cell {
    return { span: { start: this.at, end: this.at }, isMerged: true };
  }

  /** Spread over the gap, so that what is written there keeps apart from both numbers. */
  private blanksBefore(next: Token, count: number): Cell[] {
    const gap = next.start - this.at;
    const places = Array.from({ length: count }, (_, i) => this.at + Math.floor((gap * (i + 1)) / (count + 1)));
    this.at = places.at(-1) ?? this.at;
    return places.map((place) => ({ span: { start: place, end: place } }));
  }
}
