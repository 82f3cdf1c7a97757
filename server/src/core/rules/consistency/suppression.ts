import { closest } from "../../check/closest.js";
import type { Finding } from "../../check/finding.js";
import { defineRule, type Found, type Outcome, type Repair } from "../../check/rule.js";
import { allCodes, reasonToWrite, suppressionsOf, suppressionVerbs, type Suppression } from "../../check/suppress.js";
import type { Report } from "../../report/report.js";
import type { Directive } from "../../syntax/nodes.js";
import { slice, type Span } from "../../text/span.js";

const ownCode = "suppression";
const unusedKey = "unused/";

const messages = {
  unused: (codes: string) => ({
    zh: `这条忽略注释没有用处：它管的地方没有“${codes}”这类问题。请删去，以免以后真有问题时看不到。`,
    en: `This comment silences nothing: there is no ${codes} problem where it applies. Remove it, so that it cannot hide one later.`,
  }),
  unusedForAll: { zh: "这条忽略注释没有用处：它管的地方没有任何问题。请删去，以免以后真有问题时看不到。", en: "This comment silences nothing: there is no problem where it applies. Remove it, so that it cannot hide one later." },
  unknownCode: (word: string, meant: string | undefined) => ({
    zh: `没有“${word}”这条规则${meant === undefined ? "" : `，是不是 ${meant}？`}现在这条注释不起作用。`,
    en: `There is no rule “${word}”${meant === undefined ? "." : `; did you mean ${meant}?`} As it stands the comment does nothing for it.`,
  }),
  unknownVerb: (word: string, meant: string) => ({
    zh: `没有“nianbao-${word}”这种注释，是不是 nianbao-${meant}？现在这条注释不起作用。`,
    en: `There is no comment “nianbao-${word}”; did you mean nianbao-${meant}? As it stands it does nothing.`,
  }),
  noReason: { zh: "忽略的理由还没有写。请把这几个字换成理由，审阅的人才知道为什么。", en: "The reason has not been written yet. Replace these words, so that reviewers know why." },
  remove: { zh: "删去没有用处的忽略", en: "Remove what silences nothing" },
  replace: (word: string) => ({ zh: `改为“${word}”`, en: `Change to “${word}”` }),
};

export default defineRule({
  code: ownCode,
  group: "consistency",
  scope: "report",
  phase: "typing",
  summary: { zh: "忽略问题的注释没有用处、写错了，或者没有写理由", en: "A comment that silences findings is of no use, misspelt, or without its reason" },
  basis: { zh: "忽略注释的写法（见“规则”一页）；没有用处的忽略会遮住以后的问题", en: "How findings are silenced (see the page on rules); a comment of no use hides later problems" },
  repair: "safe",
  check: (report, before) => withOwnKeys(faultsOf(report, before)),
  repairs: (finding, report) => [...replacement(finding, report), ...removal(finding, report)],
});

function faultsOf(report: Report, before: Outcome): Found[] {
  const verbs = report.tree.blocks.flatMap((block) => (block.kind === "directive" ? unknownVerb(report.text, block, before) : []));
  const silenced = new Silenced(before);
  const comments = suppressionsOf(report.tree).comments.flatMap((comment) => [...unknownCodes(comment, before), ...noReason(report.text, comment), ...unused(report, comment, before, silenced)]);
  return [...verbs, ...comments];
}

/** The same comment may stand in several places. */
function withOwnKeys(faults: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  return faults.map((found) => {
    const count = (counts.get(found.key) ?? 0) + 1;
    counts.set(found.key, count);
    return { ...found, key: `${found.key}/${count}` };
  });
}

/** nianbao-disable-nextline; also a code in capitals, which would otherwise silence everything. */
function unknownVerb(text: string, directive: Directive, { known: rules }: Outcome): Found[] {
  const content = slice(text, directive.content);
  const parsed = /^nianbao-([A-Za-z-]{1,40})(?:\s+([A-Za-z-]{1,60}))?/.exec(content);
  const [, verb = "", word = ""] = parsed ?? [];
  const start = directive.content.start + "nianbao-".length;
  if (parsed === null || verb === "edition") return [];
  if (!suppressionVerbs.some((candidate) => candidate === verb)) {
    const meant = closest(verb, suppressionVerbs);
    return meant === undefined ? [] : [misspelt(`verb/${verb}`, { start, end: start + verb.length }, messages.unknownVerb(verb, meant), meant)];
  }
  const meant = word === word.toLowerCase() ? undefined : closest(word, [...rules.keys()]);
  const from = directive.content.start + parsed[0].length - word.length;
  return meant === undefined ? [] : [misspelt(`code/${word}`, { start: from, end: from + word.length }, messages.unknownCode(word, meant), meant)];
}

/** A word that is no code may begin the reason, so only one that is near a code, or stands where no code does, is told. */
function unknownCodes({ codes }: Suppression, { known: rules }: Outcome): Found[] {
  const names = [...rules.keys()];
  const hasCode = codes.some(({ code }) => rules.has(code));
  return codes.flatMap(({ code, span }, index) => {
    if (rules.has(code)) return [];
    const meant = code.includes("-") || (!hasCode && index === 0) ? closest(code, names) : undefined;
    if (meant === undefined && (hasCode || index > 0)) return [];
    return [misspelt(`code/${code}`, span, messages.unknownCode(code, meant), meant)];
  });
}

/** @param name a key within the rule: `code/rowtotal` */
function misspelt(name: string, span: Span, message: Found["message"], meant: string | undefined): Found {
  return { key: name, span, message, ...(meant === undefined ? {} : { expected: meant }) };
}

/** The words of the quick fix still stand for the reason. A comment without one is its author's choice. */
function noReason(text: string, { reason }: Suppression): Found[] {
  const written = slice(text, reason);
  return Object.values(reasonToWrite).some((words) => words === written) ? [{ key: `reason/${written}`, span: reason, message: messages.noReason, severity: "information" }] : [];
}

function unused(report: Report, comment: Suppression, before: Outcome, silenced: Silenced): Found[] {
  const useless = [...comment.stretches].filter(([code, stretch]) => isJudged(code, report, before) && !silenced.within(code, stretch)).map(([code]) => code);
  if (useless.length === 0) return [];
  const message = useless.includes(allCodes) ? messages.unusedForAll : messages.unused(useless.join("、"));
  return [{ key: `${unusedKey}${useless.join(",")}`, span: comment.directive.content, message, severity: "information" }];
}

/**
 * Whether silence proves anything: the rule has looked, and has said all that it ever will. In a draft only rules about
 * characters have; blanks that are filled later may break a sum. A rule that compares reports needs others to compare with.
 */
function isJudged(code: string, { stage, neighbours }: Report, { known: rules, ran }: Outcome): boolean {
  if (code === ownCode) return false;
  if (rules.get(code)?.scope === "archive" && neighbours.previous === undefined && neighbours.parts.length === 0) return false;
  if (code === allCodes) return stage === "final" && [...rules.keys()].every((name) => name === ownCode || ran.has(name));
  return ran.has(code) && (stage === "final" || rules.get(code)?.scope === "text");
}

/** Wherever the word is misspelt alike: a comment and the one that ends it are mended together. */
function replacement({ span, data: { expected } }: Finding, { text, tree }: Report): Repair[] {
  if (expected === undefined) return [];
  const word = slice(text, span);
  const alike = suppressionsOf(tree).comments.flatMap(({ codes }) => codes.filter(({ code }) => code === word).map((code) => code.span));
  const spans = [span, ...alike.filter(({ start }) => start !== span.start)];
  return [{ title: messages.replace(expected), safety: "review", edits: spans.map((place) => ({ span: place, newText: expected })) }];
}

function removal({ span, data: { key } }: Finding, { text, tree }: Report): Repair[] {
  const comment = suppressionsOf(tree).comments.find(({ directive }) => directive.content.start === span.start);
  if (!key.startsWith(unusedKey) || comment === undefined) return [];
  const useless = key.slice(unusedKey.length, key.lastIndexOf("/")).split(",");
  return [{ title: messages.remove, safety: "safe", edits: withoutCodes(text, comment, useless) }];
}

/** The whole comment with the one that ends it, or only the codes that are of no use. */
function withoutCodes(text: string, { codes, directive, endedBy }: Suppression, useless: readonly string[]): Repair["edits"] {
  const kept = codes.filter(({ code }) => !useless.includes(code)).map(({ code }) => code);
  const [first, last] = [codes[0], codes.at(-1)];
  if (kept.length > 0 && first !== undefined && last !== undefined) return [{ span: { start: first.span.start, end: last.span.end }, newText: kept.join(", ") }];
  const end = endedBy !== undefined && endsOnly(text, endedBy, codes.map(({ code }) => code)) ? [{ span: endedBy.span, newText: "" }] : [];
  return [{ span: directive.span, newText: "" }, ...end];
}

/** Whether a comment `enable` names just these codes, in whatever order. */
function endsOnly(text: string, directive: Directive, codes: readonly string[]): boolean {
  const words = /^nianbao-enable(?:\s+([a-z][a-z\s,，、-]*))?/.exec(slice(text, directive.content))?.[1]?.match(/[a-z][a-z-]*/g) ?? [];
  return [...words].sort().join() === [...codes].sort().join();
}

/** Where findings were silenced, by code, sorted, so that a stretch is looked up in a few steps. */
class Silenced {
  private readonly offsets = new Map<string, number[]>();

  constructor({ silenced }: Outcome) {
    for (const { code, offset } of silenced) for (const name of [code, allCodes]) this.add(name, offset);
    for (const offsets of this.offsets.values()) offsets.sort((a, b) => a - b);
  }

  private add(code: string, offset: number): void {
    const known = this.offsets.get(code);
    if (known === undefined) this.offsets.set(code, [offset]);
    else known.push(offset);
  }

  within(code: string, { start, end }: Span): boolean {
    const offsets = this.offsets.get(code) ?? [];
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return (offsets[low] ?? Number.POSITIVE_INFINITY) <= end;
  }
}
