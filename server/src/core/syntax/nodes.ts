import type { Span } from "../text/span.js";

/**
 * The tree of a draft. Blocks tile the text: each begins where the one before ended, line ends belong to the block,
 * so nothing of the draft is lost. Every child may be absent; damage is kept as it was typed.
 */
export interface SyntaxTree {
  /** As it is read: the draft, or where it has HTML, a text of the same length with other characters in the place of tags. */
  readonly text: string;
  /** As it was written. */
  readonly source: string;
  readonly blocks: readonly Block[];
}

export type Block = Heading | Paragraph | Table | FrontMatter | Noise | Blank | Directive;

/** `chapter` 一、 · `part` （一） · `item` 1. · `point` （1） · `firstly` 一是 */
export type MarkerStyle = "chapter" | "part" | "item" | "point" | "firstly";

/** The number before a heading or a paragraph. `ordinal` is undefined where the brackets were emptied: `()予以公开`. */
export interface Marker {
  readonly span: Span;
  readonly style: MarkerStyle;
  readonly ordinal: number | undefined;
}

/**
 * A chapter heading (level 1) or a numbered line of its own below it (level 2 and 3). `title` is what stands after the number. Text
 * behind a chapter's title on the same line is a paragraph, and a chapter inside a line begins a block of its own.
 */
export interface Heading {
  readonly kind: "heading";
  readonly span: Span;
  readonly level: 1 | 2 | 3;
  readonly marker: Marker | undefined;
  readonly title: Span;
}

/** One line of prose, or what of it belongs to one chapter. `marker` is the number it begins with, `lead` its first sentence where it has one, `points` its 一是, 二是. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly span: Span;
  readonly content: Span;
  readonly marker: Marker | undefined;
  readonly lead: Span | undefined;
  readonly points: readonly Marker[];
}

/** 索引号：…, - 標題: … and their like, before the text of a web page. */
export interface FrontMatter {
  readonly kind: "frontMatter";
  readonly span: Span;
  readonly name: Span;
  readonly value: Span;
}

/** What a web site prints around the report: 您当前所在位置, 访问量, 扫一扫在手机打开当前页. */
export interface Noise {
  readonly kind: "noise";
  readonly span: Span;
}

export interface Blank {
  readonly kind: "blank";
  readonly span: Span;
}

/** `<!-- nianbao-disable-next-line CODE: 理由 -->` and its like; `content` is what stands between the comment marks. */
export interface Directive {
  readonly kind: "directive";
  readonly span: Span;
  readonly content: Span;
}

/**
 * - `gfm`: pipe rows with a delimiter row; the columns stand where they stand.
 * - `pipe`: a row a line, cells parted by pipes, ragged, with or without outer pipes.
 * - `cellPipe`: one cell a line that ends in a pipe; an empty cell is a bare pipe, a run of pipes ends a row.
 * - `alternate`: a cell and a pipe on lines of their own in turn, or the pipe before the cell.
 * - `lines`: one cell a line and nothing else, blank lines between; empty cells are lost.
 * - `tabs`: a row a line, cells parted by tabs, as Excel and Word paste; merged cells leave empty fields.
 * - `html`: `<table>` with rowspan and colspan.
 * - `spaces`: columns set with runs of spaces, labels broken over lines, as copied from a PDF.
 */
export type Spelling = "gfm" | "pipe" | "cellPipe" | "alternate" | "lines" | "tabs" | "html" | "spaces";

export interface Table {
  readonly kind: "table";
  readonly span: Span;
  readonly spelling: Spelling;
  readonly rows: readonly Row[];
}

/**
 * In `cellPipe`, `alternate` and `lines` a row is what the spelling lets us know of rows: a run of cells up to a row end,
 * or all cells. In `gfm`, `tabs`, `html` and `spaces` the place of a cell in its row is its column.
 */
export interface Row {
  readonly span: Span;
  readonly cells: readonly Cell[];
}

/** `span` is the content without white space; for an empty cell the place where its content would stand. */
export interface Cell {
  readonly span: Span;
  /** What the cell says, where that is not what stands at `span`: entities, tags, a label broken over lines. */
  readonly text?: string;
  /** The cell only continues its left or upper neighbour (colspan, rowspan); it never holds anything. */
  readonly isMerged?: boolean;
  /** How many columns and rows the cell takes, where that is more than one: `html` alone tells. */
  readonly merges?: { readonly columns: number; readonly rows: number };
}

/** What a cell says: trimmed, tags and entities resolved, a broken label put together. */
export function cellText(text: string, cell: Cell): string {
  return cell.text ?? text.slice(cell.span.start, cell.span.end);
}
