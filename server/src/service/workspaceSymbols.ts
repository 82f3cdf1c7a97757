import { SymbolKind, type SymbolInformation } from "vscode-languageserver-types";
import { cellName, fold, type Fact, type Report } from "../core/index.js";
import type { Draft } from "./draft.js";
import { isOurs } from "./draft.js";
import { flatSymbols } from "./documentSymbols.js";

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
  return drafts.filter(isOurs).flatMap(symbolsOf).filter(({ name, containerName }) => isLike(name, wanted) || (wanted !== "" && isLike(`${containerName ?? ""}${name}`, wanted))).slice(0, mostSymbols);
}

function symbolsOf(draft: Draft): SymbolInformation[] {
  const { report } = draft.analysis;
  const container = reportName(report);
  const chapters = flatSymbols(draft).filter(({ kind }) => kind !== SymbolKind.Null).map((symbol) => ({ ...symbol, containerName: symbol.containerName ?? container }));
  return [...chapters, ...keyFigures.flatMap((key) => figureOf(draft, report.facts.get(key), container))];
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

/** Whether the letters of the query stand in the name, in their order: 新收 finds 一、本年新收政府信息公开申请数量. */
function isLike(name: string, wanted: string): boolean {
  let at = 0;
  const folded = fold(name).toLowerCase();
  for (const character of wanted) {
    at = folded.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
