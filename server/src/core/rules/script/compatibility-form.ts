import { defineRule, type Words } from "../../check/rule.js";
import type { Report } from "../../report/report.js";
import { hasCharacter } from "../../text/characters.js";
import { beginsLookalike, lookalikes, type Lookalike } from "../../text/script/compatibility.js";
import { foldScript } from "../../text/script/han.js";
import { unmasked } from "../../text/script/mask.js";
import { replacements, type Replacement, type Wording } from "./replacements.js";

const ownCode = "compatibility-form";

interface Form extends Replacement {
  readonly shown: string;
  readonly kind: Words;
}

const wording: Wording<Form> = {
  one: ({ shown, newText, kind }) => ({
    zh: `“${shown}”是${kind.zh}，看似“${newText}”而编码不同，检索、统计时认不出。应改为“${newText}”。`,
    en: `“${shown}” is ${kind.en}: it looks like “${newText}” but is another character, which searches and statistics miss. Write “${newText}”.`,
  }),
  many: ({ shown, newText, kind }, count, chapter) => ({
    zh: `${chapter.zh}有 ${count} 处看似常用字而编码不同的字符，如“${shown}”（${kind.zh}），应为“${newText}”。检索、统计时认不出，请全部改正。`,
    en: `${count} places in ${chapter.en} have characters that only look right, such as “${shown}” (${kind.en}) for “${newText}”. Searches and statistics miss them.`,
  }),
  repairOne: ({ newText }) => ({ zh: `改为“${newText}”`, en: `Write “${newText}”` }),
  repairMany: (count) => ({ zh: `改正本章的 ${count} 处`, en: `Correct the ${count} places of this chapter` }),
};

export default defineRule({
  code: ownCode,
  group: "script",
  scope: "text",
  phase: "typing",
  summary: { zh: "字形相似而编码不同的字符", en: "A character that only looks like the right one" },
  basis: { zh: "GB/T 15835—2011：阿拉伯数字用半角；Unicode 兼容区与部首区的字符另有正字", en: "GB/T 15835-2011: half-width digits; Unicode: radicals and compatibility characters have unified equivalents" },
  repair: "safe",
  ...replacements(ownCode, forms, wording),
});

function forms(report: Report): readonly Form[] {
  return unmasked(report.text, hasCharacter(report.tree, beginsLookalike) ? lookalikes(report.text) : []).map((run) => form(report, run));
}

/** A Simplified text gets the Simplified character: PDF files have ⾒ for 见 as well as for 見. */
function form(report: Report, { span, newText }: Lookalike): Form {
  const shown = report.text.slice(span.start, span.end);
  return { span, newText: report.script === "simplified" ? foldScript(newText) : newText, safety: "safe", shown, kind: kindOf(shown.codePointAt(0) ?? 0) };
}

function kindOf(code: number): Words {
  if (code === 0x2105) return { zh: "“转交”符号 U+2105", en: "the care-of sign U+2105" };
  if (code >= 0x2e80 && code <= 0x2fd5) return { zh: `部首字符 ${hex(code)}`, en: `a radical, ${hex(code)}` };
  if (code === 0xfe5d || code === 0xfe5e) return { zh: "小写变体括号", en: "a small form of the bracket" };
  if (code >= 0xff10 && code <= 0xff5a) return { zh: "全角字母或数字", en: "full-width" };
  return { zh: `兼容汉字 ${hex(code)}`, en: `a compatibility ideograph, ${hex(code)}` };
}

function hex(code: number): string {
  return `U+${code.toString(16).toUpperCase()}`;
}
