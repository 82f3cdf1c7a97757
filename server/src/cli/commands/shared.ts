import { editions, type Language, type Stage } from "../../core/index.js";
import { didYouMean, type Arguments } from "../arguments.js";
import type { Chosen } from "../input/draft.js";
import type { Sources } from "../input/sources.js";
import type { ExitCode, Terminal } from "../terminal.js";
import { printable } from "../output/glyphs.js";
import { say, UserError, type Words } from "../words.js";

export type Command = (args: Arguments, terminal: Terminal) => Promise<ExitCode> | ExitCode;

export function languageOf({ values }: Arguments): Language | undefined {
  const language = values.get("language");
  return language === "zh" || language === "en" ? language : undefined;
}

/** What the options say about every file alike. */
export function chosenBy(args: Arguments): Chosen {
  const edition = args.values.get("edition");
  if (edition !== undefined && edition !== "auto") knownEdition(edition);
  return { edition, stage: args.values.get("stage") as Stage | "auto" | undefined, language: languageOf(args) };
}

export function knownEdition(id: string): (typeof editions)[number] {
  const found = editions.find((edition) => edition.id === id);
  if (found !== undefined) return found;
  const ids = editions.map((edition) => edition.id);
  const hint = didYouMean(id, ids);
  throw new UserError({ zh: `没有这一版格式：${id}，可以是 ${ids.join("、")}。${hint.zh}`, en: `unknown edition: ${id}; use one of ${ids.join(", ")}.${hint.en}` });
}

/** Says on standard error what could not be done; the same sentence (a broken configuration of many files) once. */
export class Problems {
  private readonly told = new Set<string>();

  constructor(private readonly language: Language | undefined, private readonly terminal: Terminal) {}

  tell(problems: readonly Words[]): void {
    for (const problem of problems) {
      const sentence = printable(say(problem, this.language));
      if (!this.told.has(sentence)) this.terminal.err(`nianbao: ${sentence}\n`);
      this.told.add(sentence);
    }
  }

  get any(): boolean {
    return this.told.size > 0;
  }
}

/** A folder or pattern that has led to no report at all was most likely not the one that was meant. */
export function fruitless({ searched }: Sources, fruitful: ReadonlySet<string>): Words[] {
  return searched.filter((path) => !fruitful.has(path)).map((path) => ({ zh: `${path}：没有找到政府信息公开工作年度报告（.md、.txt、.nianbao）`, en: `${path}: no report on government information disclosure found (.md, .txt, .nianbao)` }));
}
