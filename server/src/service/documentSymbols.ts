import { SymbolKind, type DocumentSymbol, type SymbolInformation } from "vscode-languageserver-types";
import { remembered } from "../core/index.js";
import type { Draft } from "./draft.js";
import { outline, type OutlineNode } from "./outline.js";
import { say } from "./words.js";

export const symbolKinds: Readonly<Record<OutlineNode["kind"], SymbolKind>> = {
  title: SymbolKind.File,
  chapter: SymbolKind.Module,
  missing: SymbolKind.Null,
  part: SymbolKind.Namespace,
  table: SymbolKind.Array,
};

/** More entries no editor shows usefully, and their text alone would keep it waiting. A real report has about thirty. */
const mostSymbols = 500;

/** The outline as a tree: title, its chapters (missing ones too), their sub-sections and tables. Of too many the deepest are left out. */
export const documentSymbols: (draft: Draft) => DocumentSymbol[] = remembered((draft) => {
  const top = outline(draft);
  return symbolsOf(draft, top, shownOf(top));
});

/** The same as a list, for clients that know no trees. */
export function flatSymbols(draft: Draft): SymbolInformation[] {
  const top = outline(draft);
  const shown = shownOf(top);
  return top.flatMap((node) => flattened(draft, node, undefined, shown));
}

/** Level by level from the top, so that chapters come before what is in them. */
function shownOf(top: readonly OutlineNode[]): ReadonlySet<OutlineNode> {
  const shown = new Set<OutlineNode>();
  for (let level = top; level.length > 0 && shown.size < mostSymbols; level = level.flatMap(({ children }) => children)) {
    for (const node of level.slice(0, mostSymbols - shown.size)) shown.add(node);
  }
  return shown;
}

function symbolsOf(draft: Draft, nodes: readonly OutlineNode[], shown: ReadonlySet<OutlineNode>): DocumentSymbol[] {
  return nodes.filter((node) => shown.has(node)).map((node) => symbolOf(draft, node, shown));
}

function symbolOf(draft: Draft, node: OutlineNode, shown: ReadonlySet<OutlineNode>): DocumentSymbol {
  return {
    name: node.name,
    ...(node.kind === "missing" ? { detail: say(draft.analysis.language, { zh: "缺少", en: "missing" }) } : {}),
    kind: symbolKinds[node.kind],
    range: draft.lines.range(node.span),
    selectionRange: draft.lines.range(node.selection),
    children: symbolsOf(draft, node.children, shown),
  };
}

function flattened(draft: Draft, node: OutlineNode, container: string | undefined, shown: ReadonlySet<OutlineNode>): SymbolInformation[] {
  if (!shown.has(node)) return [];
  const symbol: SymbolInformation = {
    name: node.name,
    kind: symbolKinds[node.kind],
    location: { uri: draft.snapshot.uri, range: draft.lines.range(node.span) },
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [symbol, ...node.children.flatMap((child) => flattened(draft, child, node.name, shown))];
}
