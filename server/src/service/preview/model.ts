/**
 * What a preview shows: the report as the official form prints it, as plain data. Whoever draws it needs to know nothing of
 * reports; every word of the form, every number and every message is in here. Ranges are those of the draft's text.
 */
import type { Severity, Stage } from "../../core/index.js";

/** A stretch of the draft: from line and character to line and character, from 0, in UTF-16, as in LSP. Numbers alone, since a model has hundreds. */
export type Extent = readonly [line: number, character: number, endLine: number, endCharacter: number];

export interface PreviewModel {
  readonly uri: string;
  /** Of the document that it was made from. */
  readonly version: number;
  /** False where the text is no such report: then there are no parts. */
  readonly isReport: boolean;
  readonly script: "simplified" | "traditional";
  readonly stage: Stage;
  /** The official form by its name, and why it is this one. */
  readonly form: string;
  readonly because: string;
  /** All findings, in the order of the text. `marks` of parts, runs and cells are indices into them. */
  readonly notices: readonly Notice[];
  readonly parts: readonly Part[];
  /** Absent where table three is not there, or says nothing yet. */
  readonly flow?: Flow;
  /** Applications received in the years before and in this one, oldest first; empty where no other year is known. */
  readonly years: readonly YearCount[];
}

export interface Notice {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Extent;
  /** Operands of a sum and other places that belong to it. */
  readonly related: readonly { readonly range: Extent; readonly message: string }[];
}

export type Part = WrittenPart | OmittedPart;

export type WrittenPart = TextPart | MissingPart | TablePart | PlainTablePart | FiguresPart;

interface Placed {
  readonly range: Extent;
  /** Findings about the part as a whole, or about something in it that the form does not print; absent where there are none. */
  readonly marks?: readonly number[];
}

export interface TextPart extends Placed {
  readonly kind: "title" | "chapter" | "heading" | "paragraph" | "opening" | "signature";
  /** Of a heading below the chapters: 2 （一）, 3 1. */
  readonly level?: 2 | 3;
  readonly runs: readonly Run[];
}

/** A stretch of prose of one kind, as it stands in the text. */
export interface Run {
  readonly text: string;
  readonly range: Extent;
  readonly isStrong?: true;
  readonly marks?: readonly number[];
}

/** A chapter that the form asks for and the draft does not have, at its place. */
export interface MissingPart extends Placed {
  readonly kind: "missing";
  readonly text: string;
}

/** Prose that is not shown, since there is too much of it, as one sentence about how much. Its findings are told here. */
export interface OmittedPart extends Placed {
  readonly kind: "omitted";
  readonly text: string;
}

/** One of the official tables, cell by cell as the form prints it, whatever its spelling in the draft. */
export interface TablePart extends Placed {
  readonly kind: "table";
  readonly key: string;
  readonly name: string;
  readonly labelColumns: number;
  readonly columns: number;
  readonly rows: readonly (readonly Cell[])[];
}

/** A table of the author's own, as it stands in the draft. */
export interface PlainTablePart extends Placed {
  readonly kind: "plainTable";
  readonly rows: readonly (readonly Cell[])[];
}

/** Where `flow` and `years` are shown. They are no part of the report. */
export interface FiguresPart {
  readonly kind: "figures";
}

/** `columnGroup`, `rowGroup`: heads over several columns or rows. `note`: words of the form that head nothing. */
export type CellRole = "value" | "column" | "columnGroup" | "row" | "rowGroup" | "note";

/** `absent`: the draft has no such cell, or it is not certain which one it is. `open`: blank or a placeholder. `odd`: not a number. */
export type CellState = "filled" | "open" | "odd" | "absent";

export interface Cell {
  readonly role: CellRole;
  readonly text: string;
  /** Cells merged into this one, itself included; absent for one. */
  readonly columns?: number;
  readonly rows?: number;
  readonly state?: CellState;
  /** Where it stands in the draft; for an absent value where its row does. */
  readonly range?: Extent;
  readonly marks?: readonly number[];
}

/** Applications through the year: what came in, and what became of it. Both sides should be equal. */
export interface Flow {
  readonly incoming: readonly Stream[];
  readonly outgoing: readonly Stream[];
}

export interface Stream {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly range: Extent;
}

export interface YearCount {
  readonly year: number;
  readonly received: number;
}
