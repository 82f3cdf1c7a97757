// Texts that speak of such reports, or print their form, without being one: notices, samples, evaluations, the reports of schools.
import type { SyntaxTree } from "../syntax/nodes.js";
import { fold } from "../text/fold.js";
import { headLines, type HeadLine } from "./headLines.js";
import type { Title } from "./report.js";
import { longestTitle } from "./titleStretch.js";

const aboutReports = /信息公开|政务公开|年度报告|年报/;
/** 云溪县人民政府办公室关于做好…年度报告编制工作的通知, which may stand on two or three lines. */
const notice = /关于[^。;《》]{4,80}(?:通知|的函|的意见|的通报|的公告)$/;
const sample = /(?:范文|范本|模板|模版|样本|样表|参考文本)$/;
const evaluation = /(?:评估|评价|测评|考核|调查|分析|研究)报告$/;
/** 各乡镇人民政府，县政府各部门：, to whom a notice is addressed. */
const addressees = /^[^。]{0,20}各[^。]{0,60}(?:政府|部门|单位|机构|委员会|委办局|高校|学校|处室)[^。]{0,20}:$/;

/** Whether the lines before the first chapter say that the text is another one. */
export function isOtherText(tree: SyntaxTree): boolean {
  let above: readonly string[] = [];
  for (const line of headLines(tree)) {
    const folded = foldedLine(tree.text, line);
    if (addressees.test(folded) || isHeadline(folded, above)) return true;
    above = folded === "" || folded.length > longestTitle ? [] : [...above.slice(-1), folded];
  }
  return false;
}

/** A headline has no stops and stands on three lines at most. */
function isHeadline(last: string, above: readonly string[]): boolean {
  const words = [...above, last].join("");
  if (last.length > longestTitle || !aboutReports.test(words)) return false;
  return sample.test(last) || evaluation.test(last) || notice.test(words);
}

function foldedLine(text: string, line: HeadLine | undefined): string {
  const [first] = line?.pieces ?? [];
  const last = line?.pieces.at(-1);
  return first === undefined || last === undefined ? "" : fold(text.slice(first.start, last.end));
}

/** Its basis is named in the opening. */
const longestOpening = 3000;
const school = /(?:大学|学院|学校|中学|小学|幼儿园)$/;

/**
 * Schools report on a school year, in chapters that 《高等学校信息公开办法》 (decree no. 29 of the Ministry of Education, 2010, art. 25)
 * asks for: no form of the General Office applies to them. A bureau of education may name those rules too.
 */
export function isOfSchool(tree: SyntaxTree, title: Title | undefined): boolean {
  if (title?.folded.includes("学年") === true) return true;
  const mayBe = title?.organ === undefined ? title?.folded.includes("政府信息公开") !== true : school.test(title.organ);
  return mayBe && fold(tree.text.slice(0, longestOpening)).includes("高等学校信息公开办法");
}
