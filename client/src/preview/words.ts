// What the page itself says, in both languages side by side. Everything about the report comes from the server.
import type { Severity } from "./model.js";

interface Words {
  readonly zh: string;
  readonly en: string;
}

const words = {
  notReport: { zh: "这份文稿还不是政府信息公开工作年度报告：写上标题或章节后，这里显示按格式排好的报告。", en: "This text is not such a report yet. With a title or chapters, the report appears here as the form prints it." },
  noDocument: { zh: "文稿已不存在。", en: "The document does not exist any more." },
  bar: { zh: "预览工具", en: "Preview tools" },
  final: { zh: "定稿", en: "Final" },
  draft: { zh: "草稿", en: "Draft" },
  noFindings: { zh: "没有问题", en: "No problems" },
  previous: { zh: "上一处问题", en: "Previous problem" },
  next: { zh: "下一处问题", en: "Next problem" },
  smaller: { zh: "缩小", en: "Zoom out" },
  larger: { zh: "放大", en: "Zoom in" },
  actualSize: { zh: "恢复 100%", en: "Back to 100%" },
  missing: { zh: "缺", en: "Missing" },
  ownTable: { zh: "表格", en: "Table" },
  hint: { zh: "回车或单击：到正文中修改", en: "Enter or click: go to the text" },
  flow: { zh: "申请办理去向", en: "What became of the applications" },
  notInReport: { zh: "示意图，按表三“总计”栏绘制，不属于报告内容", en: "Drawn from the totals of table three; not part of the report" },
  toHandle: { zh: "应办理", en: "To handle" },
  difference: { zh: "相差", en: "Difference" },
  years: { zh: "历年新收申请", en: "Applications received by year" },
  errors: { zh: "错误", en: "Error" },
  warnings: { zh: "警告", en: "Warning" },
  informations: { zh: "提示", en: "Information" },
  hints: { zh: "建议", en: "Hint" },
} as const satisfies Record<string, Words>;

/** The page is written in one language, which its root element says. */
export function say(name: keyof typeof words): string {
  return words[name][document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
}

export function severityName(severity: Severity): string {
  return say(`${severity}s`);
}
