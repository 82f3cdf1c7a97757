// What can be done with the whole table under the cursor: fill it, or write it in the canonical spelling.
import { CodeActionKind, type CodeAction, type Range, type WorkspaceEdit } from "vscode-languageserver-types";
import { fillingsOfRest, fillingsOfTotals, inDraftScript, plain, rewriteTable, type BoundTable, type Edit, type Filling, type Report, type ScriptConverter, type Words } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { openTotals } from "./suggestedValues.js";
import { say } from "./words.js";

const prefix = `${CodeActionKind.RefactorRewrite}.nianbao`;
/** A client that wants one of them, for a command of its own, asks for it by its kind. */
export const tableActionKinds = { totals: `${prefix}.totals`, rest: `${prefix}.rest`, table: `${prefix}.table` } as const;

export interface TableActionTools {
  readonly converter: ScriptConverter | undefined;
  readonly edit: (edits: readonly Edit[]) => WorkspaceEdit;
}

/** Those that have something to do, by the form's own sums; with them the rewriting that is refused, together with its reason. */
export function tableActions(draft: Draft, range: Range, tools: TableActionTools): CodeAction[] {
  const bound = isOurs(draft) ? tableAt(draft, draft.lines.offset(range.start)) : undefined;
  if (bound === undefined) return [];
  const { report } = draft.analysis;
  return [
    ...filling(draft, bound, totalsOf(report, bound), { kind: tableActionKinds.totals, title: totalsTitle }, tools),
    ...filling(draft, bound, fillingsOfRest(report, bound), { kind: tableActionKinds.rest, title: restTitle }, tools),
    ...rewriting(draft, bound, tools),
  ];
}

/** The official table that the place is in; its last line belongs to it up to the end. */
export function tableAt({ analysis: { report }, snapshot: { text } }: Draft, offset: number): BoundTable | undefined {
  return report.tables.find(({ table: { span } }) => span.start <= offset && (offset < span.end || (offset === span.end && !/[\r\n]$/.test(text.slice(span.start, span.end)))));
}

/** What follows from the rest; where the numbers contradict each other, at least the totals. */
function totalsOf(report: Report, bound: BoundTable): readonly Filling[] {
  const certain = fillingsOfTotals(report, bound);
  const known = new Set(certain.map(({ fact }) => fact));
  const others = openTotals(report).filter(({ fact }) => fact.table.key === bound.form.key && !known.has(fact));
  return [...certain, ...others.map(({ fact, value, by }): Filling => ({ fact, text: plain(value), because: by }))];
}

interface Named {
  readonly kind: string;
  readonly title: (count: number) => Words;
}

const totalsTitle = (count: number): Words => ({ zh: `填写各合计（${count} 格，由表内勾稽关系得出）`, en: `Fill in ${count} totals and other cells that the sums determine` });
const restTitle = (count: number): Words => ({ zh: `其余填 0，并填写各合计（${count} 格）`, en: `Fill the rest of this table with 0, and its totals (${count} cells)` });

function filling(draft: Draft, bound: BoundTable, fillings: readonly Filling[], { kind, title }: Named, { edit }: TableActionTools): CodeAction[] {
  if (fillings.length === 0) return [];
  return [{ title: say(draft.analysis.language, title(fillings.length)), kind, edit: edit(fillings.map((one) => fillingEdit(bound, one))) }];
}

/** In the spelling of one cell a line a blank is a bare pipe: a blank goes between the number and it. */
function fillingEdit({ table }: BoundTable, { fact, text }: Filling): Edit {
  const isBarePipe = table.spelling === "cellPipe" && fact.span.start === fact.span.end;
  return { span: fact.span, newText: isBarePipe ? `${text} ` : text };
}

function rewriting(draft: Draft, bound: BoundTable, { converter, edit }: TableActionTools): CodeAction[] {
  if (bound.table.spelling === "gfm") return [];
  const { report, language } = draft.analysis;
  const result = rewriteTable(report, bound, (text) => inDraftScript(report, text, { converter }));
  const action = { title: say(language, { zh: "表格改写为规范写法", en: "Rewrite table in the canonical spelling" }), kind: tableActionKinds.table };
  return [result.kind === "refused" ? { ...action, disabled: { reason: say(language, result.reason) } } : { ...action, edit: edit([result.edit]) }];
}
