import { html, Markup } from "../markup/html.js";
import { headRows } from "./headRows.js";
import type { Cell, CellRole, PlainTablePart, PrintedPart, PrintedReport, TablePart, TextPart } from "./printed.js";
import { style, styleDigest } from "./style.js";

/**
 * A page to be published: style inside, no script, nothing fetched, which its own policy forbids besides. The words of the
 * report stand on lines of their own, so that the page, read again as a draft, is the same report.
 */
export function htmlPage({ title, script, parts }: PrintedReport): string {
  const policy = `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${html`<html lang="${script === "traditional" ? "zh-Hant" : "zh-CN"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<main>
${parts.map(partMarkup)}</main>
</body>
</html>`.text}\n`;
}

function partMarkup(part: PrintedPart): Markup {
  switch (part.kind) {
    case "table":
      return officialTable(part);
    case "plainTable":
      return plainTable(part);
    default:
      return textMarkup(part);
  }
}

function textMarkup(part: TextPart): Markup {
  const words = part.runs.map(({ text, isStrong }) => (isStrong === true ? html`<strong>${text}</strong>` : text));
  switch (part.kind) {
    case "title":
      return html`<h1>\n${words}\n</h1>\n`;
    case "chapter":
      return html`<h2>\n${words}\n</h2>\n`;
    case "heading":
      return part.level === 2 ? html`<h3>\n${words}\n</h3>\n` : html`<h4>\n${words}\n</h4>\n`;
    case "paragraph":
      return html`<p>\n${words}\n</p>\n`;
    default:
      return html`<p class="${part.kind}">\n${words}\n</p>\n`;
  }
}

/** Widths are those of the style sheet, by the number of columns that hold labels. */
function officialTable({ name, labelColumns, columns, rows }: TablePart): Markup {
  const cols = Array.from({ length: columns }, (_, index) => html`<col class="${index < labelColumns ? `label${index}` : "value"}">`);
  return framed(name, html`<table class="form form${labelColumns}">\n<colgroup>${cols}</colgroup>\n`, rows);
}

function plainTable({ rows }: PlainTablePart): Markup {
  return framed("表格", html`<table class="plain">\n`, rows);
}

/** A wide table scrolls in its frame, not the page. */
function framed(name: string, opening: Markup, rows: readonly (readonly Cell[])[]): Markup {
  const heads = headRows(rows);
  const head = heads === 0 ? undefined : html`<thead>\n${rows.slice(0, heads).map(rowMarkup)}</thead>\n`;
  return html`<div class="frame" role="region" aria-label="${name}" tabindex="0">\n${opening}${head}<tbody>\n${rows.slice(heads).map(rowMarkup)}</tbody>\n</table>\n</div>\n`;
}

function rowMarkup(cells: readonly Cell[]): Markup {
  return html`<tr>${cells.map(cellMarkup)}</tr>\n`;
}

const scopes: Readonly<Partial<Record<CellRole, string>>> = { column: "col", columnGroup: "colgroup", row: "row", rowGroup: "rowgroup" };

function cellMarkup({ role, text, columns, rows }: Cell): Markup {
  const scope = scopes[role];
  const merged = [columns === undefined ? "" : html` colspan="${columns}"`, rows === undefined ? "" : html` rowspan="${rows}"`];
  return scope === undefined ? html`<td class="${role}"${merged}>${text}</td>` : html`<th scope="${scope}" class="${role}"${merged}>${text}</th>`;
}
