import type { Safety } from "../../check/finding.js";
import { defineRule, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { contains } from "../../text/span.js";
import { unmasked } from "../../text/script/mask.js";
import { chineseDateSpans } from "../wording/chineseDates.js";
import { impostors, type Impostor } from "./impostors.js";
import { replacements, type Replacement, type Wording } from "./replacements.js";

const ownCode = "confusable";

interface Confusion extends Replacement {
  readonly shown: string;
  readonly word: string;
  readonly kind: Impostor["kind"];
}

const kinds: Readonly<Record<Impostor["kind"], Words>> = {
  circle: { zh: "公文年份中的零用“〇”（U+3007）", en: "the zero of a year in Chinese numerals is 〇 (U+3007)" },
  letter: { zh: "混入了西里尔字母或希腊字母，看似拉丁字母", en: "a Cyrillic or Greek letter that looks like a Latin one" },
  digit: { zh: "数字中混入了字母或圆圈", en: "a letter or circle among digits" },
  day: { zh: "“曰”是“说”的意思，应为“日”", en: "曰 means to say; the day is 日" },
  dash: { zh: "汉字“一”被当作连接号", en: "the numeral 一 stands for a dash" },
};

const wording: Wording<Confusion> = {
  one: ({ shown, word, newText, kind }) => ({
    zh: `“${word}”中的“${shown}”应为“${newText}”：${kinds[kind].zh}。形近而编码不同，检索、统计时认不出。`,
    en: `“${shown}” in “${word}” should be “${newText}”: ${kinds[kind].en}. Searches and statistics miss it.`,
  }),
  many: ({ shown, word, newText }, count, chapter) => ({
    zh: `${chapter.zh}有 ${count} 处用了形近的字，如“${word}”中的“${shown}”应为“${newText}”。请全部改正。`,
    en: `${count} characters in ${chapter.en} are taken for others, such as “${shown}” for “${newText}” in “${word}”. Correct them all.`,
  }),
  repairOne: ({ newText }) => ({ zh: `改为“${newText}”`, en: `Write “${newText}”` }),
  repairMany: (count) => ({ zh: `改正本章的 ${count} 处`, en: `Correct the ${count} places of this chapter` }),
};

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "形近而误的字符（○与〇、字母与数字、曰与日）", en: "A character that was taken for another of its look (○ for 〇, letters for digits, 曰 for 日)" },
  basis: { zh: "GB/T 15835—2011：汉字数字的零用“〇”；Unicode 中形近的字符各有编码", en: "GB/T 15835-2011: the zero of Chinese numerals is 〇; Unicode gives characters of one look different codes" },
  repair: "safe",
  ...replacements(ownCode, confusions, wording),
});

function confusions(report: Report): readonly Confusion[] {
  return withoutDates(report, unmasked(report.text, impostors(report.tree))).map(({ span, word, newText, kind }) => ({ span, newText, kind, word: report.text.slice(word.start, word.end), shown: report.text.slice(span.start, span.end), safety: safetyOf(kind) }));
}

/** A whole date in Chinese numerals is told by date-form, which puts all of it right. */
function withoutDates(report: Report, found: readonly Impostor[]): readonly Impostor[] {
  if (!found.some(({ kind }) => kind === "circle")) return found;
  const dates = chineseDateSpans(report);
  return found.filter(({ span, kind }) => kind !== "circle" || !dates.some((date) => contains(date, span)));
}

/** What stands for a dash may have been 至 as well. */
function safetyOf(kind: Impostor["kind"]): Safety {
  return kind === "dash" ? "review" : "safe";
}
