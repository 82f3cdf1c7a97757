import { chapterLabel, missingSlots, remembered, shown } from "../core/index.js";
import type { Block, BoundTable, Heading, Paragraph, Section, Slot, Span, Table } from "../core/index.js";
import { isOurs, type Draft } from "./draft.js";
import { say } from "./words.js";

/** How a draft is built: title, chapters, sub-sections, tables, and the chapters that are missing. Spans, not positions. */
export interface OutlineNode {
  readonly kind: "title" | "chapter" | "missing" | "part" | "table";
  readonly name: string;
  /** Without the blank lines at its end. A missing chapter has the empty span at the place where it belongs. */
  readonly span: Span;
  /** What the cursor goes to: the heading line. Lies within `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** A block that begins a node of the outline. A deeper level is part of the shallower one before it. */
interface Entry {
  readonly block: Heading | Paragraph | Table;
  readonly level: number;
}

const tableLevel = 9;
const longestName = 60;

/** The outline of a draft in the order of the text; empty for a text that is no such report. Computed once for a draft. */
export const outline: (draft: Draft) => readonly OutlineNode[] = remembered((draft) => {
  if (!isOurs(draft)) return [];
  const { report } = draft.analysis;
  const chapters = [...report.sections.map((section) => chapterNode(draft, section)), ...missingNodes(draft)];
  chapters.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  if (report.title === undefined) return chapters;
  const selection = trimmedEnd(report.text, report.title.span);
  // Pages print chapters before the title now and then, so the title spans the whole text.
  return [{ kind: "title", name: nameOf(draft, ...report.title.lines), span: { start: 0, end: report.text.length }, selection, children: chapters }];
});

function chapterNode(draft: Draft, section: Section): OutlineNode {
  const span = trimmedEnd(draft.snapshot.text, section.span);
  const selection = within(span, headingLine(section.heading));
  const entries = section.blocks.filter((block) => block !== section.heading).map(entryOf).filter((entry) => entry !== undefined);
  return { kind: "chapter", name: nameOf(draft, selection), span, selection, children: nested(draft, entries, section.span.end) };
}

function missingNodes(draft: Draft): OutlineNode[] {
  const { report } = draft.analysis;
  return report.isReport ? missingSlots(report).map((slot) => missingNode(draft, slot)) : [];
}

function missingNode(draft: Draft, { form, insertAt }: Slot): OutlineNode {
  const mark = say(draft.analysis.language, { zh: "〔缺〕", en: "〔missing〕" });
  const place = { start: insertAt, end: insertAt };
  return { kind: "missing", name: `${mark}${chapterLabel(form)}`, span: place, selection: place, children: [] };
}

function entryOf(block: Block): Entry | undefined {
  if (block.kind === "table") return { block, level: tableLevel };
  if (block.kind === "heading") return { block, level: block.level };
  // （一）强化领导，统筹推进。今年以来… is a sub-section whose heading runs into its text.
  if (block.kind === "paragraph" && block.marker?.style === "part") return { block, level: 2 };
  return undefined;
}

/** Nodes of entries that follow each other; each reaches to the next one that is not deeper, the last one to `end`. */
function nested(draft: Draft, entries: readonly Entry[], end: number): OutlineNode[] {
  const nodes: OutlineNode[] = [];
  for (let index = 0; index < entries.length; ) {
    const entry = entries[index];
    if (entry === undefined) break;
    const next = firstNotDeeper(entries, index);
    const nodeEnd = entries[next]?.block.span.start ?? end;
    nodes.push(nodeOf(draft, entry.block, nodeEnd, nested(draft, entries.slice(index + 1, next), nodeEnd)));
    index = next;
  }
  return nodes;
}

function firstNotDeeper(entries: readonly Entry[], from: number): number {
  const level = entries[from]?.level ?? 0;
  let next = from + 1;
  while ((entries[next]?.level ?? 0) > level) next++;
  return next;
}

function nodeOf(draft: Draft, block: Entry["block"], end: number, children: readonly OutlineNode[]): OutlineNode {
  const { text } = draft.snapshot;
  if (block.kind === "table") {
    const span = trimmedEnd(text, block.span);
    return { kind: "table", name: tableName(draft, block), span, selection: within(span, firstLine(text, span)), children };
  }
  const span = trimmedEnd(text, { start: block.span.start, end });
  const selection = within(span, block.kind === "heading" ? headingLine(block) : leadOf(block));
  return { kind: "part", name: nameOf(draft, selection), span, selection, children };
}

function tableName(draft: Draft, table: Table): string {
  const bound = draft.analysis.report.tables.find((candidate: BoundTable) => candidate.table === table);
  return bound?.form.name ?? say(draft.analysis.language, { zh: "表格", en: "Table" });
}

/** Number and title of a heading, without the marks that Markdown puts before them. */
function headingLine({ marker, title }: Heading): Span {
  return { start: Math.min(marker?.span.start ?? title.start, title.start), end: Math.max(marker?.span.end ?? title.end, title.end) };
}

/** Number and first sentence of a paragraph that is a sub-section. */
function leadOf({ marker, lead, content }: Paragraph): Span {
  const first = lead ?? content;
  return { start: Math.min(marker?.span.start ?? first.start, first.start), end: first.end };
}

/** One line for people to read. Never empty, since editors refuse a symbol without a name. */
function nameOf(draft: Draft, ...lines: readonly Span[]): string {
  const name = lines.map(({ start, end }) => shown(draft.analysis.report.text.slice(start, end)).replace(/\s+/g, " ").trim()).join("");
  if (name === "") return say(draft.analysis.language, { zh: "〔无标题〕", en: "〔untitled〕" });
  const characters = [...name];
  return characters.length <= longestName ? name : `${characters.slice(0, longestName).join("")}…`;
}

function firstLine(text: string, { start, end }: Span): Span {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length === -1 ? end : start + length };
}

function trimmedEnd(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function within(outer: Span, inner: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}
