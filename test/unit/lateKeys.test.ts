import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { keepsWay, keyOf, MeantText, stopAt, wordsOf, type CellStop, type Change, type Key } from "../../client/src/lateKeys.js";

const lines = ["| 规章 |  | 20 |", "| 行政许可 |  | 3 |"];
const stops: readonly CellStop[] = [
  { line: 0, pipes: 2, of: 4, below: 2 },
  { line: 0, pipes: 3, of: 4, below: 3 },
  { line: 1, pipes: 2, of: 4, above: 0 },
  { line: 1, pipes: 3, of: 4, above: 1 },
];

function begun(): MeantText {
  return new MeantText(lines, stops, 0, wordsOf(lines[0] ?? "", { line: 0, pipes: 2, of: 4 }) ?? { line: 0, start: 0, end: 0 });
}

/** `1`, `>` Tab, `<` Shift+Tab, `v` Enter, `^` Shift+Enter, `-` Backspace. */
function keysOf(text: string): readonly Key[] {
  const steps = { ">": "next", "<": "previous", v: "below", "^": "above" } as const;
  return [...text].map((key) => (key === "-" ? { erased: true } : key === ">" || key === "<" || key === "v" || key === "^" ? { step: steps[key] } : { typed: key }));
}

/** The text after the keys, had they all been late, and after the changes that put it right. */
function after(text: string, inWindow: readonly string[] = lines): readonly string[] {
  const meant = begun();
  for (const key of keysOf(text)) meant.press(key);
  const changed = [...inWindow];
  for (const { line, start, end, text: words } of [...(meant.changes(changed.length, (line) => changed[line] ?? "") ?? [])].reverse()) {
    changed[line] = (changed[line] ?? "").slice(0, start) + words + (changed[line] ?? "").slice(end);
  }
  return changed;
}

describe("late keys", () => {
  test("go into the cell that they were meant for", () => {
    assert.deepEqual(after("1>23>4", ["| 规章 | 1234 | 20 |", "| 行政许可 |  | 3 |"]), ["| 规章 | 1 | 23 |", "| 行政许可 | 4 | 3 |"]);
    assert.deepEqual(after("1v2>3^4", ["| 规章 | 1 | 20 |", "| 行政许可 | 234 | 3 |"]), ["| 规章 | 1 | 4 |", "| 行政许可 | 2 | 3 |"]);
    assert.deepEqual(after(">>5<6"), ["| 规章 |  | 6 |", "| 行政许可 | 5 | 3 |"]);
  });
  test("leave a number that is only passed", () => {
    assert.deepEqual(after(">>5", ["| 规章 |  | 5 |", "| 行政许可 |  | 3 |"]), ["| 规章 |  | 20 |", "| 行政许可 | 5 | 3 |"]);
  });
  test("take back what was typed, and no blank", () => {
    assert.deepEqual(after("12->-"), ["| 规章 | 1 |  |", "| 行政许可 |  | 3 |"]);
    assert.deepEqual(after("1----"), ["| 规章 |  | 20 |", "| 行政许可 |  | 3 |"]);
  });
  test("need no change where the window was quick enough", () => {
    const meant = begun();
    for (const key of keysOf("1>2")) meant.press(key);
    assert.deepEqual(meant.changes(2, (line) => ["| 规章 | 1 | 2 |", lines[1] ?? ""][line] ?? ""), []);
    assert.deepEqual(meant.place, { line: 0, start: 12, end: 12 });
  });
  test("are let be where a line or a pipe has come or gone", () => {
    assert.equal(begun().changes(3, (line) => lines[line] ?? ""), undefined);
    assert.equal(begun().changes(2, () => "| 规章 |"), undefined);
  });
  test("do nothing where the way ends", () => {
    const meant = begun();
    assert.deepEqual(keysOf("<>>>>").map((key) => meant.press(key)), [false, true, true, true, false]);
    assert.deepEqual(meant.stop, stops[3]);
  });
  test("write numbers and nothing else", () => {
    const typed = (text: string): Key | undefined => keyOf({ line: 0, start: 0, end: 0, text });
    for (const text of ["1", "12", "０", ".", "-"]) assert.deepEqual(typed(text), { typed: text });
    for (const text of ["", "n", "件", "|", " ", "\n", "1 |", "123456789"]) assert.equal(typed(text), undefined);
    assert.deepEqual(keyOf({ line: 0, start: 0, end: 1, text: "" }), { erased: true });
  });
});

describe("a way that is known", () => {
  const keeps = (changes: readonly Change[], changed: readonly string[]): boolean => keepsWay(stops, changes, (line) => changed[line] ?? "");
  test("is kept for what is typed within its cells", () => {
    assert.ok(keeps([{ line: 0, start: 7, end: 7, text: "12" }], ["| 规章 | 12 | 20 |"]));
    assert.ok(keeps([{ line: 0, start: 10, end: 12, text: "7" }, { line: 0, start: 6, end: 7, text: " 123" }], ["| 规章 | 123 | 7 |"]));
  });
  test("is not where the pipes of a row change, or a label, or another line", () => {
    assert.ok(!keeps([{ line: 0, start: 7, end: 7, text: "|" }], ["| 规章 | | | 20 |"]));
    assert.ok(!keeps([{ line: 0, start: 7, end: 9, text: "" }], ["| 规章 |  20 |"]));
    assert.ok(!keeps([{ line: 0, start: 2, end: 3, text: "" }], ["| 章 |  | 20 |"]));
    assert.ok(!keeps([{ line: 5, start: 0, end: 0, text: "1" }], []));
  });
  test("knows the cell of a place", () => {
    assert.equal(stopAt(stops, lines[0] ?? "", 0, 8), 0);
    assert.equal(stopAt(stops, lines[0] ?? "", 0, 3), -1);
    assert.equal(stopAt(stops, "| 规章 |  |", 0, 8), -1);
  });
});
