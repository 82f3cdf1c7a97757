import type { Range } from "vscode-languageserver-types";
import { cellText, readValue, type Amount, type Report, type Span } from "../core/index.js";
import type { Draft } from "./draft.js";
import { cellsWithin } from "./places.js";

/** Sum, number and average of the numbers in a selection, as exact decimals; the average is rounded to four places. */
export interface SelectionStatistics {
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

const averagePlaces = 4;

/** Undefined where no number is selected. A cell counts whole, also where it is selected in part, and once. */
export function selectionStatistics({ analysis: { report }, lines }: Draft, ranges: readonly Range[]): SelectionStatistics | undefined {
  const numbers = new Map<number, Amount>();
  for (const { start, end } of ranges) {
    const selected = { start: lines.offset(start), end: lines.offset(end) };
    for (const { start: at, amount } of [...numbersInCells(report, selected), ...numbersInProse(report, selected)]) numbers.set(at, amount);
  }
  if (numbers.size === 0) return undefined;
  const sum = [...numbers.values()].reduce(added);
  return { count: numbers.size, sum: decimal(sum), average: decimal(quotient(sum, numbers.size)) };
}

interface Found {
  readonly start: number;
  readonly amount: Amount;
}

function numbersInCells(report: Report, selected: Span): Found[] {
  return cellsWithin(report, selected).flatMap((cell) => {
    const value = readValue(cellText(report.text, cell));
    return value.kind === "number" ? [{ start: cell.span.start, amount: value.amount }] : [];
  });
}

/** A quantity in prose: behind it stands no sign that makes it a part of a date, of a document number or of a numbering. */
const quantity = /[+\-−]?\d[\d,]{0,30}(?:\.\d{1,12})?(?![\d.,、）)〕年月日号號])/g;

function numbersInProse({ text, tree }: Report, selected: Span): Found[] {
  return tree.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || block.span.end <= selected.start || selected.end <= block.span.start) return [];
    const from = Math.max(selected.start, block.marker?.span.end ?? block.content.start);
    const part = text.slice(from, Math.min(selected.end, block.content.end));
    return [...part.matchAll(quantity)].flatMap((match) => amountAt(part, from, match));
  });
}

function amountAt(part: string, from: number, match: RegExpExecArray): Found[] {
  const before = part.charAt(match.index - 1);
  const value = /[\dA-Za-z〔(（.\-]/.test(before) ? undefined : readValue(match[0].replace(/,$/, ""));
  return value?.kind === "number" ? [{ start: from + match.index, amount: value.amount }] : [];
}

function added(a: Amount, b: Amount): Amount {
  const scale = Math.max(a.scale, b.scale);
  return { digits: scaledTo(a, scale) + scaledTo(b, scale), scale };
}

function scaledTo({ digits, scale }: Amount, to: number): bigint {
  return digits * 10n ** BigInt(to - scale);
}

/** Half a unit of the last place is rounded away from zero. */
function quotient(sum: Amount, count: number): Amount {
  const scale = Math.max(averagePlaces, sum.scale);
  const numerator = scaledTo(sum, scale) * 2n;
  const divisor = BigInt(count);
  const rounded = (numerator < 0n ? -1n : 1n) * (((numerator < 0n ? -numerator : numerator) + divisor) / (divisor * 2n));
  return { digits: rounded, scale };
}

/** Without needless zeros: 12.50 → 12.5, 3.0000 → 3. */
function decimal({ digits, scale }: Amount): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const fraction = scale === 0 ? "" : text.slice(-scale).replace(/0+$/, "");
  return `${digits < 0n ? "-" : ""}${scale === 0 ? text : text.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}
