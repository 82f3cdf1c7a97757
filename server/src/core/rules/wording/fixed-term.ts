import type { Finding, Safety } from "../../check/finding.js";
import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import type { Block } from "../../syntax/nodes.js";
import type { Edit } from "../../text/edit.js";
import { draftSpan, plainTextOf } from "../../text/plainText.js";
import { remembered } from "../../text/remembered.js";
import { scriptClass, shared } from "../../text/script/han.js";
import { unmasked } from "../../text/script/mask.js";
import type { Span } from "../../text/span.js";
import { groups, type Group } from "../script/groups.js";
import { inDraftScript } from "../structure/draftScript.js";
import { commonTerms } from "./commonTerms.js";
import { matcher, type Match } from "./matcher.js";
import { inOwnWords } from "./ownWords.js";
import { reportTerms } from "./reportTerms.js";
import { exactAndMore, keyStart } from "./roundNumbers.js";
import { reasons, type Term } from "./term.js";
import { foreignVocabulary } from "./vocabulary.js";

const ownCode = "fixed-term";

interface Fault {
  readonly span: Span;
  readonly safety: Safety;
  readonly term: Term;
  readonly match: Match;
}

const messages = {
  one: (shown: string, { right, because }: Term): Words => ({
    zh: `“${shown}”有误，应为“${right}”（${reasons[because].zh}）。请改正。`,
    en: `“${shown}” is wrong; write “${right}” (${reasons[because].en}).`,
  }),
  many: (shown: string, { right }: Term, count: number, chapter: Words): Words => ({
    zh: `${chapter.zh}有 ${count} 处用词不当，如“${shown}”应为“${right}”。请逐处改正。`,
    en: `${count} words in ${chapter.en} are not the right ones, such as “${shown}” for “${right}”. Correct them.`,
  }),
  repairOne: (right: string): Words => ({ zh: `改为“${right}”`, en: `Write “${right}”` }),
  repairMany: (count: number): Words => ({ zh: `改正本章的 ${count} 处`, en: `Correct the ${count} places of this chapter` }),
};

export default defineRule({
  code: ownCode,
  group: "wording",
  scope: "text",
  phase: "typing",
  summary: { zh: "固定用语、常用词写错", en: "A fixed term or a common word is written wrong" },
  basis: { zh: "国办公开办函〔2021〕30号、〔2019〕60号格式用语，《政府信息公开条例》用语，《现代汉语词典》", en: "The words of the forms of 2019 and 2021, of the Regulations, and of the dictionary" },
  repair: "safe",
  *check(report, before) {
    for (const [key, group] of groupsOf(report)) yield* groupFound(report, key, group);
    yield* exactAndMore.check(report, before);
    yield* foreignVocabulary(report);
  },
  repairs: (finding, report, tools) => (finding.data.key.startsWith(keyStart) ? exactAndMore.repairs(finding, report, tools) : repairs(finding, report, tools)),
});

const groupsOf = remembered((report: Report) => groups(ownCode, report, faultsOf(report)));

const allMatches = matcher([...reportTerms, ...commonTerms]);

/** Provincial tables before 2019 print other words (其它形式): in them only slips in the words of the annex itself are told. */
const everywhere: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["paragraph", "heading", "table"]);
const outsideTables: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["paragraph", "heading"]);

function faultsOf(report: Report): readonly Fault[] {
  const plain = plainTextOf(report);
  const faults = allMatches(plain.text)
    .filter(({ term, start }) => isOf(report, term) && (term.isOfTitles === true || !isInTitleMarks(plain.text, start)))
    .map((match) => ({ span: draftSpan(plain, match.start, match.end), safety: match.term.safety, term: match.term, match }));
  const [ofAnnex, others] = report.edition.title === undefined ? [faults.filter(({ term }) => term.because === "annex"), faults.filter(({ term }) => term.because !== "annex")] : [faults, []];
  const own = [...inOwnWords(report, everywhere, ofAnnex), ...inOwnWords(report, outsideTables, others)];
  return unmasked(report.text, own.sort((a, b) => a.span.start - b.span.start));
}

/** A word of the forms of 2019 and 2021 binds no earlier report. */
function isOf({ script, edition }: Report, term: Term): boolean {
  return (term.script ?? script) === script && (term.because !== "form" || edition.title !== undefined);
}

/** Longer titles are none: without the limit a text of nothing but 《 would take square time. */
const longestTitle = 80;

/** The title of a document is quoted as it was given. */
function isInTitleMarks(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - longestTitle), at);
  const opened = before.lastIndexOf("《");
  return opened >= 0 && !/[》\n]/.test(before.slice(opened));
}

function groupFound(report: Report, key: string, { name, items }: Group<Fault>): Found[] {
  const [first] = items;
  if (first === undefined) return [];
  const shown = shownIn(report, first);
  const message = items.length === 1 ? messages.one(shown, first.term) : messages.many(shown, first.term, items.length, name);
  return [{ key, span: first.span, message, ...(items.length === 1 ? { found: shown, expected: first.term.right } : {}) }];
}

/** The word in the draft's own characters, without what stands between them. */
function shownIn(report: Report, { match }: Fault): string {
  const { offsets } = plainTextOf(report);
  return Array.from(offsets.subarray(match.start, match.end), (offset) => report.text.charAt(offset)).join("");
}

function repairs(finding: Finding, report: Report, tools: RepairTools): Repair[] {
  const items = groupsOf(report).get(finding.data.key)?.items ?? [];
  const edits = items.flatMap((fault) => edit(report, fault, tools));
  const [first] = items;
  if (first === undefined || edits.length < items.length) return [];
  return [{ title: items.length === 1 ? messages.repairOne(first.term.right) : messages.repairMany(items.length), safety: first.safety, edits }];
}

/** Changes only the characters that differ, since pinyin and others of another finding may stand between the rest. */
function edit(report: Report, { term, match }: Fault, tools: RepairTools): Edit[] {
  const right = rightWord(report, term, tools);
  if (right === undefined) return [];
  const { head, tail } = commonEnds(term.wrong, term.right);
  const isAligned = right.length === term.right.length;
  const span = isAligned ? differing(report, match, head, tail) : draftSpan(plainTextOf(report), match.start, match.end);
  return [{ span, newText: isAligned ? right.slice(head, right.length - tail) : right }];
}

/** 發布 where the draft has 發布 elsewhere, though the converter writes 發佈. */
function rightWord(report: Report, { right }: Term, tools: RepairTools): string | undefined {
  const converted = inDraftScript(report, right, tools);
  if (converted === undefined || converted.length !== right.length) return converted;
  const spared = Array.from(right, (character, i) => (scriptClass(character.charCodeAt(0)) === shared ? character : converted.charAt(i))).join("");
  return report.text.includes(spared) ? spared : converted;
}

/** An insertion stands directly behind the character before it, or behind its pinyin. */
function differing(report: Report, { start, end }: Match, head: number, tail: number): Span {
  const plain = plainTextOf(report);
  if (start + head < end - tail) return draftSpan(plain, start + head, end - tail);
  const at = plain.offsets[start + head] ?? report.text.length;
  return { start: at, end: at };
}

function commonEnds(wrong: string, right: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(wrong.length, right.length);
  let head = 0;
  while (head < shorter && wrong[head] === right[head]) head++;
  let tail = 0;
  while (tail < shorter - head && wrong[wrong.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
  return { head, tail };
}
