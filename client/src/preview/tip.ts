import { element } from "./elements.js";
import type { Notice } from "./model.js";
import { isSameRange, placed, placeOf, rangeOf } from "./places.js";
import { sign } from "./sign.js";
import { say, severityName } from "./words.js";

const margin = 8;

/** The messages of what the pointer or the focus is on, in a box beside it. Escape closes it, and the pointer may go into it. */
export class Tip {
  // Screen readers have the same words as the description of the element.
  private readonly box = element("div", { class: "tip", hidden: "", "aria-hidden": "true" });
  private target: Element | undefined;

  constructor(private readonly page: HTMLElement) {
    document.body.append(this.box);
    document.addEventListener("pointerover", ({ target }) => this.over(target));
    document.addEventListener("focusin", ({ target }) => this.over(target));
    document.addEventListener("scroll", () => this.follow(), { passive: true, capture: true });
  }

  hide(): void {
    this.target = undefined;
    this.box.hidden = true;
    this.markOperands([]);
  }

  /** After the page has changed: the messages may be others, or none. */
  renew(): void {
    const target = this.target;
    this.hide();
    if (target?.isConnected === true) this.show(target);
  }

  /** Goes with its target when that is scrolled, as long as that is to be seen. */
  private follow(): void {
    const { top = -1, bottom = -1 } = this.target?.getBoundingClientRect() ?? {};
    if (this.target === undefined || bottom < 0 || top > innerHeight) this.hide();
    else this.beside(this.target);
  }

  private over(target: EventTarget | null): void {
    if (!(target instanceof Element) || this.box.contains(target)) return;
    const place = target.closest(".fault");
    if (place === this.target && place !== null) return;
    if (place === null) this.hide();
    else this.show(place);
  }

  private show(target: Element): void {
    const notices = placeOf(target)?.notices ?? [];
    if (notices.length === 0) return this.hide();
    this.target = target;
    this.box.replaceChildren(...notices.map(drawNotice), element("p", { class: "keys" }, say("hint")));
    this.box.hidden = false;
    this.beside(target);
    this.markOperands(notices);
  }

  /** Below the target, or above it where there is more room. */
  private beside(target: Element): void {
    const { left, top, bottom } = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const { width, height } = this.box.getBoundingClientRect();
    const isBelow = bottom + height + margin <= innerHeight || top < innerHeight - bottom;
    this.box.style.setProperty("left", `${Math.max(margin, Math.min(left, document.documentElement.clientWidth - width - margin))}px`);
    this.box.style.setProperty("top", `${isBelow ? bottom : Math.max(margin, top - height)}px`);
  }

  /** Shows which other cells a sum is made of. */
  private markOperands(notices: readonly Notice[]): void {
    for (const marked of this.page.querySelectorAll("[data-operand]")) marked.removeAttribute("data-operand");
    const ranges = notices.flatMap(({ related }) => related.map(({ range }) => rangeOf(range)));
    if (ranges.length === 0) return;
    for (const candidate of this.page.querySelectorAll(`.cell${placed}`)) {
      const place = placeOf(candidate);
      if (place !== undefined && ranges.some((range) => isSameRange(range, place.range))) candidate.setAttribute("data-operand", "");
    }
  }
}

function drawNotice(notice: Notice): HTMLElement {
  const kind = element("small", {}, `${severityName(notice.severity)} · ${notice.code}`);
  return element("div", { class: `notice ${notice.severity}` }, sign(notice.severity), element("div", {}, element("p", {}, notice.message), kind));
}
