// 结转 with a year, as words of the form: 上年结转, 结转下年度.
import { hasRole } from "./clauses.js";
import type { Role } from "./lexicon.js";
import type { Token } from "./tokens.js";

/**
 * 2023年结转 is 上年结转 and 结转2025年, 顺延至2025年 are 结转下年度 in the report of 2024. 顺延至 and the like mean nothing without a year, and 结转20238件 has
 * lost its 年: how many there were is not known then.
 */
export function withCarryOver(tokens: readonly Token[], year: number | undefined): readonly Token[] {
  if (!tokens.some((token) => hasRole(token, "carry"))) return tokens;
  const read = year === undefined ? tokens : tokens.flatMap((token, i) => carried(tokens, token, i, year));
  return read.map((token) => (token.kind === "word" && token.role === "carry" && token.value === "weak" ? { kind: "unknown", start: token.start, end: token.end } : token));
}

function carried(tokens: readonly Token[], token: Token, i: number, year: number): readonly Token[] {
  const [before, after, behind] = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (token.kind === "year" && token.year === year - 1 && after !== undefined && hasRole(after, "carry")) return [];
  if (token.kind === "year" && token.year === year + 1 && before !== undefined && isCarryBefore(before, tokens[i - 2])) return [];
  if (token.kind === "number" && before !== undefined && isCarryBefore(before, tokens[i - 2]) && beginsWithYear(token, year)) return [{ kind: "unknown", start: token.start, end: token.end }];
  if (!hasRole(token, "carry")) return [token];
  if (before?.kind === "year" && before.year === year - 1) return [renamed(token, "carryIn")];
  const next = after !== undefined && hasRole(after, "filler") ? behind : after;
  return [next?.kind === "year" && next.year === year + 1 ? renamed(token, "carryOut") : token];
}

function renamed({ start, end }: Token, role: Role): Token {
  return { kind: "word", start, end, role, value: undefined };
}

function isCarryBefore(before: Token, first: Token | undefined): boolean {
  return hasRole(before, "carry") || (hasRole(before, "filler") && first !== undefined && hasRole(first, "carry"));
}

/** 20238 in the report of 2023 or 2024 or 2022. */
function beginsWithYear({ number }: Extract<Token, { kind: "number" }>, year: number): boolean {
  const { digits, scale } = number.amount;
  const text = String(digits);
  return number.kind === "count" && scale === 0 && text.length > 4 && text.length < 8 && Math.abs(Number(text.slice(0, 4)) - year) <= 1;
}
