import type { Position, TextEdit } from "vscode-languageserver-types";
import { markerAt, type Block } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { nextMarker, type ListMarker } from "./listMarker.js";
import { textEdits } from "./formatting.js";

/** The key after which the server is asked. */
export const onTypeTrigger = "\n";

/**
 * After Enter: a numbered point goes on with the next number, （一） → （二）, 一是 → 二是, 1. → 2.; behind a point that holds
 * nothing yet the number is taken away instead, since the list has ended. Only at the end of a line: a point that is
 * broken in two stays one point.
 */
export function onTypeFormatting(draft: Draft, position: Position, key: string): TextEdit[] {
  const { lines, snapshot } = draft;
  if (key !== onTypeTrigger || position.line === 0 || !isOurs(draft) || lines.lineText(position.line).trim() !== "") return [];
  const line = lines.lineText(position.line - 1);
  const start = lines.offset({ line: position.line - 1, character: 0 });
  const item = pointAt(draft, start, line);
  if (item === undefined) return [];
  const cursor = lines.offset(position);
  const own = lines.offset({ line: position.line, character: 0 });
  if (item.isEmpty) return textEdits(draft, [{ span: { start: start + item.indent, end: own }, newText: "" }]);
  const marker = nextMarker(item.marker);
  if (marker === undefined || !isSentence(draft, start, line)) return [];
  const lineEnd = snapshot.text.slice(start + line.length, own) || "\n";
  const gap = hasGapBefore(draft, position.line - 1, item.marker) ? lineEnd : "";
  return textEdits(draft, [{ span: { start: own, end: cursor }, newText: `${gap}${line.slice(0, item.indent)}${marker}` }]);
}

interface Point {
  readonly marker: ListMarker;
  /** White space before the number. */
  readonly indent: number;
  readonly isEmpty: boolean;
}

/** 一是 stands inside sentences too; a line that says 一是…；二是… holds its whole list and does not go on. */
function pointAt({ snapshot: { text } }: Draft, start: number, line: string): Point | undefined {
  const indent = line.length - line.trimStart().length;
  const marked = markerAt(text, start + indent, start + line.length);
  if (marked !== undefined && marked.marker.style !== "chapter" && marked.marker.ordinal !== undefined) {
    const written = text.slice(marked.marker.span.start, marked.marker.span.end);
    return { marker: { style: marked.marker.style, ordinal: marked.marker.ordinal, written }, indent, isEmpty: text.slice(marked.next, start + line.length).trim() === "" };
  }
  const firstly = /^([一二三四五六七八九十]{1,3})是/.exec(line.slice(indent));
  if (firstly === null || /[。；;，,][一二三四五六七八九十]{1,3}是/.test(line)) return undefined;
  return { marker: { style: "firstly", ordinal: undefined, written: firstly[0] }, indent, isEmpty: line.trim() === firstly[0] };
}

/** （一）主动公开 alone on its line is a heading: what follows is its text, not the next point. */
function isSentence(draft: Draft, start: number, line: string): boolean {
  const block = blockAt(draft, start);
  return block?.kind === "paragraph" || (block?.kind === "heading" && /[；;。]\s*$/.test(line));
}

function blockAt({ analysis: { report } }: Draft, offset: number): Block | undefined {
  let low = 0;
  let high = report.tree.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((report.tree.blocks[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return report.tree.blocks[low];
}

/** Whether the author parts points by blank lines: the point before this one, or the heading above the first, tells. */
function hasGapBefore({ lines }: Draft, line: number, { style }: ListMarker): boolean {
  if (line === 0 || lines.lineText(line - 1).trim() !== "") return false;
  return style === "part" || style === "firstly" || /^\s*(?:\d|（\d|\(\d)/.test(lines.lineText(Math.max(0, line - 2)));
}
