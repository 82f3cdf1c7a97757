// A table of any spelling, written again as the form prints it, in GFM. Nothing that the author wrote is lost: where
// a value cannot be placed or a cell is not the form's, the table is left alone and the reason is given.
import type { Words } from "../check/rule.js";
import { isLabelPiece, labelUse } from "../forms/lexicon.js";
import type { BoundTable, Fact, Report, RowAlignment } from "../report/report.js";
import { cellText, type Cell } from "../syntax/nodes.js";
import { isPage } from "../syntax/markup.js";
import type { Edit } from "../text/edit.js";
import { fold } from "../text/fold.js";
import { slice } from "../text/span.js";
import { styleOf } from "./chapter.js";
import { writeTable, type InScript } from "./table.js";

export type Rewriting = { readonly kind: "rewritten"; readonly edit: Edit } | { readonly kind: "refused"; readonly reason: Words };

/** Stands for a value while the labels are converted: values are kept to the character. */
const valueMark = "\ue000";

export function rewriteTable(report: Report, bound: BoundTable, inScript: InScript): Rewriting {
  const reason = isPage(report.source) ? reasons.page : obstacle(report.text, bound);
  if (reason !== undefined) return { kind: "refused", reason };
  const values: string[] = [];
  const facts = new Map(bound.rows.flatMap((row) => row.facts.map((fact) => [`${fact.row.key}/${fact.column.key}`, fact] as const)));
  const { lineEnd } = styleOf(report);
  const written = inScript(
    writeTable(bound.form, { spelling: "gfm", lineEnd, isSpaced: false }, (row, column) => {
      const raw = rawOf(facts.get(`${row}/${column}`));
      if (raw === "") return "";
      values.push(raw);
      return valueMark;
    }),
  );
  if (written === undefined) return { kind: "refused", reason: reasons.noConverter };
  let at = 0;
  const table = written.replaceAll(valueMark, () => values[at++] ?? "");
  return { kind: "rewritten", edit: placed(report.text, bound, table, lineEnd) };
}

const reasons = {
  page: { zh: "这是网页，不是 Markdown 文稿，网页里不能写 Markdown 表格", en: "This is a web page and no Markdown draft: a Markdown table has no place in it" },
  unreadable: { zh: "表中有的数不知道属于哪一栏（空格已经丢失），不能改写", en: "Blanks were lost: for some numbers it is not known which column they belong to" },
  noConverter: { zh: "没有繁简转换表，不能写出繁体的表格", en: "There is no converter for a table in Traditional characters" },
  ambiguous: (row: string): Words => ({ zh: `“${row}”行的数不知道属于哪一栏（空格已经丢失），请先补齐这一行`, en: `It is not known which columns the numbers of “${row}” belong to (blanks were lost): complete that row first` }),
  doubled: (row: string): Words => ({ zh: `“${row}”行出现两次，请先删去一行`, en: `The row “${row}” stands twice: delete one first` }),
  foreign: (cell: string): Words => ({ zh: `格式中没有“${cell}”，改写会丢失它，请先移出表格`, en: `The form has no place for “${cell}”: move it out of the table first` }),
  pipe: (cell: string): Words => ({ zh: `“${cell}”中有竖线，写进 Markdown 表格会断开`, en: `“${cell}” holds a pipe, which would break a Markdown table` }),
};

function obstacle(text: string, bound: BoundTable): Words | undefined {
  if (!bound.isReadable) return reasons.unreadable;
  const unplaced = bound.rows.find((row) => row.state === "ambiguous");
  if (unplaced !== undefined) return reasons.ambiguous(unplaced.form.label.text);
  const doubled = bound.alignment.find((row) => row.kind === "doubled");
  if (doubled?.form !== undefined) return reasons.doubled(doubled.form.label.text);
  const foreign = foreignCell(text, bound);
  if (foreign !== undefined) return reasons.foreign(foreign);
  const broken = bound.rows.flatMap((row) => row.facts).find((fact) => /[|\r\n]/.test(rawOf(fact)));
  return broken === undefined ? undefined : reasons.pipe(rawOf(broken));
}

/** A cell that holds something and is neither a value of the form nor one of its labels. */
function foreignCell(text: string, { table, rows, labels, alignment }: BoundTable): string | undefined {
  const known = new Set<Cell>([...labels.map(({ cell }) => cell), ...alignment.flatMap(knownLabel)]);
  const values = new Set(rows.flatMap((row) => row.facts.map(({ span }) => span.start)));
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    const words = cellText(text, cell);
    if (words === "" || cell.isMerged === true || known.has(cell) || values.has(cell.span.start) || isPrinted(words)) continue;
    return words;
  }
  return undefined;
}

function knownLabel({ kind, label }: RowAlignment): Cell[] {
  return kind === "extra" || label === undefined ? [] : [label];
}

/** Heads that a page break has printed twice, and pieces of labels that a narrow column has broken. */
function isPrinted(words: string): boolean {
  const folded = fold(words);
  return labelUse(folded) !== undefined || isLabelPiece(folded);
}

function rawOf(fact: Fact | undefined): string {
  return fact === undefined || fact.value.kind === "blank" ? "" : fact.value.raw;
}

/** Markdown knows a table only between blank lines. */
function placed(text: string, { table }: BoundTable, written: string, lineEnd: string): Edit {
  const before = text.slice(0, table.span.start);
  const after = text.slice(table.span.end);
  const gapBefore = before === "" || /\n[ \t]*\r?\n$/.test(before) ? "" : lineEnd;
  const endsLine = /[\r\n]$/.test(slice(text, table.span));
  const gapAfter = after === "" || /^[ \t]*[\r\n]/.test(after) ? "" : lineEnd;
  return { span: table.span, newText: `${gapBefore}${written}${endsLine ? lineEnd : ""}${gapAfter}` };
}
