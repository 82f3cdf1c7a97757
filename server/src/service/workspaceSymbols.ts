import { SymbolKind, type SymbolInformation } from "vscode-languageserver-types";
import { cellName, fold, remembered, type Fact, type Report } from "../core/index.js";
import { symbolKinds } from "./documentSymbols.js";
import { isOurs, type Draft } from "./draft.js";
import { outline, type OutlineNode } from "./outline.js";

/** What people ask for first: the totals of table three and table four. */
const keyFigures = [
  "applications/received/total",
  "applications/carriedIn/total",
  "applications/handledTotal/total",
  "applications/carriedOut/total",
  "review/count/reconsideration.total",
  "review/count/directSuit.total",
  "review/count/suitAfterReconsideration.total",
] as const;

const mostSymbols = 300;

/** Reports, their chapters and tables, and their key figures, from the drafts that are at hand. An empty query asks for all. */
export function workspaceSymbols(drafts: readonly Draft[], query: string): SymbolInformation[] {
  const wanted = fold(query).toLowerCase();
  const found = drafts.filter(isOurs).flatMap(entriesOf).filter(({ name, nameInReport }) => isLike(name, wanted) || isLike(nameInReport, wanted));
  return found.slice(0, mostSymbols).map(({ symbol }) => symbol);
}

/** A symbol with the forms of its name that a query is held against. */
interface Entry {
  readonly symbol: SymbolInformation;
  readonly name: string;
  readonly nameInReport: string;
}

const entriesOf: (draft: Draft) => readonly Entry[] = remembered((draft) => {
  const { report } = draft.analysis;
  const container = reportName(report);
  const symbols = [...outline(draft).flatMap((node) => partsOf(draft, node, container)), ...keyFigures.flatMap((key) => figureOf(draft, report.facts.get(key), container))];
  return symbols.map((symbol) => ({ symbol, name: comparable(symbol.name), nameInReport: comparable(`${symbol.containerName ?? ""}${symbol.name}`) }));
});

/** Title, chapters and tables. Sub-sections are for the outline of the file. */
function partsOf({ snapshot, lines }: Draft, root: OutlineNode, containerName: string): SymbolInformation[] {
  const listed = (node: OutlineNode): OutlineNode[] => [...(node.kind === "part" || node.kind === "missing" ? [] : [node]), ...node.children.flatMap(listed)];
  return listed(root).map((node) => ({ name: node.name, kind: symbolKinds[node.kind], location: { uri: snapshot.uri, range: lines.range(node.span) }, containerName }));
}

/** 云溪县 2024 */
function reportName({ organ, year }: Report): string {
  return [organ, year].filter((part) => part !== undefined).join(" ");
}

function figureOf({ snapshot, lines, analysis }: Draft, fact: Fact | undefined, containerName: string): SymbolInformation[] {
  if (fact?.value.kind !== "number") return [];
  const name = `${cellName(fact)[analysis.language]} ${fact.value.raw}`;
  return [{ name, kind: SymbolKind.Number, location: { uri: snapshot.uri, range: lines.range(fact.span) }, containerName }];
}

function comparable(name: string): string {
  return fold(name).toLowerCase();
}

/** Whether the letters of the query stand in the name, in their order: 新收 finds 一、本年新收政府信息公开申请数量. */
function isLike(name: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
