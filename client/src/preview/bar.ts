import { element } from "./elements.js";
import type { PreviewModel } from "./model.js";
import { severities, sign } from "./sign.js";
import { say, severityName } from "./words.js";

/** What the buttons of the bar do. */
export interface BarActions {
  previous(): void;
  next(): void;
  /** @param step 1 larger, -1 smaller, 0 back to the normal size */
  zoom(step: -1 | 0 | 1): void;
}

/** The bar over the page: what form, how many problems, ways to go from one to the next, size. */
export class Bar {
  private readonly form = element("span", { class: "form-name" });
  private readonly counts = element("span", { class: "counts" });
  private readonly size = button("actualSize", "100%");
  private readonly previous = button("previous", "↑");
  private readonly next = button("next", "↓");
  readonly root = element("header", { class: "bar" });

  constructor(actions: BarActions) {
    const smaller = button("smaller", "−");
    const larger = button("larger", "+");
    this.previous.addEventListener("click", () => actions.previous());
    this.next.addEventListener("click", () => actions.next());
    smaller.addEventListener("click", () => actions.zoom(-1));
    this.size.addEventListener("click", () => actions.zoom(0));
    larger.addEventListener("click", () => actions.zoom(1));
    const tools = element("div", { class: "tools", role: "toolbar", "aria-label": say("bar") }, this.counts, this.previous, this.next, element("span", { class: "rule" }), smaller, this.size, larger);
    this.root.append(this.form, tools);
  }

  show({ form, because, stage, notices, isReport }: PreviewModel): void {
    this.root.hidden = !isReport;
    this.form.replaceChildren(element("b", {}, say(stage)), form);
    this.form.title = because;
    this.counts.replaceChildren(...(notices.length === 0 ? [element("span", { class: "clean" }, `✓ ${say("noFindings")}`)] : severities.flatMap((severity) => countOf(severity, notices))));
    this.previous.disabled = this.next.disabled = notices.length === 0;
  }

  showZoom(zoom: number): void {
    this.size.textContent = `${Math.round(zoom * 100)}%`;
  }
}

function countOf(severity: (typeof severities)[number], notices: PreviewModel["notices"]): HTMLElement[] {
  const count = notices.filter((notice) => notice.severity === severity).length;
  if (count === 0) return [];
  const name = severityName(severity);
  return [element("span", { class: `count ${severity}`, title: name }, sign(severity), element("span", { class: "unseen" }, name), String(count))];
}

function button(name: Parameters<typeof say>[0], text: string): HTMLButtonElement {
  const label = say(name);
  return element("button", { type: "button", title: label, "aria-label": label }, text);
}
