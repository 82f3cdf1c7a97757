import type { Elsewhere } from "../check/finding.js";
import type { Summary } from "./summary.js";

/** The number of a cell of another report, and where it stands. */
export interface FormerCell {
  /** In millionths. */
  readonly exact: bigint;
  readonly elsewhere: Elsewhere;
}

/** Undefined where the report has no such cell, or where nobody can know what it holds. */
export function formerCell({ cells, place }: Summary, key: string): FormerCell | undefined {
  const cell = cells.get(key);
  return cell?.exact === undefined || cell.unit !== undefined ? undefined : { exact: cell.exact, elsewhere: { file: place.file, range: cell.range } };
}
