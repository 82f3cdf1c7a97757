import type { Extent, Notice, Position, Range } from "./model.js";

/** What an element of the page stands for in the text. */
export interface Place {
  readonly range: Range;
  /** Findings that are marked at it. */
  readonly notices: readonly Notice[];
}

const places = new WeakMap<Element, Place>();

export const placed = "[data-place]";

export function place<Target extends Element>(target: Target, extent: Extent, notices: readonly Notice[] = []): Target {
  target.setAttribute("data-place", "");
  places.set(target, { range: rangeOf(extent), notices });
  return target;
}

export function rangeOf([line, character, endLine, endCharacter]: Extent): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

export function placeOf(target: Element): Place | undefined {
  return places.get(target);
}

/** An element that stays in the page takes over what its successor stands for. */
export function movePlace(from: Element, to: Element): void {
  const known = places.get(from);
  if (known === undefined) places.delete(to);
  else places.set(to, known);
}

export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

export function isSameRange(a: Range, b: Range): boolean {
  return !isBefore(a.start, b.start) && !isBefore(b.start, a.start) && !isBefore(a.end, b.end) && !isBefore(b.end, a.end);
}
