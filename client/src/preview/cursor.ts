import type { Position, Range } from "./model.js";
import { isBefore, placed, placeOf } from "./places.js";

/** Marks the part of the page that shows what the cursor stands in or next to, and brings it into view. */
export function showCursor(page: HTMLElement, position: Position): void {
  const found = shownAt(page, position);
  for (const old of page.querySelectorAll("[data-current]")) if (old !== found) clear(old);
  if (found === undefined) return;
  found.setAttribute("data-current", "");
  found.setAttribute("aria-current", "location");
  // Who reads in the page itself is not to be carried away from it.
  if (!document.hasFocus()) found.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function clear(marked: Element): void {
  marked.removeAttribute("data-current");
  marked.removeAttribute("aria-current");
}

/** A cell, a line of prose, a heading; undefined where nothing near the position is shown. */
function shownAt(page: HTMLElement, position: Position): Element | undefined {
  let best: Element | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of page.querySelectorAll(`:is(.cell, .prose, .missing)${placed}`)) {
    const place = placeOf(candidate);
    const distance = place === undefined ? Number.POSITIVE_INFINITY : distanceTo(place.range, position) + shyness(candidate);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** Characters between a position and a range on its line; 0 inside. */
function distanceTo({ start, end }: Range, position: Position): number {
  if (!isBefore(position, start) && !isBefore(end, position)) return 0;
  if (position.line === start.line && isBefore(position, start)) return start.character - position.character;
  return position.line === end.line && isBefore(end, position) ? position.character - end.character : Number.POSITIVE_INFINITY;
}

/** A cell that the draft does not have stands where its row does: the row's own label comes before it. */
function shyness(candidate: Element): number {
  return candidate.classList.contains("absent") ? 0.5 : 0;
}
