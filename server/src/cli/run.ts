import type { Language } from "../core/index.js";
import manifest from "../../package.json";
import type { Command } from "./commands/shared.js";
import { specifications, type CommandSpecification } from "./specification.js";
import type { ExitCode, Terminal } from "./terminal.js";
import { ownFault, say, UserError } from "./words.js";

/** Loaded when called for: `--version` and `help` need neither the core nor the rest. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import("./commands/check.js")).check,
  fix: async () => (await import("./commands/fix.js")).fix,
  export: async () => (await import("./commands/export.js")).exportReports,
  format: async () => (await import("./commands/format.js")).format,
  facts: async () => (await import("./commands/facts.js")).facts,
  new: async () => (await import("./commands/new.js")).newReport,
  aggregate: async () => (await import("./commands/aggregate.js")).aggregate,
  rules: async () => (await import("./commands/rules.js")).rules,
  explain: async () => (await import("./commands/explain.js")).explain,
  forms: async () => (await import("./commands/forms.js")).forms,
  lsp: async () => (await import("./commands/lsp.js")).lsp,
};

/** The command line without its program name in, the exit code out. Never throws. */
export async function run(typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = typedLanguage(typed);
  try {
    return await dispatch(typed, language, terminal);
  } catch (error) {
    terminal.err(`nianbao: ${error instanceof UserError ? say(error.words, language) : fault(error, language, terminal)}\n`);
    return 2;
  }
}

async function dispatch(typed: readonly string[], language: Language | undefined, terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = typed;
  if (first === "--version" || first === "-v" || first === "-V") return print(`${manifest.version}\n`, terminal);
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) return help(first, language, terminal);
  const name = first === "help" ? (rest[0] ?? "") : first;
  const specification = specifications.find((candidate) => candidate.name === name);
  const load = loaders[name];
  if (specification === undefined || load === undefined) return unknownCommand(name);
  if (first === "help" || asksForHelp(rest)) return print((await import("./help.js")).helpOf(specification, language), terminal);
  return start(await load(), specification, rest, terminal);
}

async function start(command: Command, specification: CommandSpecification, typed: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { parseArguments } = await import("./arguments.js");
  return command(parseArguments(typed, specification), terminal);
}

function print(text: string, terminal: Terminal): ExitCode {
  terminal.out(text);
  return 0;
}

/** Without any command the overview is an answer to a mistake. */
async function help(first: string | undefined, language: Language | undefined, terminal: Terminal): Promise<ExitCode> {
  const { overview } = await import("./help.js");
  if (first !== undefined) return print(overview(language), terminal);
  terminal.err(overview(language));
  return 2;
}

function asksForHelp(typed: readonly string[]): boolean {
  const end = typed.indexOf("--");
  return typed.slice(0, end === -1 ? undefined : end).some((word) => word === "--help" || word === "-h");
}

async function unknownCommand(name: string): Promise<never> {
  const { didYouMean } = await import("./arguments.js");
  if (name.startsWith("-")) throw new UserError({ zh: `请先写命令再写选项：nianbao check ${name} …；全部命令见 nianbao help`, en: `the command comes before its options: nianbao check ${name} …; see nianbao help` });
  const isPath = /[./\\*]/.test(name);
  const hint = isPath ? { zh: `要检查文件请用 nianbao check ${name}。`, en: ` To check a file: nianbao check ${name}.` } : didYouMean(name, Object.keys(loaders));
  throw new UserError({ zh: `没有这个命令：${name}。${hint.zh}全部命令见 nianbao help。`, en: `unknown command: ${name}.${hint.en} See nianbao help.` });
}

/** Problems are told in this language even where the arguments themselves are the problem. */
function typedLanguage(typed: readonly string[]): Language | undefined {
  const index = typed.indexOf("--language");
  const value = index === -1 ? typed.find((word) => word.startsWith("--language="))?.slice("--language=".length) : typed[index + 1];
  return value === "zh" || value === "en" ? value : undefined;
}

/** A fault of ours. Users get a sentence; who wants the stack sets NIANBAO_DEBUG. */
function fault(error: unknown, language: Language | undefined, { environment }: Terminal): string {
  const stack = environment["NIANBAO_DEBUG"] !== undefined && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  return say(ownFault(error), language) + stack;
}
