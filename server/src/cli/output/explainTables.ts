import { cellText, LineIndex, type BoundTable, type Cell, type ColumnFault, type Report, type RowAlignment } from "../../core/index.js";

/** What `nianbao facts --explain` adds: for each table the rows of the draft and what they were taken for. Ranges count from 0. */
export function explainTables(report: Report): object[] {
  const lines = new LineIndex(report.source);
  return report.tables.map((bound) => tableResult(bound, report.text, lines));
}

function tableResult(bound: BoundTable, text: string, lines: LineIndex): object {
  const states = new Map(bound.rows.map((row) => [row.form, row.state]));
  const rowResult = ({ kind, form, label, cost }: RowAlignment): object => ({
    label: label === undefined ? null : cellText(text, label),
    row: form?.key ?? null,
    takenFor: form?.label.text ?? null,
    because: reasons[kind],
    likeness: likeness(kind, cost),
    columns: form === undefined || kind === "missing" || kind === "doubled" ? null : (states.get(form) ?? "none"),
    range: label === undefined ? null : lines.range(label.span),
  });
  return { table: bound.form.key, spelling: bound.table.spelling, readable: bound.isReadable, range: lines.range(bound.table.span), rows: bound.alignment.map(rowResult), columns: bound.columnFaults.map((fault) => columnsResult(fault, text)) };
}

function columnsResult({ missing, extra }: ColumnFault, text: string): object {
  return { missing: missing.map((column) => column.key), extra: extra.map((cell: Cell) => cellText(text, cell)) };
}

/** 1 for the form's words; only for labels that differ from them. */
function likeness(kind: RowAlignment["kind"], cost: number): number | null {
  return kind === "misspelt" && cost >= 0.4 ? Math.round((1.4 - cost) * 100) / 100 : null;
}

const reasons: Readonly<Record<RowAlignment["kind"], string>> = {
  exact: "行名与格式相同",
  words: "行名除编号、标点外与格式相同",
  misspelt: "行名与格式相近",
  place: "行名认不出，按前后两行之间的位置",
  moved: "行名与格式相同，次序不同",
  doubled: "行名与前面的行重复",
  extra: "格式没有这一行",
  missing: "草稿没有这一行",
};
