import { editions } from "../forms/editions.js";
import type { AggregateSetting } from "../archive/aggregate.js";
import type { Stage } from "../report/report.js";
import { LineIndex, type Position } from "../text/lineIndex.js";
import { readAggregate } from "./aggregateSetting.js";
import { closest } from "./closest.js";
import type { Language, Severity } from "./finding.js";
import { readJson, type JsonEntry, type JsonProblem, type JsonValue } from "./json.js";
import type { Words } from "./rule.js";
import { ruleInfos } from "./rules.js";

/** What a `.nianbao.json` says. The same file is read by the editor and by the command line; schema: schemas/config.schema.json. */
export interface Configuration {
  /** Edition id, or `auto`: the draft decides. */
  readonly edition?: string;
  readonly stage?: Stage | "auto";
  readonly language?: Language;
  readonly rules?: Readonly<Record<string, Severity | "off">>;
  /** Which report adds up which others; paths are meant from the folder of the file. */
  readonly aggregate?: AggregateSetting;
}

export interface ConfigurationProblem {
  readonly position: Position;
  readonly words: Words;
}

/** The names that a configuration may use. Tests hand in their own. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly editions: readonly string[];
}

const severities = ["error", "warning", "information", "hint", "off"] as const;
const stages = ["auto", "draft", "final"] as const;
const languages = ["zh", "en"] as const;
const keys = ["$schema", "edition", "stage", "language", "rules", "aggregate"] as const;

/**
 * Reads a configuration. What is wrong is said as problems, what is right is still in the configuration; a broken
 * file is an empty configuration with one problem.
 */
export function readConfiguration(text: string, known: KnownNames = knownNames()): { readonly configuration: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  const withoutMark = text.replace(/^\uFEFF/, " ");
  const value = readJson(withoutMark);
  const faults: JsonProblem[] = [];
  const configuration = "words" in value ? broken(value, faults) : readRoot(value, known, faults);
  const lines = new LineIndex(withoutMark);
  return { configuration, problems: faults.map(({ offset, words }) => ({ position: lines.position(offset), words })) };
}

function knownNames(): KnownNames {
  return { rules: ruleInfos.map((rule) => rule.code), editions: editions.map((edition) => edition.id) };
}

function broken(problem: JsonProblem, faults: JsonProblem[]): Configuration {
  faults.push({ offset: problem.offset, words: { zh: `不是有效的 JSON：${problem.words.zh}`, en: `not valid JSON: ${problem.words.en}` } });
  return {};
}

function readRoot(value: JsonValue, known: KnownNames, faults: JsonProblem[]): Configuration {
  if (value.kind !== "object") {
    faults.push({ offset: value.start, words: { zh: "配置应当是一个对象 { … }", en: "a configuration is an object { … }" } });
    return {};
  }
  return Object.assign({}, ...value.entries.map((entry) => readEntry(entry, known, faults))) as Configuration;
}

function readEntry(entry: JsonEntry, known: KnownNames, faults: JsonProblem[]): Configuration {
  switch (entry.key) {
    case "$schema": return {};
    case "edition": return optional("edition", oneOf(entry, ["auto", ...known.editions], faults));
    case "stage": return optional("stage", oneOf(entry, stages, faults));
    case "language": return optional("language", oneOf(entry, languages, faults));
    case "rules": return { rules: readRules(entry, known, faults) };
    case "aggregate": return optional("aggregate", readAggregate(entry, faults));
    default: faults.push({ offset: entry.start, words: unknownName({ zh: "配置项", en: "setting" }, entry.key, keys) });
  }
  return {};
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [name in Key]: Value });
}

function readRules(entry: JsonEntry, known: KnownNames, faults: JsonProblem[]): Record<string, Severity | "off"> {
  if (entry.value.kind !== "object") {
    faults.push({ offset: entry.value.start, words: { zh: "“rules”应当是一个对象：{ \"规则代码\": \"严重程度\" }", en: "\"rules\" is an object: { \"rule-code\": \"severity\" }" } });
    return {};
  }
  const rules: Record<string, Severity | "off"> = {};
  for (const rule of entry.value.entries) {
    const severity = readSeverity(rule, known, faults);
    if (severity !== undefined) rules[rule.key] = severity;
  }
  return rules;
}

function readSeverity(rule: JsonEntry, known: KnownNames, faults: JsonProblem[]): Severity | "off" | undefined {
  if (known.rules.includes(rule.key)) return oneOf(rule, severities, faults);
  faults.push({ offset: rule.start, words: unknownName({ zh: "规则", en: "rule" }, rule.key, known.rules) });
  return undefined;
}

function oneOf<Choice extends string>(entry: JsonEntry, choices: readonly Choice[], faults: JsonProblem[]): Choice | undefined {
  const { value } = entry;
  const found = value.kind === "plain" ? choices.find((choice) => choice === value.value) : undefined;
  if (found === undefined) faults.push({ offset: value.start, words: wrongChoice(entry.key, value, choices) });
  return found;
}

function wrongChoice(key: string, value: JsonValue, choices: readonly string[]): Words {
  const typed = value.kind === "plain" ? String(value.value) : value.kind;
  const meant = closest(typed, choices);
  return {
    zh: `“${key}”不能是“${typed}”，可以是 ${choices.join("、")}${meant === undefined ? "" : `；是不是 ${meant}？`}`,
    en: `"${key}" cannot be "${typed}"; use one of ${choices.join(", ")}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  };
}

function unknownName(what: Words, name: string, candidates: readonly string[]): Words {
  const meant = closest(name, candidates);
  return {
    zh: `没有这个${what.zh}：${name}${meant === undefined ? "" : `；是不是 ${meant}？`}`,
    en: `unknown ${what.en}: ${name}${meant === undefined ? "" : `; did you mean ${meant}?`}`,
  };
}
