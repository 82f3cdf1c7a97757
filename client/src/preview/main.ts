// The page of the preview: takes models from the extension, draws them, and tells it what was clicked.
import { Bar } from "./bar.js";
import { clickedRange } from "./clicked.js";
import { showCursor } from "./cursor.js";
import { drawPart } from "./drawPart.js";
import { element } from "./elements.js";
import { cellFor, settleGrids, visit } from "./grid.js";
import type { FromPage, PageState, ToPage } from "./messages.js";
import type { Position, PreviewModel } from "./model.js";
import { morphChildren } from "./morph.js";
import { placed, placeOf } from "./places.js";
import { noteOf } from "./sign.js";
import { Tip } from "./tip.js";
import { say } from "./words.js";

interface VsCode {
  postMessage(message: FromPage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): VsCode;

const vsCode = acquireVsCodeApi();
const page = element("main", { class: "page" });
const notes = element("div", { hidden: "" });
const bar = new Bar({ previous: () => goToFault(-1), next: () => goToFault(1), zoom: (step) => zoomTo(step === 0 ? 1 : zoom + step * 0.1) });
document.body.append(bar.root, page, notes);
const tip = new Tip(page);

let state: PageState = vsCode.getState() ?? {};
let zoom = 1;
let cursor: Position | undefined;
let isFirst = true;
/** Where the buttons of the bar have last led. */
let lastFault: Element | undefined;

addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "model") showModel(data.model);
  else if (data.kind === "cursor") moveCursor(data.position);
  else if (isFirst) page.replaceChildren(element("p", { class: "empty" }, say("noDocument")));
});
addEventListener("scroll", () => keep({ scroll: scrollY }), { passive: true });
document.addEventListener("click", clicked);
document.addEventListener("keydown", pressed);
document.addEventListener("focusin", ({ target }) => target instanceof HTMLElement && target.matches(".cell") && visit(target));
zoomTo(state.zoom ?? 1);
vsCode.postMessage({ kind: "ready" });

function showModel(model: PreviewModel): void {
  keep({ uri: model.uri });
  bar.show(model);
  notes.replaceChildren(...model.notices.map(noteOf));
  page.lang = model.script === "traditional" ? "zh-Hant" : "zh-Hans";
  page.dataset["version"] = String(model.version);
  morphChildren(page, model.isReport ? model.parts.map((part) => drawPart(part, model)) : [element("p", { class: "empty" }, say("notReport"))]);
  settleGrids(page);
  tip.renew();
  if (isFirst && state.scroll !== undefined) scrollTo(0, state.scroll);
  isFirst = false;
  if (cursor !== undefined) moveCursor(cursor);
}

function moveCursor(position: Position): void {
  cursor = position;
  if (!isFirst) showCursor(page, position);
}

function clicked(event: MouseEvent): void {
  if (event.target instanceof Element && getSelection()?.isCollapsed !== false) reveal(event.target, event);
}

function reveal(target: Element, click?: MouseEvent): void {
  const shown = target.closest(placed);
  const place = shown === null || !page.contains(shown) ? undefined : placeOf(shown);
  if (shown === null || place === undefined) return;
  vsCode.postMessage({ kind: "reveal", range: click === undefined ? place.range : clickedRange(shown, place, click) });
}

function pressed(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key === "Escape") return tip.hide();
  if (key === "F8") return done(event, () => goToFault(event.shiftKey ? -1 : 1));
  if (!(target instanceof HTMLElement) || !page.contains(target)) return;
  if (key === "Enter" || key === " ") return done(event, () => reveal(target));
  const next = target.matches(".cell") ? cellFor(key, target) : undefined;
  if (next !== undefined) done(event, () => next.focus());
}

function done(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  act();
}

/** From where the focus is; without one, from the top of what is on the screen. */
function goToFault(step: 1 | -1): void {
  const faults = [...page.querySelectorAll<HTMLElement>(".fault")];
  const focused = document.activeElement;
  const at = focused === null || !page.contains(focused) ? lastFault : focused;
  const before = at === undefined ? -1 : faults.findLastIndex((fault) => fault === at || (fault.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  const next = step === 1 ? (faults[before + 1] ?? faults[0]) : (faults[faults[before] === at ? before - 1 : before] ?? faults.at(-1));
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "center" });
  lastFault = next;
}

function zoomTo(wanted: number): void {
  zoom = Math.min(2, Math.max(0.5, Math.round(wanted * 10) / 10));
  document.documentElement.style.setProperty("--zoom", String(zoom));
  bar.showZoom(zoom);
  keep({ zoom });
}

function keep(change: PageState): void {
  state = { ...state, ...change };
  vsCode.setState(state);
}
