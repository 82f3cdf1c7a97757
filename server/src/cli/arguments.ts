import { parseArgs } from "node:util";
import { closest } from "../core/index.js";
import type { CommandSpecification, OptionSpecification } from "./specification.js";
import { UserError, type Words } from "./words.js";

/** What a user has typed after the name of the command, checked against its specification. */
export interface Arguments {
  readonly operands: readonly string[];
  /** By the option's name; switches have the value "". */
  readonly values: ReadonlyMap<string, string>;
}

/** Throws UserError on anything that the command does not know. */
export function parseArguments(typed: readonly string[], specification: CommandSpecification): Arguments {
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokensOf(typed, specification)) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = specification.options.find(({ name }) => name === token.name);
    if (option === undefined || !token.rawName.startsWith("--")) throw unknownOption(token.rawName, specification);
    values.set(option.name, checkedValue(option, token.value, token.inlineValue === true));
  }
  return { operands, values };
}

function tokensOf(typed: readonly string[], { options }: CommandSpecification) {
  const types = Object.fromEntries(options.map(({ name, value }) => [name, { type: value === undefined ? ("boolean" as const) : ("string" as const) }]));
  return parseArgs({ args: [...typed], options: types, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function checkedValue(option: OptionSpecification, value: string | undefined, isInline: boolean): string {
  if (option.value === undefined) {
    if (value !== undefined) throw new UserError({ zh: `--${option.name} 后面不能有值`, en: `--${option.name} takes no value` });
    return "";
  }
  // `--config --fix` reads as a forgotten value; a value that begins with a dash is written --config=-x.
  if (value === undefined || value === "" || (!isInline && value.startsWith("--"))) throw new UserError({ zh: `--${option.name} 后面缺少值：${option.value}`, en: `--${option.name} needs a value: ${option.value}` });
  if (option.choices !== undefined && !option.choices.includes(value)) throw wrongChoice(option, option.choices, value);
  return value;
}

function wrongChoice(option: OptionSpecification, choices: readonly string[], value: string): UserError {
  const hint = didYouMean(value, choices);
  return new UserError({
    zh: `--${option.name} 不能是“${value}”，可以是 ${choices.join("、")}。${hint.zh}`,
    en: `--${option.name} cannot be "${value}"; use one of ${choices.join(", ")}.${hint.en}`,
  });
}

function unknownOption(typed: string, { name, options }: CommandSpecification): UserError {
  const hint = didYouMean(typed, options.map((option) => `--${option.name}`));
  return new UserError({ zh: `nianbao ${name} 没有这个选项：${typed}。${hint.zh}用 nianbao help ${name} 查看全部选项。`, en: `nianbao ${name} has no option ${typed}.${hint.en} See nianbao help ${name}.` });
}

/** 「是不是……？」, or nothing where no candidate is near. */
export function didYouMean(typed: string, candidates: readonly string[]): Words {
  const meant = closest(typed, candidates);
  return meant === undefined ? { zh: "", en: "" } : { zh: `是不是 ${meant}？`, en: ` Did you mean ${meant}?` };
}

/** A whole number of at least `least`; undefined where the option was not given. */
export function wholeNumber({ values }: Arguments, name: string, least: number): number | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UserError({ zh: `--${name} 应当是不小于 ${least} 的整数，不能是“${value}”`, en: `--${name} is a whole number of at least ${least}, not "${value}"` });
}

export function noOperands({ operands }: Arguments, command: string): void {
  if (operands.length > 0) throw new UserError({ zh: `nianbao ${command} 后面不能有“${operands.join(" ")}”`, en: `nianbao ${command} takes no operand "${operands.join(" ")}"` });
}
