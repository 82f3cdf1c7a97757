import { defineRule } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { plainTextOf } from "../../text/plainText.js";
import { unmasked } from "../../text/script/mask.js";
import type { PinyinAnnotation } from "../../text/script/pinyin.js";
import { replacements, type Replacement, type Wording } from "./replacements.js";

const ownCode = "pinyin-residue";

interface Residue extends Replacement {
  /** With the character that it stands behind: 務(wù). */
  readonly shown: string;
}

const wording: Wording<Residue> = {
  one: ({ shown }) => ({
    zh: `“${shown}”中的拼音是网页转换文字时留下的，不是正文。请删去括号及其中的拼音。`,
    en: `The pinyin in “${shown}” was left by a text converter and is not part of the report. Delete the bracket.`,
  }),
  many: (first, count, chapter) => ({
    zh: `${chapter.zh}有 ${count} 处文字转换时留下的拼音，如“${first.shown}”。拼音不是正文，请全部删去。`,
    en: `${count} pinyin annotations in ${chapter.en}, such as “${first.shown}”, were left by a text converter. Delete them all.`,
  }),
  repairOne: ({ shown }) => ({ zh: `删去“${shown}”中的拼音`, en: `Delete the pinyin in “${shown}”` }),
  repairMany: (count) => ({ zh: `删去本章的 ${count} 处拼音`, en: `Delete the ${count} pinyin annotations of this chapter` }),
};

/** From so many on a page has clearly been converted: rare characters and readings are residues like all others, and it is one event, told once a chapter. */
const surelyConverted = 3;

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "字后留有转换工具加注的拼音", en: "Pinyin left behind characters by a text converter" },
  basis: { zh: "网页繁简转换的残留，不属于公文正文", en: "Noise of web page conversion; not part of an official text" },
  repair: "safe",
  ...replacements(ownCode, residues, wording, surelyConverted - 1),
});

/** Rare characters and unusual readings (犍(qián)为, 六(lù)安) may be annotated on purpose; they count only on a converted page. */
function residues(report: Report): readonly Residue[] {
  const annotations = unmasked(report.text, plainTextOf(report).annotations);
  const usual = annotations.filter(({ isUsual }) => isUsual);
  return (usual.length >= surelyConverted ? annotations : usual).map((annotation) => residue(report.text, annotation));
}

function residue(text: string, { span }: PinyinAnnotation): Residue {
  return { span, newText: "", safety: "safe", shown: text.slice(span.start - 1, span.end) };
}
