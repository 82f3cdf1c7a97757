import type { Words } from "./rule.js";

/** A JSON value that knows where it stands, so that what is wrong with it can be said with line and column. */
export type JsonValue =
  | { readonly kind: "object"; readonly start: number; readonly entries: readonly JsonEntry[] }
  | { readonly kind: "array"; readonly start: number; readonly items: readonly JsonValue[] }
  | { readonly kind: "plain"; readonly start: number; readonly value: string | number | boolean | null };

export interface JsonEntry {
  readonly key: string;
  readonly start: number;
  readonly value: JsonValue;
}

export interface JsonProblem {
  readonly offset: number;
  readonly words: Words;
}

/** No configuration nests; the limit keeps a file of ten thousand brackets from filling the stack. */
const deepest = 50;

/** Strict JSON (RFC 8259): no comments, no trailing commas. `JSON.parse` does not say where on every engine. */
export function readJson(text: string): JsonValue | JsonProblem {
  const cursor: Cursor = { text, offset: 0 };
  try {
    const value = readValue(cursor, 0);
    skipSpace(cursor);
    if (cursor.offset < text.length) throw new SyntaxFault(cursor.offset, afterTheEnd);
    return value;
  } catch (error) {
    if (error instanceof SyntaxFault) return { offset: error.offset, words: error.words };
    throw error;
  }
}

interface Cursor {
  readonly text: string;
  offset: number;
}

/** Carries a syntax error out of the recursion; never leaves this file. */
class SyntaxFault extends Error {
  constructor(readonly offset: number, readonly words: Words) {
    super(words.en);
  }
}

const afterTheEnd: Words = { zh: "JSON 结束之后还有多余的内容", en: "there is more text after the end of the JSON" };
const noComments: Words = { zh: "这里不能写注释，请删去注释", en: "comments are not allowed here; remove the comment" };
const noTrailingComma: Words = { zh: "最后一项后面不能有逗号，请删去逗号", en: "a comma after the last item is not allowed; remove it" };
const tooDeep: Words = { zh: "嵌套太深", en: "the nesting is too deep" };

const simple = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function readValue(cursor: Cursor, depth: number): JsonValue {
  if (depth > deepest) throw new SyntaxFault(cursor.offset, tooDeep);
  skipSpace(cursor);
  const start = cursor.offset;
  if (accept(cursor, "{")) return { kind: "object", start, entries: readList(cursor, "}", () => readEntry(cursor, depth)) };
  if (accept(cursor, "[")) return { kind: "array", start, items: readList(cursor, "]", () => readValue(cursor, depth + 1)) };
  return { kind: "plain", start, value: readPlain(cursor, { zh: "一个值", en: "a value" }) };
}

function readEntry(cursor: Cursor, depth: number): JsonEntry {
  skipSpace(cursor);
  const start = cursor.offset;
  const wanted = { zh: "用双引号括起来的名称", en: "a name in double quotes" };
  if (cursor.text[start] !== '"') throw unexpected(cursor, wanted);
  const key = String(readPlain(cursor, wanted));
  expect(cursor, ":");
  return { key, start, value: readValue(cursor, depth + 1) };
}

function readList<Item>(cursor: Cursor, close: "}" | "]", readItem: () => Item): Item[] {
  const items: Item[] = [];
  skipSpace(cursor);
  if (accept(cursor, close)) return items;
  for (;;) {
    items.push(readItem());
    skipSpace(cursor);
    if (accept(cursor, close)) return items;
    const comma = cursor.offset;
    if (!accept(cursor, ",")) throw unexpected(cursor, { zh: `“,”或“${close}”`, en: `"," or "${close}"` });
    skipSpace(cursor);
    if (cursor.text[cursor.offset] === close) throw new SyntaxFault(comma, noTrailingComma);
  }
}

function readPlain(cursor: Cursor, wanted: Words): string | number | boolean | null {
  simple.lastIndex = cursor.offset;
  const found = simple.exec(cursor.text)?.[0];
  if (found === undefined) throw unexpected(cursor, wanted);
  cursor.offset += found.length;
  return JSON.parse(found) as string | number | boolean | null;
}

function expect(cursor: Cursor, mark: string): void {
  skipSpace(cursor);
  if (!accept(cursor, mark)) throw unexpected(cursor, { zh: `“${mark}”`, en: `"${mark}"` });
}

function accept(cursor: Cursor, mark: string): boolean {
  if (cursor.text[cursor.offset] !== mark) return false;
  cursor.offset++;
  return true;
}

function skipSpace(cursor: Cursor): void {
  while (/[ \t\r\n]/.test(cursor.text[cursor.offset] ?? "")) cursor.offset++;
  if (/^(?:\/[/*]|#)/.test(cursor.text.slice(cursor.offset, cursor.offset + 2))) throw new SyntaxFault(cursor.offset, noComments);
}

function unexpected(cursor: Cursor, wanted: Words): SyntaxFault {
  const character = String.fromCodePoint(cursor.text.codePointAt(cursor.offset) ?? 0);
  if (cursor.offset >= cursor.text.length) return new SyntaxFault(cursor.offset, { zh: `内容没有写完，这里应当是${wanted.zh}`, en: `the text ends where ${wanted.en} is expected` });
  return new SyntaxFault(cursor.offset, { zh: `这里应当是${wanted.zh}，却是“${character}”`, en: `expected ${wanted.en}, found "${character}"` });
}
