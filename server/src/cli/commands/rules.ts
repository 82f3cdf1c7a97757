import { ruleInfos, type Language } from "../../core/index.js";
import { noOperands, type Arguments } from "../arguments.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { languageOf } from "./shared.js";

export function rules(args: Arguments, terminal: Terminal): ExitCode {
  noOperands(args, "rules");
  terminal.out(args.values.get("format") === "json" ? `${JSON.stringify(ruleInfos, undefined, 2)}\n` : list(languageOf(args) ?? "zh"));
  return 0;
}

function list(language: Language): string {
  const codeWidth = Math.max(...ruleInfos.map(({ code }) => code.length));
  const lines = ruleInfos.map(({ code, severity, repair, summary }) => `${code.padEnd(codeWidth)}  ${severity.padEnd(11)}  ${(repair ?? "-").padEnd(6)}  ${summary[language]}\n`);
  const heading = language === "zh" ? "代码、严重程度、修改方式（safe 可自动修改，review 需要确认）、内容" : "code, severity, fix (safe: applied by fix; review: to be confirmed), what it is about";
  return `${heading}\n${lines.join("")}`;
}
