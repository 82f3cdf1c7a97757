import { element } from "./elements.js";
import type { Cell, CellRole, PlainTablePart, PreviewModel, TablePart } from "./model.js";
import { place } from "./places.js";
import { gravest, noteIds, noticesOf, sign } from "./sign.js";
import { say } from "./words.js";

/** An official table: a grid in which the arrow keys go from cell to cell. */
export function drawTable(part: TablePart, model: PreviewModel): HTMLElement {
  const caption = element("caption", { class: "unseen" }, part.name);
  const columns = Array.from({ length: part.columns }, (_, index) => element("col", { class: index < part.labelColumns ? `label label${index}` : "value" }));
  return framed(element("table", { class: `form form-${part.labelColumns}`, role: "grid" }, caption, element("colgroup", {}, ...columns), bodyOf(part.rows, model)), part);
}

/** Any other table, as its author has set it. */
export function drawPlainTable(part: PlainTablePart, model: PreviewModel): HTMLElement {
  return framed(element("table", { class: "form plain", role: "grid" }, element("caption", { class: "unseen" }, say("ownTable")), bodyOf(part.rows, model)), part);
}

/** A wide table scrolls in its frame, not the page. */
function framed(table: HTMLTableElement, { range }: TablePart | PlainTablePart): HTMLElement {
  return place(element("div", { class: "frame" }, table), range);
}

function bodyOf(rows: readonly (readonly Cell[])[], model: PreviewModel): HTMLElement {
  return element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell) => drawCell(cell, model)))));
}

const scopes: Readonly<Partial<Record<CellRole, string>>> = { column: "col", columnGroup: "colgroup", row: "row", rowGroup: "rowgroup" };

function drawCell(cell: Cell, model: PreviewModel): HTMLElement {
  const marks = cell.marks ?? [];
  const notices = noticesOf(marks, model);
  const severity = gravest(notices);
  const scope = scopes[cell.role];
  // Values are stops of the arrow keys, and so is a label that is marked.
  const isStop = cell.range !== undefined && (cell.role === "value" || severity !== undefined);
  const attributes = {
    class: ["cell", cell.role, cell.state, ...(severity === undefined ? [] : ["fault", severity])].filter((name) => name !== undefined).join(" "),
    scope,
    colspan: cell.columns === undefined ? undefined : String(cell.columns),
    rowspan: cell.rows === undefined ? undefined : String(cell.rows),
    tabindex: isStop ? "-1" : undefined,
    "aria-invalid": severity === "error" || severity === "warning" ? "true" : undefined,
    "aria-describedby": noteIds(marks),
  };
  const drawn = element(scope === undefined ? "td" : "th", attributes, element("span", { class: "text" }, cell.text), severity === undefined ? undefined : sign(severity));
  return cell.range === undefined ? drawn : place(drawn, cell.range, notices);
}
