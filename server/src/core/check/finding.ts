import type { Edit } from "../text/edit.js";
import type { TextRange } from "../archive/summary.js";
import type { Span } from "../text/span.js";

export type Severity = "error" | "warning" | "information" | "hint";
export type Group = "arithmetic" | "structure" | "consistency" | "script" | "wording";
export type Language = "zh" | "en";

/** Another place that belongs to a finding: an operand of a sum, the first of two headings. */
export interface Related {
  /** In the draft itself; of a place in another report the place that it belongs to. */
  readonly span: Span;
  readonly message: string;
  readonly elsewhere?: Elsewhere;
}

/** A place in another report of the archive. */
export interface Elsewhere {
  /** As the archive names it: a path, a URI. */
  readonly file: string;
  readonly range: TextRange;
}

/**
 * What programs read of a finding. `key` names the finding within its code and stays the same while the draft is edited
 * elsewhere, so that a code action can find it again; `fact`, `found` and `expected` are a cell's key and plain numbers.
 */
export interface FindingData {
  readonly key: string;
  readonly fact?: string;
  readonly found?: string;
  readonly expected?: string;
  readonly edition?: string;
  /** Why this edition was chosen. */
  readonly because?: string;
}

export interface Finding {
  readonly code: string;
  readonly group: Group;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly data: FindingData;
}

/** `safe`: there is one right answer, it may run on save. `review`: the author has to choose; every change of a number is. */
export type Safety = "safe" | "review";

export interface Fix {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}
