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
  serverNotRunning: { zh: "年报检查服务没有运行，详情见输出面板“Nianbao 年报”。", en: "The report checker is not running. See the output panel “Nianbao 年报”." },
  showOutput: { zh: "显示输出", en: "Show Output" },
  previewTitle: { zh: "预览：{0}", en: "Preview: {0}" },
  requestFailed: { zh: "操作没有完成，详情见输出面板“Nianbao 年报”。", en: "That did not work. See the output panel “Nianbao 年报”." },
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
