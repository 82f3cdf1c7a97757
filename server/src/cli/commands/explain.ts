import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleInfos, type Language, type RuleInfo } from "../../core/index.js";
import { didYouMean, type Arguments } from "../arguments.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { UserError } from "../words.js";
import { languageOf } from "./shared.js";

export function explain(args: Arguments, terminal: Terminal): ExitCode {
  const [code, ...rest] = args.operands;
  if (code === undefined || rest.length > 0) throw new UserError({ zh: "请给出一个规则代码，例如：nianbao explain row-total；全部代码见 nianbao rules", en: "name one rule code, for example: nianbao explain row-total; nianbao rules lists them" });
  const rule = ruleInfos.find((candidate) => candidate.code === code) ?? unknownRule(code);
  terminal.out(page(code) ?? inShort(rule, languageOf(args) ?? "zh"));
  return 0;
}

function unknownRule(code: string): never {
  const hint = didYouMean(code, ruleInfos.map((rule) => rule.code));
  throw new UserError({ zh: `没有这条规则：${code}。${hint.zh}全部代码见 nianbao rules。`, en: `unknown rule: ${code}.${hint.en} nianbao rules lists them.` });
}

/** The hand-written page, which the build puts beside the bundle (from docs/rules). */
function page(code: string): string | undefined {
  try {
    const pages = JSON.parse(readFileSync(join(__dirname, "rules.json"), "utf8")) as Readonly<Record<string, string>>;
    return Object.hasOwn(pages, code) ? pages[code] : undefined;
  } catch {
    // Without its pages the command still has what every rule says of itself.
    return undefined;
  }
}

function inShort({ code, group, severity, summary, basis }: RuleInfo, language: Language): string {
  const basisWord = language === "zh" ? "依据：" : "Basis: ";
  return `# ${code}\n\n${group} · ${severity}\n\n${summary[language]}\n\n${basisWord}${basis[language]}\n`;
}
