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

/** The outline as a tree: title, its chapters (missing ones too), their sub-sections and tables. */
export const documentSymbols: (draft: Draft) => DocumentSymbol[] = remembered((draft) => outline(draft).map((node) => symbolOf(draft, node)));

/** The same as a list, for clients that know no trees. */
export function flatSymbols(draft: Draft): SymbolInformation[] {
  return outline(draft).flatMap((node) => flattened(draft, node, undefined));
}

function symbolOf(draft: Draft, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    ...(node.kind === "missing" ? { detail: say(draft.analysis.language, { zh: "缺少", en: "missing" }) } : {}),
    kind: symbolKinds[node.kind],
    range: draft.lines.range(node.span),
    selectionRange: draft.lines.range(node.selection),
    children: node.children.map((child) => symbolOf(draft, child)),
  };
}

function flattened(draft: Draft, node: OutlineNode, container: string | undefined): SymbolInformation[] {
  const symbol: SymbolInformation = {
    name: node.name,
    kind: symbolKinds[node.kind],
    location: { uri: draft.snapshot.uri, range: draft.lines.range(node.span) },
    ...(container === undefined ? {} : { containerName: container }),
  };
  return [symbol, ...node.children.flatMap((child) => flattened(draft, child, node.name))];
}
