import type { Language, Words } from "../core/index.js";

export type { Words } from "../core/index.js";

/** In the language asked for; where none was asked for, Chinese first and English after it. */
export function say(words: Words, language: Language | undefined): string {
  if (language !== undefined) return words[language];
  return words.zh === words.en ? words.zh : `${words.zh} / ${words.en}`;
}

/** What a user is told instead of a result: one sentence, exit code 2. */
export class UserError extends Error {
  constructor(readonly words: Words) {
    super(words.en);
  }
}

/** A bug in nianbao itself: one sentence like any other problem. */
export function ownFault(error: unknown): Words {
  const [message] = (error instanceof Error ? error.message : String(error)).split("\n", 1);
  return { zh: `nianbao 自身出错，请报告给我们：${message}`, en: `a fault in nianbao, please report it: ${message}` };
}
