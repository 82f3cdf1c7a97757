import { chapterLabel, contains, headingLineOf, missingSlots, piecedTogether, shown, trimmed, type Block, type BoundTable, type Cell, type Finding, type FrontMatter, type Heading, type Paragraph, type Span, type Table, type Title } from "../../core/index.js";
import type { Draft } from "../draft.js";
import { lastBefore } from "../places.js";
import { extentOf } from "./extent.js";
import type { MissingPart, TextPart, WrittenPart } from "./model.js";
import { marksOf, runsOf, type Mark } from "./prose.js";
import { ownRows } from "./ownRows.js";
import { plainTablePart, tablePart } from "./tables.js";

/** A part before it is made. */
export interface Plan {
  readonly kind: WrittenPart["kind"];
  /** What it shows of the text. Empty for what is not in the text: a missing chapter, the figures. */
  readonly spans: readonly Span[];
  /** Place among the others. */
  readonly at: number;
  /** A finding that belongs here, wherever it stands in the text. */
  readonly claims?: (finding: Finding) => boolean;
  readonly make: (marks: readonly Mark[]) => WrittenPart;
}

/** A part and the findings that are marked in it. */
export interface MarkedPlan {
  readonly plan: Plan;
  readonly marks: readonly Mark[];
}

/** What the report consists of, in the order of the text. Each finding of the draft is marked in just one part. */
export function partsOf(draft: Draft): WrittenPart[] {
  return plansOf(draft).map(({ plan, marks }) => plan.make(marks));
}

/** The parts before they are made, so that what is not shown need not be. */
export function plansOf(draft: Draft): readonly MarkedPlan[] {
  const plans = [...textPlans(draft), ...tablePlans(draft), ...missingPlans(draft)].sort((a, b) => a.at - b.at);
  const marks = marksByPlan(plans, draft.analysis.findings);
  return plans.map((plan) => ({ plan, marks: marks.get(plan) ?? [] }));
}

function marksByPlan(plans: readonly Plan[], findings: readonly Finding[]): ReadonlyMap<Plan, readonly Mark[]> {
  const marks = new Map<Plan, Mark[]>();
  const planFor = planFinder(plans);
  for (const [index, finding] of findings.entries()) {
    const plan = planFor(finding);
    if (plan === undefined) continue;
    const mark = { index, span: finding.span };
    const others = marks.get(plan);
    if (others === undefined) marks.set(plan, [mark]);
    else others.push(mark);
  }
  return marks;
}

/** Where a finding stands; one about what is not shown (a comment, the head of a web page) goes to what is shown before it. */
function planFinder(plans: readonly Plan[]): (finding: Finding) => Plan | undefined {
  const claiming = plans.filter(({ claims }) => claims !== undefined);
  const shown = plans.filter(({ spans }) => spans.length > 0);
  const continued = shown.filter(({ spans }) => spans.length > 1);
  return (finding) => {
    const { start } = finding.span;
    const claimed = claiming.find((plan) => plan.claims?.(finding) === true);
    const further = claimed ?? continued.find(({ spans }) => spans.some((span) => span.start <= start && start < span.end));
    return further ?? shown[lastBefore(shown, start, ({ at }) => at) ?? 0];
  };
}

function textPlans(draft: Draft): Plan[] {
  const { tree, title } = draft.analysis.report;
  const signature = new Set(signatureBlocks(draft));
  const plans: Plan[] = [];
  for (const block of tree.blocks) {
    const own = title === undefined ? undefined : ofTitle(title, block);
    if (title !== undefined && own !== undefined) plans.push(...titlePlans(draft, block, own, title));
    else if (block.kind === "heading") plans.push(textPlan(draft, block, block.level === 1 ? "chapter" : "heading", headingSpan(block), block.level));
    else if (isProse(draft, block)) plans.push(textPlan(draft, block, proseKind(draft, block, signature), proseSpan(block)));
  }
  return plans;
}

/** What of a block is of the title. */
function ofTitle({ lines, span }: Title, block: Block): Span | undefined {
  if (block.kind === "table" || block.span.start >= span.end) return undefined;
  const own = lines.filter((line) => contains(block.span, line));
  const [first, last] = [own[0], own.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

/** The line that ends as a title does is the heading, those above and below it open the report. What stands around it on its line has parts of its own. */
function titlePlans(draft: Draft, block: Block, own: Span, title: Title): Plan[] {
  const { text } = draft.analysis.report;
  const before = { start: block.span.start, end: own.start };
  const after = { start: own.end, end: block.span.end };
  const [hasBefore, hasAfter] = [before, after].map((span) => block.kind === "paragraph" && hasWords(text, span));
  const whole = { span: { start: hasBefore === true ? own.start : block.span.start, end: hasAfter === true ? own.end : block.span.end } };
  return [
    ...(hasBefore === true ? [textPlan(draft, { span: before }, "opening", trimmed(text, before))] : []),
    textPlan(draft, whole, contains(own, headingLineOf(text, title)) ? "title" : "opening", own),
    ...(hasAfter === true ? [textPlan(draft, { span: after }, "paragraph", trimmed(text, after))] : []),
  ];
}

function hasWords(text: string, span: Span): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end));
}

function textPlan(draft: Draft, { span }: Pick<Block, "span">, kind: TextPart["kind"], shown: Span, level: Heading["level"] = 1): Plan {
  const make = (marks: readonly Mark[]): TextPart => {
    const inside = marks.filter((mark) => mark.span.start < shown.end + 1 && shown.start <= mark.span.start);
    return {
      kind,
      ...(level === 1 ? {} : { level }),
      runs: runsOf(draft, shown, inside.map(({ index, span: { start, end } }) => ({ index, span: { start, end: Math.min(end, shown.end) } }))),
      range: extentOf(draft, shown),
      ...marksOf(marks.filter((mark) => !inside.includes(mark))),
    };
  };
  return { kind, spans: [span], at: span.start, make };
}

/** Number and title, without the marks that Markdown puts before them. */
function headingSpan({ marker, title }: Heading): Span {
  return { start: Math.min(marker?.span.start ?? title.start, title.start), end: title.end };
}

type Prose = Paragraph | FrontMatter;

/** Paragraphs, and the date that a report says of itself, 发布日期：2025年1月20日. What stands before the title, and other fields, are the page's. */
function isProse({ analysis: { report } }: Draft, block: Block): block is Prose {
  if (block.kind !== "frontMatter") return block.kind === "paragraph";
  const isBehindTitle = report.title !== undefined && block.span.start >= report.title.span.end;
  return isBehindTitle && dateField.test(shown(report.text.slice(block.name.start, block.name.end))) && dateAlone.test(shown(report.text.slice(block.value.start, block.value.end)));
}

const dateField = /^(?:发布|發布|成文|公开|公開)\s?(?:日期|时间|時間)$/;
const dateAlone = /^\d{4}\s?[年.\-/]\s?\d{1,2}\s?[月.\-/]\s?\d{1,2}\s?日?$/;

function proseSpan(block: Prose): Span {
  return block.kind === "paragraph" ? block.content : { start: block.name.start, end: block.value.end };
}

/** `opening`: lines over the title. */
function proseKind({ analysis: { report } }: Draft, block: Prose, signature: ReadonlySet<Block>): TextPart["kind"] {
  if (report.title !== undefined && block.span.end <= report.title.span.start) return "opening";
  return signature.has(block) ? "signature" : "paragraph";
}

const date = /^[\d〇○零一二三四五六七八九]{4}\s?年[\d一二三四五六七八九十\s]{1,6}月[\d一二三四五六七八九十\s]{1,8}日$/;
const longestOrgan = 30;

/** The date at the end of the text, and the organ over it. */
function signatureBlocks(draft: Draft): Prose[] {
  const { text, tree } = draft.analysis.report;
  const tail = tree.blocks.filter((block) => isProse(draft, block)).slice(-3);
  const words = (block: Prose | undefined): string => (block === undefined ? "" : shown(text.slice(proseSpan(block).start, proseSpan(block).end)));
  const at = tail.findLastIndex((block) => block.kind === "frontMatter" ? block === tail.at(-1) : date.test(words(block)));
  if (at === -1) return [];
  const above = words(tail[at - 1]);
  const isOrgan = above !== "" && above.length <= longestOrgan && !/[，。；：,;:]/.test(above);
  return tail.slice(isOrgan ? at - 1 : at, at + 1);
}

function tablePlans(draft: Draft): Plan[] {
  const { text, tree, tables } = draft.analysis.report;
  // An annex is its province's or its author's own: it goes out as it stands.
  const groups = piecedTogether(tables.filter(({ form }) => form.optional !== true));
  const official = groups.flatMap((pieces): Plan[] => {
    const spans = pieces.map(({ table }) => table.span);
    const at = pieces[0].table.span.start;
    const plan: Plan = { kind: "table", spans, at, make: (marks) => tablePart(draft, pieces, marks) };
    return pieces[0].form.key === "applications" ? [plan, { kind: "figures", spans: [], at, make: () => ({ kind: "figures" }) }] : [plan];
  });
  const known = new Set(groups.flat().map(({ table }) => table));
  const others = tree.blocks.filter((block) => block.kind === "table" && !known.has(block)) as Table[];
  const plain = others.map((table): Plan => ({ kind: "plainTable", spans: [table.span], at: table.span.start, make: (marks) => plainTablePart(draft, table, rowsOf(text, table, tables), marks) }));
  return [...official, ...plain];
}

function rowsOf(text: string, table: Table, tables: readonly BoundTable[]): readonly (readonly Cell[])[] {
  const bound = tables.find((candidate) => candidate.table === table);
  return bound === undefined ? table.rows.map(({ cells }) => cells) : ownRows(text, bound);
}

function missingPlans(draft: Draft): Plan[] {
  return missingSlots(draft.analysis.report).map(({ form, insertAt }): Plan => {
    const range = extentOf(draft, { start: insertAt, end: insertAt });
    const make = (marks: readonly Mark[]): MissingPart => ({ kind: "missing", text: chapterLabel(form), range, ...marksOf(marks) });
    // Just before the chapter that stands at its place now.
    return { kind: "missing", spans: [], at: insertAt - 0.5, claims: ({ code, data }) => code === "section-missing" && data.key === form.key, make };
  });
}
