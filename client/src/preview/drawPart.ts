import { drawFigures } from "./drawFigures.js";
import { drawPlainTable, drawTable } from "./drawTable.js";
import { element } from "./elements.js";
import type { Extent, Part, PreviewModel, Run, TextPart } from "./model.js";
import { place } from "./places.js";
import { gravest, noteIds, noticesOf, sign } from "./sign.js";
import { say } from "./words.js";

/** One part of the report as an element. */
export function drawPart(part: Part, model: PreviewModel): HTMLElement {
  switch (part.kind) {
    case "table":
      return withLoose(drawTable(part, model), part.marks, model);
    case "plainTable":
      return withLoose(drawPlainTable(part, model), part.marks, model);
    case "figures":
      return drawFigures(model);
    case "missing":
      return place(element("p", { class: "missing" }, element("span", { class: "tag" }, say("missing")), fault(part.text, part.marks ?? [], model, part.range)), part.range);
    case "omitted":
      return withLoose(place(element("p", { class: "omitted" }, part.text), part.range), part.marks, model);
    default:
      return drawText(part, model);
  }
}

function drawText(part: TextPart, model: PreviewModel): HTMLElement {
  const name = tagOf(part);
  const runs = part.runs.map((run) => drawRun(run, model));
  return withLoose(place(element(name, { class: `prose ${part.kind}` }, ...runs), part.range), part.marks, model);
}

function tagOf({ kind, level }: TextPart): "h1" | "h2" | "h3" | "h4" | "p" {
  if (kind === "title") return "h1";
  if (kind === "chapter") return "h2";
  if (kind === "heading") return level === 2 ? "h3" : "h4";
  return "p";
}

function drawRun(run: Run, model: PreviewModel): HTMLElement {
  if (run.marks !== undefined) return fault(run.text, run.marks, model, run.range, run.isStrong);
  return place(element(run.isStrong === true ? "strong" : "span", { class: "run" }, run.text), run.range);
}

/** Marked prose: a button, since it can be reached by key and leads to the text. */
function fault(text: string, marks: readonly number[], model: PreviewModel, range: Extent, isStrong?: boolean): HTMLElement {
  const notices = noticesOf(marks, model);
  const severity = gravest(notices);
  if (severity === undefined) return place(element("span", { class: "run" }, text), range);
  const attributes = { class: `run fault ${severity}${isStrong === true ? " strong" : ""}`, role: "button", tabindex: "0", "aria-describedby": noteIds(marks) };
  return place(element("span", attributes, text, sign(severity)), range, notices);
}

/** Findings that no word or cell of the part is about are told below it. */
function withLoose(drawn: HTMLElement, marks: readonly number[] | undefined, model: PreviewModel): HTMLElement {
  if (marks === undefined || marks.length === 0) return drawn;
  const notes = marks.flatMap((mark) => noticesOf([mark], model).map((notice) => place(element("p", { class: `loose fault ${notice.severity}`, role: "button", tabindex: "0" }, sign(notice.severity), notice.message), notice.range, [notice])));
  return element("div", { class: "part" }, drawn, ...notes);
}
