/** Correct tables as other programs hand them over: a PDF copied as text, Word's HTML, a page on one line, Excel's clipboard. */
import type { TableForm } from "../../../server/src/core/forms/edition.js";
import { displayWidth } from "../../../server/src/core/text/displayWidth.js";
import type { Values } from "./drafts.js";

/** The labels of a table's rows and their numbers, in order: what every layout has to be read back to. */
export interface ExpectedRow {
  readonly label: string;
  readonly values: readonly string[];
}

export function expectedRows(form: TableForm, values: Values): ExpectedRow[] {
  return form.bands.flatMap((band) =>
    band.rows.map((row) => ({ label: form.labelColumns === 0 ? "" : row.label.text, values: band.columns.map((column) => values.get(`${form.key}/${row.key}/${column.key}`) ?? "") })),
  );
}

/** A label in a column of so many characters. */
export function broken(label: string, width: number): string[] {
  const lines: string[] = [];
  for (let at = 0; at < label.length; at += width) lines.push(label.slice(at, at + width));
  return lines;
}

/** Text at columns of the page, an ideograph taking two. */
function line(...pieces: readonly (readonly [column: number, text: string])[]): string {
  let text = "";
  for (const [column, piece] of pieces) text += " ".repeat(Math.max(text === "" ? 0 : 1, column - displayWidth(text))) + piece;
  return text;
}

const numberColumns = [64, 72, 80, 88, 96, 104, 112];
const labelWidth = 13;

/**
 * Table three as `pdftotext -layout` gives it: heads and labels broken over lines, the numbers on the middle one of them and ending at
 * the same column, 三、本年度办理结果 set one character a line at the left edge, groups broken beside their middle rows, a page break
 * with the number of the page and the head once more.
 */
export function pdfApplications(form: TableForm, values: Values, pageBreakBefore: number): string {
  const rows = form.bands[0]?.rows ?? [];
  const vertical = [..."三、本年度办理结果"];
  const lines = pdfHead();
  rows.forEach((row, i) => {
    if (i === pageBreakBefore) lines.push("", line([88, "— 3 —"]), "\f", ...pdfHead());
    const numbers = (form.bands[0]?.columns ?? []).map((column, k): readonly [number, string] => {
      const text = values.get(`${form.key}/${row.key}/${column.key}`) ?? "";
      return [(numberColumns[k] ?? 0) - text.length, text];
    });
    const isOuter = row.groups.length === 0;
    const pieces = isOuter ? [row.label.text] : broken(row.label.text, labelWidth);
    const middle = Math.floor((pieces.length - 1) / 2);
    const group = groupPieces(rows, i);
    pieces.forEach((piece, k) => {
      const edge = isOuter ? undefined : vertical.shift();
      const left: (readonly [number, string])[] = edge === undefined ? [] : [[2, edge]];
      if (k === middle && group !== undefined) left.push([8, group]);
      lines.push(line(...left, [isOuter ? 2 : row.groups.length === 1 ? 10 : 22, piece], ...(k === middle ? numbers : [])));
    });
  });
  return lines.join("\n");
}

/** （三）不 and 予公开 on the two middle rows of the group, the whole label where it has two rows only. */
function groupPieces(rows: TableForm["bands"][number]["rows"], at: number): string | undefined {
  const group = rows[at]?.groups[1];
  if (group === undefined) return undefined;
  const members = rows.flatMap((row, i) => (row.groups[1] === group ? [i] : []));
  const first = members[Math.floor((members.length - 1) / 2)];
  if (members.length === 1 || first === undefined) return members[0] === at ? group : undefined;
  return at === first ? group.slice(0, 4) : at === first + 1 ? group.slice(4) : undefined;
}

function pdfHead(): string[] {
  return [
    line([84, "申请人情况"]),
    line([80, "法人或其他组织"]),
    line([4, "（本列数据的勾稽关系为：第一项加第"], [84, "社会"], [92, "法律"]),
    line([60, "自然"], [68, "商业"], [76, "科研"], [109, "总计"]),
    line([4, "二项之和，等于第三项加第四项之和）"], [84, "公益"], [92, "服务"], [101, "其他"]),
    line([61, "人"], [68, "企业"], [76, "机构"]),
    line([84, "组织"], [92, "机构"]),
  ];
}

/** Table two in a PDF: bands and the numbers of merged cells set in the middle. */
export function pdfDisclosure(form: TableForm, values: Values): string {
  const places = [30, 50, 70];
  return form.bands
    .flatMap((band) => {
      const at = (i: number): number => (band.columns.length === 1 ? 50 : (places[i] ?? 0));
      const centred = (i: number, text: string): readonly [number, string] => [at(i) - Math.floor(displayWidth(text) / 2), text];
      return [
        line([32, band.title?.text ?? ""]),
        line([4, band.head?.text ?? ""], ...band.columns.map((column, i) => centred(i, column.label.text))),
        ...band.rows.map((row) => line([3, row.label.text], ...band.columns.map((column, i) => centred(i, values.get(`${form.key}/${row.key}/${column.key}`) ?? "")))),
      ];
    })
    .join("\n");
}

/** As Word saves a page: attributes with and without quotes, a paragraph in each cell, blanks as entities, cells that are never closed. */
export function wordHtml(html: string): string {
  return html
    .replace("<table>", '<TABLE class=MsoTableGrid border=1 style=\'border-collapse:collapse;mso-border-alt:solid windowtext .5pt\'>\n <tbody>')
    .replace("</table>", "</tbody>\n</TABLE>")
    .replace(/<td((?: (?:row|col)span="\d+")*)>([^<]*)<\/td>/g, (_, spans: string, text: string) =>
      `\n  <td width=61 valign=top${spans.replace(/"/g, "")} style='width:45.8pt;\n  padding:0cm 5.4pt'>\n  <p class=MsoNormal align=center><span lang=EN-US>&nbsp;${text.replace("机构", "机\n  构").replace("“", "&ldquo;")}<o:p></o:p></span></p>`,
    );
}

/** As a tool strips a page: no line ends, no closing tags that may be left out. */
export function minifiedHtml(html: string): string {
  return html.replace(/\r?\n\s*/g, "").replace(/<\/t[dr]>/g, "").replace(/span="(\d+)"/g, "span=$1");
}

/** As Excel copies cells with line breaks in them: quoted, and nothing behind the last filled field of a row. */
export function excelTabs(tabs: string): string {
  return tabs
    .replace("补正后申请内容仍不明确", "补正后\n申请内容仍不明确")
    .replace(/[^\t\n]*补正后\n申请内容仍不明确/, (field) => `"${field}"`)
    .replace(/[^\t\n]*“三安全一稳定”/, (field) => `"${field.replace("“", '""').replace("”", '""')}"`)
    .replace("商业企业", '"商业\n企业"')
    .replace(/\t+$/gm, "");
}
