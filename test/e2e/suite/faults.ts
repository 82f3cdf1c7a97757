// Faults to put into the complete draft (test/e2e/drafts): what stands there, and what it becomes.

export type Fault = readonly [from: string, to: string];

const receivedLabel = "| 一、本年新收政府信息公开申请数量 |  |  | 9 | 2 | 0 | 0 | 1 | 0 |";

export const rightTotal = "12";
export const wrongTotal = "13";
export const wrongTotalRow: Fault = [`${receivedLabel} ${rightTotal} |`, `${receivedLabel} ${wrongTotal} |`];

export const missingSection: Fault = ["## 六、其他需要报告的事项", ""];

/** A chapter in the middle: putting it in again moves what stands below. */
export const missingChapter: Fault = ["## 五、存在的主要问题及改进情况", ""];
export const traditional: Fault = ["云溪县依申请公开", "云溪縣依申请公开"];

/** A row that somebody is about to write, by its pinyin initials. */
export const missingRow: Fault = ["| 行政强制 | 4 |  |  |", "xzqz"];

/** The brackets of a document number as some converters leave them. There is one right answer, so the fix is safe. */
export const wrongBrackets: Fault = ["〔2021〕", "﹝2021﹞"];
export const wrongBracketsCode = "compatibility-form";

/** Without the signature it is not finished: blanks are open. */
export const unsigned: Fault = ["\n云溪县人民政府\n\n2025年1月20日", ""];

const carriedOutLabel = "| 四、结转下年度继续办理 |  |  | 1 | 0 | 0 | 0 | 0 | 0 |";
export const blankTotalRow: Fault = [`${carriedOutLabel} 1 |`, `${carriedOutLabel}  |`];
