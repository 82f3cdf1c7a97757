// Faults to put into the complete draft (test/e2e/drafts): what stands there, and what it becomes.

type Fault = readonly [from: string, to: string];

const receivedLabel = "| 一、本年新收政府信息公开申请数量 |  |  | 9 | 2 | 0 | 0 | 1 | 0 |";

export const rightTotal = "12";
export const wrongTotal = "13";
export const wrongTotalRow: Fault = [`${receivedLabel} ${rightTotal} |`, `${receivedLabel} ${wrongTotal} |`];

export const missingSection: Fault = ["## 六、其他需要报告的事项", ""];

/** The brackets of a document number as some converters leave them. There is one right answer, so the fix is safe. */
export const wrongBrackets: Fault = ["〔2021〕", "﹝2021﹞"];
export const wrongBracketsCode = "compatibility-form";
