// Everything that the client itself says, in both languages side by side. The server words its own messages.
import { env, workspace } from "vscode";

interface Message {
  readonly zh: string;
  readonly en: string;
}

const messages = {
  organTitle: { zh: "新建年报（1/2）：行政机关名称", en: "New report (1/2): name of the organ" },
  organPrompt: { zh: "用于标题，例如“云溪县人民政府”或“云溪县”", en: "Goes into the title, for example 云溪县人民政府 or 云溪县" },
  organMissing: { zh: "请填写行政机关名称", en: "Enter the name of the organ" },
  yearTitle: { zh: "新建年报（2/2）：报告年度", en: "New report (2/2): reporting year" },
  yearPrompt: { zh: "统计期限所在的年度（不是发布年度）", en: "The year that the numbers cover (not the year of publication)" },
  yearWrong: { zh: "请填写 2008 到 {0} 之间的年份", en: "Enter a year from 2008 to {0}" },
  noReport: { zh: "请先打开一份年报草稿。", en: "Open a draft of a report first." },
  nothingToFix: { zh: "没有可安全修复的问题。数字类问题须逐条确认，请用快速修复（Ctrl+.）。", en: "Nothing can be fixed safely. A change of a number needs your decision: use Quick Fix (Ctrl+.)." },
  fixesNotApplied: { zh: "修复期间文稿已改动，请重试。", en: "The draft changed in the meantime. Please try again." },
  statusName: { zh: "年报格式", en: "Form of the Report" },
  statusDraft: { zh: "年报格式 {0}（草稿）", en: "Report form {0} (draft)" },
  statusFinal: { zh: "年报格式 {0}（定稿）", en: "Report form {0} (final)" },
  statusDetail: { zh: "{0}。{1}。检查用时 {2} 毫秒", en: "{0}. {1}. Checked in {2} ms" },
  chooseEdition: { zh: "更改", en: "Change" },
  chooseEditionTitle: { zh: "选择所用格式（1/2）", en: "Choose the form (1/2)" },
  chooseScopeTitle: { zh: "选择所用格式（2/2）：用在哪里", en: "Choose the form (2/2): where" },
  editionAuto: { zh: "自动", en: "Automatic" },
  scopeFile: { zh: "这份文稿", en: "This file" },
  scopeFileDetail: { zh: "在文中写明：<!-- nianbao-edition: … -->", en: "Said in the text: <!-- nianbao-edition: … -->" },
  scopeWorkspace: { zh: "这个工作区", en: "This workspace" },
  scopeUser: { zh: "所有文稿", en: "All files" },
  scopeWorkspaceDetail: { zh: "写入设置 nianbao.edition；文中写明的和 .nianbao.json 里写的优先", en: "The setting nianbao.edition; what the text or a .nianbao.json says comes first" },
  editionNotWritten: { zh: "文稿已改动，格式没有写入，请重试。", en: "The draft changed in the meantime; the form was not written. Please try again." },
  statisticsName: { zh: "选中数字的合计", en: "Sum of the Selected Numbers" },
  statistics: { zh: "合计 {0}　计数 {1}　平均 {2}", en: "Sum {0}  Count {1}  Average {2}" },
  statisticsTooltip: { zh: "选中的数字：合计、个数、平均值（平均值四舍五入到四位小数）", en: "The selected numbers: sum, count and average (rounded to four places)" },
  serverNotRunning: { zh: "年报检查服务没有运行，详情见输出面板“Nianbao 年报”。", en: "The report checker is not running. See the output panel “Nianbao 年报”." },
  showOutput: { zh: "显示输出", en: "Show Output" },
  previewTitle: { zh: "预览：{0}", en: "Preview: {0}" },
  requestFailed: { zh: "操作没有完成，详情见输出面板“Nianbao 年报”。", en: "That did not work. See the output panel “Nianbao 年报”." },
  nothingOpen: { zh: "没有待填写的空格或章节了。", en: "No blank cell and no chapter is left to be written." },
  nothingToFill: { zh: "光标处没有可以填写的表格：请把光标放在官方表格中；没有空格时无需填写。", en: "There is nothing to fill in here: put the cursor into an official table that has blank cells." },
  nothingToRewrite: { zh: "光标处没有需要改写的官方表格。", en: "There is no official table to rewrite at the cursor." },
  refused: { zh: "没有改写：{0}。", en: "Not rewritten: {0}." },
} as const satisfies Record<string, Message>;

/** The message in the language of the setting `nianbao.language`, else in VS Code's own. `{0}`, `{1}` … stand for the values. */
export function say(name: keyof typeof messages, ...values: readonly (string | number)[]): string {
  const { zh, en } = messages[name];
  return (displayLanguage() === "zh" ? zh : en).replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}

export function displayLanguage(): "zh" | "en" {
  const chosen = workspace.getConfiguration("nianbao").get<string>("language", "auto");
  const isChinese = chosen === "auto" ? env.language.toLowerCase().startsWith("zh") : chosen === "zh";
  return isChinese ? "zh" : "en";
}
