import { defineRule, type Found, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { fold } from "../../text/fold.js";
import { draftSpan, plainTextOf } from "../../text/plainText.js";
import { shown } from "../../text/filler.js";
import { unmasked } from "../../text/script/mask.js";
import { slice, type Span } from "../../text/span.js";
import { carriedYears } from "./carriedYears.js";
import { emptiedBrackets } from "./emptiedBrackets.js";
import { outsideGarbledLines } from "./garbledPlaces.js";
import { lostDates, type LostDate } from "./lostDates.js";
import { namer } from "./names.js";
import { runTogether, signatureReadings, type RunTogether } from "./runTogether.js";
import { unpairedMarks, type UnpairedMark } from "./unpairedMarks.js";

const marks: Readonly<Record<UnpairedMark["kind"], Words>> = { title: { zh: "书名号", en: "title mark" }, quote: { zh: "引号", en: "quotation mark" }, bracket: { zh: "括号", en: "bracket" } };

const messages = {
  date: (shown: string, readings: string): Words => ({ zh: `“${shown}”的数字连成一串，年、月、日等字疑似丢失，可能是${readings}。请对照原稿补上。`, en: `The digits of “${shown}” run together, 年, 月 or 日 seems to be lost. It may be ${readings}. Compare with the original.` }),
  lost: (shown: string, readings: string): Words => ({ zh: `“${shown}”缺字，日期不完整${readings === "" ? "" : `，可能是${readings}`}。请对照原稿补上。`, en: `The date “${shown}” is incomplete${readings === "" ? "" : `; it may be ${readings}`}. Compare with the original.` }),
  extra: (shown: string, readings: string): Words => ({ zh: `“${shown}”的年份多出了数字，可能是${readings}。请对照原稿改正。`, en: `The year in “${shown}” has too many digits. It may be ${readings}. Compare with the original.` }),
  noDates: (shown: string): Words => ({ zh: `“${shown}”后面没有日期，起止日期疑似丢失。请对照原稿补上。`, en: `No dates stand in “${shown}”; beginning and end seem to be lost. Compare with the original.` }),
  number: (shown: string, readings: string): Words => ({ zh: `发文字号“${shown}”的年份与序号连成一串，括号疑似丢失，可能是${readings}。请对照原文件补上。`, en: `Year and serial number of “${shown}” run together, a bracket seems to be lost. It may be ${readings}. Compare with the document.` }),
  year: (shown: string, reading: string): Words => ({ zh: `“${shown}”的年份与件数连成一串，“年”字疑似丢失，可能是“${reading}”。请对照原稿补上。`, en: `Year and count of “${shown}” run together, 年 seems to be lost. It may be ${reading}. Compare with the original.` }),
  noYear: (shown: string): Words => ({ zh: `发文字号“${shown}”中没有年份，疑似缺字。请对照原文件补上。`, en: `The document number “${shown}” has no year; something seems to be lost. Compare with the document.` }),
  noSerial: (shown: string): Words => ({ zh: `发文字号“${shown}”中没有序号，疑似缺字。请对照原文件补上。`, en: `The document number “${shown}” has no serial number; something seems to be lost. Compare with the document.` }),
  brackets: (shown: string, count: number): Words => ({ zh: `${count > 1 ? `全文有 ${count} 处` : ""}括号内空无一字，如“${shown}”，序号疑似丢失。请对照原稿补上（一）（二）等。`, en: `${count} pair(s) of brackets are empty, such as “${shown}”: the number seems to be lost. Compare with the original.` }),
  unpaired: (words: string, { kind, isOpening }: UnpairedMark): Words => {
    const mark = marks[kind];
    return isOpening
      ? { zh: `这里的左${mark.zh}没有对应的右${mark.zh}：「${words}」。疑似漏了符号，请补上；如左${mark.zh}是多余的，请删去。`, en: `This opening ${mark.en} is never closed: 「${words}」. A mark seems to be lost; add it, or delete the one that is too many.` }
      : { zh: `这里的右${mark.zh}前面没有对应的左${mark.zh}：「${words}」。疑似漏了符号，请补上；如右${mark.zh}是多余的，请删去。`, en: `This closing ${mark.en} was never opened: 「${words}」. A mark seems to be lost; add it, or delete the one that is too many.` };
  },
  alike: { zh: "这里也是空括号", en: "empty as well" },
};

export default defineRule({
  code: "dropped-character",
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "数字连成一串或括号空着，疑似缺字", en: "Digits that run together or empty brackets: characters were lost" },
  basis: { zh: "网页、PDF 转换时丢失年、月、日、〔〕等字符的残留；GB/T 9704—2012：发文字号、成文日期的写法", en: "Lost in conversion of web pages and PDF files; GB/T 9704-2012 on document numbers and dates" },
  *check(report) {
    const name = namer();
    for (const { span, message } of numbersIn(report)) yield { key: name(slice(report.text, span)), span, message };
    for (const mark of outsideGarbledLines(report, unmasked(report.text, unpairedMarks(report)))) {
      yield { key: name(`unpaired/${slice(report.text, mark.span)}`), span: mark.span, message: messages.unpaired(shown(slice(report.text, mark.words)), mark) };
    }
    yield* bracketsIn(report);
  },
});

interface Place {
  readonly span: Span;
  readonly message: Words;
}

function numbersIn(report: Report): readonly Place[] {
  const plain = plainTextOf(report);
  const inText = [...runTogether(plain.text), ...lostDates(plain.text)]
    .filter(({ kind }) => report.stage === "final" || alsoInDrafts.has(kind))
    .sort((a, b) => a.start - b.start)
    .map((found) => ({ span: draftSpan(plain, found.start, found.end), message: wording(found, plain.text.slice(found.start, found.end)) }));
  const carried = carriedYears(report, plain).map(({ start, end, reading }) => ({ span: draftSpan(plain, start, end), message: messages.year(plain.text.slice(start, end), reading) }));
  return unmasked(report.text, [...inText, ...carried, ...signature(report)]);
}

/** What is missing altogether may still be written. */
const alsoInDrafts: ReadonlySet<Loss["kind"]> = new Set<Loss["kind"]>(["date", "number", "extra"]);

type Loss = RunTogether | LostDate;

function wording({ kind, readings }: Pick<Loss, "kind" | "readings">, shown: string): Words {
  if (kind === "noYear" || kind === "noSerial" || kind === "noDates") return messages[kind](shown);
  return messages[kind](shown, readings.map((reading) => `“${reading}”`).join("、"));
}

/** Lines among which a signature date stands; site noise may follow. */
const tailBlocks = 12;

/** With blanks between the digits. */
const longestDate = 16;

/** A report is signed in the year that it reports or, as it should be, in the next. */
function signature(report: Report): Place[] {
  return report.tree.blocks.slice(-tailBlocks).flatMap((block) => {
    if (block.kind !== "paragraph" || block.content.end - block.content.start > longestDate) return [];
    const line = fold(slice(report.text, block.content));
    const readings = signatureReadings(gapped(slice(report.text, block.content)));
    const isLate = report.year === undefined || [report.year, report.year + 1].includes(Number(line.slice(0, 4)));
    return readings.length > 0 && isLate ? [{ span: block.content, message: wording({ kind: "date", readings }, line) }] : [];
  });
}

/** Half-width, with its blanks: 2020 1231. */
function gapped(line: string): string {
  return line.trim().split(/[ \u3000\u00a0]+/).map(fold).join(" ");
}

function* bracketsIn(report: Report): Iterable<Found> {
  const [first, ...others] = unmasked(report.text, emptiedBrackets(report));
  if (first === undefined) return;
  const shown = report.text.slice(first.span.start, first.span.end + 6).split(/[\r\n|]/)[0] ?? "";
  yield { key: "brackets", span: first.span, message: messages.brackets(shown, others.length + 1), related: others.map(({ span }) => ({ span, message: messages.alike })) };
}
