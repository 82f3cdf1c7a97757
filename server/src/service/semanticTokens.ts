import type { Range, SemanticTokensEdit } from "vscode-languageserver-types";
import { claimsOf as readClaims, determinedOf, documentNumbers, faultsOf, numberSpan, relationsOf, remembered, totalOf, type Fact, type Report, type Span } from "../core/index.js";
import { claimsOf } from "./claims.js";
import { isOurs, type Draft } from "./draft.js";

/** Declared in package.json as well, so that themes can colour them. */
export const tokenTypes = ["reportTotal", "reportNumber", "reportPlaceholder", "reportClaim", "documentNumber"] as const;
export const tokenModifiers = ["wrong", "determined", "matched"] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/** Totals, wrong numbers, placeholders, document numbers, and the numbers in the prose, apart those that were matched with a cell. */
export function semanticTokens(draft: Draft): number[] {
  return isOurs(draft) ? encoded(draft, allTokens(draft.analysis.report)) : [];
}

export function semanticTokensIn(draft: Draft, range: Range): number[] {
  if (!isOurs(draft)) return [];
  const { lines, analysis } = draft;
  const [from, to] = [lines.offset(range.start), lines.offset(range.end)];
  // Whole lines, since no token goes over their ends: which of two that overlap is left does not hang on where the range begins.
  const wholeLines = { start: lines.offset({ line: range.start.line, character: 0 }), end: lines.offset({ line: range.end.line + 1, character: 0 }) };
  return encoded(draft, tokensIn(analysis.report, wholeLines).filter(({ span }) => from < span.end && span.start < to));
}

/** What has changed between two answers: one edit from the first number that differs to the last. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return [{ start, deleteCount: before.length - start - same, data: after.slice(start, after.length - same) }];
}

const allTokens: (report: Report) => readonly Token[] = remembered((report) => tokensIn(report, { start: 0, end: report.text.length }));

/** Those of a stretch, in the order of the text, none over another. */
function tokensIn(report: Report, stretch: Span): Token[] {
  const found = [...cellTokens(report, stretch), ...openMarks(report.text, stretch), ...claimTokens(report, stretch), ...numberTokens(report, stretch)];
  const sorted = found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = 0;
  return sorted.filter(({ span }) => {
    if (span.start < end || span.start === span.end) return false;
    end = span.end;
    return true;
  });
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function cellTokens(report: Report, stretch: Span): Token[] {
  const tables = report.tables.filter(({ table }) => meets(table.span, stretch));
  if (tables.length === 0) return [];
  const totals = new Set(relationsOf(report).identities.map(totalOf));
  const wrong = new Set(faultsOf(report).map(({ fact }) => fact));
  const determined = determinedOf(report);
  const facts = tables.flatMap(({ rows }) => rows).flatMap(({ facts }) => facts);
  return facts.filter(({ span }) => meets(span, stretch)).flatMap((fact) => cellToken(fact, totals.has(fact), wrong.has(fact), determined.get(fact.key)?.fact === fact));
}

function cellToken(fact: Fact, isTotal: boolean, isWrong: boolean, isDetermined: boolean): Token[] {
  const modifiers: TokenModifier[] = [...(isWrong ? (["wrong"] as const) : []), ...(isDetermined ? (["determined"] as const) : [])];
  if (fact.value.kind === "placeholder") return [{ span: fact.span, type: "reportPlaceholder", modifiers }];
  if (fact.value.kind !== "number" || (!isTotal && modifiers.length === 0)) return [];
  return [{ span: fact.span, type: isTotal ? "reportTotal" : "reportNumber", modifiers }];
}

/** Words that say none or all are tokens only where they tell of a cell. */
function claimTokens(report: Report, stretch: Span): Token[] {
  const matched = new Set(claimsOf(report).map(({ span }) => span.start));
  const tokens: Token[] = [];
  for (const { span, relation } of readClaims(report)) {
    if (!meets(span, stretch)) continue;
    if (matched.has(span.start)) tokens.push({ span, type: "reportClaim", modifiers: ["matched"] });
    else if (relation !== "none" && relation !== "all") tokens.push({ span, type: "reportClaim", modifiers: [] });
  }
  return tokens;
}

/** 【待填写】 and other lenticular brackets with a few characters in them. */
function openMarks(text: string, { start, end }: Span): Token[] {
  return [...text.slice(start, end).matchAll(/【待填[写寫][^】\r\n]{0,30}】/g)].map((match) => ({ span: { start: start + match.index, end: start + match.index + match[0].length }, type: "reportPlaceholder", modifiers: [] }));
}

function numberTokens(report: Report, stretch: Span): Token[] {
  const tokens: Token[] = [];
  for (const number of documentNumbers(report)) {
    if (!meets(number.line.block.span, stretch)) continue;
    const span = numberSpan(number);
    if (meets(span, stretch)) tokens.push({ span, type: "documentNumber", modifiers: [] });
  }
  return tokens;
}

/**
 * Five numbers a token, each place relative to the one before. A token over a line end is left out: most editors know none.
 * Filled in place: an array that grows by five takes three times as long for the thousands of a long draft.
 */
function encoded({ lines }: Draft, tokens: readonly Token[]): number[] {
  const data = new Array<number>(5 * tokens.length);
  let at = 0;
  let line = 0;
  let character = 0;
  for (const { span, type, modifiers } of tokens) {
    const start = lines.position(span.start);
    if (start.line !== lines.lineAt(span.end)) continue;
    data[at++] = start.line - line;
    data[at++] = start.line === line ? start.character - character : start.character;
    data[at++] = span.end - span.start;
    data[at++] = tokenTypes.indexOf(type);
    data[at++] = bits(modifiers);
    line = start.line;
    character = start.character;
  }
  data.length = at;
  return data;
}

function bits(modifiers: readonly TokenModifier[]): number {
  let sum = 0;
  for (const modifier of modifiers) sum += 1 << tokenModifiers.indexOf(modifier);
  return sum;
}
