import type { Safety } from "../../check/finding.js";
import type { Words } from "../../check/rule.js";
import type { Script } from "../../text/script/han.js";

/**
 * A word that is written wrong. All words are Simplified.
 *
 * A context is what stands around the wrong word, which is `~`: 「台风…登陆」 is `台风…~`. `0` is any digit, `…` up to twelve
 * characters of the same clause, `^` the beginning of a clause.
 */
export interface Term {
  readonly wrong: string;
  readonly right: string;
  /** Only in one of these contexts is it wrong. */
  readonly within?: readonly string[];
  /** In none of these is it wrong. */
  readonly except?: readonly string[];
  /** In drafts of this script only: 答覆 is right in a Traditional text. */
  readonly script?: Script;
  /** Also in 《》. A title that is quoted stays as it was given, but no title has these words. */
  readonly isOfTitles?: boolean;
  readonly safety: Safety;
  readonly because: keyof typeof reasons;
}

/** What a term rests on, as it is said in the message. */
export const reasons = {
  form: { zh: "国办公开办函〔2021〕30号、〔2019〕60号格式用语", en: "as the forms of 2019 and 2021 have it" },
  regulations: { zh: "《中华人民共和国政府信息公开条例》用语", en: "as the Regulations on Open Government Information have it" },
  law: { zh: "法律用语", en: "the word of the law" },
  annex: { zh: "附表栏目“接受行政申诉、举报数”；行政诉讼另有一栏", en: "as the annex has it, which gives suits a row of their own" },
  policy: { zh: "政策文件的固定提法", en: "a fixed term of policy documents" },
  dictionary: { zh: "《现代汉语词典》", en: "as the dictionary has it" },
  idiom: { zh: "成语的固定写法", en: "a set phrase" },
  since: { zh: "“截止”指到期停止，接时间用“截至”", en: "截止 means that something ends; before a date it is 截至" },
  told: { zh: "“反应”指事物引起的变化，把意见、情况告诉上级是“反映”", en: "反应 is a reaction; to tell of something is 反映" },
  login: { zh: "“登陆”指登上陆地，进入网站是“登录”", en: "登陆 is to land; to enter a site is 登录" },
  power: { zh: "行政机关行使的是“权力”，“权利”属于公民、法人", en: "what organs exercise is 权力; 权利 are the rights of citizens" },
  slip: { zh: "输入之误", en: "a slip of the keyboard" },
  lost: { zh: "漏字", en: "a character was left out" },
} as const satisfies Readonly<Record<string, Words>>;
