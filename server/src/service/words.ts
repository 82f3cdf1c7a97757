import type { Language } from "../core/index.js";

/** Picks the language of the messages; both stand side by side so that a missing one does not compile. */
export function say(language: Language, words: { readonly zh: string; readonly en: string }): string {
  return words[language];
}
