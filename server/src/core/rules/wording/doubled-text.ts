import type { Safety } from "../../check/finding.js";
import { apartFromSilenced } from "../../check/suppress.js";
import { defineRule, type Found, type Repair, type Words } from "../../check/rule.js";
import { isLabelRun, isOfHeadCharacters, labelCores } from "../../forms/lexicon.js";
import type { Report } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";
import { draftSpan, plainSpan, plainTextOf } from "../../text/plainText.js";
import { remembered } from "../../text/remembered.js";
import { unmasked } from "../../text/script/mask.js";
import { slice, type Span } from "../../text/span.js";
import { namer } from "../script/names.js";
import { doublings, type Doubling } from "./doublings.js";
import { inOwnWords } from "./ownWords.js";
import { repeats, type Repeat } from "./repeats.js";

const ownCode = "doubled-text";

interface Fault {
  readonly span: Span;
  readonly first: Span;
  readonly kind: Doubling["kind"] | Repeat["kind"] | "mark";
  readonly safety: Safety;
  readonly removals: readonly Span[];
}

const messages = {
  characters: (shown: string, right: string): Words => ({ zh: `“${shown}”重复了，应为“${right}”。请删去多出的字。`, en: `“${shown}” is doubled; write “${right}”.` }),
  marks: (shown: string, right: string, count: number): Words => ({ zh: `全文有 ${count} 处标点重复，如“${shown}”应为“${right}”，多为网页转换所致。请删去多出的标点。`, en: `Marks are doubled in ${count} places, such as “${shown}” for “${right}”, probably by a conversion. Delete those that are too many.` }),
  clause: (shown: string): Words => ({ zh: `“${shown}”接连写了两遍。请删去一遍。`, en: `“${shown}” is written twice in succession. Delete one.` }),
  sentence: (shown: string, count: number): Words => ({ zh: `同一段里“${shown}”一句出现 ${count} 次。请删去多出的。`, en: `The sentence “${shown}” stands ${count} times in one paragraph. Delete what is too many.` }),
  paragraph: (shown: string, count: number): Words => ({ zh: `“${shown}”一段在全文中出现 ${count} 次。请删去多出的。`, en: `The paragraph “${shown}” stands ${count} times in the report. Delete what is too many.` }),
  first: { zh: "第一次在这里", en: "it stands here first" },
  repair: { zh: "删去重复的部分", en: "Delete the copy" },
};

export default defineRule({
  code: ownCode,
  group: "wording",
  scope: "text",
  phase: "typing",
  summary: { zh: "字、词、句、段重复", en: "A character, word, sentence or paragraph is doubled" },
  basis: { zh: "录入、粘贴之误：虚词、词语重叠后不成话，整句、整段不会写两遍", en: "A slip of typing or pasting: no particle is doubled, no sentence or paragraph written twice" },
  repair: "safe",
  *check(report) {
    for (const [key, fault] of faultsOf(report)) yield { key, span: fault.span, message: wording(report, fault), ...relatedTo(fault) };
  },
  repairs(finding, report) {
    const fault = faultsOf(report).get(finding.data.key);
    return fault === undefined ? [] : [repairOf(fault)];
  },
});

const faultsOf: (report: Report) => ReadonlyMap<string, Fault> = remembered((report) => {
  const name = namer();
  const faults = [...characterFaults(report), ...repeatFaults(report), ...markFaults(report)].sort((a, b) => a.span.start - b.span.start);
  return new Map(withMarksAsOne(report, unmasked(report.text, inOwnWords(report, kinds, faults))).map((fault) => [name(keyOf(report, fault)), fault]));
});

/** So many doubled marks are no slips of the author's but one conversion of the page. */
const surelyConverted = 3;

function withMarksAsOne(report: Report, faults: readonly Fault[]): readonly Fault[] {
  const marks = apartFromSilenced(ownCode, report.tree, faults.filter(({ kind }) => kind === "mark")).others;
  const [first] = marks;
  if (first === undefined || marks.length < surelyConverted) return faults;
  const converted = new Set(marks);
  const all = { ...first, removals: marks.flatMap(({ removals }) => removals) };
  return faults.flatMap((fault) => (fault === first ? [all] : converted.has(fault) ? [] : [fault]));
}

const kinds = new Set(["paragraph", "heading"] as const);

function keyOf(report: Report, { kind, first }: Fault): string {
  return `${kind}/${shortened(slice(report.text, first))}`;
}

/** 的的, 各类各类: the finding shows both copies, the repair takes the second away. */
function characterFaults(report: Report): Fault[] {
  const plain = plainTextOf(report);
  const found = doublings(plain.text).filter(({ start, end, kind }) => kind !== "phrase" || !isRowOfLabels(plain.text.slice(start, end)));
  return found.map(({ start, end, kind }) => ({
    kind,
    span: draftSpan(plain, 2 * start - end, end),
    first: draftSpan(plain, 2 * start - end, start),
    safety: kind === "particle" ? "safe" : "review",
    removals: [draftSpan(plain, start, end)],
  }));
}

/** 结果维持结果纠正…总计 comes twice where the head of a table ran together, or 维持纠正结果审结 where its lines were broken. */
function isRowOfLabels(phrase: string): boolean {
  return isLabelRun(phrase) || isOfHeadCharacters(phrase) || labelCores().filter((label) => phrase.includes(label)).length > 1;
}

function repeatFaults(report: Report): Fault[] {
  const plain = plainTextOf(report);
  const paragraphs = report.tree.blocks.flatMap((block) => (block.kind === "paragraph" ? [plainSpan(plain, block.content)] : []));
  return repeats(plain.text, paragraphs).flatMap(({ kind, first, copies }) => {
    const removals = copies.map(({ removal }) => draftSpan(plain, removal.start, removal.end));
    const [copy] = copies;
    return copy === undefined ? [] : [{ kind, span: draftSpan(plain, copy.span.start, copy.span.end), first: draftSpan(plain, first.start, first.end), safety: "review" as const, removals }];
  });
}

/** ，， and 《《; three and more are a line of dots. Where the title marks of the line pair, 《《条例》释义》 is a title in a title. */
function markFaults(report: Report): Fault[] {
  const plain = plainTextOf(report);
  return [...matchesIn(plain.text, /《《|〔〔|,,|。。|、、|;;|::/g)]
    .filter(({ 0: marks, index }) => plain.text.charAt(index + 2) !== marks.charAt(0) && isBehindWords(plain.text, index) && !(marks === "《《" && titlesPair(plain.text, index)))
    .map(({ index }) => ({ kind: "mark", span: draftSpan(plain, index, index + 2), first: draftSpan(plain, index, index + 1), safety: "safe", removals: [draftSpan(plain, index + 1, index + 2)] }));
}

/** `::` and `,,` in a technical text are no punctuation, and 。。。。 is a line of dots. */
function isBehindWords(text: string, at: number): boolean {
  return at > 0 && text.charCodeAt(at - 1) > 0x7f && text.charAt(at - 1) !== text.charAt(at);
}

/** No title is longer than this. */
const longestTitle = 120;

function titlesPair(text: string, at: number): boolean {
  const [line = ""] = text.slice(at, at + longestTitle).split("\n");
  return line.split("《").length === line.split("》").length;
}

function wording({ text }: Report, { kind, span, first, removals }: Fault): Words {
  const shown = shortened(slice(text, first));
  if (kind === "clause" || kind === "phrase") return messages.clause(shown);
  if (kind === "sentence") return messages.sentence(shown, removals.length + 1);
  if (kind === "paragraph") return messages.paragraph(shown, removals.length + 1);
  if (removals.length > 1) return messages.marks(slice(text, span), slice(text, first), removals.length);
  return messages.characters(slice(text, span), slice(text, first));
}

const longestShown = 16;

function shortened(words: string): string {
  return words.length <= longestShown ? words : `${words.slice(0, longestShown)}…`;
}

function relatedTo({ kind, first }: Fault): Pick<Found, "related"> {
  return kind === "sentence" || kind === "paragraph" || kind === "clause" ? { related: [{ span: first, message: messages.first }] } : {};
}

function repairOf({ safety, removals }: Fault): Repair {
  return { title: messages.repair, safety, edits: removals.map((span) => ({ span, newText: "" })) };
}
