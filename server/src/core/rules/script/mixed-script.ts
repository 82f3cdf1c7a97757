import type { Finding } from "../../check/finding.js";
import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import { outsidePage } from "../../report/pageLines.js";
import type { Report } from "../../report/report.js";
import type { Edit } from "../../text/edit.js";
import { hasCharacter } from "../../text/characters.js";
import { unmasked } from "../../text/script/mask.js";
import { mayBeTraditional, scriptProfile, traditionalRuns, wrongCharacters } from "../../text/script/profile.js";
import type { Span } from "../../text/span.js";
import { outsideGarbled } from "./garbledPlaces.js";
import { groups, type Group, type Item } from "./groups.js";
import { remembered } from "../../text/remembered.js";
import { conversion, isCertain, runInContext, wholeText } from "./scriptEdits.js";

const ownCode = "mixed-script";

const basis = {
  zh: "《国家通用语言文字法》第九条：国家机关以普通话和规范汉字为公务用语用字",
  en: "Law on the Standard Spoken and Written Chinese Language, art. 9: state organs use standard (Simplified) characters",
};

/** A run, and its wrong characters: the run itself, or what is wrong of it where much of it is not. */
interface Shown {
  readonly shown: string;
  readonly wrong: string;
}

const messages = {
  document: (traditional: number, simplified: number): Words => ({
    zh: `全文${isMostly(traditional, simplified) ? "为繁体字" : "以繁体字为主，夹有简体字"}（繁体 ${traditional} 字，简体 ${simplified} 字）。${basis.zh}。请把全文转换为简体字。`,
    en: `The ${isMostly(traditional, simplified) ? "whole text is in Traditional" : "text has more Traditional than Simplified"} characters (${traditional}, against ${simplified} Simplified). ${basis.en}. Convert the text.`,
  }),
  traditional: ({ shown, wrong }: Shown, right: string): Words => ({
    zh: `${shown === wrong ? `“${shown}”` : `“${shown}”中的“${wrong}”`}是繁体字，与全文的简体字混用。公文用规范汉字（国家通用语言文字法第九条），应写作“${right}”。`,
    en: `${shown === wrong ? `“${shown}”` : `“${wrong}” in “${shown}”`} is Traditional in a Simplified text. Official texts use standard characters: write “${right}”.`,
  }),
  unsureTraditional: ({ shown }: Shown, right: string): Words => ({
    zh: `“${shown}”含有繁体字，与全文的简体字混用。一般应写作“${right}”；如系书名、人名须保留，可不改。`,
    en: `“${shown}” has Traditional characters in a Simplified text. Write “${right}”, unless it is a title or a name that keeps them.`,
  }),
  many: (chapter: Words, count: number, { shown }: Shown): Words => ({
    zh: `${chapter.zh}有 ${count} 处繁体字，如“${shown}”，与全文的简体字混用。公文用规范汉字（国家通用语言文字法第九条），请一并转换。`,
    en: `${count} places in ${chapter.en} are Traditional, such as “${shown}”, in a Simplified text. Convert them.`,
  }),
};

/** What converters leave in a Traditional text, 于 and 范, is less than a tenth of it. */
function isMostly(traditional: number, simplified: number): boolean {
  return simplified * 10 <= traditional;
}

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "繁体字与简体字混用，或全文为繁体字", en: "Traditional and Simplified characters mixed, or a text that is wholly Traditional" },
  basis,
  repair: "safe",
  *check(report) {
    if (report.script === "traditional") yield wholeDocument(report);
    else for (const [key, group] of groupsOf(report)) yield* groupFound(report, key, group);
  },
  repairs: (finding, report, tools) => (finding.data.key === documentKey ? documentRepairs(report, tools) : runRepairs(finding, report, tools)),
});

const documentKey = "document";

const groupsOf = remembered((report: Report) => groups(ownCode, report, outsidePage(report, unmasked(report.text, runsOf(report)))));

function runsOf(report: Report): Item[] {
  if (!hasCharacter(report.tree, mayBeTraditional)) return [];
  const runs = traditionalRuns(report.text).map((span) => ({ span }));
  return outsideGarbled(report, runs).map(({ span }) => ({ span, safety: isSafe(report, span) ? "safe" : "review" }));
}

function groupFound(report: Report, key: string, { name, items }: Group<Item>): Found[] {
  const [first] = items;
  if (first === undefined) return [];
  if (items.length === 1) return [{ key, ...runFound(report, first.span) }];
  return [{ key, span: first.span, message: messages.many(name, items.length, shownOf(report, first.span)) }];
}

function wholeDocument(report: Report): Found {
  const { traditional, simplified } = scriptProfile(report.text);
  return { key: documentKey, span: firstTraditionalLine(report), message: messages.document(traditional, simplified) };
}

/** The title if there is one, else the first line that shows what the text is. */
function firstTraditionalLine({ text, title }: Report): Span {
  if (title !== undefined && isTraditional(text.slice(title.span.start, title.span.end))) return title.span;
  let start = 0;
  for (const line of text.split("\n")) {
    if (isTraditional(line)) return { start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length };
    start += line.length + 1;
  }
  return { start: 0, end: 0 };
}

function isTraditional(text: string): boolean {
  return scriptProfile(text).traditional > 0;
}

function runFound(report: Report, span: Span): Omit<Found, "key"> {
  const shown = shownOf(report, span);
  const right = conversion(report.text, span);
  const isSure = isSafe(report, span);
  return { span, message: isSure ? messages.traditional(shown, right) : messages.unsureTraditional(shown, right), found: shown.shown, expected: right };
}

/** 網上公開平臺 is Traditional as it stands; of 範的要求答覆 the 範…覆 is. */
function shownOf({ text }: Report, span: Span): Shown {
  const shown = text.slice(span.start, span.end);
  const wrong = wrongCharacters(text, span);
  if (!wrong.some((at, i) => at - (wrong[i - 1] ?? at) > farApart)) return { shown, wrong: shown };
  return { shown, wrong: wrong.map((at, i) => (i > 0 && wrong[i - 1] !== at - 1 ? "…" : "") + text.charAt(at)).join("") };
}

const farApart = 3;

/** A title in 《》 may be that of a Traditional book; elsewhere only characters with one Simplified form are certain. */
function isSafe(report: Report, span: Span): boolean {
  return isCertain(report.text, span) && !isInTitleMarks(report.text, span);
}

/** Titles are short and on one line: without the limit a text of nothing but 《 would take square time. */
const longestTitle = 80;

function isInTitleMarks(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - longestTitle), start);
  const after = text.slice(end, end + longestTitle);
  const opened = before.lastIndexOf("《");
  const closed = after.indexOf("》");
  return opened >= 0 && closed >= 0 && !/[》\n]/.test(before.slice(opened)) && !/[《\n]/.test(after.slice(0, closed));
}

function documentRepairs(report: Report, { converter }: RepairTools): Repair[] {
  if (converter === undefined) return [];
  const edits = wholeText(report.text, (line) => converter.toSimplified(line));
  return repairOf({ zh: "将全文转换为简体字", en: "Convert the whole text to Simplified" }, "review", edits);
}

function runRepairs(finding: Finding, report: Report, { converter }: RepairTools): Repair[] {
  const items = groupsOf(report).get(finding.data.key)?.items ?? [];
  const edits = items.flatMap(({ span }) => runInContext(report.text, span, converter));
  const places = items.length > 1 ? { zh: `本章的 ${items.length} 处`, en: ` the ${items.length} places of this chapter` } : { zh: "", en: "" };
  return repairOf({ zh: `${places.zh}转换为简体字`, en: `Convert${places.en} to Simplified` }, items[0]?.safety ?? "review", edits);
}

function repairOf(title: Words, safety: Repair["safety"], edits: readonly Edit[]): Repair[] {
  return edits.length === 0 ? [] : [{ title, safety, edits }];
}
