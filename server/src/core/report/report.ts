import type { Block, Cell, Heading, SyntaxTree, Table } from "../syntax/nodes.js";
import type { BandForm, ColumnForm, Edition, RowForm, SectionForm, TableForm } from "../forms/edition.js";
import type { Span } from "../text/span.js";
import type { Neighbours } from "../archive/archive.js";
import type { CellValue } from "./amount.js";

export type Stage = "draft" | "final";

/** A draft seen as the report that it is to be: what rules and language features ask. */
export interface Report {
  /** As it is read; see `tree`. Places in it are places in `source`. */
  readonly text: string;
  /** As it was written: what edits are carried out on, and lines are counted in. */
  readonly source: string;
  readonly tree: SyntaxTree;
  /** False where nothing shows that the text is such a report; then almost nothing is said about it. */
  readonly isReport: boolean;
  /** False for the report of a school, which follows rules of its own: nothing that the form prescribes is said about it. */
  readonly isOfForm: boolean;
  readonly edition: Edition;
  /** Why this edition was chosen, in Chinese, to be shown to the user. */
  readonly because: string;
  /** Who has ordered this edition, whatever the year: a comment of the draft, or the configuration. */
  readonly orderedBy: "directive" | "configuration" | undefined;
  /** False in 2019, when the form was only recommended. */
  readonly binding: boolean;
  readonly year: number | undefined;
  readonly organ: string | undefined;
  readonly stage: Stage;
  readonly script: "simplified" | "traditional";
  readonly title: Title | undefined;
  /** Chapters in the order of the text. */
  readonly sections: readonly Section[];
  /** One for each chapter of the form, in the form's order; none where no form applies. */
  readonly slots: readonly Slot[];
  readonly tables: readonly BoundTable[];
  /** By key `table/row/column`. Cells whose column is not certain are not in it. */
  readonly facts: ReadonlyMap<string, Fact>;
  /** The reports of the archive that it is compared with. */
  readonly neighbours: Neighbours;
}

export interface Title {
  /** From the first of its lines to the end of the last. */
  readonly span: Span;
  /** Most titles have one; organ, year and the rest may stand on lines of their own. */
  readonly lines: readonly Span[];
  /** Folded: Simplified, half-width, no spaces, no pinyin. */
  readonly folded: string;
  readonly organ: string | undefined;
  readonly year: number | undefined;
}

export interface Section {
  /** Of the form's chapter, `extra` for one that the form does not have. */
  readonly key: string;
  readonly form: SectionForm | undefined;
  readonly heading: Heading;
  /** Heading and body. */
  readonly span: Span;
  readonly body: Span;
  readonly blocks: readonly Block[];
  /** The title without its number, folded. */
  readonly foldedTitle: string;
  /** The author has marked it as still to be written (【待填写】): blanks in it are not faults yet. */
  readonly isOpen: boolean;
}

export interface Slot {
  readonly form: SectionForm;
  readonly section: Section | undefined;
  /** Where the chapter belongs if it is missing. */
  readonly insertAt: number;
}

/** A number, blank or text in a cell that is bound to the form. `key` is `table/row/column`. */
export interface Fact {
  readonly key: string;
  readonly table: TableForm;
  readonly row: RowForm;
  readonly column: ColumnForm;
  readonly value: CellValue;
  readonly span: Span;
}

/** A printed label and the form's label that it was taken for. */
export interface BoundLabel {
  readonly cell: Cell;
  readonly expected: string;
  readonly role: "row" | "column" | "caption" | "band";
  readonly isExact: boolean;
}

/**
 * `bound`: its values stand in cells of their own. `ambiguous`: blanks were lost, `total` is the only column known.
 */
export interface BoundRow {
  readonly form: RowForm;
  readonly label: Cell | undefined;
  readonly state: "bound" | "ambiguous";
  readonly facts: readonly Fact[];
}

/**
 * What a row of the draft was taken for, or (`missing`) a row of the form that the draft does not have, at its place. `moved`
 * stands where another row belongs, `doubled` is there a second time, `place` was known by the rows around it only.
 */
export interface RowAlignment {
  readonly kind: "exact" | "words" | "misspelt" | "place" | "moved" | "doubled" | "extra" | "missing";
  readonly form: RowForm | undefined;
  readonly label: Cell | undefined;
  /** All cells of the row in the draft. */
  readonly cells: readonly Cell[];
  /** 0 for the form's very words; the more, the less alike. */
  readonly cost: number;
}

/** Columns that a head lacks, heads that the form does not have, and columns out of order. `near` is where the missing ones belong. */
export interface ColumnFault {
  readonly band: BandForm;
  readonly missing: readonly ColumnForm[];
  readonly extra: readonly Cell[];
  readonly moved: readonly { readonly column: ColumnForm; readonly cell: Cell }[];
  readonly near: Cell | undefined;
}

export interface BoundTable {
  readonly form: TableForm;
  readonly table: Table;
  readonly section: Section | undefined;
  readonly labels: readonly BoundLabel[];
  readonly rows: readonly BoundRow[];
  /** In the order of the draft; empty for a table without row labels. */
  readonly alignment: readonly RowAlignment[];
  readonly columnFaults: readonly ColumnFault[];
  /** False where a copy has thinned the numbers out; then no cell is bound. */
  readonly isReadable: boolean;
}
