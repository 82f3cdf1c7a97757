import type { Terminal } from "../terminal.js";

const codes = { bold: "1", dim: "2", underline: "4", red: "31", yellow: "33", cyan: "36", green: "32" } as const;

export type Style = keyof typeof codes;
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;
export const colored: Paint = (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m`;

/** What --color asks for, then FORCE_COLOR and NO_COLOR as Node itself reads them, then whether a person looks on. */
export function wantsColor(choice: string | undefined, { environment, isInteractive }: Terminal): boolean {
  if (choice === "always") return true;
  if (choice === "never") return false;
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if ((environment["NO_COLOR"] ?? "") !== "") return false;
  return isInteractive && environment["TERM"] !== "dumb";
}
