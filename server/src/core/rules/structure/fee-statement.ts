import type { Finding } from "../../check/finding.js";
import { defineRule, type Found, type Repair, type RepairTools, type Words } from "../../check/rule.js";
import type { Mention } from "../../forms/edition.js";
import { chapterLabel } from "../../forms/chapterLabel.js";
import { openMark } from "../../report/openMark.js";
import { proseOf, type ProseLine } from "../../report/prose.js";
import type { Report, Section } from "../../report/report.js";
import { matchesIn } from "../../text/matches.js";
import type { Span } from "../../text/span.js";
import { inDraftScript } from "./draftScript.js";

const messages = {
  missing: (what: string, chapter: string): Words => ({
    zh: `“${chapter}”没有说明${what}。格式要求在此处报告，没有收取的也要写明。`,
    en: `“${chapter}” does not say whether a fee was charged (${what}). The form asks for it here, also where none was.`,
  }),
  elsewhere: (amount: string, chapter: string): Words => ({
    zh: `这里写明收取信息处理费${amount}元，“${chapter}”却没有报告。格式要求在那一章报告收费情况。`,
    en: `A fee of ${amount} yuan is told here, but not in “${chapter}”, where the form asks for it.`,
  }),
  amount: (amount: string): Words => ({
    zh: `信息处理费${amount}元不是10元的整数倍。按件、按量计收的标准都是10元的整数倍，请核对。`,
    en: `A fee of ${amount} yuan is no multiple of 10; all rates are. Check the amount.`,
  }),
};

export default defineRule({
  code: "fee-statement",
  group: "structure",
  scope: "report",
  phase: "typing",
  severity: "warning",
  summary: { zh: "没有报告信息处理费收取情况，或收费数额不可能", en: "The fee for large applications is not reported, or its amount is impossible" },
  basis: { zh: "国办公开办函〔2021〕30号附表说明：收取信息处理费情况在第六章报告；国办函〔2020〕109号：收费标准", en: "Form of 2021: chapter six reports the fee; State Council Office letter 〔2020〕109: rates" },
  repair: "review",
  *check(report) {
    for (const section of report.sections) {
      const mention = section.form?.mustMention;
      if (mention === undefined || section.form === undefined) continue;
      const fees = feesIn(report);
      if (!isMentioned(report, section, mention)) yield* missing(report, section, mention, chapterLabel(section.form), fees);
      for (const [i, fee] of fees.entries()) if (!isMultipleOfTen(fee)) yield { key: `amount/${i}`, span: fee.span, message: messages.amount(fee.shown), found: fee.shown };
    }
  },
  repairs,
});

function* missing(report: Report, section: Section, mention: Mention, chapter: string, fees: readonly Fee[]): Iterable<Found> {
  const told = fees.find((fee) => fee.line.section !== section && fee.fen > 0n);
  yield { key: section.key, span: section.heading.title, message: messages.missing(mention.what, chapter), ...(saysNone(report, section) ? { severity: "information" as const } : {}) };
  if (told !== undefined) yield { key: "elsewhere", span: told.span, message: messages.elsewhere(told.shown, chapter), found: told.shown };
}

/** A chapter without contents, or marked as still to be written, is told as such. */
function isMentioned(report: Report, section: Section, { words }: Mention): boolean {
  const text = wordsOf(report, section);
  return section.isOpen || text === "" || words.some((word) => text.includes(word));
}

/** 无。 · 没有需要报告的事项。 */
function saysNone(report: Report, section: Section): boolean {
  const words = wordsOf(report, section);
  return words.length <= 30 && /^(?:本年度?|我[^，。]{1,4}|目前|暂)?(?:无|没有|暂无)/.test(words.replace(/^.{0,12}事项[:：]?/, ""));
}

/** What the chapter says, without its title. */
function wordsOf(report: Report, section: Section): string {
  const lines = proseOf(report).filter((line) => line.section === section);
  return lines.map((line) => (line.block === section.heading ? line.folded.slice(line.folded.indexOf(section.foldedTitle) + section.foldedTitle.length).replace(/^[。:]/, "") : line.folded)).join("");
}

interface Fee {
  readonly line: ProseLine;
  readonly span: Span;
  /** As written, in yuan. */
  readonly shown: string;
  readonly fen: bigint;
}

const charged = /信息(?:公开)?处理费[^。;\d]{0,12}(\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?)(万)?元(?!\/|每|一)/g;

function feesIn(report: Report): Fee[] {
  return proseOf(report).flatMap((line) =>
    [...matchesIn(line.folded, charged)].flatMap((match): Fee[] => {
      const fen = fenOf(match[1] ?? "", match[2] === undefined ? 2 : 6);
      const start = match.index + match[0].lastIndexOf(match[1] ?? "");
      return fen === undefined ? [] : [{ line, span: line.span(start, match.index + match[0].length), shown: yuan(fen), fen }];
    }),
  );
}

/** 0.394 with four more places is 3940.00 yuan; undefined below one fen. */
function fenOf(text: string, places: number): bigint | undefined {
  const [whole = "", fraction = ""] = text.replaceAll(",", "").split(".");
  return fraction.length > places ? undefined : BigInt(whole + fraction.padEnd(places, "0"));
}

function yuan(fen: bigint): string {
  const rest = String(fen % 100n).padStart(2, "0");
  return rest === "00" ? String(fen / 100n) : `${fen / 100n}.${rest}`;
}

function isMultipleOfTen({ fen }: Fee): boolean {
  return fen % 1000n === 0n;
}

/** The sentence with its number still to be written: whether a fee was charged only the author knows. */
function repairs(finding: Finding, report: Report, tools: RepairTools): Repair[] {
  const section = report.sections.find((candidate) => candidate.key === finding.data.key);
  const sentence = inDraftScript(report, `本年度收取信息处理费${openMark}元。`, tools);
  if (section === undefined || sentence === undefined) return [];
  const end = section.span.start + report.text.slice(section.span.start, section.span.end).trimEnd().length;
  const lineEnd = report.text.includes("\r\n") ? "\r\n" : "\n";
  return [{ title: { zh: "在本章补上收费情况一句", en: "Add a sentence on the fee to this chapter" }, safety: "review", edits: [{ span: { start: end, end }, newText: `${lineEnd}${lineEnd}${sentence}` }] }];
}
