import type { Language } from "../core/index.js";
import { specifications, type CommandSpecification } from "./specification.js";
import { say } from "./words.js";

export function overview(language: Language | undefined): string {
  const commands = specifications.map(({ name, operands, summary }) => `  ${`nianbao ${name} ${operands}`.trimEnd().padEnd(38)} ${say(summary, language)}\n`);
  return [
    `nianbao — ${say({ zh: "检查《政府信息公开工作年度报告》草稿", en: "checks drafts of the annual report on government information disclosure" }, language)}\n\n`,
    ...commands,
    `\n  nianbao help COMMAND · nianbao --version\n\n`,
    exitCodes(language),
  ].join("");
}

export function helpOf({ name, operands, summary, options }: CommandSpecification, language: Language | undefined): string {
  const lines = options.map((option) => `  ${`--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`.padEnd(32)} ${say(option.words, language)}\n`);
  return `nianbao ${name} ${operands}\n${say(summary, language)}\n\n${lines.join("")}\n${name === "check" ? exitCodes(language) : ""}`;
}

function exitCodes(language: Language | undefined): string {
  return `${say({ zh: "退出码：0 没有问题；1 有错误，或警告超过 --max-warnings；2 用法有误或文件无法读取", en: "exit code: 0 clean; 1 errors, or warnings past --max-warnings; 2 wrong use or unreadable input" }, language)}\n`;
}
