import { identitiesWith, operandsOf, totalOf, type BoundLabel, type BoundTable, type Fact, type Operand, type Report } from "../core/index.js";
import { formsOf } from "./hover.js";

/** The cells that a total is the sum of; none for a cell that is no total. */
export function partsOf(report: Report, fact: Fact): Fact[] {
  return unique(identitiesWith(report, fact).flatMap((identity) => (totalOf(identity) === fact ? identity.right : [])));
}

/** The totals that a cell is a part of. */
export function totalsOver(report: Report, fact: Fact): Fact[] {
  const totals = identitiesWith(report, fact).map(totalOf);
  return [...new Set(totals.filter((total) => total !== undefined && total !== fact))].filter((total) => total !== undefined);
}

/** All cells that stand in a sum with this one, without it. */
export function neighboursOf(report: Report, fact: Fact): Fact[] {
  return unique(identitiesWith(report, fact).flatMap(operandsOf)).filter((other) => other !== fact);
}

/** The cells of the row or column that a printed label names. */
export function cellsUnder(bound: BoundTable, label: BoundLabel): Fact[] {
  const named = new Set(formsOf(bound, label));
  return bound.rows.flatMap(({ facts }) => facts).filter(({ row, column }) => named.has(row) || named.has(column));
}

function unique(operands: readonly Operand[]): Fact[] {
  return [...new Set(operands.flatMap(({ fact }) => (fact === undefined ? [] : [fact])))];
}
