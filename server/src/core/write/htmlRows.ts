// Rows written into an HTML table: each is a copy of a row of the same kind, so that tags, attributes and indentation are the table's own.
import type { BandForm, RowForm } from "../forms/edition.js";
import type { RowAlignment } from "../report/report.js";
import { cellText } from "../syntax/nodes.js";
import type { Edit } from "../text/edit.js";
import { fold } from "../text/fold.js";
import { escaped } from "./htmlTable.js";
import { sourceOf, type HtmlSource, type SourceCell } from "./htmlSource.js";
import type { RowGap } from "./rows.js";
import type { InScript, TableStyle } from "./table.js";

/** A copy of one cell with what parts it from the next one. */
interface Piece {
  readonly column: number;
  readonly columns: number;
  readonly source: string;
}

/** A group's cell among the new rows: how many of them it covers, and from which on. */
interface Group {
  readonly column: number;
  readonly columns: number;
  readonly from: number;
  readonly count: number;
}

/**
 * Rows go in and the cells of their groups reach over them as well; a group whose first row was missing has its cell there again.
 * Undefined where the new rows would not be as wide as the table, as where its cells are merged otherwise than in the form.
 */
export function htmlRowEdits(text: string, gap: RowGap, style: TableStyle, inScript: InScript): readonly Edit[] | undefined {
  const source = sourceOf(text, gap.bound.table);
  return source === undefined ? undefined : new HtmlInsertion(text, source, gap, style, inScript).edits();
}

class HtmlInsertion {
  /** Places of the rows of the table on either side of the gap. */
  private readonly above: number;
  private readonly below: number;
  private readonly groups: Group[] = [];
  private readonly changed: Edit[] = [];
  /** Cells of groups that begin in the gap, by the new row in which they do. */
  private readonly opened = new Map<number, Piece[]>();

  constructor(
    private readonly text: string,
    private readonly source: HtmlSource,
    private readonly gap: RowGap,
    private readonly style: TableStyle,
    private readonly inScript: InScript,
  ) {
    const { before, after } = gap;
    this.above = before === undefined ? this.placeOf(after) - 1 : this.placeOf(before);
    this.below = this.above + 1;
  }

  edits(): readonly Edit[] | undefined {
    const { rows, before } = this.gap;
    const neighbour = this.source.rows[before === undefined ? this.below : this.above];
    if (neighbour === undefined || !this.extendGroups() || !this.openGroups()) return undefined;
    const written = rows.map((row, i) => this.write(row, i));
    if (written.includes(undefined)) return undefined;
    const parting = this.parting(neighbour.start);
    const newText = written.map((row) => (before === undefined ? `${row ?? ""}${parting}` : `${parting}${row ?? ""}`)).join("");
    const place = before === undefined ? neighbour.start : neighbour.end;
    return [...this.changed, { span: { start: place, end: place }, newText }].sort((a, b) => a.span.start - b.span.start);
  }

  private placeOf(row: RowAlignment | undefined): number {
    const { label } = row ?? {};
    return label === undefined ? Number.NaN : this.gap.bound.table.rows.findIndex(({ cells }) => cells.includes(label));
  }

  /** Cells that reach from above over the gap or, being the label of a group, end above it. */
  private extendGroups(): boolean {
    const { rows } = this.gap;
    for (const cell of this.source.cells) {
      if (cell.row > this.above || cell.row + cell.rows <= this.above) continue;
      const isCrossing = cell.row + cell.rows > this.below && this.below < this.gap.bound.table.rows.length;
      const count = isCrossing ? rows.length : rows.filter((row) => this.isGroupOf(row, cell)).length;
      if (count === 0) continue;
      if (rows.slice(0, count).some((row) => !isCrossing && !this.isGroupOf(row, cell))) return false;
      this.changed.push({ span: cell.tag, newText: this.reaching(cell, cell.rows + count) });
      this.groups.push({ column: cell.column, columns: cell.columns, from: 0, count });
    }
    return true;
  }

  private isGroupOf({ groups }: RowForm, cell: SourceCell): boolean {
    const folded = this.folded(cell);
    return groups.some((group) => fold(group) === folded);
  }

  private folded({ cell }: SourceCell): string {
    return fold(cellText(this.text, cell));
  }

  /** Groups of the new rows that no cell above belongs to: theirs is taken from the row below, or written. */
  private openGroups(): boolean {
    const { rows } = this.gap;
    const known = new Set(this.source.cells.filter((cell) => cell.row <= this.above && cell.row + cell.rows > this.above).map((cell) => this.folded(cell)));
    for (const [i, row] of rows.entries()) {
      for (const [level, group] of row.groups.entries()) {
        if (known.has(fold(group))) continue;
        known.add(fold(group));
        const count = rows.filter((other) => other.groups[level] === group).length;
        const piece = this.takenFromBelow(group, count) ?? this.likeOtherGroup(group, level, count);
        if (piece === undefined) return false;
        this.opened.set(i, [...(this.opened.get(i) ?? []), piece]);
        this.groups.push({ column: piece.column, columns: piece.columns, from: i + 1, count: count - 1 });
      }
    }
    return true;
  }

  private takenFromBelow(group: string, count: number): Piece | undefined {
    const cell = this.source.cells.find((candidate) => candidate.row === this.below && this.folded(candidate) === fold(group));
    if (cell === undefined) return undefined;
    this.changed.push({ span: { start: cell.tag.start, end: cell.next }, newText: "" });
    return { ...cell, source: this.reaching(cell, cell.rows + count) + this.text.slice(cell.tag.end, cell.next) };
  }

  private likeOtherGroup(group: string, level: number, count: number): Piece | undefined {
    const labels = new Set(this.gap.band.rows.map((row) => fold(row.groups[level] ?? "")));
    const model = this.source.cells.find((cell) => labels.has(this.folded(cell)));
    const said = this.inScript(group);
    return model === undefined || said === undefined ? undefined : { ...model, source: this.filled(model, said, this.reaching(model, count)) };
  }

  private write(row: RowForm, i: number): string | undefined {
    const model = this.modelOf(this.gap.band, row);
    const said = this.inScript(row.label.text);
    if (model === undefined || said === undefined) return undefined;
    const cells = this.source.cells.filter((cell) => cell.row === model.row);
    const [first, last] = [cells[0], cells.at(-1)];
    const tr = this.source.rows[model.row];
    if (first === undefined || last === undefined || tr === undefined || cells.some((cell) => cell.rows > 1 && cell.column >= model.column)) return undefined;
    const covered = this.groups.filter((group) => group.from <= i && i < group.from + group.count);
    const isCovered = (column: number): boolean => covered.some((group) => group.column <= column && column < group.column + group.columns);
    // Where a table leaves cells empty instead of merging them, its new rows do so too.
    const kept = cells.filter((cell) => cell.column >= model.column || (this.folded(cell) === "" && !isCovered(cell.column)));
    const pieces = [...(this.opened.get(i) ?? []), ...kept.map((cell) => ({ ...cell, source: this.filled(cell, cell === model ? said : "", this.text.slice(cell.tag.start, cell.tag.end)) }))];
    const width = [...covered, ...pieces].reduce((sum, { columns }) => sum + columns, 0);
    if (width !== this.gap.bound.table.rows[model.row]?.cells.length) return undefined;
    const source = this.text.slice(tr.start, first.tag.start) + pieces.map((piece) => piece.source).join("") + this.text.slice(last.next, tr.end);
    return source.replace(/<[^<>]*>/g, (tag) => tag.replace(/\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, ""));
  }

  /** The label of the nearest row of the band that stands under as many groups. */
  private modelOf(band: BandForm, row: RowForm): SourceCell | undefined {
    const labels = this.gap.bound.alignment.flatMap(({ kind, form, label }) => {
      const isAlike = kind !== "missing" && form !== undefined && band.rows.includes(form) && form.groups.length === row.groups.length;
      return isAlike ? this.source.cells.filter(({ cell }) => cell === label) : [];
    });
    const distance = (cell: SourceCell): number => Math.abs(cell.row - this.above);
    return labels.sort((a, b) => distance(a) - distance(b))[0];
  }

  /** The cell with other words in the place of its own; `tag` is what opens it. */
  private filled({ cell, tag: { end }, next }: SourceCell, said: string, tag: string): string {
    const tags = this.text.slice(cell.span.start, cell.span.end).match(/<[^<>]*>/g) ?? [];
    const inside = tags.filter((each) => !/^<br\b/i.test(each)).join("");
    return tag + this.text.slice(end, cell.span.start) + escaped(said) + inside + this.text.slice(cell.span.end, next);
  }

  /** The tag of a cell with another number of rows. */
  private reaching({ tag }: SourceCell, rows: number): string {
    const written = this.text.slice(tag.start, tag.end);
    const own = /(\srowspan\s*=\s*["']?)[^\s"'>]*/i;
    if (own.test(written)) return written.replace(own, `$1${rows}`);
    return rows === 1 ? written : written.replace(/^<\w+/, `$& rowspan="${rows}"`);
  }

  /** Rows that begin a line are parted by line ends and indented alike, others by nothing. */
  private parting(start: number): string {
    const indentation = /(?:^|[\r\n])([^\S\r\n]*)$/.exec(this.text.slice(Math.max(0, start - 200), start))?.[1];
    return indentation === undefined ? "" : this.style.lineEnd + indentation;
  }
}
