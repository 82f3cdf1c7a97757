// Everything that the client itself says, in English here and in Chinese in the bundle. The server words its own messages.
import { env, l10n, workspace } from "vscode";
import chinese from "../../l10n/bundle.l10n.zh-cn.json";

/** A message as it reads in English, which is its key in the bundles. */
export type Message = keyof typeof chinese;

/**
 * The message in the language of the setting `nianbao.language`, else in VS Code's own. `{0}`, `{1}` … stand for the values.
 * VS Code's `l10n.t` knows only its own language, and Chinese only as zh-cn; so it is asked for the languages that others add.
 */
export function say(message: Message, ...values: readonly (string | number)[]): string {
  if (displayLanguage() === "zh") return filled(chinese[message], values);
  return chosenLanguage() === "auto" ? l10n.t(message, ...values) : filled(message, values);
}

export function displayLanguage(): "zh" | "en" {
  const chosen = chosenLanguage();
  if (chosen === "auto") return env.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  return chosen === "zh" ? "zh" : "en";
}

function chosenLanguage(): string {
  return workspace.getConfiguration("nianbao").get<string>("language", "auto");
}

function filled(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}
